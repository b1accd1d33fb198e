"""The stamp tree: which state of each sector is the current one.

A *stamp* is the last 8 bytes of a sector's tag, zero for a sector that is unwritten. Stamps lie in
blocks (level 0); the MAC of each block lies in a block of the level above, and so on up to one
block, whose MAC is in the root. A MAC of zeros stands for a block of zeros, which was never
written. So nobody can put an older state of a sector back, or make it unwritten, unnoticed.

Blocks that were read are verified and kept; those that were changed stay until they are written.
"""

from __future__ import annotations

import hmac
import threading
from collections.abc import Iterator
from dataclasses import dataclass

from vmgui.disk.integrity.errors import StampsDamaged
from vmgui.disk.integrity.layout import (
    BLOCK,
    MAC_SIZE,
    MACS_A_BLOCK,
    STAMP_SIZE,
    STAMPS_A_BLOCK,
    Layout,
)
from vmgui.storage.base import Storage

NEVER = bytes(MAC_SIZE)
_ZERO_BLOCK = bytes(BLOCK)
# Verified blocks kept in memory, 4 KiB each; one of level 0 stands for 2 MiB of the disk.
KEPT_BLOCKS = 2048


@dataclass(frozen=True)
class Image:
    """A block of the tree as it is to be written, with the MAC that the level above has for it."""

    level: int
    index: int
    mac: bytes
    block: bytes | bytearray


