"""Changing what opens a disk: dialogs, then jobs; the keyring is kept true."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vmgui.disk.header import Header
from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.disk.facts import DiskFacts
from vmgui.gui.disk.key_dialogs import RecoveryKeyDialog, RemoveKeyDialog
from vmgui.gui.disk.keyed_job import KeyedJob
from vmgui.gui.disk.new_key_file import NewKeyFile
from vmgui.gui.disk.new_passphrase import NewPassphrase
from vmgui.gui.disk.slots import SlotFacts
from vmgui.gui.error_dialog import show_error
from vmgui.job import run
from vmgui.secret import keyring_store, recovery


class KeyDeeds(QObject):
    """One at a time. ``told`` carries a sentence and its look; ``busy`` comes at start and end."""

    changed = Signal()
    busy = Signal()
    told = Signal(str, str)

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._facts: DiskFacts | None = None
        self._job: KeyedJob | None = None

    @property
    def running(self) -> bool:
        """Whether a change is under way."""
        return self._job is not None

    def follow(self, facts: DiskFacts) -> None:
        """The disk that is meant from now on."""
        self._facts = facts

    def add_passphrase(self) -> None:
        """Ask for another passphrase, and add it."""
        facts, _ = self._disk()
        dialog = NewPassphrase(
            self.tr("Add a passphrase"),
            self.tr("Another passphrase for the disk %s") % facts.name,
            self.tr("The disk opens with it, too; what opens it now still does."),
            self.tr("Add passphrase"),
            facts.name,
            self._view.window(),
        )
        dialog.accepted.connect(
            lambda: self._add("passphrase", dialog.secret, self.tr("The passphrase was added."))
        )
        dialog.open()

    def add_key_file(self) -> None:
        """Ask for a key file, and add it."""
        facts, _ = self._disk()
        dialog = NewKeyFile(facts.name, self._view.window())
        dialog.accepted.connect(
            lambda: self._add("key-file", dialog.secret, self.tr("The key file was added."))
        )
        dialog.open()

    def new_recovery_key(self) -> None:
        """Add a recovery key; it is shown once that is done, and only then."""
        facts, header = self._disk()
        key = recovery.new()
        path, uuid = facts.path, str(header.disk)

        def show() -> None:
            RecoveryKeyDialog(key, path, uuid, self._view.window()).open()

        self._add("recovery", key.secret(), self.tr("The recovery key was added."), show)

    def change(self, slot: SlotFacts) -> None:
        """Ask for a new passphrase, and put it in a slot's place."""
        facts, _ = self._disk()
        dialog = NewPassphrase(
            self.tr("Change the passphrase"),
            self.tr("A new passphrase for the disk %s") % facts.name,
            self.tr(
                "It takes the place of key slot %d. Header backups made before still open with "
                "the old one."
            )
            % slot.number,
            self.tr("Change passphrase"),
            facts.name,
            self._view.window(),
        )
        dialog.accepted.connect(lambda: self._change(slot.number, dialog.secret))
        dialog.open()

    def remove(self, slot: SlotFacts) -> None:
        """Ask, then close a slot."""
        facts, _ = self._disk()
        dialog = RemoveKeyDialog(slot, facts.name, self._view.window())
        dialog.accepted.connect(lambda: self._remove(slot.number))
        dialog.open()

    # --- jobs ---------------------------------------------------------------------------------

    def _disk(self) -> tuple[DiskFacts, Header]:
        facts = self._facts
        assert facts is not None
        assert facts.header is not None
        return facts, facts.header

    def _add(self, kind: str, secret: bytearray, words: str, then: Any = lambda: None) -> None:
        def done(_: dict[str, Any]) -> None:
            self.told.emit(words, "good")
            then()

        self._run("key-add", {"kind": kind}, [secret], done)

    def _change(self, number: int, secret: bytearray) -> None:
        facts, header = self._disk()
        kept = bytearray(secret)

        def done(_: dict[str, Any]) -> None:
            self.told.emit(self.tr("The passphrase was changed."), "good")
            self._tidy(str(header.disk), facts.path, kept)

        self._run("key-change", {"kind": "passphrase", "slot": number}, [secret], done)

    def _remove(self, number: int) -> None:
        facts, header = self._disk()

        def done(_: dict[str, Any]) -> None:
            self.told.emit(self.tr("Key slot %d was removed.") % number, "good")
            self._tidy(str(header.disk), facts.path, bytearray())

        self._run("key-remove", {"slot": number}, [], done)

    def _run(self, verb: str, params: dict[str, Any], more: list[bytearray], done: Any) -> None:
        facts, header = self._disk()
        job = self._job = KeyedJob(
            verb,
            {"path": str(facts.path), **params},
            str(header.disk),
            self._view.window(),
            more=more,
            why=self.tr("Give one that opens the disk now, to change what opens it."),
        )

        def end() -> None:
            for secret in more:
                secret[:] = bytes(len(secret))
            self._job = None
            self.busy.emit()

        def fail(error: VmguiError) -> None:
            end()
            show_error(error, self._view.window())

        def succeed(result: dict[str, Any]) -> None:
            end()
            done(result)
            self.changed.emit()

        job.done.connect(succeed)
        job.failed.connect(fail)
        job.cancelled.connect(end)
        self.told.emit("", "")
        self.busy.emit()

    def _tidy(self, uuid: str, path: Path, new: bytearray) -> None:
        """The keyring must not keep what opens the disk no more: it gets the new passphrase."""
        in_background(self, lambda: _tidy(uuid, path, new), self._tidied, self._not_tidied)

    def _tidied(self, words: str) -> None:
        if words == "replaced":
            self.told.emit(self.tr("The passphrase was changed, also in the keyring."), "good")
        elif words == "forgotten":
            self.told.emit(
                self.tr("It was removed, from the keyring as well: you will be asked."), "good"
            )

    def _not_tidied(self, error: VmguiError) -> None:
        show_error(error, self._view.window())


def _tidy(uuid: str, path: Path, new: bytearray) -> str:
    """Blocks. Says what was done: “replaced”, “forgotten” or nothing."""
    kept = keyring_store.lookup(uuid).secret
    try:
        if not kept:
            return ""
        try:
            run("unlock-test", {"path": str(path)}, [kept])
        except VmguiError as error:
            if error.code != "wrong-secret":
                raise
        else:
            return ""
        if new:
            keyring_store.store(uuid, path, new)
            return "replaced"
        keyring_store.forget(uuid)
        return "forgotten"
    finally:
        for secret in (kept, new):
            if secret:
                secret[:] = bytes(len(secret))
