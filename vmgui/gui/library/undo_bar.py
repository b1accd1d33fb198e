"""Says what was just removed, and takes it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from vmgui.gui.form import text

SHOWN_MS = 15000


class UndoBar(QFrame):
    """One line with one button, for a while; what was removed before stays removed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.words = text()
        self.button = QPushButton(self.tr("Undo"))
        self.button.setToolTip(self.tr("Put it back (Ctrl+Z)"))
        self.button.clicked.connect(self.undo)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self._undo: Callable[[], object] | None = None
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.forget)
        self.hide()

    def offer(self, words: str, undo: Callable[[], object]) -> None:
        """Say ``words``; ``undo`` takes it back."""
        self.words.setText(words)
        self._undo = undo
        self.show()
        self._timer.start()

    def undo(self) -> None:
        """Take the last removal back, if there still is one."""
        undo = self._undo
        self.forget()
        if undo is not None:
            undo()

    def forget(self) -> None:
        """Offer it no longer."""
        self._undo = None
        self.hide()
