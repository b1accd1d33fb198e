"""Telling a disk's format by the marks that manifests name: data only, no plug-in's code runs."""

from __future__ import annotations

from pathlib import Path

from vmgui.disk.header import BACKUP_MAGIC, BACKUP_OFFSET, MAGIC, PRIMARY_OFFSET
from vmgui.plugin.found import Plugin, scan
from vmgui.storage.base import Storage
from vmgui.storage.file import FileStorage


def recognise(path: Path) -> Plugin | None:
    """The plug-in whose container the file is; None for ours, and for what nobody knows.

    A file that can't be read is nobody's: whoever opens it next says why.
    """
    try:
        storage = FileStorage(path, read_only=True)
    except OSError:
        return None
    try:
        return _recognise(storage)
    except OSError:
        return None
    finally:
        storage.close()


def _recognise(storage: Storage) -> Plugin | None:
    """The mark nearest the start counts: a guest can write one only into the data behind ours."""
    marks: list[tuple[int, bytes, Plugin | None]] = [
        (PRIMARY_OFFSET, MAGIC, None),
        (BACKUP_OFFSET, BACKUP_MAGIC, None),
    ]
    for plugin in scan()[0]:
        if plugin.manifest.container is not None:
            marks += [(mark.at, mark.content, plugin) for mark in plugin.manifest.container.marks]
    there = [mark for mark in marks if _has(storage, *mark[:2])]
    first = min((at for at, _, _ in there), default=0)
    owners = [owner for at, _, owner in there if at == first]
    # Whoever may not run yet takes nothing from those who may.
    return min(owners, key=lambda owner: owner is not None and not owner.approved, default=None)


def _has(storage: Storage, at: int, wanted: bytes) -> bool:
    if storage.size < at + len(wanted):
        return False
    found = bytearray(len(wanted))
    storage.read(at, memoryview(found))
    return found == wanted
