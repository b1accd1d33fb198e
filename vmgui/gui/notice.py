"""The frame of all short dialogs: a sign, a headline, words below it, buttons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vmgui.gui.form import breakable, fact, text
from vmgui.gui.icons import pixmap
from vmgui.gui.theme import theme


class Notice(QDialog):
    """Sub-classes add below the headline, to ``body`` (over the whole width) and to ``buttons``.

    ``tone`` is a colour's name of :class:`vmgui.gui.theme.Colours`.
    """

    def __init__(
        self, title: str, icon: str, tone: str, headline: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(500)
        sign = QLabel()
        sign.setPixmap(pixmap(icon, 40, getattr(theme().colours, tone)))
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.headline = text(breakable(headline), "heading")
        self.words = QVBoxLayout()
        self.words.setSpacing(8)
        self.words.addWidget(self.headline)
        self.words.addStretch()
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(sign)
        top.addLayout(self.words, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(16)
        layout.addLayout(top)
        layout.addLayout(self.body, 1)
        layout.addLayout(self.buttons)

    def set_headline(self, words: str) -> None:
        """Change the headline."""
        self.headline.setText(breakable(words))

    def say(self, words: str, look: str = "") -> QLabel:
        """Add a sentence below the headline, which can be copied."""
        label = fact(words)
        label.setProperty("look", look)
        self.add(label)
        return label

    def add(self, widget: QWidget) -> None:
        """Add anything below the headline."""
        self.words.insertWidget(self.words.count() - 1, widget)

    def add_button(self, words: str, *, primary: bool = False) -> QPushButton:
        """Add a button at the right of the row; Enter presses the primary one."""
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.setDefault(primary)
        if primary:
            button.setProperty("look", "primary")
        self.buttons.addWidget(button)
        return button

    def event(self, event: QEvent) -> bool:
        """Grow with the texts: Qt asks a layout with wrapped texts for its height only once."""
        kind = event.type()
        done = super().event(event)
        # Only then: after DeferredDelete there is nothing left to ask.
        if kind in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            layout = self.layout()
            needed = layout.totalHeightForWidth(self.width()) if layout is not None else 0
            if self.height() < needed:
                self.resize(self.width(), needed)
        return done
