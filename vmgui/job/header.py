"""What a disk's header says, for processes that run no plug-in's code.

Our own header is read here. That of a foreign container is read by its plug-in, in a worker, and
comes back as data.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import msgspec

from vmgui.api import Description
from vmgui.disk import backup as own_backup
from vmgui.disk import container as own
from vmgui.disk.errors import DiskError
from vmgui.disk.foreign.format import header_of
from vmgui.disk.header import Found, Header
from vmgui.job.process import run
from vmgui.plugin.found import Plugin
from vmgui.plugin.marks import recognise

# A foreign header is read again when so many of its first bytes change, or the file's size.
WATCHED = 64 << 10

_Stamp = tuple[int, int, int, bytes]
_known: dict[Path, tuple[_Stamp, Found]] = {}


def read_header(path: Path | str) -> Found:
    """The header of a disk of any format, without a lock and without a secret.

    Raises :exc:`vmgui.errors.VmguiError`.
    """
    path = Path(path)
    plugin = recognise(path)
    if plugin is None:
        return own.read_header(path)
    stamp = _stamp(path)
    known = _known.get(path)
    if known is None or known[0] != stamp:
        known = _known[path] = (stamp, _ask(path, plugin, backup=False))
    return known[1]


def read_backup(source: Path) -> Header:
    """The header in a backup file of any format. Raises :exc:`vmgui.errors.VmguiError`."""
    plugin = recognise(source)
    if plugin is None:
        return own_backup.read_backup(source)
    return _ask(source, plugin, backup=True).header


def _ask(path: Path, plugin: Plugin, *, backup: bool) -> Found:
    said: dict[str, Any] = run("describe", {"path": str(path.absolute()), "backup": backup})
    try:
        description = msgspec.convert(said["description"], type=Description)
        return Found(header_of(description, plugin.manifest), description.damaged)
    except (msgspec.ValidationError, ValueError):
        raise DiskError(
            f"The plug-in “{plugin.manifest.name}” made a mistake; the disk is left as it is.",
            why="What it says of the disk is impossible.",
            remedy="Tell its publisher.",
            code="plugin-failed",
        ) from None


def _stamp(path: Path) -> _Stamp:
    with own.reading(path) as storage:
        info = path.stat()
        start = bytearray(min(storage.size, WATCHED))
        storage.read(0, memoryview(start))
        return info.st_dev, info.st_ino, storage.size, hashlib.sha256(start).digest()
