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

from vmgui.gui.elided_label import ElidedLabel
from vmgui.gui.form import fact, set_look, text
from vmgui.gui.icons import pixmap, wear
from vmgui.gui.library.library import Machine
from vmgui.gui.machine.actions import MachineActions
from vmgui.gui.machine.details import Details
from vmgui.gui.rfb.console import Console
from vmgui.gui.theme import theme


class MachinePage(QWidget):
    """Header with state and verbs; below it the tabs *Screen* and *Details*."""

    start_wanted = Signal()

    def __init__(self, actions: MachineActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        menu.addAction(actions.delete)
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
        self.console = Console()
        self.stack = QStackedWidget()
        self.stack.addWidget(self._off())
        self.stack.addWidget(self._console_box())
        self.details = Details()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.stack, self.tr("Screen"))
        self.tabs.addTab(self.details, self.tr("Details"))
        self.console.let_go.connect(self.tabs.tabBar().setFocus)
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
        words = machine.status.message if machine.state in {"running", "paused"} else ""
        self.news.setText(words)
        self.news.setVisible(bool(words))
        self._actions.follow(machine)
        self.start_button.setVisible(not machine.live and machine.definition is not None)
        self.pause_button.setVisible(machine.live and machine.state != "paused")
        self.resume_button.setVisible(machine.state == "paused")
        self.stop_button.setVisible(machine.live)
        self.details.show_machine(machine)
        if machine.live and machine.has_screen:
            self.stack.setCurrentIndex(1)
            self.console.watch(machine.status.vnc)
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

    def _console_box(self) -> QWidget:
        self.hint = text(
            self.tr("The pointer is held inside. Press Ctrl+Alt and let go to free it."), "quiet"
        )
        self.hint.setContentsMargins(24, 6, 24, 6)
        self.hint.hide()
        self.console.captured_changed.connect(self.hint.setVisible)
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.console, 1)
        layout.addWidget(self.hint)
        return box

    def _off(self) -> QWidget:
        self._sign = QLabel()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._draw_sign()
        self._words = text()
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.start_here = self._button(self._actions.start)
        self.log_here = self._button(self._actions.log)
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(48, 24, 48, 24)
        layout.setSpacing(14)
        layout.addStretch()
        layout.addWidget(self._sign)
        layout.addWidget(self._words)
        layout.addWidget(self.start_here, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.log_here, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch()
        return box

    def _draw_sign(self) -> None:
        self._sign.setPixmap(pixmap("machine", 64, theme().colours.disabled))

    def _explain(self, machine: Machine) -> None:
        if machine.definition is None:
            words = self.tr("This virtual machine can't be used.\n\n%s") % machine.error
        elif machine.error is not None:
            words = self.tr("This virtual machine stopped unexpectedly.\n\n%s") % machine.error
        elif machine.live:
            words = self.tr("This virtual machine runs without a screen.")
        else:
            words = self.tr("This virtual machine is off. %s") % machine.status.message
        self._words.setText(words.strip())
        self.start_here.setVisible(machine.definition is not None and not machine.live)
        self.log_here.setVisible(machine.definition is not None and machine.error is not None)
