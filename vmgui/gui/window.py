"""The main window: the list at the left, the chosen machine or disk at the right."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QMessageBox,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from vmgui import __version__
from vmgui.gui.assistant import Assistant
from vmgui.gui.console.window import ConsoleWindows
from vmgui.gui.disk.page import DiskPage
from vmgui.gui.error_dialog import show_error
from vmgui.gui.leaving import Leaving
from vmgui.gui.library.deeds import LibraryDeeds
from vmgui.gui.library.file_drop import FileDrop
from vmgui.gui.library.fitting import fitting
from vmgui.gui.library.library import Library, Machine, Snapshot
from vmgui.gui.library.menus import LibraryMenus
from vmgui.gui.library.panel import LibraryPanel
from vmgui.gui.library.rows import Kind, Row
from vmgui.gui.library.selection_page import SelectionPage
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
from vmgui.gui.welcome.dialog import ChecksDialog
from vmgui.gui.welcome.page import Welcome
from vmgui.paths import disks_dir
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
        self._select: tuple[Kind, str] | None = None
        self._shown = False

        self.actions_ = MachineActions(self)
        self.menus = Menus(self, self.actions_)
        new = [self.menus.add_machine, self.menus.add_disk]
        self.panel = LibraryPanel(self.settings, new)
        self.panel.view.add_to(self.menus.view)
        self.sidebar = self.panel.sidebar
        self.welcome = Welcome()
        self.library = Library(self.settings.disks, self, self.settings.hidden_disks)
        self.console_windows = ConsoleWindows(self.library, self)
        self.machine_page = MachinePage(self.actions_, self.console_windows)
        self.disk_page = DiskPage()
        self.pages = QStackedWidget()
        self.selection_page = SelectionPage()
        self.nothing = QWidget()
        pages = (
            self.nothing, self.welcome, self.machine_page, self.disk_page, self.selection_page,
        )  # fmt: skip
        for page in pages:
            self.pages.addWidget(page)
        splitter = self._splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.panel)
        splitter.addWidget(self.pages)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([self.settings.side_width, 1120 - self.settings.side_width])
        self.setCentralWidget(splitter)
        self.statusBar().setSizeGripEnabled(False)

        self.deeds = MachineDeeds(self.library, self)
        self.library_deeds = LibraryDeeds(self.library, self.settings, self.panel.undo_bar, self)
        self.library_menus = LibraryMenus(
            self.panel, self.library_deeds, self.actions_, new, lambda: self.library.snapshot, self
        )
        self.leaving = Leaving(self, self.library, self.settings)
        self.tray = Tray(self.library, self)
        self.tray.show(self.settings.tray)
        self._connect()
        if not self.settings.geometry.isEmpty():
            self.restoreGeometry(self.settings.geometry)
        self.library.start()

    def _connect(self) -> None:
        actions, deeds = self.actions_, self.deeds
        actions.start.triggered.connect(
            lambda: self._start_all(fitting("start", self._chosen_machines()))
        )
        for action, verb in actions.verbs():
            action.triggered.connect(
                lambda _=False, each=verb: self._request_all(
                    fitting(each, self._chosen_machines()), each
                )
            )
        actions.ctrl_alt_delete.triggered.connect(self.machine_page.send_ctrl_alt_delete)
        actions.forget.triggered.connect(lambda: forget_of_machine(self, self._machine_name()))
        actions.settings.triggered.connect(lambda: deeds.settings(self._machine_name()))
        self.machine_page.details.change_wanted.connect(actions.settings.trigger)
        actions.log.triggered.connect(lambda: deeds.show_log(self._machine_name()))
        actions.delete.triggered.connect(self._delete)
        deeds.starting.connect(self.machine_page.focus_when_live)
        deeds.said.connect(lambda words: self.statusBar().showMessage(words))
        self.machine_page.screen_view.said.connect(
            lambda words: self.statusBar().showMessage(words, _SHORT_MS)
        )
        deeds.told.connect(lambda words: self.statusBar().showMessage(words, _SHORT_MS))
        for source in (self.menus, self.welcome):
            source.new_machine.connect(partial(self.new_machine, None))
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
        self.menus.check.triggered.connect(lambda: ChecksDialog(self).open())
        self.menus.about.connect(self._about)
        self._connect_library()
        self.disk_page.changed.connect(self.library.refresh)
        self.library.changed.connect(self._show)
        self.library.failed.connect(lambda error: show_error(error, self))

    def _connect_library(self) -> None:
        deeds, page = self.library_deeds, self.selection_page
        self.sidebar.chosen.connect(self._show_row)
        self.sidebar.selected.connect(lambda _: self._show_row(self.sidebar.current()))
        self.sidebar.menu_wanted.connect(self.library_menus.open)
        self.sidebar.dropped.connect(deeds.take_files)
        self.sidebar.moved.connect(deeds.move_to_group)
        FileDrop(self.pages).dropped.connect(self._take_files)
        self.sidebar.activated_row.connect(self._enter)
        self.panel.failed.connect(lambda error: show_error(error, self))
        deeds.cd_dropped.connect(self.new_machine)
        deeds.shown_wanted.connect(self._made)
        page.start.connect(self._start_all)
        for signal, verb in ((page.shut_down, "shutdown"), (page.force_off, "kill")):
            signal.connect(lambda names, each=verb: self._request_all(names, each))
        page.group.connect(deeds.ask_group)
        page.remove.connect(deeds.remove)
        page.remove_disks.connect(deeds.remove_disks)
        actions = self.actions_
        actions.remove.triggered.connect(self._remove)
        actions.rename.triggered.connect(lambda: self.sidebar.edit_name(deeds.name_problem))
        self.sidebar.renamed.connect(deeds.rename)
        actions.duplicate.triggered.connect(lambda: deeds.ask_copy(self._machine_name()))
        self.menus.undo.triggered.connect(self.panel.undo_bar.undo)
        self.menus.find.triggered.connect(self.panel.focus_search)
        self.menus.add_existing.triggered.connect(deeds.ask_disk)

    def _start_all(self, names: list[str]) -> None:
        for name in names:
            self.deeds.start(name)

    def _request_all(self, names: list[str], verb: Verb) -> None:
        for name in names:
            self.deeds.request(name, verb)

    def _chosen_machines(self) -> list[Machine]:
        """The machines that verbs are for: selected ones, or those of the chosen group."""
        row = self.sidebar.current()
        if row is not None and row.kind is Kind.GROUP:
            return self.panel.members(row.key)
        return self.panel.machines(self.sidebar.selected_keys(Kind.MACHINE))

    def _free_disks(self) -> list[Path]:
        """The selected disks that no machine has."""
        paths = [Path(key) for key in self.sidebar.selected_keys(Kind.DISK)]
        return [path for path in paths if not self.library.snapshot.users(path)]

    def _remove(self) -> None:
        if self.sidebar.selected_keys(Kind.MACHINE):
            self.library_deeds.remove(fitting("remove", self._chosen_machines()))
        elif free := self._free_disks():
            self.library_deeds.remove_disks(free)

    def _delete(self) -> None:
        row = self.sidebar.current()
        if row is None or row.kind is not Kind.DISK:
            self.deeds.delete(self._machine_name())
        elif (disk := self.library.snapshot.disk(row.key)) is not None:
            self.library_deeds.delete_disk(disk)

    def _take_files(self, files: list[Path]) -> None:
        on_machine = self.pages.currentWidget() is self.machine_page
        self.library_deeds.take_files(self.sidebar.current() if on_machine else None, files)

    def _enter(self, row: Row) -> None:
        """Enter: to what is chosen; its screen where it runs."""
        if row.kind is Kind.MACHINE:
            page = self.machine_page
            (page.console if page.console.isVisible() else page.start_button).setFocus()
        elif row.kind is Kind.DISK:
            self.disk_page.setFocus()
            self.disk_page.focusNextChild()

    # --- showing ------------------------------------------------------------------------------

    def _show(self, snapshot: Snapshot) -> None:
        self.panel.show_library(snapshot)
        if self._select is not None and self.sidebar.choose(*self._select):
            self._select = None
        self._show_row(self.sidebar.current())
        if not self._shown:
            self._shown = True
            empty = self.pages.currentWidget() is self.welcome
            (self.welcome.machine_button if empty else self.sidebar).setFocus()

    def _show_row(self, row: Row | None) -> None:
        snapshot = self.library.snapshot
        several = self.sidebar.selected_keys(Kind.MACHINE)
        group = row.key if row is not None and row.kind is Kind.GROUP else ""
        if group or len(several) > 1:
            self._show_several(several, group)
            return
        machine = snapshot.machine(row.key) if row and row.kind is Kind.MACHINE else None
        disk = snapshot.disk(row.key) if row and row.kind is Kind.DISK else None
        if machine is not None:
            self.machine_page.show_machine(machine)
            self.pages.setCurrentWidget(self.machine_page)
            return
        self.machine_page.leave()
        disks = [snapshot.disk(key) for key in self.sidebar.selected_keys(Kind.DISK)]
        free = bool(self._free_disks())
        self.actions_.follow_disks(removable=free, deletable=free and len(disks) == 1)
        if len(disks) > 1:
            self.selection_page.show_disks([each for each in disks if each], snapshot)
            self.pages.setCurrentWidget(self.selection_page)
        elif disk is not None:
            self.disk_page.show_disk(disk, snapshot)
            self.pages.setCurrentWidget(self.disk_page)
        else:  # nothing found, or nothing there
            there = bool(snapshot.machines or snapshot.disks)
            self.pages.setCurrentWidget(self.nothing if there else self.welcome)

    def _show_several(self, names: list[str], group: str) -> None:
        self.machine_page.leave()
        machines = self.panel.members(group) if group else self.panel.machines(names)
        self.actions_.follow_several(machines, removable=not group)
        self.selection_page.show_machines(machines, group)
        self.pages.setCurrentWidget(self.selection_page)

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

    def new_machine(self, cdrom: Path | None = None) -> None:
        """Open the assistant for a machine, ``cdrom`` being its installation medium."""
        if self._assisting():
            return
        assistant = NewMachineAssistant(self, cdrom=cdrom)
        assistant.made.connect(lambda name: self._made(Kind.MACHINE, name))
        assistant.made.connect(lambda _: self._remember_disk(assistant.plan.disk_path))
        assistant.start_wanted.connect(self.deeds.start)
        assistant.open()

    def new_disk(self) -> None:
        """Open the assistant for a disk."""
        if self._assisting():
            return
        assistant = NewDiskAssistant(self)
        assistant.made.connect(lambda path: self._made(Kind.DISK, str(path)))
        assistant.made.connect(self._remember_disk)
        assistant.open()

    def _assisting(self) -> bool:
        """Whether an assistant is there, or about to be: a key may be pressed twice."""
        return any(each.in_use() for each in self.findChildren(Assistant))

    def _made(self, kind: Kind, key: str) -> None:
        self._select = (kind, key)
        self.library.refresh()

    def _remember_disk(self, path: Path | None) -> None:
        known = self.settings.disks
        if path is not None and path.parent != disks_dir() and path not in known:
            self.settings.disks = [*known, path]
            self.library.watch_disks(self.settings.disks, self.settings.hidden_disks)

    # --- the end ------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close; what runs goes on, which is said the first time."""
        if not self.leaving.may_close():
            event.ignore()
            return
        self.console_windows.close_all()
        self.settings.geometry = self.saveGeometry()
        self.settings.side_width = self._splitter.sizes()[0]
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
