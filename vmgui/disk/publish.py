"""A new file appears whole or not at all: nothing is seen under its name before."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Callable
from pathlib import Path

from vmgui.disk.errors import DiskError
from vmgui.storage.file import FileStorage

Progress = Callable[[int, int, str], None]
_STEP = 1 << 20


def check_free(path: Path) -> None:
    """Raises :exc:`DiskError` where there is something of that name."""
    if os.path.lexists(path):
        raise DiskError(
            f"There is already a file {path}.",
            remedy="Choose another name, or move that file away; vmgui never overwrites one.",
            code="exists",
        )


def new_file(path: Path, build: Callable[[FileStorage], None]) -> None:
    """Let ``build`` fill an empty file, then give it its name. What it raises leaves nothing."""
    partial = path.with_name(f".{path.name[:200]}.{secrets.token_hex(4)}.partial")
    try:
        storage = FileStorage(partial, create=True)
        try:
            build(storage)
        finally:
            storage.close()
        _publish(partial, path)
    except OSError as error:
        raise _cannot_create(path, error) from None
    finally:
        partial.unlink(missing_ok=True)


def fill(storage: FileStorage, start: int, progress: Progress) -> None:
    """Random bytes from ``start`` to the end."""
    total = storage.size
    for offset in range(start, total, _STEP):
        step = min(_STEP, total - offset)
        storage.write(offset, memoryview(secrets.token_bytes(step)))
        progress(offset + step - start, total - start, "Filling the disk with random bytes")
    storage.flush()


def _publish(partial: Path, path: Path) -> None:
    """Give the finished file its name, never replacing another one."""
    try:
        os.link(partial, path)
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS):
            raise
        check_free(path)  # a file system without links, FAT say: as near as it gets
        os.rename(partial, path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _cannot_create(path: Path, error: OSError) -> DiskError:
    if error.errno == errno.EEXIST:
        return DiskError(f"There is already a file {path}.", remedy="Choose another name.")
    remedies = {
        errno.ENOSPC: "Free some room, or choose another drive.",
        errno.EDQUOT: "Free some room, or choose another drive.",
        errno.EFBIG: "This file system can't hold a file that large: choose a smaller size.",
        errno.ENOENT: f"Make the folder {path.parent} first.",
        errno.EACCES: "Choose a folder that you may write to.",
        errno.EROFS: "Choose a drive that can be written.",
        errno.ENAMETOOLONG: "Choose a shorter name.",
    }
    return DiskError(
        f"The disk {path} can't be created; nothing was left behind.",
        why=f"{error.strerror}.",
        remedy=remedies.get(error.errno or 0, "Check the folder and the drive."),
        code="cannot-create",
    )
