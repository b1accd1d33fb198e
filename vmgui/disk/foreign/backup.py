"""A foreign header in a file of its own: the medium's first bytes, up to its data, as they are.

For LUKS that is what ``cryptsetup luksHeaderBackup`` writes, and what its restore takes.
"""

from __future__ import annotations

from pathlib import Path

from vmgui.disk.backup import write_backup
from vmgui.disk.container import open_storage
from vmgui.disk.errors import DiskError
from vmgui.disk.foreign.format import Format, Secret
from vmgui.disk.header import Header
from vmgui.storage.file import FileStorage

_STEP = 1 << 20


def backup(path: Path, target: Path, form: Format) -> Header:
    """Write the header and key slots of the disk ``path`` into the new file ``target`` (0600)."""
    storage = open_storage(path, read_only=True)
    try:
        container, found = form.find(storage, path)
        head = bytearray(container.description.head)
        with form.told(path):
            storage.read(0, memoryview(head))
    finally:
        storage.close()
    write_backup(target, head)
    return found.header


def restore(path: Path, source: Path, form: Format, secret: Secret | None) -> Header:
    """Put a backup's header back, opened with ``secret`` first to prove that it can be.

    Its generation becomes what it was then: a machine that has seen a newer one asks its owner.
    Raises :exc:`DiskError`; nothing is changed then.
    """
    saved = open_storage(source, read_only=True)
    try:
        container, header = form.read(saved, source)
        about = container.description
        key, _ = form.unlock(container, secret, source)
        key.close()
        storage = open_storage(path, read_only=False)
        try:
            _check_fits(storage, path, source, form, header)
            with form.told(path):
                # What lies at the very start names all the rest: it is written last.
                first = min(_STEP, about.head)
                for start in [*range(first, about.head, _STEP), 0]:
                    piece = memoryview(bytearray(min(_STEP, about.head - start)))
                    saved.read(start, piece)
                    if not start:
                        storage.flush()
                    storage.write(start, piece)
                storage.flush()
        finally:
            storage.close()
    finally:
        saved.close()
    return header


def _check_fits(
    storage: FileStorage, path: Path, source: Path, form: Format, header: Header
) -> None:
    assert header.foreign is not None
    needed = max(header.foreign.offset + 1, header.body.end if header.body.size else 0)
    if storage.size < needed:
        raise DiskError(
            f"The header backup {source} does not belong to {path}.",
            why=f"It describes a disk of at least {needed} bytes; the file has {storage.size}.",
            remedy="Check which backup belongs to which disk; nothing was changed.",
            code="other-disk",
        )
    try:
        _, there = form.read(storage, path)
    except DiskError:
        return  # what is there can't be read: that is what backups are for
    if there.disk != header.disk:
        raise DiskError(
            f"The header backup {source} belongs to another disk.",
            why=f"It is of the disk {header.disk}; {path} is {there.disk}.",
            remedy="Check which backup belongs to which disk; nothing was changed.",
            code="other-disk",
        )
