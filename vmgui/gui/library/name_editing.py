"""A machine is renamed in the list: Return takes the name, Escape leaves it, problems are told."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QStyleOptionViewItem, QWidget

from vmgui.gui.form import card, text
from vmgui.gui.library.row_delegate import RowDelegate
from vmgui.gui.library.row_model import ROW, Index
from vmgui.gui.library.rows import Row


class NameLine(QLineEdit):
    """The line over the row, and the problem below it: a panel over the rows that follow."""

    def __init__(self, name: str, problem: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(name, parent)
        self.setAccessibleName(self.tr("New name of %s") % name)
        self._look_at = problem
        frame, inside = card()
        self.panel: QFrame = frame
        self.panel.setParent(parent)
        self.panel.hide()
        self.problem = text(look="bad")
        inside.addWidget(self.problem)
        self.textChanged.connect(self.check)
        self.destroyed.connect(self.panel.deleteLater)

    def check(self) -> bool:
        """Whether this can be its name; says so if not."""
        problem = self._look_at(self.text().strip())
        self.problem.setText(problem)
        self.setAccessibleDescription(problem)
        self.panel.setVisible(bool(problem))
        self.place_panel()
        return not problem

    def place_panel(self) -> None:
        """Below the line; above it where there is no room."""
        parent = self.parentWidget()
        assert parent is not None
        height = self.panel.heightForWidth(self.width())
        area = QRect(self.x(), self.geometry().bottom() + 5, self.width(), height)
        if area.bottom() > parent.height() and self.y() > height:
            area.moveBottom(self.y() - 5)
        self.panel.setGeometry(area)
        self.panel.raise_()


class NameDelegate(RowDelegate):
    """``renamed`` carries the old name and the new; ``ended`` comes after either end.

    ``problem`` says why the old can't become the new; empty: it can.
    """

    renamed = Signal(str, str)
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.problem: Callable[[str, str], str] = lambda old, new: ""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line with the present name, all of it selected by the view."""
        row: Row = index.data(ROW)
        return NameLine(row.key, lambda new: self.problem(row.key, new), parent)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The row may be drawn anew meanwhile: what is typed stays."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """The list follows once the machine is renamed."""
        assert isinstance(editor, NameLine)
        row: Row = index.data(ROW)
        name = editor.text().strip()
        if name != row.key:
            self.renamed.emit(row.key, name)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Over the text of the row."""
        assert isinstance(editor, NameLine)
        area: QRect = option.rect.adjusted(self.text_left() - 10, 0, -14, 0)
        height = editor.sizeHint().height()
        editor.setGeometry(area.left(), area.center().y() - height // 2, area.width(), height)
        editor.place_panel()

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """However it ended."""
        super().destroyEditor(editor, index)
        self.ended.emit()

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Return takes only what can be; to click elsewhere takes that, too, else nothing."""
        assert isinstance(editor, NameLine)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}:
                if editor.check():
                    self.commitData.emit(editor)
                    self.closeEditor.emit(editor, self.EndEditHint.NoHint)
                return True  # to the list Return means something else
        elif event.type() == QEvent.Type.FocusOut and not editor.check():
            self.closeEditor.emit(editor, self.EndEditHint.RevertModelCache)
            return True
        return super().eventFilter(editor, event)
