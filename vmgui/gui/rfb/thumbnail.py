"""Small live pictures of guests' screens for the list."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from vmgui.gui.rfb.connection import ScreenConnection

# A picture's largest size in device pixels, and how often it is looked at anew.
SIZE = QSize(320, 200)
PERIOD_MS = 2000


class Thumbnails(QObject):
    """Watches screens; ``changed`` carries a machine's name and its picture.

    It connects for the moment of one picture and parts again: a screen that nobody looks at costs
    QEMU nothing in between. Nothing happens while ``paused``.
    """

    changed = Signal(str, QImage)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths: dict[str, str] = {}
        self._looking: dict[str, ScreenConnection] = {}
        self._timer = QTimer(self, interval=PERIOD_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def watch(self, paths: Mapping[str, str]) -> None:
        """Watch these screens: sockets' absolute paths by the machines' names."""
        fresh = {name for name, path in paths.items() if self._paths.get(name) != path}
        self._paths = dict(paths)
        for name in [each for each in self._looking if each not in paths]:
            self._part(name)
        for name in fresh:
            self._begin(name)

    def pause(self, paused: bool) -> None:
        """Stop looking, or go on."""
        if paused:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
            self._look()

    def _look(self) -> None:
        for name in self._paths:
            self._part(name)  # one that has not answered until now
            self._begin(name)

    def _begin(self, name: str) -> None:
        if not self._timer.isActive() or not self._paths[name]:
            return
        connection = self._looking[name] = ScreenConnection(self)
        painted: list[object] = []
        connection.painted.connect(painted.append)
        # An update may also hold only a size or a pointer's shape.
        connection.updated.connect(lambda: self._take(name, connection) if painted else None)
        connection.open(self._paths[name])

    def _take(self, name: str, connection: ScreenConnection) -> None:
        if self._looking.get(name) is not connection:
            return
        screen = connection.framebuffer
        if screen.width and screen.height:
            whole = QImage(
                screen.pixels, screen.width, screen.height, screen.width * 4,
                QImage.Format.Format_RGB32,
            )  # fmt: skip
            small = whole.scaled(
                SIZE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            self.changed.emit(name, small.copy())
        self._part(name)

    def _part(self, name: str) -> None:
        connection = self._looking.pop(name, None)
        if connection is not None:
            connection.close()
            connection.deleteLater()
