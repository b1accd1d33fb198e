"""The tab with what a virtual machine is made of: hardware and disks."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from vmgui.gui.disk_view import DiskView
from vmgui.gui.form import card, clear, fact, form, text
from vmgui.gui.library import Machine
from vmgui.gui.theme import theme


class Details(QScrollArea):
    """Rebuilt only when something in it changed, so that a selection survives."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(24, 18, 24, 24)
        self._list.setSpacing(12)
        self.setWidget(inside)
        self._machine: Machine | None = None
        theme().changed.connect(self._build)

    def show_machine(self, machine: Machine) -> None:
        """Show this machine's parts."""
        before, self._machine = self._machine, machine
        if before is None or before.parts != machine.parts:
            self._build()

    def _build(self) -> None:
        machine = self._machine
        if machine is None:
            return
        clear(self._list)
        self._list.addWidget(text(self.tr("Hardware"), "heading"))
        frame, layout = card()
        rows = form()
        for name, value in machine.hardware:
            label = QLabel(name)
            label.setProperty("look", "quiet")
            rows.addRow(label, fact(value))
        layout.addLayout(rows)
        self._list.addWidget(frame)
        self._list.addSpacing(8)
        self._list.addWidget(text(self.tr("Disks"), "heading"))
        for number, disk in enumerate(machine.disks):
            self._list.addWidget(DiskView(disk, note=machine.bus(number)))
        if not machine.disks:
            self._list.addWidget(text(self.tr("It has no disk."), "quiet"))
        self._list.addStretch()
