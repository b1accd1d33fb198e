"""Starting a machine: what the keyring has is taken, the rest is asked for, nothing waits."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background, mailbox
from vmgui.gui.unlock.dialog import Locked, UnlockDialog
from vmgui.job.header import read_header
from vmgui.secret import keyring_store
from vmgui.vm import client, store
from vmgui.vm.client import StartFailed


@dataclass
class _Prepared:
    """The locked disks; those with a secret have it from the keyring."""

    disks: list[Locked]


def _prepare(name: str, given: bytearray) -> _Prepared:
    """Find the locked disks and what the keyring has for them. Blocks."""
    disks = []
    for index, disk in enumerate(store.load(name).disks):
        path = Path(disk.path)
        header = read_header(path).header
        if header.encrypted:
            uuid = str(header.disk)
            secret = given or keyring_store.lookup(uuid).secret or bytearray()
            disks.append(Locked(index, path, uuid, bytearray(secret)))
    return _Prepared(disks)


class Starter(QObject):
    """Starts one machine. Exactly one of ``started``, ``failed`` and ``given_up`` ends it.

    ``progressed`` carries sentences; ``remembered`` the error of a keyring that took nothing.
    ``given``: what was typed for its disks a moment ago.
    """

    progressed = Signal(str)
    started = Signal()
    failed = Signal(object)
    given_up = Signal()
    not_remembered = Signal(object)

    def __init__(self, name: str, window: QWidget, given: bytearray | None = None) -> None:
        super().__init__(window)
        self.name = name
        self.dialog: UnlockDialog | None = None
        self._window = window
        self._disks: list[Locked] = []
        self._remember: list[Locked] = []
        first = bytearray(given or b"")
        in_background(self, lambda: _prepare(name, first), self._prepared, self._fail)

    def _prepared(self, prepared: _Prepared) -> None:
        self._disks = prepared.disks
        missing = [disk for disk in self._disks if not disk.secret]
        if missing:
            self._ask(missing)
        else:
            self._start()

    def _ask(self, missing: list[Locked], hint: str = "") -> None:
        dialog = self.dialog = UnlockDialog(self.name, missing, hint, self._window)
        dialog.accepted.connect(self._unlocked)
        dialog.rejected.connect(self._give_up)
        dialog.open()

    def _unlocked(self) -> None:
        assert self.dialog is not None
        self._remember = self.dialog.remember()
        self.dialog = None
        self._start()

    def _give_up(self) -> None:
        self.dialog = None
        self._wipe()
        self.given_up.emit()

    def _start(self) -> None:
        box, name = mailbox(), self.name
        secrets = {disk.index: disk.secret for disk in self._disks}

        def start() -> None:
            client.start(name, secrets, lambda words: box.post(self, self.progressed.emit, words))

        in_background(self, start, lambda _: self._running(), self._fail)

    def _running(self) -> None:
        remember = [(disk.uuid, disk.path, bytearray(disk.secret)) for disk in self._remember]
        if remember:

            def keep() -> None:
                for uuid, path, secret in remember:
                    keyring_store.store(uuid, path, secret)

            in_background(self._window, keep, lambda _: None, self.not_remembered.emit)
        self._wipe()
        self.started.emit()

    def _fail(self, error: VmguiError) -> None:
        wrong = error.wrong_secrets if isinstance(error, StartFailed) else ()
        stale = [disk for disk in self._disks if disk.index in wrong]
        if stale:
            # The keyring's passphrase was changed on the disk, or the wrong one was stored.
            for disk in stale:
                disk.secret = bytearray()
            self._ask(stale, self.tr("The passphrase in the keyring does not open it any more."))
            return
        self._wipe()
        self.failed.emit(error)

    def _wipe(self) -> None:
        for disk in self._disks:
            disk.secret[:] = bytes(len(disk.secret))
