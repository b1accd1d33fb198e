"""What the pictures show: a home with machines and disks, and the window over it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from vmgui.errors import VmguiError
from vmgui.gui.window import MainWindow
from vmgui.job import run
from vmgui.paths import disks_dir, private_directory
from vmgui.plugin.opening import open_disk
from vmgui.vm import client, definition, pinning, store

PASSPHRASE = "correct horse battery staple"
_PATIENCE = 30.0

W = TypeVar("W", bound=QWidget)


class Stage:
    """The application's one window, and hands for it."""

    def __init__(self, theme: str) -> None:
        self.theme = theme
        self.window = MainWindow()
        self.started: list[str] = []

    # --- the home -----------------------------------------------------------------------------

    def disk(self, name: str, *, size: int = 20 << 30, plugin: str = "aes-xts") -> Path:
        """An encrypted disk that opens quickly."""
        path = private_directory(disks_dir()) / f"{name}.vmg"
        if not path.exists():
            params: dict[str, Any] = {
                "path": str(path), "size": size, "plugin": plugin, "unlock_seconds": 0.0,
            }  # fmt: skip
            run("create", params, [PASSPHRASE.encode()])
        return path

    def fill(self, name: str, text: str) -> None:
        """Write what a guest might have: a table, then text."""
        disk = open_disk(disks_dir() / f"{name}.vmg", secret=bytearray(PASSPHRASE.encode()))
        try:
            disk.device.write(0, memoryview(bytearray(range(256)) * 2 + bytearray(1536)))
            disk.device.write(2048, memoryview(bytearray(text.encode())))
        finally:
            disk.close()

    def machine(self, name: str, *disks: Path, **fields: Any) -> None:
        """A machine with these disks."""
        made = definition.new(name, **fields)
        for disk in disks:
            made = pinning.attach(made, disk)
        store.create(made)

    def start(self, name: str) -> None:
        """Really start it."""
        locked = pinning.locked_disks(store.load(name))
        client.start(name, {index: PASSPHRASE.encode() for index in locked})
        self.started.append(name)

    # --- waiting ------------------------------------------------------------------------------

    def pause(self, seconds: float) -> None:
        """Let the window live for a while."""
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    def until(self, condition: Callable[[], object], what: str) -> None:
        """Let it live until something has come about."""
        end = time.monotonic() + _PATIENCE
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError(f"never came: {what}")
            self.pause(0.05)

    def refresh(self) -> None:
        """Have the library looked at anew."""
        seen: list[object] = []
        self.window.library.changed.connect(seen.append)
        self.window.library.refresh()
        self.until(lambda: seen, "the library")
        self.window.library.changed.disconnect(seen.append)

    def dialog(self, kind: type[W]) -> W:
        """The open dialog of this kind."""

        def found() -> list[W]:
            return [
                each
                for each in QApplication.topLevelWidgets()
                if isinstance(each, kind) and each.isVisible()
            ]

        self.until(found, kind.__name__)
        return found()[-1]

    def close_dialogs(self) -> None:
        """Everything but the window itself."""
        for each in QApplication.topLevelWidgets():
            if isinstance(each, QDialog) and each.isVisible():
                each.done(0)
        self.pause(0.1)

    # --- pictures -----------------------------------------------------------------------------

    def picture(self) -> QPixmap:
        """The main window and what lies over it, as they are on the screen."""
        self.pause(0.4)
        screen = QGuiApplication.primaryScreen()
        frame = self.window.frameGeometry()
        for each in QApplication.topLevelWidgets():
            if isinstance(each, QDialog) and each.isVisible():
                frame = frame.united(each.frameGeometry())
        frame = frame.intersected(screen.geometry())
        return screen.grabWindow(0, frame.x(), frame.y(), frame.width(), frame.height())

    def end(self) -> None:
        """Stop what runs."""
        self.window.library.stop()
        for name in self.started:
            try:
                client.request(name, "kill")
            except VmguiError:
                continue  # it has ended by itself
