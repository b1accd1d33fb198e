"""*General*: what the machine is called and where it is listed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit

from vmgui.gui.background import in_background
from vmgui.gui.vm_settings.draft import Draft
from vmgui.gui.vm_settings.section import Section, set_words
from vmgui.vm import store
from vmgui.vm.systems import catalogue
from vmgui.vm.systems.catalogue import System


class GeneralPage(Section):
    """Name, group, system. None of them changes what the guest sees."""

    KEYS = ("name", "group", "system", "id")

    @staticmethod
    def title() -> str:
        """As it stands in the list."""
        return QCoreApplication.translate("GeneralPage", "General")

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        value = draft.value
        self.name = QLineEdit(value.name)
        self.name.textEdited.connect(lambda words: draft.put(name=words))
        self.group = QComboBox()
        self.group.setEditable(True)
        self.group.setCurrentText(value.group)
        self.group.editTextChanged.connect(lambda words: draft.put(group=words.strip()))
        self.system = QComboBox()
        self.system.addItem(value.system or self.tr("Any other"), value.system)
        self.system.activated.connect(lambda _: draft.put(system=self.system.currentData()))
        rows = self.rows()
        below = self.row(rows, self.tr("Name"), self.name, "name", hot=True)
        if draft.running is not None:
            self.name.setEnabled(False)
            set_words(below, self.tr("It can be renamed while it is off."))
        below = self.row(rows, self.tr("Group"), self.group, "group", hot=True)
        set_words(below, self.tr("The library lists machines by their groups; empty: no group."))
        below = self.row(rows, self.tr("System"), self.system, "system", hot=True)
        set_words(below, self.tr("Which system is installed. It changes nothing by itself."))
        in_background(self, _groups, self._take_groups, lambda _: None)
        in_background(self, catalogue.systems, self._take_systems, lambda _: None)

    def _take_groups(self, groups: list[str]) -> None:
        words = self.group.currentText()
        self.group.blockSignals(True)
        self.group.addItems(groups)
        self.group.setEditText(words)
        self.group.blockSignals(False)

    def _take_systems(self, found: list[System]) -> None:
        chosen = self.draft.value.system
        self.system.clear()
        self.system.addItem(self.tr("Any other"), "")
        for each in found:
            self.system.addItem(each.name, each.id)
        if chosen and self.system.findData(chosen) < 0:
            self.system.addItem(chosen, chosen)
        self.system.setCurrentIndex(self.system.findData(chosen))


def _groups() -> list[str]:
    known = {each.definition.group for each in store.entries() if each.definition is not None}
    return sorted(known - {""}, key=str.casefold)
