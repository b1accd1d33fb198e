"""What will happen when a header backup is put back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from vmgui.disk.header import Header
from vmgui.gui.disk.facts import DiskFacts
from vmgui.gui.disk.slots import slots_of
from vmgui.gui.notice import Notice


class RestoreDialog(Notice):
    """Accepted when the header in the file is to take the place of the disk's."""

    def __init__(
        self, facts: DiskFacts, file: Path, header: Header, parent: QWidget | None
    ) -> None:
        super().__init__("", "warning", "warning", "", parent)
        self.setWindowTitle(self.tr("Restore the header"))
        self.set_headline(
            self.tr("Put the header from %s back onto the disk %s?") % (file.name, facts.name)
        )
        own = facts.header
        if own is not None and own.disk != header.disk:
            self.say(self.tr("This backup is of another disk: it will be refused."), "bad")
        if header.encrypted:
            self.say(self.tr("From then on the disk is opened by what opened it at the backup:"))
            self.say("\n".join(f"{slot.title}: {slot.words}" for slot in slots_of(header)), "quiet")
            self.say(
                self.tr(
                    "A passphrase that was set or changed since opens the disk no more. You will "
                    "be asked for one of the backup's."
                )
            )
        self.say(
            self.tr(
                "The data is not touched. A virtual machine that uses the disk asks you to accept "
                "the change at its next start."
            )
        )
        self.buttons.addStretch()
        self.cancel_button = self.add_button(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.restore_button = self.add_button(self.tr("Restore"), primary=True)
        self.restore_button.clicked.connect(self.accept)
        self.cancel_button.setFocus()
