"""Which header backups were made from the window: where each lies and since when.

Kept in ``header-backups.json`` in the state directory, by disk UUID. It is a reminder, no more: a
file that can't be read counts as empty, and a backup may have been moved away since.
"""

from __future__ import annotations

import datetime
import threading
from pathlib import Path

import msgspec

from vmgui.paths import private_directory, state_dir

# Several jobs may end at the same time.
_lock = threading.Lock()


class Backup(msgspec.Struct, frozen=True):
    """The last backup of a disk's header. ``generation`` is that of the header in it."""

    path: str
    at: datetime.datetime
    generation: int


def known() -> dict[str, Backup]:
    """All backups by disk UUID. Blocks for a moment."""
    try:
        return msgspec.json.decode(_file().read_bytes(), type=dict[str, Backup])
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return {}


def remember(disk_uuid: str, path: Path, generation: int) -> None:
    """A backup was just made. Raises OSError."""
    now = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    with _lock:
        everything = {**known(), disk_uuid: Backup(str(path), now, generation)}
        private_directory(state_dir())
        new = _file().with_suffix(".new")
        new.write_bytes(msgspec.json.encode(everything, order="sorted"))
        new.replace(_file())


def stamp() -> tuple[int, int]:
    """Changes whenever :func:`known` may."""
    try:
        info = _file().stat()
    except OSError:
        return 0, 0
    return info.st_mtime_ns, info.st_ino


def _file() -> Path:
    return state_dir() / "header-backups.json"
