"""Notices a plug-in that has not come back from a request, at no cost for those that do."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import FrameType

from vmgui.plugin import guard

# Seconds between looks, and until something is told.
INTERVAL = 10.0
PATIENCE = 60.0


@dataclass
class _Seen:
    """A thread that was in a plug-in's code, what it had done by then, and since when."""

    done: int
    since: float
    told: bool = False


class StuckCalls:
    """Looks at the threads that serve requests. ``tell`` gets a sentence once a stuck thread."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._seen: dict[int, _Seen] = {}

    def look(self, done: Mapping[int, int]) -> None:
        """``done``: by a thread's number, how much it has done so far, in any unit."""
        frames, now = sys._current_frames(), time.monotonic()  # noqa: SLF001  (documented)
        seen = {}
        for thread, amount in done.items():
            name = _plugin_in(frames.get(thread))
            if not name:
                continue
            before = self._seen.get(thread)
            known = before if before is not None and before.done == amount else None
            seen[thread] = known or _Seen(amount, now)
            if now - seen[thread].since >= PATIENCE and not seen[thread].told:
                seen[thread].told = True
                self._tell(
                    f"The encryption plug-in “{name}” has not come back from a request for "
                    f"{PATIENCE:g} seconds. Stop what uses the disk, then tell its publisher."
                )
        self._seen = seen


def _plugin_in(frame: FrameType | None) -> str:
    """The plug-in whose code a thread is in, or ""."""
    while frame is not None:
        for folder, name in guard.loaded.items():
            if frame.f_code.co_filename.startswith(folder):
                return name
        frame = frame.f_back
    return ""
