"""The guest's memory, as far as QEMU shares it: mapped here, found by address."""

from __future__ import annotations

import fcntl
import mmap
import os
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from vmgui.backend.vhost.protocol import MemoryRegion, ProtocolError

_ADDRESSES = 1 << 64


class BadAddress(Exception):
    """A guest named memory that it does not have. Holds a sentence's beginning."""


class Mapped(NamedTuple):
    """A region of the guest's memory: guest addresses from ``low`` up to ``high``, user addresses
    from ``user`` on. ``view`` has its bytes, index 0 being ``low``.
    """

    low: int
    high: int
    user: int
    view: memoryview


class GuestMemory:
    """All regions. A mapping lasts as long as somebody holds a view of it."""

    def __init__(self, regions: Iterable[Mapped] = ()) -> None:
        # The largest first: nearly all buffers lie there.
        self.regions = tuple(sorted(regions, key=lambda each: each.low - each.high))

    def segments(self, address: int, length: int) -> list[memoryview]:
        """The bytes at a guest address: one view, or several where regions follow each other.

        Raises :exc:`BadAddress`.
        """
        found = []
        while length:
            for low, high, _, view in self.regions:
                if low <= address < high:
                    end = min(high, address + length)
                    found.append(view[address - low : end - low])
                    length -= end - address
                    address = end
                    break
            else:
                raise BadAddress(f"{length} bytes at {address:#x} are not the guest's memory")
        return found

    def whole(self, address: int, length: int) -> memoryview:
        """The bytes at a guest address, which lie in one region. Raises :exc:`BadAddress`."""
        for low, high, _, view in self.regions:
            if low <= address and address + length <= high:
                return view[address - low : address - low + length]
        raise BadAddress(f"{length} bytes at {address:#x} are not the guest's memory")

    def at_user(self, address: int, length: int) -> memoryview:
        """The bytes at a user address, which lie in one region. Raises :exc:`BadAddress`."""
        for low, high, user, view in self.regions:
            if user <= address and address + length <= user + high - low:
                return view[address - user : address - user + length]
        raise BadAddress(f"{length} bytes at the user address {address:#x} are not shared")


def map_regions(announced: list[tuple[MemoryRegion, int]]) -> GuestMemory:
    """Map what SET_MEM_TABLE announces; closes the descriptors. Raises :exc:`ProtocolError`."""
    try:
        _check([region for region, _ in announced])
        return GuestMemory(_map(region, fd) for region, fd in announced)
    finally:
        for _, fd in announced:
            os.close(fd)


def _check(regions: list[MemoryRegion]) -> None:
    for region in regions:
        ends = (region.guest + region.size, region.user + region.size, region.offset + region.size)
        if not region.size or max(ends) > _ADDRESSES:
            raise ProtocolError(f"A region of {region.size} bytes of memory is impossible.")
    for starts in ([each.guest for each in regions], [each.user for each in regions]):
        ranges = sorted(
            (start, start + region.size) for start, region in zip(starts, regions, strict=True)
        )
        for (_, end), (start, _) in pairwise(ranges):
            if start < end:
                raise ProtocolError("Two regions of memory overlap.")


def _map(region: MemoryRegion, fd: int) -> Mapped:
    memory = map_shared(fd, region.offset, region.size)
    return Mapped(region.guest, region.guest + region.size, region.user, memory)


def map_shared(fd: int, offset: int, size: int) -> memoryview:
    """``size`` bytes of a memfd from ``offset`` on. Raises :exc:`ProtocolError`.

    It must be sealed against shrinking: touching a page that is no longer in the file would end
    this process.
    """
    try:
        seals = fcntl.fcntl(fd, fcntl.F_GET_SEALS)
    except OSError:
        seals = 0
    if not seals & fcntl.F_SEAL_SHRINK:
        raise ProtocolError("Shared memory came in a file that can be cut short under us.")
    try:
        # A mapping begins at a page, an offset anywhere.
        whole = mmap.mmap(fd, offset + size, mmap.MAP_SHARED)
    except (OSError, ValueError, OverflowError):
        raise ProtocolError(f"{size} bytes of shared memory at {offset} can't be mapped.") from None
    whole.madvise(mmap.MADV_DONTDUMP)
    return memoryview(whole)[offset:]
