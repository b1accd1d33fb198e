"""Our own icons: line drawings on a 24 x 24 grid, tinted with the theme's text colour."""

from __future__ import annotations

from functools import cache
from importlib import resources

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

from vmgui.gui.theme import theme

_SIZES = (16, 20, 24, 32, 48)


@cache
def _drawing(name: str) -> bytes:
    return resources.files(__name__).joinpath(f"{name}.svg").read_bytes()


def pixmap(name: str, size: int, colour: str = "") -> QPixmap:
    """The icon ``name``, ``size`` logical pixels wide, in a colour (``#rrggbb``; else text)."""
    return _pixmap(name, size, colour or theme().colours.text, _ratio())


def _ratio() -> float:
    app = QApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QApplication) else 1.0


def _pixmap(name: str, size: int, colour: str, ratio: float) -> QPixmap:
    drawing = _drawing(name).replace(b"currentColor", colour.encode())
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, colour: str = "") -> QIcon:
    """The icon in all usual sizes, enabled and disabled, in the colours of the present theme."""
    colours = theme().colours
    return _icon(name, colour or colours.text, colours.disabled, _ratio())


@cache  # drawing one takes about 4 ms, and a dialog has ten
def _icon(name: str, colour: str, disabled: str, ratio: float) -> QIcon:
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(_pixmap(name, size, colour, ratio))
        made.addPixmap(_pixmap(name, size, disabled, ratio), QIcon.Mode.Disabled)
    return made


class _Dresser(QObject):
    """Belongs to what wears an icon and ends with it, and its connection to the theme too."""

    def __init__(self, wearer: QAction | QAbstractButton, name: str, on_accent: bool) -> None:
        super().__init__(wearer)
        self._wearer, self._name, self._on_accent = wearer, name, on_accent
        self.dress()
        theme().changed.connect(self.dress)

    def dress(self) -> None:
        """Put the icon on in the present theme's colours."""
        self._wearer.setIcon(icon(self._name, theme().colours.on_accent if self._on_accent else ""))


def wear(wearer: QAction | QAbstractButton, name: str, *, on_accent: bool = False) -> None:
    """Give an action or button an icon that changes with the theme."""
    _Dresser(wearer, name, on_accent)


def application_icon() -> QIcon:
    """The program's own icon."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(pixmap("vmgui", size))
    return made
