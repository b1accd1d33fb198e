"""The header in a file of its own: losing the header would lose the disk.

A backup is one copy of the header exactly as it lies at the start of the disk. Whoever has it and
an old passphrase can open the disk even after that passphrase was removed from it.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from vmgui.disk import header as header_area
from vmgui.disk.container import open_storage, read_header, unlock
from vmgui.disk.errors import DiskError, NotADisk, NotSupported
from vmgui.disk.header import COPY_SIZE, PRIMARY_OFFSET, Header


def backup(path: Path, target: Path) -> Header:
    """Write the header of the disk ``path`` into the new file ``target`` (0600)."""
    header = read_header(path).header
    write_backup(target, header.encode(PRIMARY_OFFSET))
    return header


def write_backup(target: Path, content: bytes | bytearray) -> None:
    """Keep it in the new file ``target`` (0600). Raises :exc:`DiskError`."""
    try:
        fd = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise DiskError(
            f"The header backup {target} can't be written.",
            why=f"{error.strerror}.",
            remedy="Choose another file or folder; an existing file is never overwritten.",
        ) from None
    try:
        with open(fd, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        target.unlink(missing_ok=True)
        raise DiskError(
            f"The header backup {target} can't be written.",
            why=f"{error.strerror}.",
            remedy="Free some room or choose another drive.",
        ) from None


def read_backup(source: Path) -> Header:
    """The header in a backup file. Raises :exc:`DiskError` and its kinds."""
    try:
        with open(source, "rb") as file:
            copy = file.read(COPY_SIZE + 1)
    except OSError as error:
        raise DiskError(
            f"The header backup {source} can't be read.",
            why=f"{error.strerror}.",
            remedy="Check the path.",
        ) from None
    try:
        if len(copy) != COPY_SIZE:
            raise NotADisk("There is no vmgui header.")
        return header_area.decode(copy, PRIMARY_OFFSET)
    except NotSupported:
        raise
    except DiskError as error:
        raise DiskError(
            f"The file {source} is not a usable header backup.",
            why=error.why or "It has not the size or the mark of one.",
            remedy="Look for another backup; nothing was changed.",
            code="bad-backup",
        ) from None


def restore(path: Path, source: Path, secret: bytes | bytearray | None) -> Header:
    """Put a backup's header back, opened with ``secret`` first to prove that it can be.

    The new generation is above both the backup's and what is still readable on the disk. Raises
    :exc:`DiskError`; nothing is changed then.
    """
    header = read_backup(source)
    storage = open_storage(path, read_only=False)
    try:
        needed = header.body.end
        if storage.size < needed:
            raise DiskError(
                f"The header backup {source} does not belong to {path}.",
                why=f"It describes a disk of {needed} bytes; the file has {storage.size}.",
                remedy="Check which backup belongs to which disk; nothing was changed.",
                code="other-disk",
            )
        generation, stale = header.generation, -1
        try:
            found = header_area.read(storage)
        except DiskError:
            pass
        else:
            if found.header.disk != header.disk:
                raise DiskError(
                    f"The header backup {source} belongs to another disk.",
                    why=f"It is of the disk {header.disk}; {path} is {found.header.disk}.",
                    remedy="Check which backup belongs to which disk; nothing was changed.",
                    code="other-disk",
                )
            generation, stale = max(generation, found.header.generation), found.stale_offset
        volume_key = unlock(header, secret)
        header = replace(header, generation=generation).counted_up().signed(volume_key)
        if volume_key is not None:
            volume_key[:] = bytes(len(volume_key))
        try:
            header_area.write(storage, header, first=stale)
        except OSError as error:
            raise DiskError(
                f"The header of {path} can't be written.",
                why=f"{error.strerror}.",
                remedy="Free some room or check the drive, then restore it again.",
            ) from None
    finally:
        storage.close()
    return header
