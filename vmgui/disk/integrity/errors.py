"""What an authenticated disk can find wrong with itself."""

from __future__ import annotations

import errno

from vmgui.disk.errors import DiskError


class IntegrityError(DiskError):
    """A part of the disk that belongs to all of its sectors was changed, lost or is too old."""

    code = "integrity"


class StampsDamaged(OSError):
    """A block of the stamp tree is not the one that was written last.

    What the sectors from ``first`` to before ``end`` should hold can't be known any more.
    """

    def __init__(self, first: int, end: int) -> None:
        super().__init__(errno.EIO, f"The record of sectors {first} to {end - 1} was changed")
        self.first = first
        self.end = end
