"""Giving a disk to a machine and taking it away, also while the machine runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.disk.ask_secret import AskSecret
from vmgui.gui.disk.facts import DiskFacts
from vmgui.gui.library.library import Machine
from vmgui.gui.notice import Notice
from vmgui.secret import keyring_store
from vmgui.vm import changes, pinning, store


class Attaching(QObject):
    """Attaches a disk. ``done`` or ``failed`` ends it, or neither when the person gives up.

    A running machine gets an encrypted disk at once, which has to be unlocked for that: by the
    keyring, else the person is asked.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, facts: DiskFacts, machine: Machine, window: QWidget) -> None:
        super().__init__(window)
        self._path, self._name = facts.path, machine.name
        self._window = window
        self._dialog: AskSecret | None = None
        self._from_keyring = False
        header = facts.header
        if machine.live and header is not None and header.encrypted:
            uuid = str(header.disk)
            in_background(
                self,
                lambda: keyring_store.lookup(uuid).secret,
                self._looked,
                lambda _: self._looked(None),
            )
        else:
            self._attach(bytearray())

    def _looked(self, secret: bytearray | None) -> None:
        if secret:
            self._from_keyring = True
            self._attach(secret)
        else:
            self._ask()

    def _ask(self) -> None:
        why = self.tr("%s runs and gets the disk at once.") % self._name
        self._dialog = AskSecret(self._path.name, why, self._window)
        self._dialog.typed.connect(self._attach)
        self._dialog.rejected.connect(self.deleteLater)
        self._dialog.open()
        self._dialog.wait_for_input()

    def _attach(self, secret: bytearray) -> None:
        name, path = self._name, self._path

        def work() -> None:
            new = pinning.attach(store.load(name), path)
            try:
                changes.apply(name, new, {str(path.absolute()): secret} if secret else {})
            finally:
                secret[:] = bytes(len(secret))

        in_background(self, work, self._attached, self._fail)

    def _attached(self, _: object) -> None:
        self._close()
        self.done.emit(None)
        self.deleteLater()

    def _fail(self, error: VmguiError) -> None:
        if isinstance(error, changes.Refused) and error.wrong_secrets:
            if self._dialog is None:
                self._ask()
            if self._dialog is not None:
                self._dialog.wrong(from_keyring=self._from_keyring)
            self._from_keyring = False
            return
        self._close()
        self.failed.emit(error)
        self.deleteLater()

    def _close(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.accept()


class DetachDialog(Notice):
    """Accepted when a running machine is to give a disk back."""

    def __init__(self, disk: str, machine: str, parent: QWidget | None) -> None:
        super().__init__("", "warning", "warning", "", parent)
        self.setWindowTitle(self.tr("Detach a disk"))
        self.set_headline(self.tr("Detach %s from %s, which runs?") % (disk, machine))
        self.say(
            self.tr(
                "Unmount it in the guest first. The guest is asked to let go of it; what it has "
                "not written by then is lost."
            )
        )
        self.buttons.addStretch()
        self.cancel_button = self.add_button(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.detach_button = self.add_button(self.tr("Detach"), primary=True)
        self.detach_button.clicked.connect(self.accept)
        self.cancel_button.setFocus()


def detach(machine: str, path: Path) -> None:
    """Take a disk away; blocks. The file stays. Raises :exc:`VmguiError`."""
    changes.apply(machine, pinning.detach(store.load(machine), path))
