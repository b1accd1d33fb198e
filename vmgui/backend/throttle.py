"""Keeping a guest from filling its host's logs."""

from __future__ import annotations

import time


class Throttle:
    """Lets the first ``burst`` messages through, and after them at most one a second."""

    def __init__(self, burst: int) -> None:
        self._left = burst
        self._since = time.monotonic()

    def allows(self) -> bool:
        """Whether one more message may be told now."""
        if self._left:
            self._left -= 1
            return True
        now = time.monotonic()
        if now - self._since < 1:
            return False
        self._since = now
        return True
