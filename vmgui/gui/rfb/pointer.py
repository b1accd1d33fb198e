"""The guest's pointer as one of this computer's, and the wheel."""

from __future__ import annotations

from math import fmod

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QCursor, QImage, QPixmap

from vmgui.gui.rfb.events import CursorShape
from vmgui.gui.rfb.wire import Button

BUTTONS = {
    Qt.MouseButton.LeftButton: Button.LEFT,
    Qt.MouseButton.MiddleButton: Button.MIDDLE,
    Qt.MouseButton.RightButton: Button.RIGHT,
}
_WHEEL_STEP = 120
_LARGEST = QSize(256, 256)


def cursor(shape: CursorShape, scale: float, ratio: float) -> QCursor:
    """Make it.

    ``scale``: this screen's pixels for each of the guest's; ``ratio``: this screen's pixels for
    each of the window system's.
    """
    if not shape.width or not shape.height:
        return QCursor(Qt.CursorShape.BlankCursor)
    image = QImage(
        shape.pixels,
        shape.width,
        shape.height,
        shape.width * 4,
        QImage.Format.Format_ARGB32_Premultiplied,
    ).copy()
    size = (image.size() * scale).expandedTo(QSize(1, 1)).boundedTo(_LARGEST)
    if size != image.size():
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    image.setDevicePixelRatio(ratio)
    hot_x = round(shape.hot_x * size.width() / shape.width / ratio)
    hot_y = round(shape.hot_y * size.height() / shape.height / ratio)
    return QCursor(QPixmap.fromImage(image), hot_x, hot_y)


class Wheel:
    """Counts fine movements until they are worth a click."""

    def __init__(self) -> None:
        self._turned = QPoint()

    def turn(self, by: QPoint) -> list[Button]:
        """The clicks that come of turning it (in eighths of a degree, as Qt has it)."""
        self._turned += by
        x, y = self._turned.x(), self._turned.y()
        clicks = []
        for turned, forward, back in (
            (y, Button.WHEEL_UP, Button.WHEEL_DOWN),
            (x, Button.WHEEL_LEFT, Button.WHEEL_RIGHT),
        ):
            clicks += [forward if turned > 0 else back] * (abs(turned) // _WHEEL_STEP)
        self._turned = QPoint(int(fmod(x, _WHEEL_STEP)), int(fmod(y, _WHEEL_STEP)))
        return clicks
