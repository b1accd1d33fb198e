"""*Network*: what the network card is connected to."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from vmgui.gui.background import in_background
from vmgui.gui.form import text
from vmgui.gui.language import say
from vmgui.gui.vm_settings.draft import Draft
from vmgui.gui.vm_settings.forwards import ForwardTable
from vmgui.gui.vm_settings.section import Section, choose, set_words
from vmgui.vm.arch import find_machine
from vmgui.vm.bridges import Bridge, bridges

_NICS = {"virtio": "virtio", "e1000e": "Intel e1000e", "e1000": "Intel e1000", "rtl8139": "RTL8139"}
_NAMED = ("bridge", "private")


class NetworkPage(Section):
    """The kind, the card, the cable and the forwards."""

    KEYS = ("network",)

    @staticmethod
    def title() -> str:
        """As it stands in the list."""
        return QCoreApplication.translate("NetworkPage", "Network")

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        network = draft.value.network
        self.kind = QComboBox()
        for name, words in (
            ("user", self.tr("Through this computer")),
            ("bridge", self.tr("Bridge: a neighbour of this computer")),
            ("private", self.tr("Private: only with other machines of yours")),
            ("none", self.tr("No network card")),
        ):
            self.kind.addItem(words, name)
        choose(self.kind, network.kind)
        self.kind.activated.connect(self._chosen)
        self.name = QComboBox()
        self.name.setEditable(True)
        self.name.setCurrentText(network.name)
        self.name.editTextChanged.connect(lambda words: draft.put_network(name=words.strip()))
        self.model = QComboBox()
        family = find_machine(draft.value.arch, draft.value.machine)
        for each in family.nics if family is not None else _NICS:
            self.model.addItem(_NICS[each], each)
        choose(self.model, network.model)
        self.model.activated.connect(lambda _: draft.put_network(model=self.model.currentData()))
        self.connected = QCheckBox(self.tr("Cable plugged in"))
        self.connected.setChecked(network.connected)
        self.connected.toggled.connect(lambda on: draft.put_network(connected=on))
        self._rows = self.rows()
        self.about = self.row(self._rows, self.tr("Connected"), self.kind, "network.kind")
        self.name_words = self.row(self._rows, self.tr("Its name"), self.name, "network.name")
        self.row(self._rows, self.tr("Network card"), self.model, "network.model")
        self.tick(self.connected, "network.connected")
        self.table = ForwardTable(draft)
        self.forwards = QWidget()
        inside = QVBoxLayout(self.forwards)
        inside.setContentsMargins(0, 8, 0, 0)
        inside.addWidget(text(self.tr("Port forwards"), "heading"))
        inside.addWidget(
            text(
                self.tr("Connections to a port of this computer go to a port of the guest."),
                "quiet",
            )
        )
        inside.addWidget(self.table)
        self.room.addWidget(self.forwards)
        self._bridges: list[Bridge] = []
        in_background(self, bridges, self._take_bridges, lambda _: None)

    def show_draft(self) -> None:
        """Show what this kind needs."""
        super().show_draft()
        network = self.draft.value.network
        for row, shown in ((1, network.kind in _NAMED), (2, network.kind != "none")):
            self._rows.setRowVisible(row, shown)
        self.connected.setEnabled(network.kind != "none")
        self.forwards.setVisible(network.kind == "user")
        words = {
            "user": self.tr("The guest reaches what this computer reaches."),
            "bridge": self.tr(
                "The guest is a member of the bridge's network, with its own address."
            ),
            "private": self.tr("Machines with the same name here reach each other, nothing else."),
            "none": self.tr("The guest has no network."),
        }
        set_words(self.about, words[network.kind])
        found = next((each for each in self._bridges if each.name == network.name), None)
        told = ""
        if network.kind == "bridge":
            if found is not None:
                told = say(f"{found.problem} {found.remedy}".strip())
            elif not self._bridges:
                told = self.tr("This computer has no bridge yet.")
        set_words(self.name_words, told)

    def _take_bridges(self, found: list[Bridge]) -> None:
        self._bridges = found
        self._offer()
        self.show_draft()

    def _offer(self) -> None:
        words = self.name.currentText()
        self.name.blockSignals(True)
        self.name.clear()
        if self.kind.currentData() == "bridge":
            self.name.addItems([each.name for each in self._bridges])
        self.name.setEditText(words)
        self.name.blockSignals(False)

    def _chosen(self) -> None:
        kind = self.kind.currentData()
        name = self.draft.value.network.name
        if kind == "bridge":
            usable = [each for each in self._bridges if not each.problem] or self._bridges
            name = usable[0].name if usable else "br0"
        elif kind == "private":
            name = "private"
        else:
            name = ""
        self.name.blockSignals(True)
        self.name.setEditText(name)
        self.name.blockSignals(False)
        self._offer()
        fields: dict[str, Any] = {"kind": kind, "name": name}
        if kind == "user":
            fields["forwards"] = tuple(row.forward() for row in self.table.rows)
        else:
            fields["forwards"] = ()
        self.draft.put_network(**fields)
