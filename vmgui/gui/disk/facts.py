"""What can be known of a disk without its key."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from vmgui.disk.header import Header
from vmgui.errors import VmguiError
from vmgui.gui.disk import backups
from vmgui.gui.disk.backups import Backup
from vmgui.job.header import read_header

_Stamp: TypeAlias = tuple[int, int, int]


@dataclass(frozen=True)
class DiskFacts:
    """A disk file. ``header`` is missing where it can't be read: ``error`` says why.

    ``allocated`` is what the file takes up on its drive, in bytes; ``warning`` names a damaged
    copy of the header. ``backup`` is the last one of its header that was made from the window.
    """

    path: Path
    header: Header | None = None
    error: VmguiError | None = None
    warning: str = ""
    allocated: int = 0
    backup: Backup | None = None

    @property
    def name(self) -> str:
        """The file's name without the ending that we give it."""
        return self.path.name.removesuffix(".vmg")

    @property
    def stable(self) -> tuple[object, ...]:
        """What does not change just because a guest writes: to compare two looks."""
        header = self.header
        about = (
            (header.disk, header.encrypted, header.body, header.foreign)
            if header is not None
            else ()
        )
        return self.path, self.warning, str(self.error), self.backup, about


@dataclass
class FactsReader:
    """Reads headers, again only when the file changed. For one thread."""

    _known: dict[Path, tuple[_Stamp, DiskFacts]] = field(default_factory=dict)
    _backups: dict[str, Backup] = field(default_factory=dict)
    _backups_stamp: tuple[int, int] = (0, 0)

    def read(self, path: Path) -> DiskFacts:
        """The facts of the disk at ``path``; never raises."""
        try:
            info = path.stat()
        except OSError:
            info = None
        stamp = (info.st_mtime_ns, info.st_size, info.st_blocks) if info else (0, 0, 0)
        known = self._known.get(path)
        if known is None or known[0] != stamp:
            allocated = info.st_blocks * 512 if info else 0
            known = self._known[path] = (stamp, _read(path, allocated))
        facts = known[1]
        if facts.header is None:
            return facts
        backup = self._last_backups().get(str(facts.header.disk))
        return facts if backup is None else replace(facts, backup=backup)

    def _last_backups(self) -> dict[str, Backup]:
        stamp = backups.stamp()
        if stamp != self._backups_stamp:
            self._backups_stamp, self._backups = stamp, backups.known()
        return self._backups


def _read(path: Path, allocated: int) -> DiskFacts:
    try:
        found = read_header(path)
    except VmguiError as error:
        return DiskFacts(path, error=error, allocated=allocated)
    return DiskFacts(path, header=found.header, warning=found.damaged, allocated=allocated)
