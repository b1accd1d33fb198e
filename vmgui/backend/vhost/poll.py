"""Looking for the next request for a while before going to sleep, as long as that pays.

Going to sleep and being woken costs more than most requests. Where the next one comes within a few
tens of microseconds, it is cheaper to look for it; where it does not, looking is given up, so that
an idle disk costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

# Seconds. A request that comes later than the longest is one to sleep for.
LONGEST = 50e-6
_SHORTEST = 10e-6
# A sleep of this length would have been the shorter look: waking up takes its share of it.
_WAKING = 50e-6


class Polling:
    """How long one queue looks: ``window`` in seconds, 0 for not at all."""

    def __init__(self) -> None:
        self.window = 0.0
        self._idle_since = 0.0

    def look(self, arrived: Callable[[], bool]) -> bool:
        """Whether something arrived while it was looked for. To be asked as soon as nothing is
        left to do.
        """
        now = self._idle_since = perf_counter()
        if not self.window:
            return False
        end = now + self.window
        while perf_counter() < end:
            if arrived():
                return True
        return False

    def woken(self) -> None:
        """Something arrived while we slept: was that soon enough to have looked for it?"""
        if perf_counter() - self._idle_since < LONGEST + _WAKING:
            self.window = min(LONGEST, max(_SHORTEST, self.window * 2))
        else:
            self.window = self.window / 2 if self.window > _SHORTEST else 0.0
