"""Making what an assistant's pages describe, step by step, in the background."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.jobs import JobRun
from vmgui.gui.new_disk.plan import DiskPlan
from vmgui.paths import disks_dir, private_directory
from vmgui.secret import keyring_store, recovery


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
    """Makes a disk; then adds a recovery key and remembers the passphrase, where wanted.

    ``recovery`` holds the recovery key afterwards, ``warning`` says what was left undone.
    """

    def __init__(self, plan: DiskPlan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plan = plan
        self.uuid = ""
        self.recovery: recovery.RecoveryKey | None = None
        self.warning = ""
        self._job: JobRun | None = None
        self._made = False

    def start(self) -> None:
        """Make the disk."""
        plan = self.plan
        assert plan.plugin is not None
        self.recovery, self.warning, self._made = None, "", False
        if plan.path.parent == disks_dir():
            try:
                private_directory(disks_dir())
            except VmguiError as error:
                self.failed.emit(error)
                return
        params = {
            "path": str(plan.path),
            "size": plan.size,
            "plugin": plan.plugin.manifest.name,
            "options": plan.options,
            "sector_size": plan.plugin.manifest.cipher.sector_sizes[0],
            "fill": plan.fill,
        }
        secrets = [plan.secret] if plan.encrypted else []
        self._run("create", params, secrets).done.connect(self._made_disk)

    def cancel(self) -> None:
        """Stop the job that runs."""
        if self._job is not None:
            self._job.cancel()

    def undo(self) -> None:
        """Remove the disk again, since what it was made for failed."""
        if self._made:
            _remove(self.plan.path)
            if self.plan.remember:
                uuid = self.uuid
                in_background(self, lambda: keyring_store.forget(uuid), _nothing, _nothing)

    def _run(self, verb: str, params: dict[str, object], secrets: list[bytearray]) -> JobRun:
        job = self._job = JobRun(verb, params, secrets, self)
        job.progressed.connect(self.progressed)
        job.failed.connect(self._fail)
        job.cancelled.connect(self._cancelled)
        return job

    def _made_disk(self, result: dict[str, str]) -> None:
        self._made = True
        self.uuid = result["disk_uuid"]
        if not (self.plan.encrypted and self.plan.recovery):
            self._remember()
            return
        self.recovery = recovery.new()
        params: dict[str, object] = {"path": str(self.plan.path), "kind": "recovery"}
        job = self._run("key-add", params, [self.plan.secret, self.recovery.secret()])
        job.done.connect(self._remember)

    def _remember(self) -> None:
        if not (self.plan.encrypted and self.plan.remember):
            self._finish()
            return
        self.progressed.emit(0, 0, self.tr("Storing the passphrase in the keyring"))
        secret, uuid, path = bytearray(self.plan.secret), self.uuid, self.plan.path
        in_background(
            self,
            lambda: keyring_store.store(uuid, path, secret),
            lambda _: self._finish(),
            self._not_remembered,
        )

    def _not_remembered(self, error: VmguiError) -> None:
        self.warning = self.tr("The passphrase was not stored: %s") % error
        self._finish()

    def _fail(self, error: VmguiError) -> None:
        self._unmake()
        self.failed.emit(error)

    def _cancelled(self) -> None:
        self._unmake()
        self.cancelled.emit()

    def _unmake(self) -> None:
        if self._made:
            _remove(self.plan.path)
            self._made = False


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)


def _nothing(_: object) -> None:
    """Undoing is best effort: an entry for a disk that is gone does no harm."""
