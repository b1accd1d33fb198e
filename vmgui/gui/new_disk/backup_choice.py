"""*Back up the header*, and where to."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from vmgui.gui.form import hint, text
from vmgui.gui.icons import wear

SUFFIX = ".vmg-header"


class BackupChoice(QWidget):
    """A tick, and the file that the copy goes to. ``changed``: :meth:`problem` may be another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggested = ""
        self.tick = QCheckBox(self.tr("Back up the header"))
        self.hint = hint(
            self.tr(
                "A small file. If the start of the disk's file is ever damaged, the disk opens "
                "with it again. Keep it on another drive."
            )
        )
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("File for the header's backup"))
        self.choose = QPushButton(self.tr("Choose…"))
        self.choose.setAccessibleName(self.tr("Choose the file for the header's backup"))
        self.choose.setAutoDefault(False)
        wear(self.choose, "folder")
        self.choose.clicked.connect(self._choose)
        self.wrong = text(look="bad")
        self.wrong.hide()
        self._file = QWidget()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.choose)
        inside = QVBoxLayout(self._file)
        inside.setContentsMargins(25, 4, 0, 0)
        inside.setSpacing(4)
        inside.addLayout(row)
        inside.addWidget(self.wrong)
        self._file.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.tick)
        layout.addWidget(self.hint)
        layout.addWidget(self._file)
        self.tick.toggled.connect(self._file.setVisible)
        self.tick.toggled.connect(self._edited)
        self.line.textChanged.connect(self._edited)

    def suggest(self, disk: Path) -> None:
        """Suggest a name for the backup of ``disk``, unless another was typed."""
        if self.line.text() == self._suggested:
            self._suggested = str(Path.home() / f"{disk.stem}{SUFFIX}")
            self.line.setText(self._suggested)

    def path(self) -> Path | None:
        """Where to; None where it is not wanted."""
        return Path(self.line.text().strip()).expanduser() if self.tick.isChecked() else None

    def problem(self) -> str:
        """A sentence, or nothing when the file can be made."""
        path = self.path()
        if path is None:
            return ""
        if not path.is_absolute():
            return self.tr("Give the whole path, from “/” on.")
        if not path.parent.is_dir():
            return self.tr("There is no such folder.")
        if os.path.lexists(path):
            return self.tr("There is already a file of this name. Choose another one.")
        return ""

    def _edited(self) -> None:
        problem = self.problem()
        self.wrong.setText(problem)
        self.wrong.setVisible(bool(problem))
        self.changed.emit()

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Back up the header"), self.line.text()
        )
        if chosen:
            self.line.setText(chosen)
