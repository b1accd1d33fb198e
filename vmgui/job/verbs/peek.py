"""A stretch of a disk as its guest reads it, and as it lies in the file. Secrets: what opens it.

Read-only. Where the disk is in use only the file's side can be seen: its backend answers nobody
but its own virtual machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from vmgui.disk.container import Disk, reading
from vmgui.disk.engine import BlockDevice
from vmgui.disk.errors import DiskInUse
from vmgui.disk.header import COPY_SIZE, Header
from vmgui.job.progress import Progress
from vmgui.plugin.opening import open_disk, read_header
from vmgui.storage.base import Storage

MAX_LENGTH = 1 << 20
# As much of the file's beginning as holds flag, encryptionID and a foreign format's marks.
HEAD = 512


class Params(msgspec.Struct, forbid_unknown_fields=True):
    """``start`` counts the guest's bytes; None: where the file first holds something."""

    path: str
    length: int
    start: int | None = None


def run(params: Params, secrets: list[bytearray], progress: Progress) -> dict[str, Any]:
    """``private`` holds the guest's bytes (none while the disk is in use), then the file's.

    ``start``, ``length`` and ``file_offset`` say which they are; ``busy`` why there is no guest's
    side; ``bad`` lists sectors that could not be read and are zeros here; ``head`` is the file's
    beginning in hexadecimal; ``size`` is the disk's.
    """
    path, secret = Path(params.path), secrets[0] if secrets else None
    progress(0, 0, "Unlocking")
    try:
        disk: Disk | None = open_disk(path, secret=secret, read_only=True)
    except DiskInUse as error:
        disk, busy = None, error.why
        header = read_header(path).header
    else:
        assert disk is not None
        busy, header = "", disk.header
    try:
        with reading(path) as storage:
            start, length = _stretch(params, header, storage)
            offset = header.body.segments[0].offset
            private = bytearray(length if disk is None else 2 * length)
            view = memoryview(private)
            bad = [] if disk is None else list(read_all(disk.device, start, view[:length]))
            storage.read(offset + start, view[-length:])
            head = bytearray(min(HEAD, COPY_SIZE, storage.size))
            storage.read(0, memoryview(head))
    finally:
        if disk is not None:
            disk.close()
    return {
        "private": private,
        "start": start,
        "length": length,
        "file_offset": offset + start,
        "size": header.body.size,
        "busy": busy,
        "bad": bad,
        "head": head.hex(),
    }


def _stretch(params: Params, header: Header, storage: Storage) -> tuple[int, int]:
    """Whole sectors of the disk."""
    body = header.body
    sector = body.cipher.sector_size
    length = min(max(params.length, sector), MAX_LENGTH, body.size) // sector * sector
    start = params.start
    if start is None:
        start = first_written(storage, body.segments[0].offset, body.size)
    return min(max(start, 0), body.size - length) // sector * sector, length


def first_written(storage: Storage, offset: int, size: int) -> int:
    """Where the data area first has anything but a hole, in the guest's bytes."""
    at = 0
    for length, written in storage.extents(offset, size):
        if written:
            return at
        at += length
    return 0


def read_all(device: BlockDevice, start: int, out: memoryview) -> Iterator[int]:
    """Fill ``out`` with whole sectors; the numbers of those that can't be read, left as zeros."""
    try:
        device.read(start, out)
    except OSError:
        size = device.sector_size
        for at in range(0, len(out), size):
            try:
                device.read(start + at, out[at : at + size])
            except OSError:
                out[at : at + size] = bytes(size)
                yield (start + at) // size
