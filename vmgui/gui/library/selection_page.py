"""Several machines at once: what they do, and verbs for all of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vmgui.gui.elided_label import ElidedLabel
from vmgui.gui.form import card, clear, text
from vmgui.gui.icons import wear
from vmgui.gui.library.library import Machine


class SelectionPage(QWidget):
    """The signals carry the names of those machines for which the verb makes sense now."""

    start = Signal(object)
    shut_down = Signal(object)
    force_off = Signal(object)
    group = Signal(object)
    remove = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: object = None
        self.title = ElidedLabel()
        self.title.setProperty("look", "title")
        self.state = text(look="quiet")
        self.buttons: dict[str, QPushButton] = {}
        self._names: dict[str, list[str]] = {}
        rows = (QHBoxLayout(), QHBoxLayout())
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
        layout.addLayout(self._list)
        layout.addStretch()

    def show_machines(self, machines: list[Machine], group: str = "") -> None:
        """Show these; ``group`` is the name of the group that they are."""
        count = self.tr("%n virtual machine(s)", "", len(machines))
        self.title.setText(group or self.tr("%s selected") % count)
        live = [each.name for each in machines if each.live]
        off = [each.name for each in machines if not each.live]
        running = self.tr("%n running", "", len(live))
        self.state.setText(self.tr("%s, %s") % (count, running) if group else running)
        usable = {each.name for each in machines if each.definition is not None}
        self._names = {
            "start": [name for name in off if name in usable],
            "shut_down": [each.name for each in machines if each.state == "running"],
            "force_off": live,
            "group": sorted(usable),
            "remove": [name for name in off if name in usable],
        }
        for key, button in self.buttons.items():
            button.setEnabled(bool(self._names[key]))
        shown = [(each.name, each.state_text, each.tone) for each in machines]
        if shown != self._shown:
            self._shown = shown
            self._build(machines)

    def _build(self, machines: list[Machine]) -> None:
        clear(self._list)
        frame, inside = card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(0, 1)
        for number, machine in enumerate(machines):
            state = QLabel(machine.state_text)
            state.setProperty("look", machine.tone or "quiet")
            grid.addWidget(ElidedLabel(machine.name), number, 0)
            grid.addWidget(state, number, 1)
        inside.addLayout(grid)
        self._list.addWidget(frame)
