"""A line for the path of an existing file, with a button that looks for it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from vmgui.gui.icons import wear


class FileField(QWidget):
    """``path()`` is None while the line is empty."""

    changed = Signal()

    def __init__(self, name: str, kinds: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._kinds = name, kinds
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self.changed)
        self.choose = QPushButton(self.tr("Choose…"))
        self.choose.setAccessibleName(self.tr("Choose: %s") % name)
        self.choose.setAutoDefault(False)
        wear(self.choose, "folder")
        self.choose.clicked.connect(self._choose)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.choose)
        self.setFocusProxy(self.line)

    def path(self) -> Path | None:
        """The file that is named."""
        words = self.line.text().strip()
        return Path(words).expanduser() if words else None

    def problem(self) -> str:
        """A sentence when something is named that is no readable file."""
        path = self.path()
        if path is None:
            return ""
        if not path.is_absolute():
            return self.tr("Give the whole path, from “/” on.")
        if not path.is_file():
            return self.tr("There is no such file.")
        return ""

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self._name, self.line.text(), self._kinds)
        if chosen:
            self.line.setText(chosen)
