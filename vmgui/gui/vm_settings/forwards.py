"""The table of port forwards, each with whether its port is free."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from vmgui.gui.background import in_background
from vmgui.gui.form import name_box, set_look, text
from vmgui.gui.icons import wear
from vmgui.gui.vm_settings import ports
from vmgui.gui.vm_settings.draft import Draft
from vmgui.vm.definition import Forward

_LOOK_MS = 2_000
_LOOKS = {"free": "good", "ours": "good", "taken": "bad", "forbidden": "bad", "unknown": "warning"}


class ForwardRow(QWidget):
    """One line of the table: its widgets lie in the table's grid."""

    changed = Signal()

    def __init__(self, number: int, forward: Forward, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()

        def called(name: str) -> str:
            return self.tr("%s, forward %d") % (name, number)

        self.protocol = QComboBox(parent)
        self.protocol.addItem("TCP", "tcp")
        self.protocol.addItem("UDP", "udp")
        self.protocol.setCurrentIndex(self.protocol.findData(forward.protocol))
        name_box(self.protocol, called(self.tr("Protocol")))
        self.address = QLineEdit(forward.address, parent)
        self.address.setAccessibleName(called(self.tr("Address here")))
        self.address.setToolTip(
            self.tr("127.0.0.1 is this computer only, 0.0.0.0 all that can reach it")
        )
        self.host, self.guest = QSpinBox(parent), QSpinBox(parent)
        for box, port, name in (
            (self.host, forward.host, self.tr("Port here")),
            (self.guest, forward.guest, self.tr("Port in the guest")),
        ):
            box.setRange(1, 65535)
            box.setValue(port)
            box.setAccessibleName(called(name))
            box.lineEdit().setTextMargins(6, 0, 0, 0)
            box.valueChanged.connect(self.changed)
        self.state = text()
        self.state.setParent(parent)
        self.remove = QPushButton(parent)
        self.remove.setAutoDefault(False)
        self.remove.setProperty("look", "flat")
        self.remove.setToolTip(self.tr("Remove"))
        self.remove.setAccessibleName(called(self.remove.toolTip()))
        wear(self.remove, "delete")
        self.protocol.activated.connect(self.changed)
        self.address.textEdited.connect(self.changed)

    def forward(self) -> Forward:
        """What the line says."""
        return Forward(
            host=self.host.value(),
            guest=self.guest.value(),
            protocol=self.protocol.currentData(),
            address=self.address.text().strip(),
        )

    def widgets(self) -> list[QWidget]:
        """By column."""
        return [self.protocol, self.address, self.host, self.guest, self.state, self.remove]


class ForwardTable(QWidget):
    """Writes into the draft; looks at the ports again every other second while it is seen."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self.rows: list[ForwardRow] = []
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(8)
        self.grid.setVerticalSpacing(8)
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(4, 1)
        self._heads: list[QLabel] = []
        for column, words in enumerate(
            (self.tr("Protocol"), self.tr("Address here"), self.tr("Port here"),
             self.tr("Port in the guest"), self.tr("State"))
        ):  # fmt: skip
            head = text(words, "quiet")
            head.setAlignment(Qt.AlignmentFlag.AlignBottom)
            self._heads.append(head)
            self.grid.addWidget(head, 0, column)
        self.add_button = QPushButton(self.tr("Add a forward"))
        self.add_button.setAutoDefault(False)
        wear(self.add_button, "plus")
        self.add_button.clicked.connect(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(self.grid)
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._build()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at once when it is seen."""
        super().showEvent(event)
        self.look()

    def look(self) -> None:
        """Try the ports."""
        if not self.rows or not self.isVisible():
            return
        forwards = tuple(row.forward() for row in self.rows)
        running = self._draft.running
        held = running.network.forwards if running is not None else ()
        in_background(
            self,
            lambda: ports.look(forwards, held),
            lambda states: self._show(forwards, states),
            lambda _: None,
        )

    def _show(self, forwards: tuple[Forward, ...], states: list[ports.State]) -> None:
        if forwards != tuple(row.forward() for row in self.rows):
            return
        words = {
            "free": self.tr("free"),
            "ours": self.tr("used by this machine"),
            "taken": self.tr("taken"),
            "forbidden": self.tr("not allowed"),
            "unknown": self.tr("no such address"),
        }
        for row, state in zip(self.rows, states, strict=True):
            row.state.setText(words[state])
            set_look(row.state, _LOOKS[state])

    def _build(self) -> None:
        for row in self.rows:
            for widget in (*row.widgets(), row):
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for line, forward in enumerate(self._draft.value.network.forwards, 1):
            row = ForwardRow(line, forward, self)
            row.changed.connect(self._take)
            row.remove.clicked.connect(lambda _=False, each=row: self._remove(each))
            for column, widget in enumerate(row.widgets()):
                self.grid.addWidget(widget, line, column)
                if self.isVisible():
                    widget.show()  # now, not with the next turn: one gets the focus
            self.rows.append(row)
        for head in self._heads:
            head.setVisible(bool(self.rows))
        self.look()

    def _take(self) -> None:
        self._draft.put_network(forwards=tuple(row.forward() for row in self.rows))
        self.look()

    def _add(self) -> None:
        forwards = self._draft.value.network.forwards
        taken = {each.host for each in forwards}
        host = next(port for port in range(2222, 65536) if port not in taken)
        self._draft.put_network(forwards=(*forwards, Forward(host=host, guest=22)))
        self._build()
        with QSignalBlocker(self.rows[-1]):
            self.rows[-1].host.setFocus()
            self.rows[-1].host.selectAll()

    def _remove(self, row: ForwardRow) -> None:
        self.rows[self.rows.index(row)].changed.disconnect(self._take)
        kept = tuple(each.forward() for each in self.rows if each is not row)
        self._draft.put_network(forwards=kept)
        self._build()
        self.add_button.setFocus()
