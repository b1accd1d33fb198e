"""A key file: one that is there, or a new one of random bytes."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.file_field import FileField
from vmgui.gui.form import breakable, set_look, text
from vmgui.gui.icons import wear

# As many bytes as the longest key of a cipher: more makes nothing safer.
_SIZE = 64


class KeyFileField(QWidget):
    """``field.path()`` is the file; ``make`` writes one and fills its name in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = FileField(self.tr("Key file"), self.tr("All files (*)"))
        self.create_button = QPushButton(self.tr("Create…"))
        self.create_button.setAccessibleName(self.tr("Create a key file"))
        self.create_button.setAutoDefault(False)
        wear(self.create_button, "key")
        self.create_button.clicked.connect(self._ask)
        self.told = text(
            self.tr(
                "Keep it on a stick and a copy elsewhere. Whoever has it can read the disk; "
                "if its content changes, it opens nothing any more."
            ),
            "quiet",
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.create_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.told)
        self.setFocusProxy(self.field)
        self.field.changed.connect(self._edited)

    def set_problem(self, words: str) -> None:
        """Say what is wrong with it."""
        self._say(words, "bad")
        self.field.line.setFocus()

    def make(self, path: Path) -> None:
        """Write a new file, never over another one."""
        in_background(self, lambda: _create(path), self._created, self._fail)

    def _created(self, path: Path) -> None:
        self.field.line.setText(str(path))
        self._say(
            self.tr("%s was made. Copy it to a stick, too, before you rely on it.")
            % breakable(path.name),
            "good",
        )

    def _fail(self, error: VmguiError) -> None:
        self._say(str(error), "bad")

    def _edited(self) -> None:
        problem = self.field.problem()
        if problem or self.told.property("look") == "bad":
            self._say(problem, "bad")

    def _say(self, words: str, look: str) -> None:
        self.told.setText(words)
        set_look(self.told, look)

    def _ask(self) -> None:
        suggested = Path.home() / (self.tr("disk") + ".key")
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Create a key file"),
            str(suggested),
            options=QFileDialog.Option.DontConfirmOverwrite,  # nothing is ever overwritten
        )
        if chosen:
            self.make(Path(chosen))


def _create(path: Path) -> Path:
    """Blocks. Raises :exc:`VmguiError`."""
    try:
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(fd, "wb") as file:
            file.write(secrets.token_bytes(_SIZE))
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        raise VmguiError(
            "The key file was not made.",
            why=f"There is already a file {path}, which may be in use.",
            remedy="Choose another name.",
        ) from None
    except OSError as error:
        raise VmguiError(
            "The key file was not made.",
            why=f"{error.strerror}: {path}.",
            remedy="Choose another folder.",
        ) from None
    return path
