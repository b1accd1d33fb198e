"""A recovery key to write down, save or print: it is shown this once."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
)

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.error_dialog import show_error
from vmgui.gui.form import breakable, set_look, text
from vmgui.gui.icons import wear
from vmgui.gui.new_disk import printing
from vmgui.gui.new_disk.recovery_sheet import Sheet, pdf
from vmgui.secret import recovery
from vmgui.secret.recovery import RecoveryKey

_COLUMNS = 4


class RecoveryView(QFrame):
    """The 24 words, numbered, and what can be done with them.

    ``settled()`` once the sheet was saved or printed, or the person said to do without; ``changed``
    when that may be so.
    """

    changed = Signal()

    def __init__(self, key: RecoveryKey, disk: Path, uuid: str) -> None:
        super().__init__()
        self.setProperty("look", "card")
        today = datetime.datetime.now().astimezone().date()
        self.sheet = Sheet(key.words, disk.name, uuid, today)
        self._disk = disk
        self._kept = False
        self.words = list(key.words)
        self.save_button = self._button(self.tr("Save…"), "save", self._ask)
        self.save_button.setToolTip(self.tr("Save the sheet as a PDF or as text"))
        self.print_button = self._button(self.tr("Print…"), "print", self.print_sheet)
        self.print_button.setToolTip(self.tr("Print the sheet, with a QR code"))
        self.saved = text(look="good")
        self.saved.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.print_button)
        buttons.addStretch()
        self.skip = QCheckBox(self.tr("I wrote the words down, or do without them"))
        self.skip.toggled.connect(self.changed)
        title = QLabel(self.tr("Recovery key"))
        title.setProperty("look", "heading")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(title)
        layout.addWidget(
            text(
                self.tr(
                    "It opens the disk if the passphrase is forgotten, and is not shown again. "
                    "Print or save it, and keep it away from this computer."
                )
            )
        )
        layout.addLayout(self._grid())
        layout.addLayout(buttons)
        layout.addWidget(self.saved)
        layout.addWidget(self.skip)

    def settled(self) -> bool:
        """Whether nothing is lost when the words disappear."""
        return self._kept or self.skip.isChecked()

    def save(self, path: Path) -> None:
        """Write the sheet, for the owner's eyes only: as text where the name ends so, else PDF."""
        sheet = self.sheet
        content = (
            recovery.printable(sheet.words, sheet.name, sheet.uuid, sheet.date).encode()
            if path.suffix.lower() == ".txt"
            else pdf(sheet)
        )
        in_background(
            self,
            lambda: _write(path, content),
            lambda _: self._keep(
                self.tr("Saved as %s. Put it on a stick or print it, then delete the file.")
                % breakable(path.name)
            ),
            self._fail,
        )

    def print_sheet(self) -> None:
        """Ask for a printer; where there is none, offer the PDF."""
        self.print_button.setEnabled(False)
        in_background(self, printing.has_printer, self._print, lambda _: self._print(False))

    def _print(self, possible: bool) -> None:
        self.print_button.setEnabled(True)
        if possible:
            printing.ask(self.sheet, self.window(), self._printed)
            return
        self._say(self.tr("No printer is set up here. Save the sheet as a PDF instead."), "warning")
        self.save_button.setFocus()

    def _printed(self, done: bool) -> None:
        if done:
            self._keep(self.tr("Sent to the printer. Check that the sheet can be read."))
        else:
            self._say(self.tr("The printer took nothing. Save the sheet instead."), "bad")

    def _keep(self, words: str) -> None:
        self._kept = True
        self._say(words, "good")
        self.changed.emit()

    def _say(self, words: str, look: str) -> None:
        self.saved.setText(words)
        set_look(self.saved, look)
        self.saved.show()

    def _fail(self, error: VmguiError) -> None:
        show_error(
            VmguiError(
                self.tr("The recovery key could not be saved."),
                why=error.why,
                remedy=self.tr("Choose another folder, or write the words down."),
            ),
            self.window(),
        )

    def _ask(self) -> None:
        suggested = Path.home() / (self.tr("%s recovery key.pdf") % self._disk.stem)
        kinds = (self.tr("PDF (*.pdf)"), self.tr("Text (*.txt)"))
        chosen, kind = QFileDialog.getSaveFileName(
            self, self.tr("Save the recovery key"), str(suggested), ";;".join(kinds)
        )
        if chosen:
            path = Path(chosen)
            if kind == kinds[1] and path.suffix == ".pdf":
                path = path.with_suffix(".txt")
            self.save(path if path.suffix else path.with_suffix(".pdf"))

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(4)
        rows = -(-len(self.words) // _COLUMNS)
        for number, word in enumerate(self.words):
            cell = text(f"{number + 1:2}  {word}", "mono")
            cell.setWordWrap(False)
            # By the mouse only: nobody wants to press Tab for each word.
            cell.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(cell, number % rows, number // rows)
        return grid

    def _button(self, words: str, icon: str, then: object) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        wear(button, icon)
        button.clicked.connect(then)
        return button


def _write(path: Path, content: bytes) -> None:
    """Into a file of 0600, whatever it was before."""
    try:
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(fd, "wb") as file:
            os.fchmod(fd, 0o600)
            file.write(content)
    except OSError as error:
        raise VmguiError("Not written.", why=f"{error.strerror}: {path}.") from None
