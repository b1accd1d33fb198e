"""CD images that are likely meant: the newest downloads, and those of other machines."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.form import clear, text
from vmgui.gui.icons import wear
from vmgui.vm import store

_MOST = 3
_WIDTH = 52  # characters of a name; its end, with the version, is what tells names apart


class Suggestions(QWidget):
    """To be shown once ``found`` says so. ``chosen`` carries the path."""

    found = Signal()
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[QPushButton] = []
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(2)
        in_background(self, find, self._take, self._none)

    def _take(self, paths: list[Path]) -> None:
        clear(self._list)
        self.buttons = []
        if not paths:
            return
        self._list.addWidget(text(self.tr("Found on this computer:"), "quiet"))
        for path in paths:
            button = QPushButton(_shortened(path.name).replace("&", "&&"))
            button.setProperty("look", "flat")
            button.setAutoDefault(False)
            button.setToolTip(str(path))
            button.setAccessibleName(self.tr("Install from %s") % path.name)
            wear(button, "disk")
            button.clicked.connect(partial(self.chosen.emit, str(path)))
            self._list.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.buttons.append(button)
        self.found.emit()

    def _none(self, error: VmguiError) -> None:
        """Suggestions that can't be made are missed by nobody."""


def find() -> list[Path]:
    """The newest images first. Reads folders: not for the window's thread."""
    downloads = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    times: dict[Path, float] = {}
    for path in [*_images(Path(downloads)), *_of_machines()]:
        try:
            info = path.stat()
        except OSError:
            continue
        if path.is_file() and info.st_size:
            times[path] = info.st_mtime
    return sorted(times, key=lambda path: times[path], reverse=True)[:_MOST]


def _images(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return [Path(each.path) for each in entries if each.name.lower().endswith(".iso")]
    except OSError:
        return []


def _of_machines() -> list[Path]:
    cds = [entry.definition.cdrom for entry in store.entries() if entry.definition is not None]
    return [Path(cd) for cd in cds if cd]


def _shortened(name: str) -> str:
    if len(name) <= _WIDTH:
        return name
    half = _WIDTH // 2
    return f"{name[:half]}…{name[-half:]}"
