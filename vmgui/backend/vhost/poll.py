"""Looking for the next request for a while before going to sleep, as long as that pays.

Going to sleep and being woken costs more than most requests. Where the next one comes within a few
tens of microseconds, it is cheaper to look for it; where it does not, looking is given up, so that
an idle disk costs nothing. It is given up as well where requests come only once we sleep: then it
is the guest's processor that we look on.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

# Seconds. A request that comes later than the longest is one to sleep for.
LONGEST = 50e-6
_SHORTEST = 10e-6
# A sleep of this length would have been the shorter look: waking up takes its share of it.
_WAKING = 50e-6
# So many looks in vain are enough; then so many sleeps without any, twice as many each time.
_PATIENCE = 4
_FIRST_REST, _LONGEST_REST = 64, 4096


class Polling:
    """How long one queue looks: ``window`` in seconds, 0 for not at all."""

    def __init__(self) -> None:
        self.window = 0.0
        self._idle_since = 0.0
        self._in_vain = 0
        self._rest = 0
        self._next_rest = _FIRST_REST

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
                self._in_vain = 0
                self._next_rest = _FIRST_REST
                return True
        self._in_vain += 1
        return False

    def woken(self) -> None:
        """Something arrived while we slept: was that soon enough to have looked for it?"""
        if self._rest:
            self._rest -= 1
        elif self._in_vain >= _PATIENCE:
            self.window = 0.0
            self._in_vain = 0
            self._rest = self._next_rest
            self._next_rest = min(2 * self._next_rest, _LONGEST_REST)
        elif perf_counter() - self._idle_since < LONGEST + _WAKING:
            self.window = min(LONGEST, max(_SHORTEST, self.window * 2))
        else:
            self.window = self.window / 2 if self.window > _SHORTEST else 0.0
