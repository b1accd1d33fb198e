"""What a disk's backends have done for the guest, over their deaths."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

# Seconds that somebody waits for an answer; a backend that is busy so long is asked again later.
_PATIENCE = 1.0


class Did:
    """Counts that only grow, though each new backend begins at 0."""

    def __init__(self) -> None:
        self._before: Counter[str] = Counter()
        self._now: Counter[str] = Counter()
        self._answer: asyncio.Future[None] | None = None

    async def ask(self, question: Callable[[], None]) -> None:
        """Put the question and wait until :meth:`told` was called, but not for long."""
        if self._answer is None or self._answer.done():
            self._answer = asyncio.get_running_loop().create_future()
            question()
        with suppress(TimeoutError):
            await asyncio.wait_for(asyncio.shield(self._answer), _PATIENCE)

    def told(self, stats: Mapping[str, Any]) -> None:
        """The backend's answer."""
        self._now = Counter({name: n for name, n in stats.items() if isinstance(n, int)})
        if self._answer is not None and not self._answer.done():
            self._answer.set_result(None)

    def begin_anew(self) -> None:
        """The next answer comes from another backend."""
        self._before, self._now = self._before + self._now, Counter()
        if self._answer is not None and not self._answer.done():
            self._answer.set_result(None)

    def total(self) -> dict[str, int]:
        """The counts of all backends, by name."""
        return dict(self._before + self._now)
