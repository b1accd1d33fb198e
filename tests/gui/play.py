"""A library whose machines' states are played: for tests of the main window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QMainWindow, QMenu, QWidget
from pytestqt.qtbot import QtBot

from vmgui.errors import VmguiError
from vmgui.gui.window import MainWindow
from vmgui.vm import client, definition, pinning, store
from vmgui.vm.client import Status

Open = Callable[[], MainWindow]


class Play:
    """States by machine, and what was asked for."""

    def __init__(self) -> None:
        self.states: dict[str, Status] = {}
        self.asked: list[tuple[str, str]] = []
        self.failure: VmguiError | None = None

    def status_of(self, machine: definition.Definition) -> Status:
        return self.states.get(machine.name, Status())

    def request(self, name: str, verb: str) -> dict[str, Any]:
        self.asked.append((name, verb))
        if self.failure is not None:
            raise self.failure
        after = {"pause": "paused", "resume": "running", "kill": "stopped", "shutdown": "stopping"}
        if verb in after:
            self.states[name] = Status(after[verb])  # type: ignore[arg-type]
        return {}

    def start(self, name: str, secrets: object, on_progress: Callable[[str], None]) -> None:
        on_progress("Opening the disks.")
        self.asked.append((name, "start"))
        if self.failure is not None:
            raise self.failure
        self.states[name] = Status("running")


@pytest.fixture
def play(monkeypatch: pytest.MonkeyPatch) -> Play:
    made = Play()
    for name in ("status_of", "request", "start"):
        monkeypatch.setattr(client, name, getattr(made, name))
    return made


class Strays(QObject):
    """Widgets that were shown before they were in a window: each flashes as one of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        windows = (QMainWindow, QDialog, QMenu, QFrame)  # tool tips and lists are frames
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and not isinstance(watched, windows)
        ):
            self.found.append(f"{watched!r} {watched.windowTitle()}")
        return False


@pytest.fixture
def strays(qapp: QApplication) -> Iterator[None]:
    """Fails a test during which there were any."""
    watcher = Strays()
    qapp.installEventFilter(watcher)
    yield
    qapp.removeEventFilter(watcher)
    assert watcher.found == []


@pytest.fixture
def window(qtbot: QtBot, play: Play) -> Open:
    def open_window() -> MainWindow:
        made = MainWindow()
        qtbot.addWidget(made, before_close_func=lambda _: setattr(made.leaving, "_sure", True))
        with qtbot.waitSignal(made.library.changed, timeout=60_000):
            made.show()
        # Shortcuts are the active window's; another test's may still be.
        made.activateWindow()
        QTest.qWaitForWindowActive(made)
        return made

    return open_window


def make_machine(name: str, *disks: Path, **fields: Any) -> None:
    made = definition.new(name, **fields)
    for disk in disks:
        made = pinning.attach(made, disk)
    store.create(made)


def find(window: MainWindow, kind: type[Any]) -> Any:
    found = window.findChildren(kind)
    assert len(found) == 1
    return found[0]


def see(qtbot: QtBot, window: MainWindow, condition: Callable[[], bool]) -> None:
    window.library.refresh()
    qtbot.waitUntil(condition, timeout=120_000)
