"""A key file for a disk: one that there is, or a new one of random bytes."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.file_field import FileField
from vmgui.gui.form import set_look, text
from vmgui.gui.language import say
from vmgui.gui.notice import Notice
from vmgui.secret import source

# More than any cipher's key: nobody guesses these.
_SIZE = 64


class NewKeyFile(Notice):
    """Accepted with ``secret``, the file's content: the receiver's to wipe."""

    def __init__(self, disk: str, parent: QWidget | None) -> None:
        super().__init__("", "key", "accent", "", parent)
        self.setWindowTitle(self.tr("Add a key file"))
        self.set_headline(self.tr("Which file shall open the disk %s?") % disk)
        self.secret = bytearray()
        self.say(
            self.tr(
                "Whoever has the file can open the disk: keep it on a stick, not beside the disk. "
                "The file must never change."
            ),
            "quiet",
        )
        self.file = FileField(self.tr("Key file"), self.tr("All files (*)"))
        self.file.changed.connect(self._update)
        self.make_button = QPushButton(self.tr("Make a new one…"))
        self.make_button.setAutoDefault(False)
        self.make_button.clicked.connect(self._ask_new)
        self.told = text(look="bad")
        self.body.addWidget(self.file)
        self.body.addWidget(self.told)
        self.buttons.addWidget(self.make_button)
        self.buttons.addStretch()
        self.cancel_button = self.add_button(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.add_file_button = self.add_button(self.tr("Add key file"), primary=True)
        self.add_file_button.clicked.connect(self._take)
        self._update()
        self.file.setFocus()

    def make(self, path: Path) -> None:
        """Write a new key file, for its owner alone; an existing file is never overwritten."""
        in_background(self, lambda: _make(path), lambda _: self._made(path), self._say_problem)

    def _update(self) -> None:
        self.told.clear()
        self.add_file_button.setEnabled(self.file.path() is not None)

    def _made(self, path: Path) -> None:
        self.file.line.setText(str(path))
        set_look(self.told, "good")
        self.told.setText(self.tr("A new key file was made. Keep a copy of it in a safe place."))

    def _take(self) -> None:
        problem, path = self.file.problem(), self.file.path()
        if problem or path is None:
            set_look(self.told, "bad")
            self.told.setText(problem)
            return
        in_background(self, lambda: source.from_key_file(path), self._read, self._say_problem)

    def _read(self, secret: bytearray) -> None:
        self.secret = secret
        self.accept()

    def _say_problem(self, error: VmguiError) -> None:
        set_look(self.told, "bad")
        self.told.setText(say(str(error)))

    def _ask_new(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Make a key file"),
            str(Path.home() / "disk.key"),
            self.tr("Key files (*.key)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self.make(Path(chosen))


def _make(path: Path) -> None:
    try:
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(fd, "wb") as file:
            file.write(secrets.token_bytes(_SIZE))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise VmguiError(
            f"The key file {path} can't be written.",
            why=f"{error.strerror}.",
            remedy="Choose another file or folder; an existing file is never overwritten.",
        ) from None
