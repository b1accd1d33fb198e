"""A machine's screen in a window of its own, which may fill the whole screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vmgui.gui.console.screen import ScreenView
from vmgui.gui.elided_label import ElidedLabel
from vmgui.gui.library.library import Library, Machine, Snapshot
from vmgui.gui.rfb.console import Console
from vmgui.gui.settings import Settings

# In full screen: how near the upper edge calls the bar, and how long it stays at first.
_EDGE = 3
_FIRST_MS = 5000


class ConsoleWindow(QWidget):
    """One machine's window; ``closed`` when its screen is to go back to where it came from."""

    closed = Signal(str)

    def __init__(self, machine: Machine, *, read_only: bool = False) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name = machine.name
        self.setWindowTitle(self.tr("%s – vmgui") % machine.name)
        self.view = ScreenView(embedded=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self._bar = self._full_screen_bar()
        self._hide_bar = QTimer(self, singleShot=True, interval=_FIRST_MS)
        self._hide_bar.timeout.connect(self._bar.hide)
        self.view.full_screen_wanted.connect(self.toggle_full_screen)
        self.view.console.let_go.connect(self._let_go)
        self.view.console.installEventFilter(self)
        self.resize(1040, 820)
        geometry = Settings().console_geometry(machine.name)
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        self.view.show_machine(machine)
        self.view.watch_only.setChecked(read_only)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or become a window again."""
        full = not self.isFullScreen()
        if full:
            self.showFullScreen()
        else:
            self.showNormal()
        self.view.bar.setVisible(not full)
        self._place_bar()
        self._bar.setVisible(full)
        if full:
            self._hide_bar.start()
        self.view.console.setFocus()
        # Alt+Tab and the like are the guest's, until Ctrl+Alt frees the keyboard.
        self.view.console.keep_all_keys(full)

    def _full_screen_bar(self) -> QFrame:
        bar = QFrame(self)
        bar.setProperty("look", "card")
        words = ElidedLabel(
            self.tr("%s – Ctrl+Alt frees the keyboard and shows this bar") % self.name,
            Qt.TextElideMode.ElideMiddle,
        )
        keys = QPushButton(self.tr("Send keys"))
        keys.setMenu(self.view.keys_menu(keys))
        self.leave_button = QPushButton(self.tr("Leave full screen"))
        self.leave_button.clicked.connect(self.toggle_full_screen)
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(16)
        layout.addWidget(words, 1)
        layout.addWidget(keys)
        layout.addWidget(self.leave_button)
        bar.hide()
        return bar

    def _place_bar(self) -> None:
        self._bar.resize(
            min(self._bar.sizeHint().width(), self.width()), self._bar.sizeHint().height()
        )
        self._bar.move((self.width() - self._bar.width()) // 2, 0)
        self._bar.raise_()

    def _show_bar(self) -> None:
        self._hide_bar.stop()
        self._place_bar()
        self._bar.show()

    def _let_go(self) -> None:
        if self.isFullScreen():
            self._show_bar()
            self.leave_button.setFocus()
        else:
            self.view.keys.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The pointer at the upper edge calls the bar; further down, or a key, sends it away."""
        if self.isFullScreen():
            if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
                y = event.position().y()
                if y <= _EDGE:
                    self._show_bar()
                elif y > self._bar.height() and not self._hide_bar.isActive():
                    self._bar.hide()
            elif event.type() == QEvent.Type.FocusIn and not self._hide_bar.isActive():
                self._bar.hide()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the guest does not get: Escape, F11 and Return leave full screen."""
        leaving = {Qt.Key.Key_Escape, Qt.Key.Key_F11, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() in leaving and self.isFullScreen():
            self.toggle_full_screen()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The screen goes back."""
        if not self.isFullScreen():
            Settings().set_console_geometry(self.name, self.saveGeometry())
        self.view.stop()
        self.closed.emit(self.name)
        super().closeEvent(event)


class ConsoleWindows(QObject):
    """The windows of all machines. ``changed`` when one was opened or closed."""

    changed = Signal()

    def __init__(self, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._open: dict[str, ConsoleWindow] = {}
        library.changed.connect(self._follow)

    def __contains__(self, name: str) -> bool:
        return name in self._open

    def console(self, name: str) -> Console | None:
        """The console in a machine's window, where it has one."""
        return self._open[name].view.console if name in self._open else None

    def open(
        self, machine: Machine, *, full_screen: bool = False, read_only: bool = False
    ) -> ConsoleWindow:
        """Show this machine's window, a new one if need be."""
        window = self._open.get(machine.name)
        if window is None:
            window = self._open[machine.name] = ConsoleWindow(machine, read_only=read_only)
            window.closed.connect(self._closed)
            self.changed.emit()
        window.show()
        window.raise_()
        window.activateWindow()
        if full_screen and not window.isFullScreen():
            window.toggle_full_screen()
        window.view.console.setFocus()
        return window

    def close(self, name: str) -> None:
        """Close a machine's window: its screen goes back."""
        if name in self._open:
            self._open[name].close()

    def close_all(self) -> None:
        """Close them all."""
        for window in list(self._open.values()):
            window.close()

    def _closed(self, name: str) -> None:
        window = self._open.pop(name, None)
        if window is not None:
            # It is in the middle of closing, which it would not survive without a reference.
            QTimer.singleShot(0, window.deleteLater)
        self.changed.emit()

    def _follow(self, snapshot: Snapshot) -> None:
        for name, window in list(self._open.items()):
            machine = snapshot.machine(name)
            if machine is None:
                window.close()
            else:
                window.view.show_machine(machine)
