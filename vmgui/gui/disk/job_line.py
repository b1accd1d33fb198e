"""A progress bar, what is going on, how long it will take, and Cancel: below what started it."""

from __future__ import annotations

import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from vmgui.gui.language import say

# Before that, an estimate is a guess.
_SECONDS = 2.0


class JobLine(QWidget):
    """Hidden while nothing runs, but its place is kept. ``cancel_wanted``: the button."""

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._begin = 0.0
        self._first = 0
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.words = QLabel()
        self.words.setProperty("look", "quiet")
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self._cancel)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.bar)
        column.addWidget(self.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(column, 1)
        row.addWidget(self.cancel_button)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()

    def start(self, words: str = "") -> None:
        """Something begins; how long it takes is not known yet."""
        self._begin = 0.0
        self.bar.setRange(0, 0)
        self.words.setText(words)
        self.cancel_button.setEnabled(True)
        self.show()

    def progress(self, done: int, total: int, words: str) -> None:
        """It goes on: a job's own figures and English sentence."""
        self.bar.setRange(0, 1000 if total else 0)
        self.bar.setValue(done * 1000 // total if total else 0)
        said, left = say(words), self._left(done, total)
        self.words.setText(self.tr("%s, %s") % (said, left) if left else said)

    def stop(self) -> None:
        """It ended."""
        self.hide()

    def _left(self, done: int, total: int) -> str:
        now = time.monotonic()
        if not total:
            return ""
        if not self._begin:
            self._begin, self._first = now, done
        passed, made = now - self._begin, done - self._first
        if passed < _SECONDS or made <= 0:
            return ""
        return self._span(passed * (total - done) / made)

    def _span(self, seconds: float) -> str:
        if seconds < 60:
            return self.tr("less than a minute left")
        minutes = round(seconds / 60)
        if minutes < 60:
            return self.tr("about %n minute(s) left", "", minutes)
        return self.tr("about %n hour(s) left", "", round(minutes / 60))

    def _cancel(self) -> None:
        self.cancel_button.setEnabled(False)
        self.words.setText(self.tr("Stopping…"))
        self.cancel_wanted.emit()
