"""The left side of the window: search, the list, and what can be undone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.disk.badges import KnownPlugin, known_plugins
from vmgui.gui.form import text
from vmgui.gui.icons import wear
from vmgui.gui.library.library import Machine, Snapshot
from vmgui.gui.library.rows import Kind, library_rows
from vmgui.gui.library.sidebar import Sidebar
from vmgui.gui.library.undo_bar import UndoBar
from vmgui.gui.library.view_actions import ViewActions
from vmgui.gui.rfb.thumbnail import Thumbnails
from vmgui.gui.settings import Settings


class LibraryPanel(QFrame):
    """Shows a snapshot's rows as they are searched for and folded. ``failed``: an error to show."""

    failed = Signal(object)

    def __init__(
        self, settings: Settings, new: list[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "side")
        self.setMinimumWidth(230)
        self._snapshot = Snapshot()
        self.view = ViewActions(settings, self)
        self.view.changed.connect(self._show_rows)
        self._plugins: tuple[KnownPlugin, ...] = ()
        title = QLabel("vmgui")
        title.setProperty("look", "heading")
        self.new_button = QPushButton(self.tr("New"))
        wear(self.new_button, "plus")
        menu = QMenu(self.new_button)
        menu.addActions(new)
        self.new_button.setMenu(menu)
        head = QHBoxLayout()
        head.setContentsMargins(18, 14, 12, 4)
        head.addWidget(title, 1)
        head.addWidget(self.new_button)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search virtual machines and disks"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self._show_rows())
        self.search.installEventFilter(self)
        found = QHBoxLayout()
        found.setContentsMargins(12, 2, 12, 4)
        found.addWidget(self.search)
        self.nothing = text(look="quiet")
        self.clear_button = QPushButton(self.tr("Clear the search"))
        self.clear_button.clicked.connect(self._clear)
        self._none = QWidget(self)
        none = QVBoxLayout(self._none)
        none.setContentsMargins(18, 8, 18, 8)
        none.setSpacing(10)
        none.addWidget(self.nothing)
        none.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._none.hide()
        self.sidebar = Sidebar()
        self.sidebar.toggled.connect(self._toggle)
        self.undo_bar = UndoBar()
        below = QHBoxLayout()
        below.setContentsMargins(8, 4, 8, 0)
        below.addWidget(self.undo_bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addLayout(found)
        layout.addWidget(self._none)
        layout.addWidget(self.sidebar, 1)
        layout.addLayout(below)
        self.thumbnails = Thumbnails(self)
        self.thumbnails.changed.connect(self.sidebar.set_picture)
        self._look_at_plugins()

    def show_library(self, snapshot: Snapshot) -> None:
        """Show everything as it is now."""
        self._snapshot = snapshot
        self._show_rows()
        screens = {each.name: each.status.vnc for each in snapshot.machines if each.status.vnc}
        self.sidebar.keep_pictures(set(screens))
        self.thumbnails.watch(screens)

    def machines(self, names: list[str]) -> list[Machine]:
        """The machines of these names, in the order of the list."""
        return [each for each in self._snapshot.machines if each.name in names]

    def members(self, group: str) -> list[Machine]:
        """The machines of a group."""
        return [each for each in self._snapshot.machines if each.group == group]

    def focus_search(self) -> None:
        """Search."""
        self.search.setFocus()
        self.search.selectAll()

    def _show_rows(self) -> None:
        query = self.search.text().strip()
        view = self.view
        rows = library_rows(self._snapshot, query, view.collapsed, self._plugins, view.order)
        self.nothing.setText(self.tr("Nothing found for “%s”.") % query)
        self._none.setVisible(bool(query) and not rows)
        few = len(self._snapshot.machines) + len(self._snapshot.disks) == 0
        self.search.setVisible(not few or bool(query))
        self.sidebar.show_rows(rows)

    def _toggle(self, folded: str) -> None:
        self.view.toggle(folded)
        self.sidebar.choose(Kind.GROUP, folded)

    def _clear(self) -> None:
        self.search.clear()
        self.sidebar.setFocus()

    def _look_at_plugins(self) -> None:
        in_background(self, known_plugins, self._take_plugins, self._no_plugins)

    def _take_plugins(self, plugins: tuple[KnownPlugin, ...]) -> None:
        self._plugins = plugins
        self._show_rows()

    def _no_plugins(self, error: VmguiError) -> None:
        self.failed.emit(error)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search: Escape clears it and goes back to the list, Down goes to the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._clear()
                return True
            if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return}:
                self.sidebar.setFocus()
                return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Guests' screens are looked at while somebody sees them."""
        super().showEvent(event)
        self.thumbnails.pause(False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody does."""
        super().hideEvent(event)
        self.thumbnails.pause(True)
