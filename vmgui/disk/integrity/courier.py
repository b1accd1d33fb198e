"""Who carries out a checkpoint: a thread of its own, beside the one that goes on writing."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Protocol

Work = Callable[[], Iterator[None]]


class Courier(Protocol):
    """Runs one piece of work at a time, in steps."""

    def start(self, work: Work) -> None:
        """Begin; the one before must have ended."""

    def idle(self) -> bool:
        """Whether the work has ended, well or not."""

    def wait(self) -> bool:
        """Wait for its end: whether something was begun, since the last time, and ended well."""


class ThreadCourier:
    """The courier of a disk in use."""

    def __init__(self) -> None:
        self._thread: threading.Thread | None = None
        self._done = False

    def start(self, work: Work) -> None:
        self._done = False
        self._thread = threading.Thread(target=self._run, args=(work,), name="checkpoint")
        self._thread.start()

    def idle(self) -> bool:
        return self._thread is None or not self._thread.is_alive()

    def wait(self) -> bool:
        thread, self._thread = self._thread, None
        if thread is None:
            return False
        thread.join()
        return self._done

    def _run(self, work: Work) -> None:
        try:
            for _ in work():
                pass
        except OSError:
            return  # it is tried again by whoever needs the room, who hears of it then
        self._done = True
