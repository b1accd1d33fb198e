"""Locks on ranges of sectors: a write has its sectors alone, reads share them.

Without it a read would see a sector half written (and half a sector's ciphertext deciphers to
nonsense), and the read-modify-write of a partial sector could undo a neighbour's write.
"""

from __future__ import annotations

import threading


class RangeLocks:
    """Hands out ranges ``[first, end)``; waits while one that conflicts is out."""

    def __init__(self) -> None:
        # Almost nobody ever waits; a bare lock costs a third of a Condition's.
        self._mutex = threading.Lock()
        self._changed = threading.Condition(self._mutex)
        self._waiting = 0
        self._out: list[tuple[int, int, bool]] = []

    def take(self, first: int, end: int, exclusive: bool) -> tuple[int, int, bool]:
        """Wait for the range and take it; give the result back to :meth:`release`."""
        mine = (first, end, exclusive)
        with self._mutex:
            while self._out and self._conflict(first, end, exclusive):
                self._waiting += 1
                self._changed.wait()
                self._waiting -= 1
            self._out.append(mine)
        return mine

    def release(self, mine: tuple[int, int, bool]) -> None:
        """Give a range back."""
        with self._mutex:
            self._out.remove(mine)
            if self._waiting:
                self._changed.notify_all()

    def _conflict(self, first: int, end: int, exclusive: bool) -> bool:
        return any(
            other_first < end and first < other_end and (exclusive or other_exclusive)
            for other_first, other_end, other_exclusive in self._out
        )
