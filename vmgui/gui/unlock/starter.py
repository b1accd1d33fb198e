"""Starting a machine: what the keyring has is taken, the rest is asked for, nothing waits."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background, mailbox
from vmgui.gui.unlock.dialog import Locked, UnlockDialog, look_up
from vmgui.job.header import read_header
from vmgui.secret import keyring_store, source
from vmgui.secret.keyring_store import Lookup, State
from vmgui.vm import client, store
from vmgui.vm.client import StartFailed

# A keyring that needs longer is not waited for: the person can type meanwhile.
PATIENCE_MS = 1500


def _locked(name: str, given: bytearray) -> list[Locked]:
    """The locked disks, each with the secret that was given. Blocks."""
    disks = []
    for index, disk in enumerate(store.load(name).disks):
        path = Path(disk.path)
        header = read_header(path).header
        if header.encrypted:
            uuid = str(header.disk)
            disks.append(Locked(index, path, uuid, bytearray(given)))
    source.wipe(given)
    return disks


class Starter(QObject):
    """Starts one machine. Exactly one of ``started``, ``failed`` and ``given_up`` ends it.

    What a keyring is slow to tell is asked for meanwhile, and taken when it comes.
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
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._ask_missing)
        first = bytearray(given or b"")
        source.wipe(given if given is not None else bytearray())
        in_background(self, lambda: _locked(name, first), self._found, self._fail)

    def _found(self, disks: list[Locked]) -> None:
        self._disks = disks
        missing = self._missing()
        if not missing:
            self._start()
            return
        for disk in missing:
            disk.waiting = True
        self._patience.start()
        in_background(self, lambda: look_up(missing), self._looked_up, self._fail)

    def _missing(self) -> list[Locked]:
        return [disk for disk in self._disks if not disk.secret]

    def _looked_up(self, found: list[tuple[Locked, Lookup]]) -> None:
        if self.dialog is not None:
            self.dialog.take(found)
            return
        if not self._patience.isActive():
            for _, answer in found:  # it was asked meanwhile, and answered
                source.wipe(answer.secret or bytearray())
            return
        self._patience.stop()
        for disk, answer in found:
            disk.kept, disk.waiting = answer.state, False
            disk.secret = answer.secret or disk.secret
        self._ask_missing()

    def _ask_missing(self) -> None:
        missing = self._missing()
        if missing:
            self._ask(missing)
        else:
            self._start()

    def _ask(self, missing: list[Locked]) -> None:
        dialog = self.dialog = UnlockDialog(self.name, missing, parent=self._window)
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
                try:
                    for uuid, path, secret in remember:
                        keyring_store.store(uuid, path, secret)
                finally:
                    for _, _, secret in remember:
                        source.wipe(secret)

            in_background(self._window, keep, lambda _: None, self.not_remembered.emit)
        self._wipe()
        self.started.emit()

    def _fail(self, error: VmguiError) -> None:
        wrong = error.wrong_secrets if isinstance(error, StartFailed) else ()
        stale = [disk for disk in self._disks if disk.index in wrong]
        if stale:
            # The keyring's passphrase was changed on the disk, or the wrong one was stored.
            for disk in stale:
                source.wipe(disk.secret)
                disk.secret, disk.stale = bytearray(), disk.kept is State.AVAILABLE
            self._ask(stale)
            return
        self._wipe()
        self.failed.emit(error)

    def _wipe(self) -> None:
        for disk in self._disks:
            disk.secret[:] = bytes(len(disk.secret))
