"""The one way in which the window tells of a failure: what happened, why, what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from vmgui.errors import VmguiError
from vmgui.gui.icons import pixmap, wear
from vmgui.gui.theme import theme


class ErrorDialog(QDialog):
    """Shows an error; ``details`` (a log, another program's own words) unfold on request."""

    def __init__(
        self, error: VmguiError, *, details: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._error = error
        self._details = details.strip()

        sign = QLabel()
        sign.setPixmap(pixmap("error", 40, theme().colours.bad))
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(10)
        words.addWidget(self._text(error.what, "heading"))
        if error.why:
            words.addWidget(self._text(error.why, "quiet"))
        if error.remedy:
            words.addWidget(self._text(error.remedy, ""))
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(sign)
        top.addLayout(words, 1)

        self.details = QPlainTextEdit(self._details)
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("Details"))
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.details.setMinimumHeight(180)
        self.details.hide()

        self.unfold = QPushButton(self.tr("Show details"))
        self.unfold.clicked.connect(self._unfold)
        self.unfold.setVisible(bool(self._details))
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.setToolTip(self.tr("Copy the message and its details"))
        wear(self.copy, "copy")
        self.copy.clicked.connect(self._copy)
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setProperty("look", "primary")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self.unfold)
        buttons.addWidget(self.copy)
        buttons.addStretch()
        buttons.addWidget(self.close_button)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(20)
        layout.addLayout(top)
        layout.addWidget(self.details, 1)
        layout.addLayout(buttons)
        self.setMinimumWidth(520)
        self.close_button.setFocus()

    def _text(self, text: str, look: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("look", look)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return label

    def _unfold(self) -> None:
        shown = self.details.isHidden()
        self.details.setVisible(shown)
        self.unfold.setText(self.tr("Hide details") if shown else self.tr("Show details"))
        self.resize(self.width() if not shown else max(self.width(), 680), self.sizeHint().height())

    def _copy(self) -> None:
        parts = (str(self._error), self._details)
        QGuiApplication.clipboard().setText("\n\n".join(part for part in parts if part))


def show_error(error: VmguiError, parent: QWidget | None, details: str = "") -> ErrorDialog:
    """Open the dialog without waiting for it; the window behind it can't be used meanwhile."""
    dialog = ErrorDialog(error, details=details, parent=parent)
    dialog.open()
    return dialog
