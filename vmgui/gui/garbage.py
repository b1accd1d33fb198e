"""Python's cyclic garbage, collected in the window's thread only.

Python does that in whichever thread has just asked for memory. Widgets among the garbage would be
deleted there, which only the window's thread may do: the program crashes, though seldom.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1_000


class Garbage(QObject):
    """Collects while the event loop runs. To be made in the window's thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # modules and the like stay: they need not be looked at each time
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(_EVERY_MS)

    def collect(self) -> None:
        """Collect the generations that are due, as Python would."""
        for generation, limit in enumerate(gc.get_threshold()):
            if gc.get_count()[generation] > limit:
                gc.collect(generation)
