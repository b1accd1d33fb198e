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
from vmgui.errors import VmguiError
from vmgui.gui.actions import MachineActions
from vmgui.gui.background import in_background
from vmgui.gui.deletion import DeleteDialog
from vmgui.gui.disk_page import DiskPage
from vmgui.gui.error_dialog import show_error
from vmgui.gui.go_on_dialog import GoOnDialog
from vmgui.gui.icons import wear
from vmgui.gui.library import Library, Machine, Snapshot
from vmgui.gui.log_dialog import LogDialog, read_logs
from vmgui.gui.machine_page import MachinePage
from vmgui.gui.menus import Menus
from vmgui.gui.new_disk.dialog import NewDiskAssistant
from vmgui.gui.new_vm.dialog import NewMachineAssistant
from vmgui.gui.plugins.dialog import PluginsDialog
from vmgui.gui.rows import library_rows
from vmgui.gui.settings import Settings
from vmgui.gui.sidebar import Kind, Row, Sidebar
from vmgui.gui.theme import Scheme, theme
from vmgui.gui.unlock.starter import Starter
from vmgui.gui.welcome import Welcome
from vmgui.paths import disks_dir
from vmgui.vm import client
from vmgui.vm.client import Verb

_SHORT_MS = 8000


class MainWindow(QMainWindow):
    """Shows the library and carries out what is asked for, always in the background."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("vmgui")
        self.resize(1120, 740)
        self.settings = Settings()
        theme().choose(self.settings.scheme)
        self._starters: dict[str, Starter] = {}
        self._select: tuple[Kind, str] | None = None
        self._sure_to_close = False
        self._shown = False

        self.actions_ = MachineActions(self)
        self.menus = Menus(self, self.actions_)
        self.sidebar = Sidebar()
        self.welcome = Welcome()
        self.machine_page = MachinePage(self.actions_)
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

        self.library = Library(self.settings.disks, self)
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
        actions = self.actions_
        actions.start.triggered.connect(lambda: self.start(self._machine_name()))
        for action, verb in (
            (actions.shut_down, "shutdown"),
            (actions.force_off, "kill"),
            (actions.pause, "pause"),
            (actions.resume, "resume"),
            (actions.reset, "reset"),
        ):
            action.triggered.connect(lambda _=False, each=verb: self._request(each))
        actions.ctrl_alt_delete.triggered.connect(self.machine_page.console.send_ctrl_alt_delete)
        actions.log.triggered.connect(self._show_log)
        actions.delete.triggered.connect(self._delete)
        for source in (self.menus, self.welcome):
            source.new_machine.connect(self.new_machine)
            source.new_disk.connect(self.new_disk)
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

    def _machine(self) -> Machine | None:
        return self.library.snapshot.machine(self._machine_name())

    def _machine_name(self) -> str:
        row = self.sidebar.current()
        return row.key if row is not None and row.kind is Kind.MACHINE else ""

    def _choose_scheme(self, scheme: Scheme) -> None:
        self.settings.scheme = scheme
        theme().choose(scheme)

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
        assistant.start_wanted.connect(self.start)
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

    def start(self, name: str, given: bytearray | None = None) -> None:
        """Start a machine; ``given`` opens its disks, if it was just typed."""
        if not name or name in self._starters:
            return
        starter = self._starters[name] = Starter(name, self, given)
        self.statusBar().showMessage(self.tr("Starting %s…") % name)
        self.machine_page.focus_when_live(name)
        starter.progressed.connect(lambda words: self.statusBar().showMessage(words))
        starter.started.connect(lambda: self._started(name))
        starter.failed.connect(lambda error: self._not_started(name, error))
        starter.given_up.connect(lambda: self._end_start(name))
        starter.not_remembered.connect(lambda error: show_error(error, self))

    def _end_start(self, name: str) -> None:
        self._starters.pop(name).deleteLater()
        self.statusBar().clearMessage()
        self.library.refresh()

    def _started(self, name: str) -> None:
        self._end_start(name)
        self.statusBar().showMessage(self.tr("%s runs.") % name, _SHORT_MS)

    def _not_started(self, name: str, error: VmguiError) -> None:
        self._end_start(name)
        machine = self.library.snapshot.machine(name)
        if machine is None or machine.definition is None:
            show_error(error, self)
            return
        definition = machine.definition
        in_background(
            self,
            lambda: read_logs(definition),
            lambda words: show_error(error, self, words),
            lambda _: show_error(error, self),
        )

    def _request(self, verb: Verb) -> None:
        name = self._machine_name()
        in_background(
            self,
            lambda: client.request(name, verb),
            lambda _: self._requested(verb),
            lambda error: show_error(error, self),
        )

    def _requested(self, verb: Verb) -> None:
        self.library.refresh()
        if verb == "shutdown":
            self.statusBar().showMessage(
                self.tr("The guest was asked to shut down. If it does not: Machine, Force off."),
                _SHORT_MS,
            )

    def _show_log(self) -> None:
        machine = self._machine()
        if machine is not None and machine.definition is not None:
            LogDialog(machine.definition, self).open()

    def _delete(self) -> None:
        machine = self._machine()
        if machine is None:
            return
        snapshot = self.library.snapshot
        own = [disk for disk in machine.disks if len(snapshot.users(disk.path)) == 1]
        dialog = DeleteDialog(machine.name, own, self)
        dialog.deleted.connect(self.library.refresh)
        dialog.open()

    # --- the end ------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close; what runs goes on, which is said the first time."""
        live = [machine.name for machine in self.library.snapshot.machines if machine.live]
        if live and not self.settings.told_running and not self._sure_to_close:
            event.ignore()
            self._tell_running(live)
            return
        self.settings.geometry = self.saveGeometry()
        self.library.stop()
        super().closeEvent(event)

    def _tell_running(self, names: list[str]) -> None:
        dialog = GoOnDialog(names, self)
        dialog.accepted.connect(self._close_told)
        dialog.open()

    def _close_told(self) -> None:
        self.settings.told_running = True
        self._sure_to_close = True
        self.close()
