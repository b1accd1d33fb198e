"""What a running machine has cost so far. All counts only grow: readers take differences."""

from __future__ import annotations

import msgspec


class DiskFigures(msgspec.Struct, frozen=True):
    """One disk, by the file's ``path``: the guest's requests, and ``cpu``, the processor seconds
    of its backend, which is what encryption and transport cost.
    """

    path: str
    reads: int = 0
    writes: int = 0
    read_bytes: int = 0
    written_bytes: int = 0
    flushes: int = 0
    cpu: float = 0.0


class Figures(msgspec.Struct, frozen=True):
    """``at`` is when they were taken (seconds, monotonic), ``cpu`` the processor seconds of QEMU,
    ``memory`` its resident bytes. Before QEMU runs all are 0 and there are no disks.
    """

    at: float
    cpu: float = 0.0
    memory: int = 0
    disks: tuple[DiskFigures, ...] = ()
