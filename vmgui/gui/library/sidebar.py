"""The list at the left: virtual machines, then disks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from vmgui.gui.icons import pixmap
from vmgui.gui.theme import theme

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


class Kind(Enum):
    """What a row stands for."""

    HEADING = "heading"
    MACHINE = "machine"
    DISK = "disk"


@dataclass(frozen=True, slots=True)
class Row:
    """``key`` names the machine or disk; ``tone`` is a colour's name for the second line's dot."""

    kind: Kind
    key: str
    title: str
    line: str = ""
    tone: str = ""
    icon: str = ""


class RowModel(QAbstractListModel):
    """The rows; refreshed as a whole, but without disturbing selection where rows stay."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row for the delegate; its words for screen readers and searching by typing."""
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {row.line}" if row.line else row.title
        if role == Qt.ItemDataRole.ToolTipRole and row.kind is not Kind.HEADING:
            return f"{row.title}\n{row.line}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings can't be chosen."""
        if self.rows[index.row()].kind is Kind.HEADING:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def show(self, rows: list[Row]) -> None:
        """Take new rows."""
        same = [(row.kind, row.key) for row in rows] == [(r.kind, r.key) for r in self.rows]
        if same:
            changed = [n for n, row in enumerate(rows) if row != self.rows[n]]
            self.rows = rows
            for number in changed:
                self.dataChanged.emit(self.index(number), self.index(number))
        else:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()


class RowDelegate(QStyledItemDelegate):
    """Draws a row: an icon, a name, and a quiet line with a dot in the state's colour."""

    _HEIGHT = 52
    _HEADING = 34

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines of text and some air, or one for a heading."""
        row: Row = index.data(ROW)
        lines = QFontMetrics(option.font).height()
        if row.kind is Kind.HEADING:
            return QSize(0, max(self._HEADING, lines + 16))
        return QSize(0, max(self._HEIGHT, 2 * lines + 18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row: Row = index.data(ROW)
        area: QRect = option.rect
        font: QFont = option.font
        state: QStyle.StateFlag = option.state
        colours = theme().colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind is Kind.HEADING:
            small = QFont(font)
            small.setWeight(QFont.Weight.DemiBold)
            small.setPointSizeF(font.pointSizeF() * 0.9)
            painter.setFont(small)
            painter.setPen(QColor(colours.quiet))
            painter.drawText(area.adjusted(18, 8, -8, 0), Qt.AlignmentFlag.AlignVCenter, row.title)
            painter.restore()
            return
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selection))
            painter.drawRoundedRect(area.adjusted(8, 1, -8, -1), 7, 7)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(8, 1, -9, -2), 7, 7)
        picture: QPixmap = pixmap(row.icon, 24)
        middle = area.center().y()
        painter.drawPixmap(area.left() + 20, middle - 11, picture)
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        lines = QFontMetrics(font).height()
        left, width = area.left() + 56, area.width() - 56 - 18
        top = middle - lines - 1
        painter.setFont(bold)
        painter.setPen(QColor(colours.text))
        name = QFontMetrics(bold).elidedText(row.title, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, top, width, lines), Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(font)
        under = QRect(left, middle + 2, width, lines)
        if row.tone:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(getattr(colours, row.tone)))
            painter.drawEllipse(left, under.center().y() - 3, 8, 8)
            under.adjust(14, 0, 0, 0)
        painter.setPen(QColor(colours.quiet))
        line = QFontMetrics(font).elidedText(row.line, Qt.TextElideMode.ElideRight, under.width())
        painter.drawText(under, Qt.AlignmentFlag.AlignVCenter, line)
        painter.restore()


class Sidebar(QListView):
    """The list. ``chosen`` carries the row that is now current, or None."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "side")
        self.setAccessibleName(self.tr("Virtual machines and disks"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model = RowModel()
        self.setModel(self._model)
        self.setItemDelegate(RowDelegate(self))
        self._last: Row | None = None
        self.selectionModel().currentChanged.connect(self._tell)
        theme().changed.connect(self.viewport().update)

    def current(self) -> Row | None:
        """The chosen row."""
        row = self.currentIndex().data(ROW)
        return row if isinstance(row, Row) else None

    def show_rows(self, rows: list[Row]) -> None:
        """Show these rows, keeping the choice where it still exists, else its neighbour."""
        before, place = self.current() or self._last, max(self.currentIndex().row(), 0)
        self._model.show(rows)
        if self.current() is None and not (before and self.choose(before.kind, before.key)):
            self._choose_near(place)
        if self.current() is None:
            self._tell()

    def choose(self, kind: Kind, key: str) -> bool:
        """Make a row current; False if there is none."""
        for number, row in enumerate(self._model.rows):
            if (row.kind, row.key) == (kind, key):
                self.setCurrentIndex(self._model.index(number))
                return True
        return False

    def _choose_near(self, place: int) -> None:
        rows = self._model.rows
        choices = [n for n, row in enumerate(rows) if row.kind is not Kind.HEADING]
        if choices:
            nearest = min(choices, key=lambda number: abs(number - place))
            self.setCurrentIndex(self._model.index(nearest))

    def _tell(self) -> None:
        self._last = self.current()
        self.chosen.emit(self._last)
