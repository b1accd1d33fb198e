"""The window's tests run without a screen, but for those that start a real one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.new_disk import PASSPHRASE, assistant, until  # noqa: F401  (a fixture)
from tests.gui.play import play, strays, window  # noqa: F401  (fixtures)
from vmgui.gui.garbage import Garbage
from vmgui.gui.library.library import Library
from vmgui.gui.theme import Scheme, theme
from vmgui.job import run
from vmgui.paths import disks_dir
from vmgui.plugin import speed
from vmgui.plugin.found import scan
from vmgui.plugin.speed import Speed

os.environ["QT_QPA_PLATFORM"] = "offscreen"


@pytest.fixture(autouse=True, scope="session")
def _garbage(qapp: QApplication) -> None:
    """As in the program itself."""
    Garbage(qapp)


@pytest.fixture(autouse=True)
def _themed(qapp: QApplication) -> None:
    theme().choose(Scheme.LIGHT)


@pytest.fixture(autouse=True)
def _libraries(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Ends every library that a test started: their threads would look into the next one's home."""
    started: list[Library] = []
    start = Library.start

    def remember(library: Library) -> None:
        started.append(library)
        start(library)

    monkeypatch.setattr(Library, "start", remember)
    yield
    for library in started:
        library.stop()


@pytest.fixture(autouse=True)
def _kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A test's widgets live until its end, as those of a window do.

    pytest-qt knows them weakly: one that only the test's function knew would be deleted by Python
    while events are on their way to it.
    """
    kept: dict[int, QWidget] = {}
    add = QtBot.addWidget

    def keep(bot: QtBot, widget: QWidget, **options: Any) -> None:
        number = id(widget)
        kept[number] = widget
        widget.destroyed.connect(lambda: kept.pop(number, None))
        add(bot, widget, **options)

    monkeypatch.setattr(QtBot, "addWidget", keep)
    yield
    kept.clear()


# MB/s. What is recommended does not depend on how fast the tests' computer is.
FAST = Speed(9000.0, 9000.0, 9000.0, 9000.0)


@pytest.fixture(autouse=True)
def _measured(home: Path) -> None:
    """All plug-ins that came with us were measured, and are fast."""
    for plugin in scan()[0]:
        speed.remember(plugin, FAST)


def make_disk(name: str, passphrase: str = PASSPHRASE, folder: Path | None = None) -> Path:
    """A small encrypted disk that opens quickly."""
    path = (folder or disks_dir()) / f"{name}.vmg"
    path.parent.mkdir(parents=True, exist_ok=True)
    params = {"path": str(path), "size": 8 << 20, "unlock_seconds": 0.0}
    run("create", params, [passphrase.encode()])
    return path
