"""Deleting a machine: says what is lost, and keeps the disks unless told otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.disk_facts import DiskFacts
from vmgui.gui.error_dialog import show_error
from vmgui.gui.form import text
from vmgui.gui.icons import pixmap
from vmgui.gui.sizes import size_text
from vmgui.gui.theme import theme
from vmgui.secret import keyring_store
from vmgui.vm import store


def delete(name: str, disks: Sequence[DiskFacts]) -> None:
    """Delete a stopped machine, then these disks and what the keyring has for them.

    Blocks; raises :exc:`VmguiError`, OSError.
    """
    store.delete(name)
    for disk in disks:
        disk.path.unlink(missing_ok=True)
        if disk.header is not None and disk.header.encrypted:
            with suppress(VmguiError):  # a passphrase that opens nothing any more does no harm
                keyring_store.forget(disk.header.disk)


class DeleteDialog(QDialog):
    """``disks``: those that only this machine uses; ``deleted`` at the end."""

    deleted = Signal()

    def __init__(
        self, name: str, disks: Sequence[DiskFacts], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._disks = name, disks
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Delete %s") % name)
        self.setMinimumWidth(480)
        sign = QLabel()
        sign.setPixmap(pixmap("warning", 40, theme().colours.warning))
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(10)
        words.addWidget(text(self.tr("Delete the virtual machine “%s”?") % name, "heading"))
        words.addWidget(text(self.tr("Its definition, firmware settings and logs are removed.")))
        self.with_disks = QCheckBox(self.tr("Delete its disks as well, with all data on them"))
        self.with_disks.setVisible(bool(disks))
        self.with_disks.toggled.connect(self._say)
        words.addWidget(self.with_disks)
        for disk in disks:
            words.addWidget(text(f"{disk.path} ({size_text(disk.allocated)})", "quiet"))
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(sign)
        top.addLayout(words, 1)
        self.cancel_button = QPushButton(self.tr("Keep it"))
        self.cancel_button.setDefault(True)
        self.cancel_button.clicked.connect(self.reject)
        self.delete_button = QPushButton()
        self.delete_button.setAutoDefault(False)
        self.delete_button.clicked.connect(self._delete)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.delete_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(20)
        layout.addLayout(top)
        layout.addStretch()
        layout.addLayout(buttons)
        self._say()

    def _say(self) -> None:
        both = self.tr("Delete machine and disks")
        self.delete_button.setText(
            both if self.with_disks.isChecked() else self.tr("Delete machine")
        )

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
