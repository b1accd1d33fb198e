"""Which disk the machine gets."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from vmgui.gui.file_field import FileField
from vmgui.gui.form import text
from vmgui.gui.new_disk.disk_page import DiskFields, free_name
from vmgui.gui.new_disk.plan import SUFFIX
from vmgui.gui.new_vm.plan import MachinePlan
from vmgui.gui.sizes import GIB
from vmgui.paths import disks_dir


class MachineDiskFields(QWidget):
    """A new encrypted disk (unless turned down), one that is there, or none."""

    changed = Signal()

    def __init__(self, plan: MachinePlan) -> None:
        super().__init__()
        self._plan = plan
        self._named = ""
        self.new = QRadioButton(self.tr("A new encrypted disk"))
        self.new.setChecked(True)
        self.file = DiskFields()
        self.file.size_field.setValue(plan.disk.size / GIB)
        self.existing = QRadioButton(self.tr("A disk that is there already"))
        self.existing_file = FileField(
            self.tr("Disk"), self.tr("Disks (*%s);;All files (*)") % SUFFIX
        )
        self.none = QRadioButton(self.tr("No disk"))
        self.problem = text(look="bad")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for widget in (self.new, self.file, self.existing, self.existing_file):
            layout.addWidget(widget)
        layout.addWidget(self.none)
        layout.addWidget(self.problem)
        self.file.setContentsMargins(26, 0, 0, 8)
        self.existing_file.setContentsMargins(26, 0, 0, 8)
        for radio in (self.new, self.existing, self.none):
            radio.toggled.connect(self._changed)
        for line in (self.file.name, self.file.folder, self.existing_file.line):
            line.textChanged.connect(self._changed)
        self.file.checked.connect(self._changed)

    def follow_name(self) -> None:
        """The disk is called as the machine, unless it was named otherwise."""
        if self.file.name.text() == self._named:
            stem = self._plan.name.strip().replace("/", "-").lstrip(".") or self.tr("disk")
            self._named = free_name(disks_dir(), stem)
            self.file.name.setText(self._named)
        self._changed()

    def complete(self) -> bool:
        """A file that can be made, or one that is there."""
        return not self._problem()

    def take(self) -> None:
        """Put the choice into the plan."""
        plan = self._plan
        plan.disk.wanted = self.new.isChecked()
        plan.existing = self.existing_file.path() if self.existing.isChecked() else None
        if plan.disk.wanted:
            plan.disk.path = self.file.path()
            plan.disk.size = self.file.size_field.bytes_wanted()

    def _problem(self) -> str:
        if self.new.isChecked():
            return self.file.problem()
        if self.existing.isChecked():
            if self.existing_file.path() is None:
                return self.tr("Choose the disk's file.")
            return self.existing_file.problem()
        return ""

    def _changed(self) -> None:
        self._plan.disk.wanted = self.new.isChecked()
        self.file.setVisible(self.new.isChecked())
        self.existing_file.setVisible(self.existing.isChecked())
        self.file.update_room()
        # A new file's problem is told below its own fields.
        problem = "" if self.new.isChecked() else self._problem()
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.changed.emit()
