"""The main window: the list at the left, the chosen machine or disk at the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QMessageBox,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from vmgui import __version__
from vmgui.gui.console.window import ConsoleWindows
from vmgui.gui.disk.page import DiskPage
from vmgui.gui.error_dialog import show_error
from vmgui.gui.icons import wear
from vmgui.gui.leaving import Leaving
from vmgui.gui.library.library import Library, Snapshot
from vmgui.gui.library.rows import library_rows
from vmgui.gui.library.sidebar import Kind, Row, Sidebar
from vmgui.gui.machine.actions import MachineActions
from vmgui.gui.machine.deeds import MachineDeeds
from vmgui.gui.machine.page import MachinePage
from vmgui.gui.menus import Menus
from vmgui.gui.new_disk.dialog import NewDiskAssistant
from vmgui.gui.new_vm.dialog import NewMachineAssistant
from vmgui.gui.plugins.dialog import PluginsDialog
from vmgui.gui.settings import Settings
from vmgui.gui.theme import Scheme, theme
from vmgui.gui.tray import Tray
from vmgui.gui.unlock.forget import forget_of_machine
from vmgui.gui.welcome.page import Welcome
from vmgui.paths import disks_dir

_SHORT_MS = 8000


class MainWindow(QMainWindow):
    """Shows the library and carries out what is asked for, always in the background."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("vmgui")
        self.resize(1120, 740)
        self.settings = Settings()
        theme().choose(self.settings.scheme)
        self._select: tuple[Kind, str] | None = None
        self._shown = False

        self.actions_ = MachineActions(self)
        self.menus = Menus(self, self.actions_)
        self.sidebar = Sidebar()
        self.welcome = Welcome()
        self.library = Library(self.settings.disks, self)
        self.console_windows = ConsoleWindows(self.library, self)
        self.machine_page = MachinePage(self.actions_, self.console_windows)
        self.disk_page = DiskPage()
        self.pages = QStackedWidget()
        for page in (QWidget(), self.welcome, self.machine_page, self.disk_page):
            self.pages.addWidget(page)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._side())
        splitter.addWidget(self.pages)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([280, 840])
        self.setCentralWidget(splitter)
        self.statusBar().setSizeGripEnabled(False)

        self.deeds = MachineDeeds(self.library, self)
        self.leaving = Leaving(self, self.library, self.settings)
        self.tray = Tray(self.library, self)
        self.tray.show(self.settings.tray)
        self._connect()
        if not self.settings.geometry.isEmpty():
            self.restoreGeometry(self.settings.geometry)
        self.library.start()

    def _side(self) -> QWidget:
        side = QFrame()
        side.setProperty("look", "side")
        side.setMinimumWidth(220)
        title = QLabel("vmgui")
        title.setProperty("look", "heading")
        self.new_button = QPushButton(self.tr("New"))
        wear(self.new_button, "plus")
        menu = QMenu(self.new_button)
        menu.addActions([self.menus.add_machine, self.menus.add_disk])
        self.new_button.setMenu(menu)
        head = QHBoxLayout()
        head.setContentsMargins(18, 14, 12, 2)
        head.addWidget(title, 1)
        head.addWidget(self.new_button)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.sidebar, 1)
        return side

    def _connect(self) -> None:
        actions, deeds = self.actions_, self.deeds
        actions.start.triggered.connect(lambda: deeds.start(self._machine_name()))
        for action, verb in actions.verbs():
            action.triggered.connect(
                lambda _=False, each=verb: deeds.request(self._machine_name(), each)
            )
        actions.ctrl_alt_delete.triggered.connect(self.machine_page.console.send_ctrl_alt_delete)
        actions.forget.triggered.connect(lambda: forget_of_machine(self, self._machine_name()))
        actions.log.triggered.connect(lambda: deeds.show_log(self._machine_name()))
        actions.delete.triggered.connect(lambda: deeds.delete(self._machine_name()))
        deeds.starting.connect(self.machine_page.focus_when_live)
        deeds.said.connect(lambda words: self.statusBar().showMessage(words))
        self.machine_page.screen_view.said.connect(
            lambda words: self.statusBar().showMessage(words, _SHORT_MS)
        )
        deeds.told.connect(lambda words: self.statusBar().showMessage(words, _SHORT_MS))
        for source in (self.menus, self.welcome):
            source.new_machine.connect(self.new_machine)
            source.new_disk.connect(self.new_disk)
        self.leaving.stays_in_tray = lambda: self.tray.shown
        self.tray.show_wanted.connect(self._come_back)
        self.tray.machine_wanted.connect(self._show_machine)
        for wish in (self.menus.quit, self.tray.quit_wanted):
            wish.connect(self.leaving.quit)
        self.menus.tray.setChecked(self.settings.tray)
        self.menus.tray.toggled.connect(self._show_tray)
        self.menus.language_chosen.connect(self._choose_language)
        self.menus.scheme_chosen.connect(self._choose_scheme)
        self.menus.plugins.connect(lambda: PluginsDialog(self).open())
        self.menus.about.connect(self._about)
        self.sidebar.chosen.connect(self._show_row)
        self.disk_page.changed.connect(self.library.refresh)
        self.library.changed.connect(self._show)
        self.library.failed.connect(lambda error: show_error(error, self))

    # --- showing ------------------------------------------------------------------------------

    def _show(self, snapshot: Snapshot) -> None:
        self.sidebar.show_rows(library_rows(snapshot))
        if self._select is not None and self.sidebar.choose(*self._select):
            self._select = None
        self._show_row(self.sidebar.current())
        if not self._shown:
            self._shown = True
            empty = self.pages.currentWidget() is self.welcome
            (self.welcome.machine_button if empty else self.sidebar).setFocus()

    def _show_row(self, row: Row | None) -> None:
        snapshot = self.library.snapshot
        machine = snapshot.machine(row.key) if row and row.kind is Kind.MACHINE else None
        disk = snapshot.disk(row.key) if row and row.kind is Kind.DISK else None
        if machine is not None:
            self.machine_page.show_machine(machine)
            self.pages.setCurrentWidget(self.machine_page)
            return
        self.machine_page.leave()
        self.actions_.follow(None)
        if disk is not None:
            self.disk_page.show_disk(disk, snapshot)
            self.pages.setCurrentWidget(self.disk_page)
        else:
            self.pages.setCurrentWidget(self.welcome)

    def _machine_name(self) -> str:
        row = self.sidebar.current()
        return row.key if row is not None and row.kind is Kind.MACHINE else ""

    def _choose_scheme(self, scheme: Scheme) -> None:
        self.settings.scheme = scheme
        theme().choose(scheme)

    def _choose_language(self, language: str) -> None:
        self.settings.language = language
        self.statusBar().showMessage(
            self.tr("The language changes when vmgui is opened the next time."), _SHORT_MS
        )

    def _about(self) -> None:
        QMessageBox.about(
            self,
            self.tr("About vmgui"),
            self.tr(
                "vmgui %s\n\nVirtual machines whose disks are encrypted before they reach "
                "this computer's storage.\n\nApache License 2.0"
            )
            % __version__,
        )

    # --- doing --------------------------------------------------------------------------------

    def new_machine(self) -> None:
        """Open the assistant for a machine."""
        assistant = NewMachineAssistant(self)
        assistant.made.connect(lambda name: self._made(Kind.MACHINE, name))
        assistant.made.connect(lambda _: self._remember_disk(assistant.plan.disk_path))
        assistant.start_wanted.connect(self.deeds.start)
        assistant.open()

    def new_disk(self) -> None:
        """Open the assistant for a disk."""
        assistant = NewDiskAssistant(self)
        assistant.made.connect(lambda path: self._made(Kind.DISK, str(path)))
        assistant.made.connect(self._remember_disk)
        assistant.open()

    def _made(self, kind: Kind, key: str) -> None:
        self._select = (kind, key)
        self.library.refresh()

    def _remember_disk(self, path: Path | None) -> None:
        known = self.settings.disks
        if path is not None and path.parent != disks_dir() and path not in known:
            self.settings.disks = [*known, path]
            self.library.watch_disks(self.settings.disks)

    # --- the end ------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close; what runs goes on, which is said the first time."""
        if not self.leaving.may_close():
            event.ignore()
            return
        self.console_windows.close_all()
        self.settings.geometry = self.saveGeometry()
        self.library.stop()
        super().closeEvent(event)

    def _come_back(self) -> None:
        self.show()
        self.raise_()
        self.activateWindow()

    def _show_machine(self, name: str) -> None:
        self._come_back()
        self.sidebar.choose(Kind.MACHINE, name)

    def _show_tray(self, wanted: bool) -> None:
        self.settings.tray = wanted
        self.tray.show(wanted)
