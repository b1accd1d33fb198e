"""The page that shows work going on, and stops it."""

from __future__ import annotations

import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout

from vmgui.errors import VmguiError
from vmgui.gui.assistant import Page
from vmgui.gui.error_dialog import show_error
from vmgui.gui.form import text
from vmgui.gui.new_disk.creation import Creation

# What is left can't be told from less than this.
_SECONDS, _SHARE = 2.0, 0.01


class WorkPage(Page):
    """Runs a creation as soon as it is entered; goes on by itself at its end.

    Cancel stops the work and leads back (``given_up``), as does a failure.
    """

    given_up = Signal()

    def __init__(self, creation: Creation, title: str) -> None:
        super().__init__()
        self.title = title
        self.committed = True
        self.creation = creation
        self._words, self._since, self._stopping = "", 0.0, False
        creation.setParent(self)
        creation.progressed.connect(self._progress)
        creation.done.connect(self.finished)
        creation.failed.connect(self._fail)
        creation.cancelled.connect(self.given_up)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.doing = text()
        self.left = text(look="quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.bar)
        layout.addWidget(self.doing)
        layout.addWidget(self.left)
        layout.addStretch()

    def enter(self) -> None:
        """Begin."""
        self._stopping = False
        self._progress(0, 0, self.tr("Beginning…"))
        self.creation.start()

    def complete(self) -> bool:
        """Only the end of the work goes on."""
        return self.creation.finished

    def action(self) -> str:
        """No button."""
        return ""

    def cancel(self) -> bool:
        """Stop the work first; the dialog stays, so that nothing has to be typed again."""
        self._stopping = True
        self.doing.setText(self.tr("Stopping…"))
        self.left.setText(self.tr("What was made so far is removed."))
        self.creation.cancel()
        return False

    def _progress(self, done: int, total: int, words: str) -> None:
        if self._stopping:
            return
        # Per mille: a disk's size in bytes does not fit a progress bar's numbers.
        self.bar.setRange(0, 1000 if total else 0)
        self.bar.setValue(done * 1000 // total if total else 0)
        self.doing.setText(words)
        if words != self._words:
            self._words, self._since = words, time.monotonic()
        self.left.setText(self._left(done, total, time.monotonic() - self._since))

    def _left(self, done: int, total: int, seconds: float) -> str:
        """How long it still takes, in words; "" while nobody can tell."""
        if not total or seconds < _SECONDS or done < total * _SHARE:
            return ""
        left = seconds * (total - done) / done
        if left < 60:
            return self.tr("About %n second(s) left", "", max(1, round(left)))
        return self.tr("About %n minute(s) left", "", round(left / 60))

    def _fail(self, error: VmguiError) -> None:
        show_error(error, self.window())
        self.given_up.emit()
