"""Making what an assistant's pages describe, step by step, in the background."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.jobs import JobRun
from vmgui.gui.new_disk.plan import DiskPlan
from vmgui.paths import disks_dir, private_directory
from vmgui.secret import keyring_store, recovery, source

T = TypeVar("T")


class Creation(QObject):
    """Some work with an undo. Exactly one of ``done``, ``failed`` and ``cancelled`` ends a run.

    After ``failed`` and ``cancelled`` everything is as it was before.
    """

    progressed = Signal(object, object, str)
    done = Signal()
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.finished = False

    def start(self) -> None:
        """Begin; once more after a failure or a cancel."""
        raise NotImplementedError

    def cancel(self) -> None:
        """Stop as soon as possible; too late once it is done."""
        raise NotImplementedError

    def _finish(self) -> None:
        self.finished = True
        self.done.emit()


class DiskCreation(Creation):
    """Makes a disk, then whatever else the plan wants, one step after another.

    Further keys, a copy of the header, the passphrase in the keyring. ``recovery`` holds the
    recovery key afterwards, ``warning`` says what was left undone.
    """

    def __init__(self, plan: DiskPlan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plan = plan
        self.uuid = ""
        self.recovery: recovery.RecoveryKey | None = None
        self.warning = ""
        self._job: JobRun | None = None
        self._key = bytearray()
        self._steps: list[Callable[[], None]] = []
        self._before: set[Path] = set()
        self._made: list[Path] = []
        self._stored = False
        self._unwanted = False

    def start(self) -> None:
        """Prepare the folder and the key file, then go through the steps."""
        plan = self.plan
        assert plan.plugin is not None
        self.recovery, self.warning, self.uuid = None, "", ""
        self._made, self._stored, self._unwanted = [], False, False
        self._steps = [self._create]
        if plan.encrypted:
            if plan.key_file is not None and plan.secret:
                self._steps.append(self._add_key_file)
            if plan.recovery:
                self._steps.append(self._add_recovery)
            if plan.header_backup is not None:
                self._steps.append(self._back_up)
            if plan.remember and plan.secret:
                self._steps.append(self._remember)
        self._call(self._prepare, self._prepared)

    def cancel(self) -> None:
        """Stop the job that runs, and begin none after it."""
        self._unwanted = True
        if self._job is not None:
            self._job.cancel()

    def undo(self) -> None:
        """Remove the disk again, since what it was made for failed."""
        self._clean(lambda _: None)

    # --- the steps ----------------------------------------------------------------------------

    def _next(self) -> None:
        self._job = None
        if self._unwanted:
            self._clean(lambda _: self.cancelled.emit())
        elif self._steps:
            self._steps.pop(0)()
        else:
            self._wipe()
            self._finish()

    def _prepare(self) -> tuple[set[Path], bytearray]:
        """In a thread: what lies about already, and the key file's content."""
        plan = self.plan
        if plan.path.parent == disks_dir():
            private_directory(disks_dir())
        wanted = plan.encrypted and plan.key_file is not None
        key = source.from_key_file(plan.key_file) if wanted and plan.key_file else bytearray()
        return set(_partial(plan.path)), key

    def _prepared(self, prepared: tuple[set[Path], bytearray]) -> None:
        self._before, self._key = prepared
        self._next()

    @property
    def _opens(self) -> bytearray:
        """What opens the disk from the beginning."""
        return self.plan.secret or self._key

    def _create(self) -> None:
        plan = self.plan
        assert plan.plugin is not None
        params = {
            "path": str(plan.path),
            "size": plan.size,
            "plugin": plan.plugin.manifest.name,
            "options": plan.options,
            "sector_size": plan.plugin.manifest.cipher.sector_sizes[0],
            "kind": "passphrase" if plan.secret or not plan.encrypted else "key-file",
            "fill": plan.fill,
        }
        self._run("create", params, [self._opens] if plan.encrypted else [], self._created)

    def _created(self, result: dict[str, str]) -> None:
        self._made.append(self.plan.path)
        self.uuid = result["disk_uuid"]
        self._next()

    def _add_key_file(self) -> None:
        params: dict[str, object] = {"path": str(self.plan.path), "kind": "key-file"}
        self._run("key-add", params, [self._opens, self._key], lambda _: self._next())

    def _add_recovery(self) -> None:
        self.recovery = recovery.new()
        params: dict[str, object] = {"path": str(self.plan.path), "kind": "recovery"}
        secrets = [self._opens, self.recovery.secret()]
        self._run("key-add", params, secrets, lambda _: self._next())

    def _back_up(self) -> None:
        target = self.plan.header_backup
        params: dict[str, object] = {"path": str(self.plan.path), "file": str(target)}
        job = self._run("header-backup", params, [], self._backed_up)
        # The disk is whole without it, and it can be made at any time: no reason to begin anew.
        job.failed.disconnect(self._fail)
        job.failed.connect(self._not_backed_up)

    def _backed_up(self, _: object) -> None:
        assert self.plan.header_backup is not None
        self._made.append(self.plan.header_backup)
        self._next()

    def _not_backed_up(self, error: VmguiError) -> None:
        self._warn(self.tr("The header was not backed up: %s") % error)
        self._next()

    def _remember(self) -> None:
        self.progressed.emit(0, 0, self.tr("Storing the passphrase in the keyring"))
        secret, uuid, path = bytearray(self.plan.secret), self.uuid, self.plan.path

        def store() -> None:
            try:
                keyring_store.store(uuid, path, secret)
            finally:
                source.wipe(secret)

        in_background(self, store, self._remembered, self._not_remembered)

    def _remembered(self, _: object) -> None:
        self._stored = True
        self._next()

    def _not_remembered(self, error: VmguiError) -> None:
        self._warn(self.tr("The passphrase was not stored: %s") % error)
        self._next()

    # --- their ends ---------------------------------------------------------------------------

    def _run(
        self,
        verb: str,
        params: dict[str, object],
        secrets: list[bytearray],
        then: Callable[[dict[str, str]], None],
    ) -> JobRun:
        job = self._job = JobRun(verb, params, secrets, self)
        job.progressed.connect(self.progressed)
        job.done.connect(then)
        job.failed.connect(self._fail)
        job.cancelled.connect(self._stopped)
        return job

    def _stopped(self) -> None:
        self._unwanted = True
        self._next()

    def _call(self, call: Callable[[], T], then: Callable[[T], object]) -> None:
        in_background(self, call, then, self._fail)

    def _warn(self, words: str) -> None:
        self.warning = f"{self.warning}\n{words}".strip()

    def _fail(self, error: VmguiError) -> None:
        self._job = None
        self._clean(lambda _: self.failed.emit(error))

    def _clean(self, then: Callable[[object], object]) -> None:
        """Remove all that was made, then go on."""
        made, before, path, uuid = self._made, self._before, self.plan.path, self.uuid
        stored = self._stored
        self._made, self._stored, self.recovery = [], False, None
        self._wipe()

        def remove() -> None:
            for file in (*made, *(set(_partial(path)) - before)):
                file.unlink(missing_ok=True)
            if stored:
                with suppress(VmguiError):  # an entry for a disk that is gone does no harm
                    keyring_store.forget(uuid, unlock=False)

        in_background(self, remove, then, then)

    def _wipe(self) -> None:
        source.wipe(self._key)


def _partial(path: Path) -> Iterable[Path]:
    """What a worker that was ended has left of ``path``: see :mod:`vmgui.disk.publish`."""
    name = re.compile(rf"\.{re.escape(path.name[:200])}\.[0-9a-f]{{8}}\.partial")
    try:
        return [each for each in path.parent.iterdir() if name.fullmatch(each.name)]
    except OSError:
        return []
