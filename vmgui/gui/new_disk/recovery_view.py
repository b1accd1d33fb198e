"""A recovery key to write down or save: it is shown this once."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
)

from vmgui.errors import VmguiError
from vmgui.gui.error_dialog import show_error
from vmgui.gui.form import fact, text
from vmgui.gui.icons import wear
from vmgui.secret import recovery
from vmgui.secret.recovery import RecoveryKey

_COLUMNS = 4


class RecoveryView(QFrame):
    """The 24 words, numbered, and a button that saves the sheet to print."""

    def __init__(self, key: RecoveryKey, disk: Path, uuid: str) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._sheet = recovery.printable(key.words, disk.name, uuid)
        self._disk = disk
        words = QGridLayout()
        words.setHorizontalSpacing(18)
        words.setVerticalSpacing(4)
        self.words = list(key.words)
        rows = -(-len(self.words) // _COLUMNS)
        for number, word in enumerate(self.words):
            cell = fact(f"{number + 1:2}  {word}", mono=True)
            cell.setWordWrap(False)
            words.addWidget(cell, number % rows, number // rows)
        self.save_button = QPushButton(self.tr("Save…"))
        self.save_button.setAutoDefault(False)
        self.save_button.setToolTip(self.tr("Save a sheet to print"))
        wear(self.save_button, "save")
        self.save_button.clicked.connect(self._ask)
        self.saved = text(look="good")
        buttons = QHBoxLayout()
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.saved, 1)
        title = QLabel(self.tr("Recovery key"))
        title.setProperty("look", "heading")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(title)
        layout.addWidget(
            text(
                self.tr(
                    "Write it down or print it, and keep it away from this computer. "
                    "It opens the disk without the passphrase and is not shown again."
                )
            )
        )
        layout.addLayout(words)
        layout.addLayout(buttons)

    def save(self, path: Path) -> None:
        """Write the sheet, for the owner's eyes only."""
        try:
            fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with open(fd, "w", encoding="utf-8") as file:
                os.fchmod(fd, 0o600)
                file.write(self._sheet)
        except OSError as error:
            show_error(
                VmguiError(
                    self.tr("The recovery key could not be saved."),
                    why=f"{error.strerror}: {path}.",
                    remedy=self.tr("Choose another folder, or write the words down."),
                ),
                self.window(),
            )
        else:
            self.saved.setText(self.tr("Saved. Print it, then delete the file."))

    def _ask(self) -> None:
        suggested = Path.home() / (self.tr("%s recovery key.txt") % self._disk.stem)
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the recovery key"), str(suggested), self.tr("Text (*.txt)")
        )
        if chosen:
            self.save(Path(chosen))
