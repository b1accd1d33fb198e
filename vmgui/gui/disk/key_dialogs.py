"""Short dialogs on key slots: a recovery key shown once, a slot to be removed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from vmgui.gui.disk.slots import SlotFacts
from vmgui.gui.new_disk.recovery_view import RecoveryView
from vmgui.gui.notice import Notice
from vmgui.secret.recovery import RecoveryKey


class RecoveryKeyDialog(Notice):
    """Shows a recovery key that was just added: this once."""

    def __init__(self, key: RecoveryKey, disk: Path, uuid: str, parent: QWidget | None) -> None:
        super().__init__("", "done", "good", "", parent)
        self.setWindowTitle(self.tr("New recovery key"))
        self.set_headline(self.tr("The disk %s has a new recovery key.") % disk.name)
        self.view = RecoveryView(key, disk, uuid)
        self.body.addWidget(self.view)
        self.buttons.addStretch()
        self.close_button = self.add_button(self.tr("I have kept it"), primary=True)
        self.close_button.clicked.connect(self.accept)


class RemoveKeyDialog(Notice):
    """Accepted when the slot is to be closed."""

    def __init__(self, slot: SlotFacts, disk: str, parent: QWidget | None) -> None:
        super().__init__("", "warning", "warning", "", parent)
        self.setWindowTitle(self.tr("Remove a key"))
        self.set_headline(
            self.tr("Remove key slot %d (%s) of the disk %s?") % (slot.number, slot.title, disk)
        )
        self.say(self.tr("What opens the disk through this slot will not do so any more."))
        self.say(
            self.tr(
                "Header backups made before still open with it: make a new backup, and destroy "
                "the old ones."
            ),
            "quiet",
        )
        self.buttons.addStretch()
        self.cancel_button = self.add_button(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.remove_button = self.add_button(self.tr("Remove"), primary=True)
        self.remove_button.clicked.connect(self.accept)
        self.cancel_button.setFocus()
