"""Who carries out a checkpoint, beside the writing that goes on.

Its work comes in steps. Short ones are done by the thread that writes, a few after each write: two
threads with many short calls of the system would only wait for each other. Long ones (syncs, large
copies) are done by a thread of their own.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

# Says of each step, before it is done, whether it takes long.
Work = Callable[[], Iterator[bool]]


class Courier:
    """Does one piece of work at a time. Used by one thread at a time."""

    def __init__(self) -> None:
        self._steps: Iterator[bool] | None = None
        self._long = False
        self._done = False
        self._thread: threading.Thread | None = None

    def start(self, work: Work) -> None:
        """Begin; the work before must have ended."""
        self._steps, self._done = work(), False
        self._advance()

    def step(self, count: int) -> bool:
        """Do some steps, unless a long one is under way; whether all has ended, well or not."""
        if self._thread is not None:
            if self._thread.is_alive():
                return False
            self._thread.join()
            self._thread = None
        while self._steps is not None and count > 0:
            if self._long:
                self._thread = threading.Thread(target=self._do_long, name="checkpoint")
                self._thread.start()
                return False
            self._advance()
            count -= 1
        return self._steps is None

    def wait(self) -> bool:
        """Do all of it: whether work was begun, since the last time, and ended well."""
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        while self._steps is not None:
            self._advance()
        done, self._done = self._done, False
        return done

    def _do_long(self) -> None:
        while self._steps is not None and self._long:
            self._advance()

    def _advance(self) -> None:
        """Do the step that was announced, up to where the next one is."""
        assert self._steps is not None
        try:
            self._long = next(self._steps)
        except StopIteration:
            self._steps, self._done = None, True
        except OSError:  # it is tried again by whoever needs the room, who hears of it then
            self._steps = None
