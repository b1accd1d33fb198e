"""Draws a row: an icon or the guest's screen, a name, a quiet line, a lock."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vmgui.gui.icons import pixmap
from vmgui.gui.library.row_model import ROW, THUMBNAIL, Index
from vmgui.gui.library.rows import Kind, Lock, Row
from vmgui.gui.theme import theme

_HEIGHT = 56
_HEADING = 34
_GROUP = 32
_PICTURE = QSize(56, 35)
_LEFT = 18
_LOCK = 18


class RowDelegate(QStyledItemDelegate):
    """Everything in the theme's colours. ``target``: the row that something is dragged to."""

    target: tuple[Kind, str] = (Kind.GROUP, "")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines of text and some air, or one for a heading."""
        row: Row = index.data(ROW)
        lines = QFontMetrics(option.font).height()
        if row.kind is Kind.HEADING:
            return QSize(0, max(_HEADING, lines + 16))
        if row.kind is Kind.GROUP:
            return QSize(0, max(_GROUP, lines + 14))
        return QSize(0, max(_HEIGHT, 2 * lines + 20))

    def text_left(self) -> int:
        """Where a machine's or disk's name begins, from the row's left edge."""
        return _LEFT + _PICTURE.width() + 12

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row: Row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind is Kind.HEADING:
            self._heading(painter, option, row)
        else:
            self._background(painter, option, aimed_at=(row.kind, row.key) == self.target)
            if row.kind is Kind.GROUP:
                self._group(painter, option, row)
            else:
                self._entry(painter, option, row, index.data(THUMBNAIL))
        painter.restore()

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        painter.setFont(_small(option.font))
        painter.setPen(QColor(theme().colours.quiet))
        area: QRect = option.rect
        inside = area.adjusted(_LEFT, 8, -18, 0)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, row.title)
        arrow = pixmap("right" if row.collapsed else "down", 14, theme().colours.quiet)
        painter.drawPixmap(inside.right() - 14, inside.center().y() - 6, arrow)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(inside.adjusted(0, 0, -22, 0), right, row.line)

    def _background(
        self, painter: QPainter, option: QStyleOptionViewItem, *, aimed_at: bool
    ) -> None:
        state: QStyle.StateFlag = option.state
        area: QRect = option.rect
        colours = theme().colours
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selection))
            painter.drawRoundedRect(area.adjusted(8, 1, -8, -1), 7, 7)
        if aimed_at or state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 2 if aimed_at else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(8, 1, -9, -2), 7, 7)

    def _group(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        area: QRect = option.rect
        colours = theme().colours
        arrow = pixmap("right" if row.collapsed else "down", 14, colours.quiet)
        painter.drawPixmap(area.left() + _LEFT, area.center().y() - 6, arrow)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        inside = area.adjusted(_LEFT + 20, 0, -18, 0)
        told = QFontMetrics(option.font).horizontalAdvance(row.line) + 10 if row.line else 0
        words = QFontMetrics(font).elidedText(
            row.title, Qt.TextElideMode.ElideRight, inside.width() - told
        )
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(option.font)
        painter.setPen(QColor(colours.quiet))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(inside, right, row.line)

    def _entry(
        self, painter: QPainter, option: QStyleOptionViewItem, row: Row, picture: QPixmap | None
    ) -> None:
        area: QRect = option.rect
        font: QFont = option.font
        colours = theme().colours
        middle = area.center().y()
        _draw_picture(painter, QPoint(area.left() + _LEFT, middle), row.icon, picture)
        right = 18
        if row.lock is not Lock.NONE:
            colour = colours.good if row.lock is Lock.CLOSED else colours.warning
            sign = pixmap(row.lock.value, _LOCK, colour)
            painter.drawPixmap(area.right() - right - _LOCK + 1, middle - _LOCK // 2, sign)
            right += _LOCK + 8
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        lines = QFontMetrics(font).height()
        left = area.left() + self.text_left()
        width = area.right() - right - left
        painter.setFont(bold)
        painter.setPen(QColor(colours.text))
        name = QFontMetrics(bold).elidedText(row.title, Qt.TextElideMode.ElideRight, width)
        above = QRect(left, middle - lines - 1, width, lines)
        painter.drawText(above, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(font)
        under = QRect(left, middle + 2, width, lines)
        if row.tone:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(getattr(colours, row.tone)))
            painter.drawEllipse(left, under.center().y() - 3, 8, 8)
            under.adjust(14, 0, 0, 0)
        painter.setPen(QColor(colours.quiet))
        words = row.badge or row.line
        line = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, under.width())
        painter.drawText(under, Qt.AlignmentFlag.AlignVCenter, line)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setWeight(QFont.Weight.DemiBold)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    return small


def _draw_picture(painter: QPainter, place: QPoint, icon: str, picture: QPixmap | None) -> None:
    """The guest's screen on a small monitor, or the icon; ``place``: the left edge's middle."""
    frame = QRect(QPoint(place.x(), place.y() - _PICTURE.height() // 2), _PICTURE)
    colours = theme().colours
    if picture is None:
        sign = pixmap(icon, 26, colours.quiet)
        painter.drawPixmap(frame.center() - QPoint(13, 13), sign)
        return
    path = QPainterPath()
    path.addRoundedRect(QRectF(frame), 4, 4)
    painter.save()
    painter.setClipPath(path)
    painter.fillRect(frame, QColor("black"))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    size = picture.size().scaled(_PICTURE, Qt.AspectRatioMode.KeepAspectRatio)
    target = QRect(QPoint(0, 0), size)
    target.moveCenter(frame.center())
    painter.drawPixmap(target, picture)
    painter.restore()
    painter.setPen(QColor(colours.border))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
