"""Several machines or disks at once: what they do, and verbs for all of them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from vmgui.gui.disk.facts import DiskFacts
from vmgui.gui.elided_label import ElidedLabel
from vmgui.gui.form import card, clear, text
from vmgui.gui.icons import wear
from vmgui.gui.library.fitting import fitting
from vmgui.gui.library.library import Machine, Snapshot
from vmgui.gui.sizes import size_text


class SelectionPage(QWidget):
    """The signals carry the names of those machines for which the verb makes sense now.

    ``remove_disks`` carries the paths of those disks that no machine has.
    """

    start = Signal(object)
    shut_down = Signal(object)
    force_off = Signal(object)
    group = Signal(object)
    remove = Signal(object)
    remove_disks = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: object = None
        self.title = ElidedLabel()
        self.title.setProperty("look", "title")
        self.state = text(look="quiet")
        self.buttons: dict[str, QPushButton] = {}
        self._names: dict[str, list[str]] = {}
        rows = (QHBoxLayout(), QHBoxLayout())
        self._free: list[Path] = []
        for key, words, icon in (
            ("start", self.tr("Start"), "play"),
            ("shut_down", self.tr("Shut down"), "power"),
            ("force_off", self.tr("Force off"), "stop"),
            ("group", self.tr("Move to group…"), "folder"),
            ("remove", self.tr("Remove from the library"), "delete"),
        ):
            button = self.buttons[key] = QPushButton(words)
            wear(button, icon)
            button.clicked.connect(
                lambda _=False, each=key: getattr(self, each).emit(self._names[each])
            )
            rows[key in {"group", "remove"}].addWidget(button)
        self.take_out = QPushButton(self.tr("Remove from the list"))
        wear(self.take_out, "delete")
        self.take_out.clicked.connect(lambda: self.remove_disks.emit(self._free))
        self.take_out.hide()
        rows[1].addWidget(self.take_out)
        for row in rows:
            row.setSpacing(8)
            row.addStretch()
        self._list = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 24)
        layout.setSpacing(14)
        layout.addWidget(self.title)
        layout.addWidget(self.state)
        for row in rows:
            layout.addLayout(row)
        inside = QWidget()
        inside_layout = QVBoxLayout(inside)
        inside_layout.setContentsMargins(0, 0, 0, 0)
        inside_layout.addLayout(self._list)
        inside_layout.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inside)
        layout.addWidget(scroll, 1)

    def show_machines(self, machines: list[Machine], group: str = "") -> None:
        """Show these; ``group`` is the name of the group that they are."""
        count = self.tr("%n virtual machine(s)", "", len(machines))
        self.title.setText(group or self.tr("%s selected") % count)
        live = [each.name for each in machines if each.live]
        running = self.tr("%n running", "", len(live))
        self.state.setText(self.tr("%s, %s") % (count, running) if group else running)
        verbs = {"shut_down": "shutdown", "force_off": "kill"}
        self._names = {key: fitting(verbs.get(key, key), machines) for key in self.buttons}
        for key, button in self.buttons.items():
            button.setVisible(True)
            button.setEnabled(bool(self._names[key]))
        self.take_out.hide()
        self._list_of([(each.name, each.state_text, each.tone) for each in machines])

    def show_disks(self, disks: list[DiskFacts], snapshot: Snapshot) -> None:
        """Show these; what no machine has can leave the list."""
        self.title.setText(self.tr("%n disk(s) selected", "", len(disks)))
        self._free = [each.path for each in disks if not snapshot.users(each.path)]
        self.state.setText(self.tr("%n of no machine", "", len(self._free)))
        for button in self.buttons.values():
            button.hide()
        self.take_out.show()
        self.take_out.setEnabled(bool(self._free))
        rows = []
        for each in disks:
            users = ", ".join(user.name for user in snapshot.users(each.path))
            size = size_text(each.header.body.size) if each.header is not None else ""
            words = self.tr("%s, of %s") % (size, users) if users else size
            rows.append((each.name, words or self.tr("Can't be used"), ""))
        self._list_of(rows)

    def _list_of(self, rows: list[tuple[str, str, str]]) -> None:
        if rows == self._shown:
            return
        self._shown = rows
        clear(self._list)
        frame, inside = card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(0, 1)
        for number, (name, words, tone) in enumerate(rows):
            state = QLabel(words)
            state.setProperty("look", tone or "quiet")
            grid.addWidget(ElidedLabel(name), number, 0)
            grid.addWidget(state, number, 1)
        inside.addLayout(grid)
        self._list.addWidget(frame)
