"""Where the parts of an authenticated disk lie in its container (docs/format.md, section 7)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

MIB = 1 << 20
DATA_OFFSET = MIB

# A block of the stamp tree; also what the tag area is rounded up to.
BLOCK = 4096
STAMP_SIZE = 8
STAMPS_A_BLOCK = BLOCK // STAMP_SIZE
MAC_SIZE = 16
MACS_A_BLOCK = BLOCK // MAC_SIZE
ROOTS_SIZE = 2 * BLOCK

MIN_JOURNAL = MIB
MAX_JOURNAL = 64 * MIB


@dataclass(frozen=True)
class Level:
    """One level of the stamp tree: ``blocks`` blocks from ``offset`` on."""

    offset: int
    blocks: int


@dataclass(frozen=True)
class Layout:
    """Follows from the disk's geometry and the size of its journal. Offsets and sizes in bytes."""

    sectors: int
    sector_size: int
    tag_size: int
    journal_size: int
    data: int = DATA_OFFSET

    @property
    def size(self) -> int:
        """Of the disk."""
        return self.sectors * self.sector_size

    @property
    def tags(self) -> int:
        """Offset of the tag area: ``tag_size`` bytes a sector."""
        return _up(self.data + self.size, MIB)

    @property
    def tags_size(self) -> int:
        return _up(self.sectors * self.tag_size, BLOCK)

    @property
    def stamps(self) -> int:
        """Offset of the stamp tree."""
        return self.tags + self.tags_size

    @property
    def stamps_size(self) -> int:
        return sum(level.blocks for level in self.levels) * BLOCK

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """The stamp tree's levels; the stamps themselves are level 0, the last has one block."""
        made, offset = [], self.stamps
        blocks = -(-self.sectors // STAMPS_A_BLOCK)
        while True:
            made.append(Level(offset, blocks))
            if blocks == 1:
                return tuple(made)
            offset += blocks * BLOCK
            blocks = -(-blocks // MACS_A_BLOCK)

    @property
    def roots(self) -> int:
        """Offset of the two root blocks."""
        return self.stamps + self.stamps_size

    @property
    def journal(self) -> int:
        """Offset of the journal."""
        return _up(self.roots + ROOTS_SIZE, MIB)

    @property
    def end(self) -> int:
        """How long the container is at least."""
        return self.journal + self.journal_size


def journal_size(size: int) -> int:
    """The journal of a new disk of ``size`` bytes."""
    return min(max(_up(size // 4, MIB), MIN_JOURNAL), MAX_JOURNAL)


def _up(value: int, unit: int) -> int:
    return -(-value // unit) * unit
