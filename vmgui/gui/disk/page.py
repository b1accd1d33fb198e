"""The page of a disk in the library: its details, who uses it, attaching it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.disk.facts import DiskFacts
from vmgui.gui.disk.view import DiskView
from vmgui.gui.elided_label import ElidedLabel
from vmgui.gui.error_dialog import show_error
from vmgui.gui.form import clear, text
from vmgui.gui.icons import wear
from vmgui.gui.library.library import Snapshot
from vmgui.gui.theme import theme
from vmgui.vm import pinning, store


class DiskPage(QWidget):
    """Shows one disk. ``changed``: a machine got it or lost it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: DiskFacts | None = None
        self._snapshot = Snapshot()
        self._shown: object = None
        self._view: DiskView | None = None
        self.name = ElidedLabel()
        self.name.setProperty("look", "title")
        self.users = text(look="quiet")
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.name)
        names.addWidget(self.users)
        self.attach_button = QPushButton(self.tr("Attach to"))
        wear(self.attach_button, "plus")
        self.menu = QMenu(self.attach_button)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.attach_button.setMenu(self.menu)
        header = QHBoxLayout()
        header.setContentsMargins(24, 18, 24, 10)
        header.addLayout(names, 1)
        header.addWidget(self.attach_button, 0, Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setWidgetResizable(True)
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(24, 8, 24, 24)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(header)
        layout.addWidget(area, 1)
        theme().changed.connect(self._build)

    def show_disk(self, facts: DiskFacts, snapshot: Snapshot) -> None:
        """Show this disk as it is now."""
        self._facts, self._snapshot = facts, snapshot
        self.name.setText(facts.name)
        users = [machine.name for machine in snapshot.users(facts.path)]
        self.users.setText(
            self.tr("Attached to %s") % ", ".join(users)
            if users
            else self.tr("Not attached to any virtual machine")
        )
        self.attach_button.setVisible(not users and facts.header is not None)
        shown = facts.stable
        if shown != self._shown:
            self._shown = shown
            self._build()
        elif self._view is not None:
            self._view.refresh(facts)

    def attach(self, machine: str) -> None:
        """Attach the disk to a stopped machine."""
        assert self._facts is not None
        path = self._facts.path
        in_background(
            self,
            lambda: _attach(machine, path),
            lambda _: self.changed.emit(),
            self._fail,
        )

    def _fill_menu(self) -> None:
        self.menu.clear()
        for machine in self._snapshot.machines:
            if machine.definition is not None:
                action = self.menu.addAction(machine.name)
                action.setEnabled(not machine.live)
                action.triggered.connect(lambda _=False, name=machine.name: self.attach(name))
        if self.menu.isEmpty():
            self.menu.addAction(self.tr("There is no virtual machine yet")).setEnabled(False)

    def _fail(self, error: VmguiError) -> None:
        show_error(error, self.window())

    def _build(self) -> None:
        clear(self._list)
        if self._facts is not None:
            self._view = DiskView(self._facts)
            self._list.addWidget(self._view)
            self._list.addStretch()


def _attach(machine: str, path: Path) -> None:
    store.update(machine, lambda definition: pinning.attach(definition, path))