class StampTree:
    """``top`` is the MAC of the top block. May be used from several threads."""

    def __init__(self, storage: Storage, layout: Layout, key: bytes, top: bytes) -> None:
        self.top = top
        self._storage = storage
        self._layout = layout
        self._key = key
        self._total = sum(level.blocks for level in layout.levels)
        self._lock = threading.RLock()
        self._blocks: list[dict[int, bytearray]] = [{} for _ in layout.levels]
        self._dirty: list[set[int]] = [set() for _ in layout.levels]
        # Those that changed before and are on their way to the medium.
        self._leaving: list[set[int]] = [set() for _ in layout.levels]

    def get(self, first: int, count: int) -> bytes | bytearray:
        """The stamps of a run of sectors. Raises :exc:`StampsDamaged`, OSError."""
        index, start = divmod(first, STAMPS_A_BLOCK)
        if start + count <= STAMPS_A_BLOCK:
            return self._block(0, index)[start * STAMP_SIZE : (start + count) * STAMP_SIZE]
        found = bytearray()
        for index, start, part in _pieces(first, count, STAMPS_A_BLOCK):
            found += self._block(0, index)[start * STAMP_SIZE : (start + part) * STAMP_SIZE]
        return found

    def prepare(self, first: int, count: int) -> None:
        """Hold what a change of these stamps needs. Raises :exc:`StampsDamaged`, OSError."""
        for index in range(first // STAMPS_A_BLOCK, (first + count - 1) // STAMPS_A_BLOCK + 1):
            if index not in self._dirty[0]:
                self._hold(index)

    def set(self, first: int, stamps: bytes | bytearray) -> None:
        """Change the stamps of a run, in memory, after :meth:`prepare`."""
        index, start = divmod(first, STAMPS_A_BLOCK)
        start *= STAMP_SIZE
        if start + len(stamps) <= BLOCK:
            self._blocks[0][index][start : start + len(stamps)] = stamps
            return
        at = 0
        for index, start, part in _pieces(first, len(stamps) // STAMP_SIZE, STAMPS_A_BLOCK):
            block, size = self._blocks[0][index], part * STAMP_SIZE
            block[start * STAMP_SIZE : start * STAMP_SIZE + size] = stamps[at : at + size]
            at += size

    def clear(self, first: int, count: int) -> None:
        """Make sectors unwritten, in memory. What was never written costs nothing."""
        for start, stop in list(self.written(first, first + count)):
            self.prepare(start, stop - start)
            for index, offset, part in _pieces(start, stop - start, STAMPS_A_BLOCK):
                block, size = self._blocks[0][index], part * STAMP_SIZE
                block[offset * STAMP_SIZE : offset * STAMP_SIZE + size] = bytes(size)

    def written(self, first: int, end: int) -> Iterator[tuple[int, int]]:
        """The runs of written sectors, as (first, end), in order and not touching each other."""
        run_start = run_end = -1
        for index in self._present(0, first // STAMPS_A_BLOCK, -(-end // STAMPS_A_BLOCK)):
            base = index * STAMPS_A_BLOCK
            low, high = max(first, base), min(end, base + STAMPS_A_BLOCK)
            block = self._block(0, index)
            words = memoryview(block).cast("Q")[low - base : high - base].tolist()
            for sector, word in enumerate(words, low):
                if not word:
                    continue
                if sector != run_end:
                    if run_end > run_start:
                        yield run_start, run_end
                    run_start = sector
                run_end = sector + 1
        if run_end > run_start:
            yield run_start, run_end

    def changed_with(self, runs: int, sectors: int) -> int:
        """How many blocks differ from the medium, at most, once that much will have changed."""
        blocks = 2 * runs + sectors // STAMPS_A_BLOCK
        return min(self._total, sum(map(len, self._dirty)) + blocks * len(self._blocks))

    def images(self) -> list[Image]:
        """Copies of all changed blocks, every MAC made anew; ``top`` fits them afterwards."""
        made: list[Image] = []
        last = len(self._blocks) - 1
        for level, dirty in enumerate(self._dirty):
            for index in sorted(dirty):
                block = self._blocks[level][index]
                mac = self._mac(level, index, block)
                made.append(Image(level, index, mac, bytes(block)))
                if level == last:
                    self.top = mac
                    continue
                above, place = divmod(index, MACS_A_BLOCK)
                parent = self._block(level + 1, above)
                parent[place * MAC_SIZE : (place + 1) * MAC_SIZE] = mac
        return made

    def adopt(self, images: list[Image], top: bytes) -> None:
        """Take over changed blocks from the journal, verified there."""
        for image in images:
            self._blocks[image.level][image.index] = bytearray(image.block)
            self._leaving[image.level].add(image.index)
        self.top = top

    def verifies(self, image: Image) -> bool:
        """Whether an image's block is the one its MAC was made for."""
        return hmac.compare_digest(self._mac(image.level, image.index, image.block), image.mac)

    def write(self, images: list[Image]) -> None:
        """Put changed blocks where they belong. Does not sync."""
        for image in images:
            place = self._layout.levels[image.level].offset + image.index * BLOCK
            self._storage.write(place, memoryview(image.block))

    def leave(self) -> None:
        """The changed blocks are safe as images, and on their way; count changes anew."""
        self._leaving, self._dirty = self._dirty, [set() for _ in self._dirty]

    def arrived(self) -> None:
        """They are on the medium now."""
        self._leaving = [set() for _ in self._leaving]

    def _present(self, level: int, first: int, end: int) -> Iterator[int]:
        """The blocks of a level, from ``first`` to before ``end``, that may hold anything."""
        if level == len(self._blocks) - 1:
            yield from range(first, end)
            return
        held = self._blocks[level]
        for above in self._present(level + 1, first // MACS_A_BLOCK, -(-end // MACS_A_BLOCK)):
            parent = self._block(level + 1, above)
            base = above * MACS_A_BLOCK
            for index in range(max(first, base), min(end, base + MACS_A_BLOCK)):
                place = (index - base) * MAC_SIZE
                if index in held or parent[place : place + MAC_SIZE] != NEVER:
                    yield index

    def _hold(self, index: int) -> None:
        """Keep a block of stamps that is about to change, and all above it, in memory."""
        with self._lock:
            for level, dirty in enumerate(self._dirty):
                self._block(level, index)  # whatever is wrong with it is told before any change
                dirty.add(index)
                index //= MACS_A_BLOCK

    def _block(self, level: int, index: int) -> bytearray:
        block = self._blocks[level].get(index)
        if block is not None:
            return block
        with self._lock:
            block = self._blocks[level].get(index)
            if block is None:
                block = self._load(level, index)
                self._make_room(level)
                self._blocks[level][index] = block
        return block

    def _load(self, level: int, index: int) -> bytearray:
        if level == len(self._blocks) - 1:
            mac = self.top
        else:
            above, place = divmod(index, MACS_A_BLOCK)
            parent = self._block(level + 1, above)
            mac = bytes(parent[place * MAC_SIZE : (place + 1) * MAC_SIZE])
        block = bytearray(BLOCK)
        if mac == NEVER:
            return block
        self._storage.read(self._layout.levels[level].offset + index * BLOCK, memoryview(block))
        if not hmac.compare_digest(self._mac(level, index, block), mac):
            span = STAMPS_A_BLOCK * MACS_A_BLOCK**level
            raise StampsDamaged(index * span, min((index + 1) * span, self._layout.sectors))
        return block

    def _make_room(self, level: int) -> None:
        """Forget the block of a level that was read longest ago, if there are too many."""
        blocks, dirty, leaving = self._blocks[level], self._dirty[level], self._leaving[level]
        if len(blocks) < KEPT_BLOCKS:
            return
        for index in blocks:
            if index not in dirty and index not in leaving:
                del blocks[index]
                return

    def _mac(self, level: int, index: int, block: bytes | bytearray) -> bytes:
        """16 bytes of HMAC-SHA-256; zeros for a block of zeros."""
        if block == _ZERO_BLOCK:
            return NEVER
        place = b"stamps" + level.to_bytes(1, "big") + index.to_bytes(8, "big")
        return hmac.digest(self._key, place + block, "sha256")[:MAC_SIZE]


def _pieces(first: int, count: int, unit: int) -> Iterator[tuple[int, int, int]]:
    """A run cut at multiples of ``unit``: (which unit, start in it, how many)."""
    end = first + count
    while first < end:
        index, start = divmod(first, unit)
        part = min(end - first, unit - start)
        yield index, start, part
        first += part
