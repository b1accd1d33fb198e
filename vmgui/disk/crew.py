"""Long requests are shared with threads that have nothing to do.

A request's pieces are taken one after another by whoever comes first: the thread that has the
request, and a helper for each further processor. On a computer with other things to do that makes
a request slower, not faster, so both ways are timed, and the better one is taken.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence

# More would fight over the interpreter's lock.
_MAX_HELPERS = 3

# Each so many requests the way that seems worse is tried again.
_TRY = 16
# How much the last request counts in the average.
_NEWEST = 1 / 8

# By the number of each helper's thread, how many pieces it has done: shows whether one is stuck.
done: dict[int, int] = {}


class Crew:
    """The helpers of one device; their threads are started at the first long request."""

    def __init__(self, helpers: int | None = None) -> None:
        count = _processors() - 1 if helpers is None else helpers
        self._helpers = [_Helper() for _ in range(min(count, _MAX_HELPERS))]
        self._idle = list(self._helpers)
        self._requests = 0
        # Seconds a piece, alone and together.
        self._paces = [0.0, 0.0]

    def share(self, work: Callable[[int], None], pieces: Sequence[int]) -> None:
        """Do ``work`` on each piece, all of them alike; several at once, begun in order.

        Of the pieces that failed the first one's exception is raised; later ones may be left out.
        """
        if not pieces:
            return
        together = self._together()
        begin = time.perf_counter()
        job = _Job(work, enumerate(pieces))
        self._do(job, together)
        self._note(together, (time.perf_counter() - begin) / len(pieces))
        if job.failures:
            raise min(job.failures, key=lambda each: each[0])[1]

    def _together(self) -> bool:
        """Whether to ask the helpers this time."""
        if not self._helpers:
            return False
        self._requests += 1
        alone, together = self._paces
        return (together <= alone) is bool(self._requests % _TRY)

    def _note(self, together: bool, pace: float) -> None:
        before = self._paces[together]
        self._paces[together] = before + (pace - before) * _NEWEST if before else pace

    def _do(self, job: _Job, together: bool) -> None:
        asked = []
        while together and self._idle:
            try:
                helper = self._idle.pop()
            except IndexError:  # another request's thread was quicker
                break
            helper.ask(job)
            asked.append(helper)
        job.run()
        for helper in asked:
            helper.wait()
        self._idle.extend(asked)

    def close(self) -> None:
        """End the threads. Nothing is shared afterwards."""
        self._idle.clear()
        for helper in self._helpers:
            helper.end()


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):  # Linux: those that this process may use
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Job:
    """One request's pieces, taken by several threads."""

    def __init__(self, work: Callable[[int], None], pieces: Iterator[tuple[int, int]]) -> None:
        self._work, self._pieces = work, pieces
        self.failures: list[tuple[int, BaseException]] = []

    def run(self) -> int:
        """Take pieces until none is left or one has failed; how many this thread took."""
        taken = 0
        for number, piece in self._pieces:  # one step is atomic: enumerate() is written in C
            if self.failures:
                break
            taken += 1
            try:
                self._work(piece)
            except BaseException as error:  # noqa: BLE001  (raised in the request's thread)
                self.failures.append((number, error))
        return taken


class _Helper:
    """A thread that waits for jobs. Locks are the quickest way to wake it."""

    def __init__(self) -> None:
        self._wanted, self._finished = threading.Lock(), threading.Lock()
        self._wanted.acquire()
        self._finished.acquire()
        self._job: _Job | None = None
        self._thread: threading.Thread | None = None

    def ask(self, job: _Job) -> None:
        """Let it join in; :meth:`wait` has to follow."""
        self._job = job
        if self._thread is None:
            self._thread = threading.Thread(target=self._live, name="crew", daemon=True)
            self._thread.start()
        self._wanted.release()

    def wait(self) -> None:
        """Until it has finished the piece that it is at."""
        self._finished.acquire()

    def end(self) -> None:
        """Let the thread end, if there is one."""
        if self._thread is not None:
            self._job = None
            self._wanted.release()
            self._thread.join()
            self._thread = None

    def _live(self) -> None:
        here = threading.get_ident()
        while True:
            self._wanted.acquire()
            job, self._job = self._job, None
            if job is None:
                done.pop(here, None)
                return
            done[here] = done.get(here, 0) + job.run()
            self._finished.release()
