"""Work that only the window's thread can do, in steps: between two it does what else is waiting."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal


class Steps(QObject):
    """Goes through ``steps``, one a turn of the event loop; ``finished`` comes after the last."""

    finished = Signal()

    def __init__(self, steps: Iterator[object], parent: QObject) -> None:
        super().__init__(parent)
        self.done = False
        self._steps = steps
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next)
        self._timer.start(0)

    def finish(self) -> None:
        """Do all that is left, at once."""
        while not self.done:
            self._next()

    def _next(self) -> None:
        for _ in self._steps:
            return
        if not self.done:
            self.done = True
            self._timer.stop()
            self.finished.emit()
