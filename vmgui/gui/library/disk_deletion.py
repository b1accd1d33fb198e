"""Deleting the file of a disk that no machine has."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.disk.facts import DiskFacts
from vmgui.gui.error_dialog import show_error
from vmgui.gui.machine.deletion import delete_disk, lost
from vmgui.gui.notice import Notice
from vmgui.vm import store


class DeleteDiskDialog(Notice):
    """Asks for the disk's name; ``deleted`` at the end."""

    deleted = Signal()

    def __init__(self, disk: DiskFacts, parent: QWidget | None = None) -> None:
        super().__init__("", "warning", "warning", "", parent)
        self._disk = disk
        self.setWindowTitle(self.tr("Delete %s") % disk.name)
        self.set_headline(self.tr("Delete the disk “%s” with all data on it?") % disk.name)
        self.say(lost(disk))
        self.say(self.tr("Nobody can bring it back. To be certain, type the disk's name:"), "bad")
        self.certain = QLineEdit()
        self.certain.setAccessibleName(self.tr("The disk's name, to be certain"))
        self.certain.setPlaceholderText(disk.name)
        self.certain.textChanged.connect(self._look)
        self.add(self.certain)
        self.buttons.addStretch()
        self.delete_button = self.add_button(self.tr("Delete disk"))
        self.delete_button.setEnabled(False)
        self.delete_button.clicked.connect(self._delete)
        self.keep_button = self.add_button(self.tr("Keep it"), primary=True)
        self.keep_button.clicked.connect(self.reject)
        self.certain.setFocus()

    def _look(self) -> None:
        self.delete_button.setEnabled(self.certain.text().strip() == self._disk.name)

    def _delete(self) -> None:
        self.delete_button.setEnabled(False)
        disk = self._disk
        in_background(self, lambda: _delete(disk), lambda _: self._done(), self._fail)

    def _done(self) -> None:
        self.deleted.emit()
        self.accept()

    def _fail(self, error: VmguiError) -> None:
        self._look()
        show_error(error, self)


def _delete(disk: DiskFacts) -> None:
    for entry in store.entries():  # as it is now: it may have been attached meanwhile
        definition = entry.definition
        if definition and any(Path(each.path) == disk.path for each in definition.disks):
            raise VmguiError(
                f"The disk “{disk.name}” is not deleted.",
                why=f"The virtual machine “{definition.name}” has it now.",
                remedy="Detach it there first.",
                code="in-use",
            )
    delete_disk(disk)
