"""A plug-in that can't be chosen, why, and what to do about it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from vmgui.gui.form import breakable, fact, text


class AbsentCard(QFrame):
    """``again`` is a button for looking once more, hidden at first."""

    def __init__(self, name: str, state: str, why: str, more: str = "") -> None:
        super().__init__()
        self.setProperty("look", "card")
        title = text(breakable(name), "heading")
        said = QLabel(state)
        said.setProperty("look", "warning")
        self.again = QPushButton(self.tr("Look again"))
        self.again.setAccessibleDescription(name)
        self.again.setAutoDefault(False)
        self.again.hide()
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(said)
        below = QHBoxLayout()
        below.addWidget(fact(more), 1)
        below.addWidget(self.again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(text(why, "quiet"))
        layout.addLayout(below)
