"""All machines and disks as they are now, looked at again and again by a thread of its own."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from vmgui.errors import VmguiError
from vmgui.gui.background import mailbox, mistake
from vmgui.gui.disk.facts import DiskFacts, FactsReader
from vmgui.gui.new_disk.plan import SUFFIX
from vmgui.gui.record import record
from vmgui.paths import disks_dir
from vmgui.vm import client, store
from vmgui.vm.client import Status
from vmgui.vm.definition import Definition

SECONDS = 1.0


@dataclass(frozen=True)
class Machine:
    """One virtual machine. Without a ``definition`` it can't be read: ``problem`` says why."""

    name: str
    folder: Path
    definition: Definition | None
    status: Status
    disks: tuple[DiskFacts, ...] = ()
    problem: dict[str, str] = field(default_factory=dict)

    @property
    def group(self) -> str:
        """What it is listed under; "": nothing."""
        return self.definition.group if self.definition is not None else ""

    @property
    def state(self) -> str:
        """stopped, starting, running, paused, stopping, crashed; broken: no definition."""
        return self.status.state if self.definition is not None else "broken"

    @property
    def live(self) -> bool:
        """Whether there is a supervisor, and with it a guest or soon one."""
        return self.status.active

    @property
    def has_screen(self) -> bool:
        """Whether there is anything to see when it runs."""
        return self.definition is not None and self.definition.display.kind != "none"

    @property
    def error(self) -> VmguiError | None:
        """What went wrong last."""
        told = self.problem or (self.status.error if self.state == "crashed" else None)
        if told:
            return VmguiError.from_dict(dict(told))
        if self.state == "crashed" and self.status.message:
            return VmguiError(self.status.message)
        return None

    @property
    def state_text(self) -> str:
        """The state in words."""
        translate = QCoreApplication.translate
        return {
            "stopped": translate("Machine", "Off"),
            "starting": translate("Machine", "Starting…"),
            "running": translate("Machine", "Running"),
            "paused": translate("Machine", "Paused"),
            "stopping": translate("Machine", "Shutting down…"),
            "crashed": translate("Machine", "Stopped unexpectedly"),
            "broken": translate("Machine", "Can't be used"),
        }[self.state]

    @property
    def tone(self) -> str:
        """The colour that goes with the state; empty: none."""
        return {
            "running": "good",
            "starting": "accent",
            "stopping": "accent",
            "paused": "warning",
            "crashed": "bad",
            "broken": "bad",
        }.get(self.state, "")


@dataclass(frozen=True)
class Snapshot:
    """Everything at one moment. ``disks`` are all disks, those of machines included."""

    machines: tuple[Machine, ...] = ()
    disks: tuple[DiskFacts, ...] = ()

    def machine(self, name: str) -> Machine | None:
        """The machine of this name."""
        return next((each for each in self.machines if each.name == name), None)

    def disk(self, path: str) -> DiskFacts | None:
        """The disk at this path."""
        return next((each for each in self.disks if str(each.path) == path), None)

    def users(self, path: Path) -> list[Machine]:
        """The machines that a disk is attached to."""
        return self._users.get(path, [])

    @cached_property
    def _users(self) -> dict[Path, list[Machine]]:
        found: dict[Path, list[Machine]] = {}
        for each in self.machines:
            for path in dict.fromkeys(disk.path for disk in each.disks):
                found.setdefault(path, []).append(each)
        return found


class Library(QObject):
    """Tells of each change by ``changed``; ``failed`` when looking itself fails."""

    changed = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        more_disks: Iterable[Path] = (),
        parent: QObject | None = None,
        hidden: Iterable[Path] = (),
    ) -> None:
        super().__init__(parent)
        self._hidden = frozenset(hidden)
        self.snapshot = Snapshot()
        self._more_disks = tuple(more_disks)
        self._facts = FactsReader()
        self._wake = threading.Event()
        self._ended = threading.Event()
        self._mailbox = mailbox()
        self.destroyed.connect(self._ended.set)

    def start(self) -> None:
        """Begin to look; the first ``changed`` comes soon, even if there is nothing."""
        threading.Thread(target=self._watch, name="vmgui library", daemon=True).start()

    def stop(self) -> None:
        """Look no more."""
        self._ended.set()
        self._wake.set()

    def refresh(self) -> None:
        """Look now: something was just changed."""
        self._wake.set()

    def watch_disks(self, paths: Iterable[Path], hidden: Iterable[Path] = ()) -> None:
        """The disks to show besides those of the usual folder and of machines.

        ``hidden`` are not shown unless a machine has them.
        """
        self._more_disks, self._hidden = tuple(paths), frozenset(hidden)
        self.refresh()

    def _watch(self) -> None:
        last: Snapshot | None = None
        known: store.Known = {}
        told = ""
        while not self._ended.is_set():
            self._wake.clear()
            try:
                now = look(self._facts, self._more_disks, self._hidden, known)
            except Exception as error:  # noqa: BLE001  (a thread's end: nobody above could catch it)
                if str(error) != told:  # once, not each second
                    told = str(error)
                    if not isinstance(error, VmguiError):
                        record(traceback.format_exc())
                        error = mistake(error)
                    self._mailbox.post(self, self.failed.emit, error)
            else:
                told = ""
                if now != last:
                    last = now
                    self._mailbox.post(self, self._take, now)
            self._wake.wait(SECONDS)

    def _take(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.changed.emit(snapshot)


def look(
    facts: FactsReader,
    more_disks: Iterable[Path] = (),
    hidden: Collection[Path] = (),
    known: store.Known | None = None,
) -> Snapshot:
    """Everything as it is now. Blocks for a moment; ``known``: see :func:`store.entries`."""
    machines = tuple(_machine(entry, facts) for entry in store.entries(known))
    used = {disk.path for machine in machines for disk in machine.disks}
    listed = {*disks_dir().glob(f"*{SUFFIX}"), *more_disks}
    paths = used | listed.difference(hidden)
    disks = tuple(facts.read(path) for path in sorted(paths, key=lambda path: path.name.casefold()))
    return Snapshot(machines, disks)


def _machine(entry: store.Entry, facts: FactsReader) -> Machine:
    if entry.definition is None:
        problem = entry.problem.as_dict() if entry.problem is not None else {}
        return Machine(entry.name, entry.folder, None, Status(), problem=problem)
    return Machine(
        entry.name,
        entry.folder,
        entry.definition,
        client.status_of(entry.definition),
        tuple(facts.read(Path(disk.path)) for disk in entry.definition.disks),
    )
