"""Finds out how long the window stood still.

A thread sends the window's thread a beat and waits until it is taken, again and again: a beat
that had to wait shows that the thread was working or waiting for something. What other programs
took of the processor meanwhile does not count (Linux tells: the second number of schedstat).
"""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal


class Watchdog(QObject):
    """``worst`` is the longest wait in seconds. Used as a context, in the window's thread."""

    _beat = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.worst = 0.0
        self._taken = threading.Event()
        self._end = threading.Event()
        self._schedule = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)
        self._beat.connect(self._taken.set, Qt.ConnectionType.QueuedConnection)
        assert os.getpid() == threading.get_native_id(), "not the window's thread"

    def __enter__(self) -> Watchdog:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end.set()
        self._thread.join()

    def start_anew(self) -> None:
        """Forget what was measured."""
        self.worst = 0.0

    def _watch(self) -> None:
        while not self._end.wait(0.002):
            self._taken.clear()
            begin, aside = time.perf_counter(), self._pushed_aside()
            self._beat.emit()
            while not self._taken.wait(0.5):
                if self._end.is_set():  # nobody runs the loop any more
                    return
            stood = time.perf_counter() - begin - (self._pushed_aside() - aside)
            self.worst = max(self.worst, stood)

    def _pushed_aside(self) -> float:
        """Seconds that the window's thread was ready to run and did not get a processor."""
        return int(self._schedule.read_text().split()[1]) / 1e9
