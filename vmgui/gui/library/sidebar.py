"""The list at the left: virtual machines, then disks."""

from __future__ import annotations

import json
from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from vmgui.gui.library.file_drop import dropped_files
from vmgui.gui.library.name_editing import NameDelegate
from vmgui.gui.library.row_model import MACHINES, ROW, RowModel
from vmgui.gui.library.rows import Kind, Row
from vmgui.gui.theme import theme


class Sidebar(QListView):
    """The list. ``chosen`` carries the row that is now current, or None; ``selected`` all rows.

    ``menu_wanted`` carries the row below the pointer (or None) and a place on the screen;
    ``dropped`` the row and the files that were dropped on it; ``moved`` the names of machines
    that were dragged and the group that they were dropped on; ``toggled`` what is
    to be folded or unfolded, see :attr:`Row.folds`; ``renamed`` a machine's old and new name.
    """

    chosen = Signal(object)
    selected = Signal(object)
    menu_wanted = Signal(object, QPoint)
    dropped = Signal(object, object)
    moved = Signal(object, str)
    toggled = Signal(str)
    activated_row = Signal(object)
    renamed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "side")
        self.setAccessibleName(self.tr("Virtual machines and disks"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self._model = RowModel()
        self.setModel(self._model)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)  # see edit_name
        self._delegate = NameDelegate(self)
        self._delegate.renamed.connect(self.renamed)
        self._delegate.ended.connect(self._show_waiting, Qt.ConnectionType.QueuedConnection)
        self._waiting: list[Row] | None = None
        self.setItemDelegate(self._delegate)
        self._last: Row | None = None
        self._renewing = False
        self.selectionModel().currentChanged.connect(self._tell)
        self.selectionModel().selectionChanged.connect(self._tell_selected)
        theme().changed.connect(self.viewport().update)

    # --- rows ---------------------------------------------------------------------------------

    def current(self) -> Row | None:
        """The chosen row."""
        row = self.currentIndex().data(ROW)
        return row if isinstance(row, Row) else None

    def selection(self) -> list[Row]:
        """All selected rows, from above."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self._model.rows[number] for number in rows]

    def selected_keys(self, kind: Kind) -> list[str]:
        """The keys of the selected rows of a kind."""
        return [row.key for row in self.selection() if row.kind is kind]

    def show_rows(self, rows: list[Row]) -> None:
        """Show these rows, keeping the choice where it still exists, else its neighbour.

        While a name is typed the list stays as it is.
        """
        if self.state() is QAbstractItemView.State.EditingState:
            self._waiting = rows
            return
        before, place = self.current() or self._last, max(self.currentIndex().row(), 0)
        kept = {(row.kind, row.key) for row in self.selection()}
        self._renewing = True
        others = self._model.show(rows)
        if self.current() is None and not (before and self.choose(before.kind, before.key)):
            self._choose_near(place)
        if others and len(kept) > 1:
            self._select(kept)
        self._renewing = False
        if self.current() is None:
            self._tell()
        if others:
            self._tell_selected()

    def choose(self, kind: Kind, key: str) -> bool:
        """Make a row current; False if there is none."""
        for number, row in enumerate(self._model.rows):
            if (row.kind, row.key) == (kind, key):
                self.setCurrentIndex(self._model.index(number))
                return True
        return False

    def edit_name(self, problem: Callable[[str, str], str]) -> None:
        """Let the chosen machine's name be typed; ``problem`` says why old can't become new."""
        row = self.current()
        if row is not None and row.kind is Kind.MACHINE:
            self._delegate.problem = problem
            self.setFocus()
            self.scrollTo(self.currentIndex())
            self.edit(self.currentIndex())

    def _show_waiting(self) -> None:
        rows, self._waiting = self._waiting, None
        if rows is not None:
            self.show_rows(rows)

    def set_picture(self, name: str, picture: QImage | None) -> None:
        """A machine's screen, small; None: it has none any more."""
        self._model.set_picture(name, picture)

    def keep_pictures(self, names: set[str]) -> None:
        """Forget the pictures of all others."""
        for name in self._model.pictured() - names:
            self._model.set_picture(name, None)

    def _select(self, kept: set[tuple[Kind, str]]) -> None:
        flag = self.selectionModel().SelectionFlag.Select
        for number, row in enumerate(self._model.rows):
            if (row.kind, row.key) in kept:
                self.selectionModel().select(self._model.index(number), flag)

    def _choose_near(self, place: int) -> None:
        rows = self._model.rows
        choices = [n for n, row in enumerate(rows) if row.kind in (Kind.MACHINE, Kind.DISK)]
        if choices:
            nearest = min(choices, key=lambda number: abs(number - place))
            self.setCurrentIndex(self._model.index(nearest))

    def _tell(self) -> None:
        self._last = self.current()
        self.chosen.emit(self._last)

    def _tell_selected(self) -> None:
        if not self._renewing:
            self.selected.emit(self.selection())

    # --- keys, clicks, menus ------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to what is chosen; Left and Right fold a group and unfold it."""
        row = self.current()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and row is not None:
            if row.kind is Kind.GROUP:
                self.toggled.emit(row.key)
            else:
                self.activated_row.emit(row)
            return
        if row is not None and row.kind is Kind.GROUP:
            wanted = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}.get(Qt.Key(event.key()))
            if wanted is not None and wanted != row.collapsed:
                self.toggled.emit(row.key)
                return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a heading or a group's arrow folds it."""
        super().mouseReleaseEvent(event)
        row = self.indexAt(event.position().toPoint()).data(ROW)
        near_arrow = event.position().x() < 40
        if event.button() is not Qt.MouseButton.LeftButton or not isinstance(row, Row):
            return
        if row.kind is Kind.HEADING or (row.kind is Kind.GROUP and near_arrow):
            self.toggled.emit(row.folds)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on a group folds it; on anything else it is a choice."""
        row = self._row_at(event.position().toPoint())
        if row is not None and row.kind is Kind.GROUP:
            self.toggled.emit(row.key)
        elif row is not None and row.kind is not Kind.HEADING:
            self.activated_row.emit(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By the mouse for what is below it, by the key for what is chosen."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            place = self.visualRect(index).center() if index.isValid() else QPoint(20, 20)
            self.menu_wanted.emit(self.current(), self.viewport().mapToGlobal(place))
            return
        self.menu_wanted.emit(self._row_at(event.pos()), event.globalPos())

    def _row_at(self, place: QPoint) -> Row | None:
        index: QModelIndex = self.indexAt(place)
        row = index.data(ROW) if index.isValid() else None
        return row if isinstance(row, Row) and row.kind is not Kind.HEADING else None

    # --- dragging -----------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may come, and rows."""
        if dropped_files(event) or event.mimeData().hasFormat(MACHINES):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show what it would be dropped on; rows go only where there is another group."""
        row = self._row_at(event.position().toPoint())
        if event.mimeData().hasFormat(MACHINES):
            group = self._group_at(row)
            self._aim(Kind.GROUP, group or "")
            event.setAccepted(group is not None)
            return
        if row is not None and row.kind is Kind.MACHINE:
            self._aim(Kind.MACHINE, row.key)
        else:
            self._aim(Kind.GROUP, "")
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It goes elsewhere."""
        self._aim(Kind.GROUP, "")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped, and on what."""
        self._aim(Kind.GROUP, "")
        row = self._row_at(event.position().toPoint())
        files = dropped_files(event)
        if files:
            event.acceptProposedAction()
            self.dropped.emit(row, files)
        elif event.mimeData().hasFormat(MACHINES):
            group = self._group_at(row)
            names = json.loads(bytes(event.mimeData().data(MACHINES).data()))
            if group is not None and names:
                event.acceptProposedAction()
                self.moved.emit(names, group)

    def _group_at(self, row: Row | None) -> str | None:
        """The group that a row belongs to ("": none); None where nothing can be dropped."""
        if row is None or row.kind is Kind.DISK:
            return "" if row is None else None
        return row.key if row.kind is Kind.GROUP else row.group

    def _aim(self, kind: Kind, key: str) -> None:
        if self._delegate.target != (kind, key):
            self._delegate.target = (kind, key)
            self.viewport().update()
