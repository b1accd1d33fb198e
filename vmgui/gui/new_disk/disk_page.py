"""Where the disk's file goes and how large the disk is."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from vmgui.gui.assistant import Page
from vmgui.gui.new_disk.disk_fields import DiskFields, SizeField
from vmgui.gui.new_disk.place import free_name, free_room
from vmgui.gui.new_disk.plan import DiskPlan
from vmgui.gui.sizes import GIB
from vmgui.paths import disks_dir

__all__ = ["DiskFields", "DiskPage", "SizeField", "free_name", "free_room"]


class DiskPage(Page):
    """First page of *New encrypted disk*."""

    def __init__(self, plan: DiskPlan) -> None:
        super().__init__()
        self.title = self.tr("Disk")
        self.hint = self.tr("A disk is a file on this computer, encrypted before it is written.")
        self._plan = plan
        self.file = DiskFields()
        self.file.name.setText(free_name(disks_dir(), self.tr("disk")))
        self.file.size_field.setValue(plan.size / GIB)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.file)
        layout.addStretch()
        for line in (self.file.name, self.file.folder):
            line.textChanged.connect(self._changed)
        self.file.checked.connect(self.changed)
        self.file.update_room()

    def complete(self) -> bool:
        """A file that can be made."""
        return not self.file.problem()

    def leave(self) -> bool:
        """Take over place and size."""
        self._plan.path = self.file.path()
        self._plan.size = self.file.size_field.bytes_wanted()
        place = self.file.place()
        self._plan.free = place.free if place is not None else None
        return True

    def _changed(self) -> None:
        self.file.update_room()
        self.changed.emit()
