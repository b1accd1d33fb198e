"""A job on a disk that needs what opens it: taken from the keyring, else asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.disk.ask_secret import AskSecret
from vmgui.gui.jobs import JobRun
from vmgui.secret import keyring_store
from vmgui.secret.keyring_store import Lookup, State


class KeyedJob(QObject):
    """Does one verb. Exactly one of ``done``, ``failed`` and ``cancelled`` ends it.

    Where the keyring has nothing, or something that opens nothing any more, a dialog over
    ``window`` asks; it tells of a wrong passphrase itself. ``secret`` is what opened the disk
    (empty on one that is not encrypted): it is there while ``done`` is told, and wiped
    afterwards. ``known`` is tried before the keyring is. ``more`` are secrets for the verb,
    besides: theirs is the caller's to wipe after the end.
    """

    progressed = Signal(object, object, str)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(
        self,
        verb: str,
        params: dict[str, Any],
        uuid: str,
        window: QWidget,
        *,
        encrypted: bool = True,
        known: bytes | bytearray = b"",
        more: Sequence[bytes | bytearray] = (),
        why: str = "",
    ) -> None:
        super().__init__(window)
        self.secret = bytearray(known)
        self.dialog: AskSecret | None = None
        self._verb, self._params, self._uuid = verb, params, uuid
        self._window, self._encrypted, self._more, self._why = window, encrypted, more, why
        self._job: JobRun | None = None
        self._from_keyring = False
        self._ended = False
        if self._encrypted and not self.secret:
            self._look()
        else:
            self._run()

    def cancel(self) -> None:
        """Stop it; ``cancelled`` follows, unless it is done."""
        if self._job is not None:
            self._job.cancel()
        else:
            self._end(self.cancelled.emit)

    def _look(self, *, unlock: bool = False) -> None:
        uuid = self._uuid
        in_background(
            self,
            lambda: keyring_store.lookup(uuid, unlock=unlock),
            self._looked,
            lambda _: self._ask(),
        )

    def _looked(self, found: Lookup) -> None:
        if self._ended:
            return
        if found.secret:
            self._from_keyring = True
            self._take(found.secret)
        else:
            self._ask(locked=found.state is State.LOCKED)

    def _take(self, secret: bytearray) -> None:
        self._wipe()
        self.secret = secret
        self._run()

    def _ask(self, hint: str = "", *, locked: bool = False) -> None:
        if self.dialog is None:
            name = Path(self._params["path"]).name
            self.dialog = AskSecret(name, hint or self._why, self._window)
            self.dialog.typed.connect(self._typed)
            self.dialog.keyring_wanted.connect(lambda: self._look(unlock=True))
            self.dialog.rejected.connect(self._rejected)
            self.dialog.open()
        self.dialog.wait_for_input(keyring_locked=locked)

    def _typed(self, secret: bytearray) -> None:
        self._from_keyring, self._encrypted = False, True
        self._take(secret)

    def _rejected(self) -> None:
        self.dialog = None
        self.cancel()

    def _run(self) -> None:
        secrets = [self.secret] if self._encrypted else []
        job = self._job = JobRun(self._verb, self._params, [*secrets, *self._more], self)
        job.progressed.connect(self._progress)
        job.done.connect(self._finish)
        job.failed.connect(self._fail)
        job.cancelled.connect(lambda: self._end(self.cancelled.emit))

    def _progress(self, done: int, total: int, words: str) -> None:
        if total:  # only after the disk was opened
            self._close_dialog()
        self.progressed.emit(done, total, words)

    def _finish(self, result: dict[str, Any]) -> None:
        self._close_dialog()
        self._end(lambda: self.done.emit(result))

    def _fail(self, error: VmguiError) -> None:
        self._job = None
        wrong = error.code in {"wrong-secret", "secret-wanted"}
        if wrong and self.dialog is not None:
            self.dialog.wrong(from_keyring=self._from_keyring)
        elif wrong:
            self._ask(
                self.tr("The passphrase in the keyring does not open it any more.")
                if self._from_keyring
                else ""
            )
        else:
            self._close_dialog()
            self._end(lambda: self.failed.emit(error))

    def _close_dialog(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.accept()

    def _end(self, tell: Any) -> None:
        if self._ended:
            return
        self._ended = True
        self._close_dialog()
        tell()
        self._wipe()
        self.deleteLater()

    def _wipe(self) -> None:
        self.secret[:] = bytes(len(self.secret))
