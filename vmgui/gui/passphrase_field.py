"""A line for a secret: hidden, can be shown, says what is wrong right below itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from vmgui.gui.icons import wear


class PassphraseField(QWidget):
    """``secret()`` gives what was typed, as bytes that the caller can wipe."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(name)
        self.line.textChanged.connect(self._edited)
        self.show_button = QToolButton()
        self.show_button.setCheckable(True)
        self.show_button.setAutoRaise(True)
        self.show_button.setToolTip(self.tr("Show what is typed"))
        self.show_button.setAccessibleName(self.tr("Show what is typed"))
        self.show_button.toggled.connect(self._show)
        wear(self.show_button, "eye")
        self.problem = QLabel()
        self.problem.setProperty("look", "bad")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.caps = QLabel(self.tr("Caps Lock is on."))
        self.caps.setProperty("look", "warning")
        self.caps.hide()
        self.line.installEventFilter(self)

        self.row = QHBoxLayout()
        self.row.setSpacing(4)
        self.row.addWidget(self.line, 1)
        self.row.addWidget(self.show_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self.row)
        layout.addWidget(self.problem)
        layout.addWidget(self.caps)
        self.setFocusProxy(self.line)

    def text(self) -> str:
        """What was typed."""
        return self.line.text()

    def secret(self) -> bytearray:
        """What was typed, as UTF-8."""
        return bytearray(self.line.text().encode())

    def clear(self) -> None:
        """Forget what was typed."""
        self.line.clear()

    def set_problem(self, text: str) -> None:
        """Say what is wrong with it; empty: nothing."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self.line.setProperty("wrong", "true" if text else "false")
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)
        if text:
            self.line.setFocus()
            self.line.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Guess from the letters whether Caps Lock is on: Qt does not tell."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            letter, shift = event.text(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if len(letter) == 1 and letter.lower() != letter.upper():
                self.caps.setVisible(letter.isupper() != bool(shift))
            elif event.key() == Qt.Key.Key_CapsLock:
                self.caps.hide()  # the next letter tells
        elif event.type() == QEvent.Type.FocusOut:
            self.caps.hide()
        return super().eventFilter(watched, event)

    def _edited(self) -> None:
        if self.problem.text():
            self.set_problem("")
        self.changed.emit()

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
