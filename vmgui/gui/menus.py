"""The menu bar."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from vmgui.gui.icons import wear
from vmgui.gui.language import LANGUAGES
from vmgui.gui.machine.actions import MachineActions
from vmgui.gui.settings import Settings
from vmgui.gui.theme import Scheme, theme
from vmgui.gui.tray import Tray


class Menus(QObject):
    """Fills a window's menu bar. What belongs to no machine is told by signals."""

    new_machine = Signal()
    new_disk = Signal()
    plugins = Signal()
    scheme_chosen = Signal(object)
    language_chosen = Signal(str)
    quit = Signal()
    about = Signal()

    def __init__(self, window: QMainWindow, actions: MachineActions) -> None:
        super().__init__(window)
        self.add_machine = QAction(self.tr("New &virtual machine…"), self)
        self.add_machine.setShortcut(QKeySequence.StandardKey.New)
        self.add_machine.triggered.connect(self.new_machine)
        wear(self.add_machine, "machine")
        self.add_disk = QAction(self.tr("New encrypted &disk…"), self)
        self.add_disk.setShortcut("Ctrl+Shift+N")
        self.add_disk.triggered.connect(self.new_disk)
        wear(self.add_disk, "disk")
        self.show_plugins = QAction(self.tr("Encryption &plug-ins…"), self)
        self.show_plugins.setShortcut("Ctrl+Shift+P")
        self.show_plugins.triggered.connect(self.plugins)
        wear(self.show_plugins, "lock")
        leave = QAction(self.tr("&Close the window"), self)
        leave.setShortcut(QKeySequence.StandardKey.Close)
        leave.triggered.connect(window.close)
        end = QAction(self.tr("&Quit"), self)
        end.setShortcut("Ctrl+Q")
        end.setMenuRole(QAction.MenuRole.QuitRole)
        end.triggered.connect(self.quit)

        self.add_existing = QAction(self.tr("Add &existing disk…"), self)
        wear(self.add_existing, "folder")
        self.undo = QAction(self.tr("&Undo removing"), self)
        self.undo.setShortcut(QKeySequence.StandardKey.Undo)
        self.find = QAction(self.tr("&Search"), self)
        self.find.setShortcut(QKeySequence.StandardKey.Find)
        wear(self.find, "search")

        bar = window.menuBar()
        file = bar.addMenu(self.tr("&File"))
        file.addActions([self.add_machine, self.add_disk, self.add_existing])
        file.addSeparator()
        file.addAction(self.show_plugins)
        file.addSeparator()
        file.addActions([leave, end])
        bar.addMenu(self.tr("&Edit")).addActions([self.undo, self.find])
        machine = bar.addMenu(self.tr("&Machine"))
        machine.addActions(actions.all())
        view = self.view = bar.addMenu(self.tr("&View"))
        self._schemes(view.addMenu(self.tr("&Colours")))
        self._languages(view.addMenu(self.tr("&Language")))
        self.tray = QAction(self.tr("&Icon and notifications in the tray"), self)
        self.tray.setCheckable(True)
        self.tray.setEnabled(Tray.possible())
        view.addAction(self.tray)
        about = QAction(self.tr("&About vmgui"), self)
        about.triggered.connect(self.about)
        self.check = QAction(self.tr("&Check this computer…"), self)
        bar.addMenu(self.tr("&Help")).addActions([self.check, about])

    def _schemes(self, menu: QMenu) -> None:
        group = QActionGroup(self)
        self.schemes = {
            Scheme.SYSTEM: QAction(self.tr("As the &system"), self),
            Scheme.LIGHT: QAction(self.tr("&Light"), self),
            Scheme.DARK: QAction(self.tr("&Dark"), self),
        }
        for scheme, action in self.schemes.items():
            action.setCheckable(True)
            action.setChecked(scheme is theme().scheme)
            action.triggered.connect(lambda _=False, each=scheme: self.scheme_chosen.emit(each))
            group.addAction(action)
            menu.addAction(action)

    def _languages(self, menu: QMenu) -> None:
        group = QActionGroup(self)
        chosen = Settings().language
        for language, name in {"": self.tr("As the &system"), **LANGUAGES}.items():
            action = QAction(name, self)
            action.setCheckable(True)
            action.setChecked(language == chosen)
            action.triggered.connect(lambda _=False, each=language: self.language_chosen.emit(each))
            group.addAction(action)
            menu.addAction(action)
