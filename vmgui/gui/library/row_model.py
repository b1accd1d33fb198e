"""The rows for Qt: refreshed as a whole, without disturbing what is chosen."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QImage, QPixmap

from vmgui.gui.library.rows import Kind, Row

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
THUMBNAIL = Qt.ItemDataRole.UserRole + 1
MACHINES = "application/x-vmgui-machines"  # what is dragged from the list: names, as JSON


class RowModel(QAbstractListModel):
    """Rows, and the small pictures of those machines that run."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self._pictures: dict[str, QPixmap] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row for the delegate; its words for screen readers and searching by typing."""
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == THUMBNAIL:
            return self._pictures.get(row.key) if row.kind is Kind.MACHINE else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole and row.kind is not Kind.HEADING:
            return row.spoken.replace(", ", "\n", 1)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings can't be chosen."""
        if not index.isValid() or self.rows[index.row()].kind is Kind.HEADING:
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.rows[index.row()].kind is Kind.MACHINE:
            return usual | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEditable
        return usual

    def mimeTypes(self) -> list[str]:
        """What a drag from the list carries."""
        return [MACHINES]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The machines among these rows."""
        rows = [self.rows[number] for number in sorted(index.row() for index in indexes)]
        names = [row.key for row in rows if row.kind is Kind.MACHINE]
        data = QMimeData()
        data.setData(MACHINES, json.dumps(names).encode())
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        """Rows are moved, from group to group."""
        return Qt.DropAction.MoveAction

    def show(self, rows: list[Row]) -> bool:
        """Take new rows; True if they are others, and not just in another state."""
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
        return not same

    def set_picture(self, name: str, picture: QImage | None) -> None:
        """A machine's screen; None: it has none any more."""
        if picture is None:
            if self._pictures.pop(name, None) is None:
                return
        else:
            self._pictures[name] = QPixmap.fromImage(picture)
        for number, row in enumerate(self.rows):
            if row.kind is Kind.MACHINE and row.key == name:
                self.dataChanged.emit(self.index(number), self.index(number))

    def pictured(self) -> set[str]:
        """The machines that there are pictures of."""
        return set(self._pictures)
