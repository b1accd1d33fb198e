"""A small graph of what was measured last, in the colours of the theme."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from vmgui.gui.theme import theme

POINTS = 60
_HEIGHT = 56


class Graph(QWidget):
    """The last ``POINTS`` values, the newest at the right.

    ``series`` are colours' names of :class:`vmgui.gui.theme.Colours`, one for each value of a
    point. The scale reaches from 0 to ``limit``, or as far as the values do (``least`` at least).
    """

    def __init__(
        self,
        name: str,
        series: Sequence[str] = ("accent",),
        *,
        limit: float = 0.0,
        least: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._series = tuple(series)
        self._limit, self._least = limit, least
        self.points: deque[tuple[float, ...]] = deque(maxlen=POINTS)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._redraw)

    def add(self, values: Sequence[float], words: str) -> None:
        """One more point; ``words`` say the same to who can't see the graph."""
        assert len(values) == len(self._series)
        self.points.append(tuple(values))
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.update()

    def clear(self) -> None:
        """Begin anew."""
        self.points.clear()
        self.setAccessibleDescription("")
        self.setToolTip("")
        self.update()

    def set_limit(self, limit: float) -> None:
        """The upper end of the scale; 0: it follows the values."""
        self._limit = limit
        self.update()

    def _redraw(self) -> None:
        self.update()

    @property
    def top(self) -> float:
        """The value at the upper edge."""
        highest = max((value for point in self.points for value in point), default=0.0)
        return max(highest, self._limit) if self._limit else max(highest * 1.1, self._least)

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(160, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """It may become narrow."""
        return QSize(60, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, then one area after the other."""
        painter, colours = QPainter(self), theme().colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.setBrush(QColor(colours.window))
        painter.drawRoundedRect(area, 4, 4)
        painter.setPen(QPen(QColor(colours.border), 1, Qt.PenStyle.DotLine))
        middle = area.center().y()
        painter.drawLine(QPointF(area.left() + 1, middle), QPointF(area.right() - 1, middle))
        if len(self.points) < 2:
            return
        painter.setClipRect(area.adjusted(1, 1, -1, -1))
        for index, name in enumerate(self._series):
            self._draw(painter, area, index, QColor(getattr(colours, name)))

    def _draw(self, painter: QPainter, area: QRectF, index: int, colour: QColor) -> None:
        step, top = area.width() / (POINTS - 1), self.top
        first = area.right() - (len(self.points) - 1) * step
        height = area.height() - 3
        line = [
            QPointF(first + at * step, area.bottom() - 1 - max(point[index], 0.0) / top * height)
            for at, point in enumerate(self.points)
        ]
        ground = [QPointF(line[-1].x(), area.bottom()), QPointF(line[0].x(), area.bottom())]
        fill = QColor(colour)
        fill.setAlphaF(0.22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawPolygon(QPolygonF([*line, *ground]))
        painter.setPen(QPen(colour, 1.5))
        painter.drawPolyline(QPolygonF(line))
