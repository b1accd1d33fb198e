"""What this computer lacks, each with its remedy, and *Check again*."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.form import card, clear, fact, text
from vmgui.gui.icons import pixmap, wear
from vmgui.gui.language import say
from vmgui.gui.theme import theme
from vmgui.vm import checks
from vmgui.vm.checks import Check

_SIGNS = {
    "good": ("done", "good"), "limited": ("warning", "warning"), "missing": ("error", "bad"),
}  # fmt: skip


class ChecksView(QWidget):
    """``whole``: also what is good. ``looked`` when a look is over."""

    looked = Signal()

    def __init__(self, parent: QWidget | None = None, *, whole: bool = False) -> None:
        super().__init__(parent)
        self._whole = whole
        self.found: list[Check] = []
        self._summary = QLabel(self.tr("Checking this computer…"))
        self._summary.setProperty("look", "quiet")
        self.again = QPushButton(self.tr("Check again"))
        self.again.setAutoDefault(False)
        wear(self.again, "reset")
        self.again.clicked.connect(self.look)
        head = QHBoxLayout()
        head.addWidget(self._summary, 1)
        head.addWidget(self.again)
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(self._list)
        layout.addLayout(head)
        theme().changed.connect(self._build)
        self.look()

    def look(self) -> None:
        """Look now, in the background."""
        self.again.setEnabled(False)
        self._summary.setText(self.tr("Checking this computer…"))
        in_background(self, checks.look, self._take, self._fail)

    def _take(self, found: list[Check]) -> None:
        self.found = found
        self.again.setEnabled(True)
        troubles = sum(each.state != "good" for each in found)
        self._summary.setText(
            self.tr("%n thing(s) could be better.", "", troubles)
            if troubles
            else self.tr("This computer is ready.")
        )
        self.again.setVisible(bool(troubles) or self._whole)
        self._build()
        self.looked.emit()

    def _fail(self, error: VmguiError) -> None:
        self.again.setEnabled(True)
        self._summary.setText(say(str(error)))
        self.looked.emit()

    def _build(self) -> None:
        clear(self._list)
        for each in self.found:
            if self._whole or each.state != "good":
                self._list.addWidget(self._card(each))

    def _card(self, check: Check) -> QWidget:
        icon, look = _SIGNS[check.state]
        frame, inside = card()
        sign = QLabel()
        sign.setPixmap(pixmap(icon, 22, getattr(theme().colours, look)))
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        # The others are names.
        title = QLabel(self.tr("Keyring") if check.key == "keyring" else check.title)
        title.setProperty("look", "step")
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(title)
        words.addWidget(text(say(check.words)))
        if check.remedy and check.state != "good":
            words.addWidget(text(say(check.remedy), "quiet"))
        if check.command:
            words.addLayout(self._command(check.command))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(sign)
        row.addLayout(words, 1)
        inside.addLayout(row)
        return frame

    def _command(self, command: str) -> QHBoxLayout:
        line = fact(command, mono=True)
        copy = QToolButton()
        copy.setText(self.tr("Copy"))
        copy.setToolTip(self.tr("Copy the command"))
        copy.setAccessibleName(self.tr("Copy the command %s") % command)
        copy.setAutoRaise(True)
        copy.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        wear(copy, "copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(command))
        row = QHBoxLayout()
        row.addWidget(line, 1)
        row.addWidget(copy)
        return row
