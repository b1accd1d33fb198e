"""Stores a draft, and asks for what opens the disks that a running machine gets."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.disk.ask_secret import AskSecret
from vmgui.gui.vm_settings.draft import Draft
from vmgui.job.header import read_header
from vmgui.secret import keyring_store
from vmgui.secret.source import wipe
from vmgui.vm import changes, client, store
from vmgui.vm.definition import Definition


class Saver(QObject):
    """``done``, ``failed`` (with a VmguiError) or ``given_up`` ends it."""

    done = Signal()
    failed = Signal(object)
    given_up = Signal()

    def __init__(self, draft: Draft, window: QWidget) -> None:
        super().__init__(window)
        self._draft, self._window = draft, window
        self._since, self._new = draft.old, draft.value
        self._secrets: dict[str, bytearray] = {}
        self._wanted: list[str] = []
        self._from_keyring: set[str] = set()

    def start(self) -> None:
        """Look which disks have to be opened, then store."""
        running = self._draft.running
        if running is None:
            self._apply()
            return
        now = {disk.path for disk in running.disks}
        added = [disk.path for disk in self._new.disks if disk.path not in now]
        in_background(self, lambda: _locked(added), self._looked, self._fail)

    def _looked(self, found: dict[str, bytearray | None]) -> None:
        for path, secret in found.items():
            if secret:
                self._secrets[path] = secret
                self._from_keyring.add(path)
            else:
                self._wanted.append(path)
        self._next()

    def _next(self, wrong: tuple[str, ...] = ()) -> None:
        """Ask for the next disk's secret; with none left, store."""
        if not self._wanted:
            self._apply()
            return
        path = self._wanted[0]
        why = self.tr("%s runs and gets the disk at once.") % self._since.name
        dialog = AskSecret(Path(path).name, why, self._window)
        dialog.typed.connect(lambda secret: self._typed(dialog, path, secret))
        dialog.rejected.connect(self._give_up)
        dialog.open()
        if path in wrong:
            dialog.wrong(from_keyring=path in self._from_keyring)
            self._from_keyring.discard(path)

    def _typed(self, dialog: AskSecret, path: str, secret: bytearray) -> None:
        self._secrets[path] = secret
        self._wanted.remove(path)
        dialog.accept()
        self._next()

    def _apply(self) -> None:
        since, new, secrets = self._since, self._new, self._secrets

        def work() -> None:
            name = since.name
            if new.name != name:
                store.rename(name, new.name)
            changes.apply(new.name, new, secrets, since=since)

        in_background(self, work, lambda _: self._end(), self._fail)

    def _fail(self, error: VmguiError) -> None:
        wrong = error.wrong_secrets if isinstance(error, changes.Refused) else ()
        if wrong:
            for path in wrong:
                wipe(self._secrets.pop(path, bytearray()))
            self._wanted = list(wrong)
            self._next(wrong)
            return
        self._wipe()
        self._read_again(error)

    def _read_again(self, error: VmguiError) -> None:
        """A part may be stored: what is left to store is told from what is stored now."""
        names = (self._new.name, self._since.name)
        in_background(
            self,
            lambda: _now(*names),
            lambda now: self._give_back(error, *now),
            lambda _: self.failed.emit(error),
        )

    def _give_back(self, error: VmguiError, old: Definition, running: Definition | None) -> None:
        self._draft.old, self._draft.running = old, running
        self.failed.emit(error)

    def _end(self) -> None:
        self._wipe()
        self.done.emit()

    def _give_up(self) -> None:
        self._wipe()
        self.given_up.emit()

    def _wipe(self) -> None:
        for secret in self._secrets.values():
            wipe(secret)
        self._secrets.clear()


def _locked(paths: list[str]) -> dict[str, bytearray | None]:
    """The encrypted disks among these, with what the keyring has for them."""
    result: dict[str, bytearray | None] = {}
    for path in paths:
        header = read_header(Path(path)).header
        if header.encrypted:
            try:
                result[path] = keyring_store.lookup(str(header.disk)).secret
            except VmguiError:
                result[path] = None  # a keyring that can't be asked: the person is
    return result


def _now(*names: str) -> tuple[Definition, Definition | None]:
    for name in names:
        if store.exists(name):
            return store.load(name), client.running(name)
    raise store.NoSuchVm(names[-1])
