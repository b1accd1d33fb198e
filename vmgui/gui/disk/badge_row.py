"""A badge with its way on: what is to be known, in a sentence, and the button that mends it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vmgui.gui.disk.badges import Badge
from vmgui.gui.form import breakable, text
from vmgui.gui.icons import pixmap
from vmgui.gui.theme import theme

_ICONS = {"bad": "error", "warning": "warning", "quiet": "info"}


class BadgeRow(QWidget):
    """``wanted``: the button, where there is one (``action`` is its verb)."""

    wanted = Signal()

    def __init__(self, badge: Badge, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign, words = QLabel(), QLabel(badge.words)
        tone = badge.severity
        sign.setPixmap(pixmap(_ICONS[tone], 20, getattr(theme().colours, tone)))
        words.setProperty("look", "step")
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(words)
        column.addWidget(text(breakable(badge.remedy), "quiet"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(sign)
        row.addLayout(column, 1)
        self.button = QPushButton(action)
        self.button.setAutoDefault(False)
        self.button.setAccessibleDescription(badge.words)
        self.button.clicked.connect(self.wanted)
        row.addWidget(self.button)
        self.button.setVisible(bool(action))  # in the row: until then it is a window of its own
