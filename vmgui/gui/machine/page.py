"""One virtual machine: what it does now, its screen, what it is made of."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from vmgui.gui.console.screen import ScreenView
from vmgui.gui.console.serial import SerialView
from vmgui.gui.console.window import ConsoleWindows
from vmgui.gui.elided_label import ElidedLabel
from vmgui.gui.form import fact, set_look, text
from vmgui.gui.icons import pixmap, wear
from vmgui.gui.language import say
from vmgui.gui.library.library import Machine
from vmgui.gui.machine.actions import MachineActions
from vmgui.gui.machine.details import Details
from vmgui.gui.theme import theme


class MachinePage(QWidget):
    """Header with state and verbs; below it the tabs *Screen*, *Serial console* and *Details*."""

    start_wanted = Signal()

    def __init__(
        self, actions: MachineActions, windows: ConsoleWindows, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._windows = windows
        self._machine: Machine | None = None
        self._just_started = ""
        self._actions = actions
        self.name = ElidedLabel()
        self.name.setProperty("look", "title")
        self.state = QLabel()
        self.state.setProperty("look", "quiet")
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.name)
        names.addWidget(self.state)

        header = QHBoxLayout()
        header.setContentsMargins(24, 18, 24, 10)
        header.setSpacing(8)
        header.addLayout(names, 1)
        self.start_button = self._button(actions.start, primary=True)
        self.resume_button = self._button(actions.resume, primary=True)
        self.pause_button = self._button(actions.pause)
        self.stop_button = self._button(actions.shut_down)
        self.more_button = QPushButton()
        self.more_button.setProperty("look", "more")
        self.more_button.setToolTip(self.tr("More"))
        self.more_button.setAccessibleName(self.tr("More actions"))
        wear(self.more_button, "more")
        menu = QMenu(self.more_button)
        menu.addActions([actions.reset, actions.force_off])
        menu.addSeparator()
        menu.addActions([actions.ctrl_alt_delete, actions.log])
        menu.addSeparator()
        menu.addActions([actions.settings, actions.rename, actions.duplicate])
        menu.addActions([actions.remove, actions.delete])
        self.more_button.setMenu(menu)
        for button in (
            self.start_button,
            self.resume_button,
            self.pause_button,
            self.stop_button,
            self.more_button,
        ):
            # Which of them make sense is known with the machine.
            if button is not self.more_button:
                button.hide()
            header.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

        # What its log has said last while it ran: a damaged sector, a backend started again.
        self.news = fact("")
        self.news.setProperty("look", "warning")
        self.news.setContentsMargins(24, 0, 24, 12)
        self.news.hide()
        self.screen_view = ScreenView()
        self.console = self.screen_view.console
        self.serial_view = SerialView()
        self.stack = QStackedWidget()
        for each in (self._off(), self.screen_view, self._elsewhere()):
            self.stack.addWidget(each)
        self.details = Details()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.stack, self.tr("Screen"))
        self.tabs.addTab(self.serial_view, self.tr("Serial console"))
        self.tabs.addTab(self.details, self.tr("Details"))
        for source in (self.console, self.serial_view):
            source.let_go.connect(self.tabs.tabBar().setFocus)
        self.screen_view.window_wanted.connect(self.open_window)
        self.screen_view.full_screen_wanted.connect(lambda: self.open_window(full_screen=True))
        windows.changed.connect(self._show_again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(header)
        layout.addWidget(self.news)
        layout.addWidget(self.tabs, 1)
        theme().changed.connect(self._draw_sign)

    def show_machine(self, machine: Machine) -> None:
        """Show this machine as it is now."""
        before, self._machine = self._machine, machine
        other = before is None or before.name != machine.name
        self.name.setText(machine.name)
        self.state.setText(machine.state_text)
        set_look(self.state, machine.tone or "quiet")
        words = say(machine.status.message) if machine.state in {"running", "paused"} else ""
        self.news.setText(words)
        self.news.setVisible(bool(words))
        self._actions.follow(machine)
        self.start_button.setVisible(not machine.live and machine.definition is not None)
        self.pause_button.setVisible(machine.live and machine.state != "paused")
        self.resume_button.setVisible(machine.state == "paused")
        self.stop_button.setVisible(machine.live)
        self.details.show_machine(machine)
        self.serial_view.show_machine(machine)
        if machine.live and machine.name in self._windows:
            self.stack.setCurrentIndex(2)
            self.console.stop()
        elif machine.live and machine.has_screen:
            self.stack.setCurrentIndex(1)
            self.screen_view.show_machine(machine)
        else:
            self.stack.setCurrentIndex(0)
            self.console.stop()
            self._explain(machine)
        if other:
            self.tabs.setCurrentWidget(self.stack if machine.live else self.details)
        elif machine.live and before is not None and not before.live:
            self.tabs.setCurrentWidget(self.stack)
        if machine.live and machine.name == self._just_started:
            self._just_started = ""
            self.console.setFocus()

    def focus_when_live(self, name: str) -> None:
        """Give this machine's screen the keyboard as soon as it runs: it was just started."""
        self._just_started = name

    def leave(self) -> None:
        """Another page is shown: no need to watch the screen."""
        self._machine = None
        self.console.stop()
        self.serial_view.stop()

    def _button(self, action: QAction, *, primary: bool = False) -> QPushButton:
        button = QPushButton(action.text().replace("&", ""))
        button.setToolTip(action.toolTip())
        if primary:
            button.setProperty("look", "primary")
        wear(button, str(action.data()), on_accent=primary)
        button.clicked.connect(action.trigger)
        button.setEnabled(action.isEnabled())
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
        return button

    def _elsewhere(self) -> QWidget:
        """What stands here while the screen has a window of its own."""
        words = text(self.tr("This screen is shown in a window of its own."), "quiet")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bring_back = QPushButton(self.tr("Bring it back"))
        self.bring_back.clicked.connect(self._bring_back)
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setSpacing(14)
        layout.addStretch()
        layout.addWidget(words)
        layout.addWidget(self.bring_back, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch()
        return box

    def _bring_back(self) -> None:
        if self._machine is not None:
            self._windows.close(self._machine.name)

    def open_window(self, *, full_screen: bool = False) -> None:
        """Show the screen in a window of its own."""
        if self._machine is not None and self._machine.live and self._machine.has_screen:
            self._windows.open(
                self._machine,
                full_screen=full_screen,
                read_only=self.screen_view.watch_only.isChecked(),
            )

    def send_ctrl_alt_delete(self) -> None:
        """Press these keys for the guest, wherever its screen is shown."""
        name = self._machine.name if self._machine is not None else ""
        (self._windows.console(name) or self.console).send_ctrl_alt_delete()

    def _show_again(self) -> None:
        if self._machine is not None:
            self.show_machine(self._machine)

    def _off(self) -> QWidget:
        self._sign = QLabel()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._draw_sign()
        self._words = text()
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.start_here = self._button(self._actions.start)
        self.log_here = self._button(self._actions.log)
        self.serial_here = QPushButton(self.tr("Show serial console"))
        self.serial_here.clicked.connect(lambda: self.tabs.setCurrentWidget(self.serial_view))
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(48, 24, 48, 24)
        layout.setSpacing(14)
        layout.addStretch()
        layout.addWidget(self._sign)
        layout.addWidget(self._words)
        layout.addWidget(self.start_here, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.log_here, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.serial_here, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch()
        return box

    def _draw_sign(self) -> None:
        self._sign.setPixmap(pixmap("machine", 64, theme().colours.disabled))

    def _explain(self, machine: Machine) -> None:
        if machine.definition is None:
            words = self.tr("This virtual machine can't be used.\n\n%s") % say(str(machine.error))
        elif machine.error is not None:
            words = self.tr("This virtual machine stopped unexpectedly.\n\n%s") % say(
                str(machine.error)
            )
        elif machine.live:
            words = self.tr("This virtual machine runs without a screen.")
        else:
            words = self.tr("This virtual machine is off. %s") % say(machine.status.message)
        self._words.setText(words.strip())
        self.serial_here.setVisible(machine.live and machine.error is None)
        self.start_here.setVisible(machine.definition is not None and not machine.live)
        self.log_here.setVisible(machine.definition is not None and machine.error is not None)
