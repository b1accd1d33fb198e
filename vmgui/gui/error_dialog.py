"""The one way in which the window tells of a failure: what happened, why, what to do."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from vmgui.errors import VmguiError
from vmgui.gui.icons import wear
from vmgui.gui.language import say
from vmgui.gui.notice import Notice


class ErrorDialog(Notice):
    """Shows an error; ``details`` (a log, another program's own words) unfold on request."""

    def __init__(
        self, error: VmguiError, *, details: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__("", "error", "bad", say(error.what), parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.error = error
        self._details = details.strip()
        if error.why:
            self.say(say(error.why), "quiet")
        if error.remedy:
            self.say(say(error.remedy))

        self.details = QPlainTextEdit(self._details)
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("Details"))
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.details.setMinimumHeight(200)
        self.details.hide()
        self.body.addWidget(self.details)

        self.unfold = QPushButton(self.tr("Show details"), self)
        self.unfold.setAutoDefault(False)
        self.unfold.clicked.connect(self._unfold)
        self.unfold.setVisible(bool(self._details))
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.setAutoDefault(False)
        self.copy.setToolTip(self.tr("Copy the message and its details"))
        wear(self.copy, "copy")
        self.copy.clicked.connect(self._copy)
        self.buttons.addWidget(self.unfold)
        self.buttons.addWidget(self.copy)
        self.buttons.addStretch()
        self.close_button = self.add_button(self.tr("Close"), primary=True)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setFocus()

    def _unfold(self) -> None:
        shown = self.details.isHidden()
        self.details.setVisible(shown)
        self.unfold.setText(self.tr("Hide details") if shown else self.tr("Show details"))
        if shown:
            self.resize(max(self.width(), 720), self.height() + 220)
        else:
            self.resize(self.width(), self.minimumSizeHint().height())

    def _copy(self) -> None:
        parts = (str(self.error), self._details)
        QGuiApplication.clipboard().setText("\n\n".join(part for part in parts if part))


def show_error(error: VmguiError, parent: QWidget | None, details: str = "") -> ErrorDialog:
    """Open the dialog without waiting for it; the window behind it can't be used meanwhile."""
    dialog = ErrorDialog(error, details=details, parent=parent)
    dialog.open()
    return dialog
