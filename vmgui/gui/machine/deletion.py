"""Deleting a machine: says what is lost, and keeps the disks unless told otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.disk.facts import DiskFacts
from vmgui.gui.error_dialog import show_error
from vmgui.gui.form import breakable, hint
from vmgui.gui.notice import Notice
from vmgui.gui.sizes import size_text
from vmgui.secret import keyring_store
from vmgui.vm import store


def delete(name: str, disks: Sequence[DiskFacts]) -> None:
    """Delete a stopped machine, then these disks and what the keyring has for them.

    Blocks; raises :exc:`VmguiError`, OSError.
    """
    store.delete(name)
    for disk in disks:
        delete_disk(disk)


def delete_disk(disk: DiskFacts) -> None:
    """Delete a disk's file and what the keyring has for it. Blocks; raises :exc:`VmguiError`."""
    try:
        disk.path.unlink(missing_ok=True)
    except OSError as error:
        raise VmguiError(
            f"The disk {disk.path} can't be deleted.",
            why=f"{error.strerror}.",
            remedy="Check the permissions of its folder.",
            code="delete",
        ) from None
    if disk.header is not None and disk.header.encrypted:
        with suppress(VmguiError):  # a passphrase that opens nothing any more does no harm
            keyring_store.forget(disk.header.disk)


def lost(disk: DiskFacts) -> str:
    """A disk's file, what it takes up, and whether it is encrypted."""
    kind = ""
    if disk.header is not None:
        kind = (
            QCoreApplication.translate("Deletion", "encrypted")
            if disk.header.encrypted
            else QCoreApplication.translate("Deletion", "not encrypted")
        )
    facts = ", ".join(part for part in (size_text(disk.allocated), kind) if part)
    return f"{breakable(str(disk.path))}\n{facts}"


class DeleteDialog(Notice):
    """``disks``: those that only this machine uses; ``shared``: the others, which stay, each with
    the names of the other machines; ``deleted`` at the end.
    """

    deleted = Signal()

    def __init__(
        self,
        name: str,
        disks: Sequence[DiskFacts],
        parent: QWidget | None = None,
        shared: Sequence[tuple[DiskFacts, str]] = (),
    ) -> None:
        super().__init__("", "warning", "warning", "", parent)
        self._name, self._disks = name, disks
        self.setWindowTitle(self.tr("Delete %s") % name)
        self.set_headline(self.tr("Delete the virtual machine “%s”?") % name)
        self.say(
            self.tr(
                "Its definition, firmware settings and logs are deleted for good. To only take it "
                "out of the library, close this and choose Remove from the library."
            )
        )
        self.with_disks = QCheckBox(
            self.tr("Delete its disks as well, with all data on them"), self
        )
        self.with_disks.setVisible(bool(disks))
        self.with_disks.toggled.connect(self._say)
        self.add(self.with_disks)
        for disk in disks:
            self.add(hint(lost(disk)))
        for disk, others in shared:
            self.say(self.tr("The disk “%s” stays: %s has it, too.") % (disk.name, others))
        self.certain = QLineEdit()
        self.certain.setAccessibleName(self.tr("The machine's name, to be certain"))
        self.certain.setPlaceholderText(name)
        self.certain.textChanged.connect(self._say)
        self.certain_words = self.say(
            self.tr("All data on them is lost. To be certain, type the machine's name:"), "bad"
        )
        self.add(self.certain)
        self.buttons.addStretch()
        self.delete_button = self.add_button("")
        self.delete_button.clicked.connect(self._delete)
        self.keep_button = self.add_button(self.tr("Keep it"), primary=True)
        self.keep_button.clicked.connect(self.reject)
        self.keep_button.setFocus()
        self._say()

    def _say(self) -> None:
        both = self.tr("Delete machine and disks")
        self.delete_button.setText(
            both if self.with_disks.isChecked() else self.tr("Delete machine")
        )
        asks = self.with_disks.isChecked()
        self.certain.setVisible(asks)
        self.certain_words.setVisible(asks)
        self.delete_button.setEnabled(not asks or self.certain.text().strip() == self._name)

    def _delete(self) -> None:
        self.delete_button.setEnabled(False)
        name = self._name
        disks = self._disks if self.with_disks.isChecked() else ()
        in_background(self, lambda: delete(name, disks), lambda _: self._done(), self._fail)

    def _done(self) -> None:
        self.deleted.emit()
        self.accept()

    def _fail(self, error: VmguiError) -> None:
        self.delete_button.setEnabled(True)
        show_error(error, self)
