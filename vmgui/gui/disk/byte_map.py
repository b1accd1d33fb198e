"""Bytes as a picture: a pixel each, by value, so that an eye tells text from noise."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from vmgui.gui.theme import Colours, theme

COLUMNS = 128
ROWS = 128
# Logical pixels a byte: as wide as the picture likes to be, and as wide as it gets.
_LEAST, _MOST = 2, 3


def colour_of(value: int, colours: Colours) -> QColor:
    """Zeros are paper, text is blue, other small values are green, the upper half is orange."""
    if value == 0:
        return QColor(colours.base)
    if value == 0xFF:
        return QColor(colours.text)
    if 0x20 <= value < 0x7F or value in b"\t\n\r":
        hue, depth = 215, (value - 0x20) / 0x5F if value >= 0x20 else 0.0
    elif value < 0x20 or value == 0x7F:
        hue, depth = 150, value / 0x7F
    else:
        hue, depth = 28, (value - 0x80) / 0x7F
    if colours.dark:
        return QColor.fromHsv(hue, 200 - round(110 * depth), 130 + round(120 * depth))
    return QColor.fromHsv(hue, 110 + round(120 * depth), 245 - round(105 * depth))


class ByteMap(QWidget):
    """A square of ``COLUMNS`` by ``ROWS`` bytes, row by row. ``pointed``: at a byte, by its index.

    The arrow keys move the mark, Page Up and Page Down by eight rows.
    """

    pointed = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = bytearray()
        self._image = QImage()
        self._mark = 0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self._render)

    def show_bytes(self, data: bytes | bytearray | memoryview) -> None:
        """Show these; the widget keeps a copy until :meth:`clear`."""
        self.clear()
        self._data = bytearray(data[: COLUMNS * ROWS])
        self._render()

    def clear(self) -> None:
        """Forget the bytes, and their picture."""
        self._data[:] = bytes(len(self._data))
        self._data.clear()
        if not self._image.isNull():
            self._image.fill(0)
        self._image = QImage()
        self._mark = 0
        self.update()

    def point_at(self, index: int) -> None:
        """Mark a byte."""
        self._mark = min(max(index, 0), max(len(self._data) - 1, 0))
        self.update()

    @property
    def mark(self) -> int:
        """The index of the marked byte."""
        return self._mark

    def line(self) -> bytes:
        """The (up to) 16 bytes of the line that the mark is in."""
        start = self._mark // 16 * 16
        return bytes(self._data[start : start + 16])

    def sizeHint(self) -> QSize:
        """Two pixels a byte."""
        return QSize(COLUMNS * _LEAST, ROWS * _LEAST)

    def minimumSizeHint(self) -> QSize:
        """As small as a pixel a byte."""
        return QSize(COLUMNS, ROWS)

    def hasHeightForWidth(self) -> bool:
        """A square."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the picture is wide."""
        return self._side(width)

    def _render(self) -> None:
        if not self._data:
            return
        rows = -(-len(self._data) // COLUMNS)
        image = QImage(COLUMNS, rows, QImage.Format.Format_Indexed8)
        image.setColorTable([colour_of(value, theme().colours).rgb() for value in range(256)])
        padded = self._data.ljust(rows * COLUMNS, b"\0")
        view = memoryview(image.bits())
        step = image.bytesPerLine()
        for row in range(rows):
            view[row * step : row * step + COLUMNS] = padded[row * COLUMNS : (row + 1) * COLUMNS]
        padded[:] = bytes(len(padded))
        self._image = image
        self.update()

    def _square(self) -> QRect:
        side = self._side(self.width())
        return QRect(0, 0, side, side)

    def _side(self, width: int) -> int:
        """A whole number of screen pixels a byte, or the picture gets a pattern of its own."""
        ratio = self.devicePixelRatioF()
        scale = min(max(int(width * ratio) // COLUMNS, 1), round(_MOST * ratio))
        return round(scale * COLUMNS / ratio)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, the mark and, with the keyboard's focus, a frame."""
        painter, colours = QPainter(self), theme().colours
        square = self._square()
        painter.fillRect(square, QColor(colours.base))
        if not self._image.isNull():
            height = square.height() * self._image.height() // ROWS
            painter.drawImage(QRect(0, 0, square.width(), height), self._image)
            cell = square.width() / COLUMNS
            row, column = divmod(self._mark, COLUMNS)
            line = column // 16 * 16
            painter.setPen(QPen(QColor(colours.text), 1))
            painter.drawRect(
                round(line * cell) - 1, round(row * cell) - 1, round(16 * cell) + 1, round(cell) + 1
            )
        painter.setPen(QPen(QColor(colours.accent if self.hasFocus() else colours.border), 1))
        painter.drawRect(square.adjusted(0, 0, -1, -1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point where the mouse is."""
        self._point(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The same for touch screens."""
        self._point(event)

    def _point(self, event: QMouseEvent) -> None:
        cell = self._square().width() / COLUMNS
        column, row = int(event.position().x() / cell), int(event.position().y() / cell)
        if 0 <= column < COLUMNS and 0 <= row * COLUMNS + column < len(self._data):
            self.pointed.emit(row * COLUMNS + column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the mark by lines of 16 bytes."""
        key = Qt.Key
        step = {
            key.Key_Left: -16,
            key.Key_Right: 16,
            key.Key_Up: -COLUMNS,
            key.Key_Down: COLUMNS,
            key.Key_PageUp: -8 * COLUMNS,
            key.Key_PageDown: 8 * COLUMNS,
            key.Key_Home: -len(self._data),
            key.Key_End: len(self._data),
        }.get(Qt.Key(event.key()))
        if step is None or not self._data:
            super().keyPressEvent(event)
            return
        self.pointed.emit(min(max(self._mark + step, 0), len(self._data) - 1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the frame."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the frame."""
        super().focusOutEvent(event)
        self.update()
