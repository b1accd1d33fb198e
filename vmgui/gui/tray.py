"""The icon in the system's tray, and notifications: both only where the person wants them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from vmgui.gui.icons import application_icon
from vmgui.gui.language import say
from vmgui.gui.library.library import Library, Snapshot


class Tray(QObject):
    """Lists what runs; tells when a machine stops by itself."""

    show_wanted = Signal()
    machine_wanted = Signal(str)
    quit_wanted = Signal()

    def __init__(self, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._icon: QSystemTrayIcon | None = None
        self._menu = QMenu()
        self._menu.aboutToShow.connect(self._fill)
        self._states: dict[str, str] = {}
        library.changed.connect(self._look)

    @property
    def shown(self) -> bool:
        """Whether there is an icon that leads back to the window."""
        return self._icon is not None and self._icon.isVisible()

    @staticmethod
    def possible() -> bool:
        """Whether this desktop has a tray."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show(self, wanted: bool) -> None:
        """Show or remove the icon."""
        if wanted and self._icon is None and self.possible():
            self._icon = QSystemTrayIcon(application_icon(), self)
            self._icon.setToolTip("vmgui")
            self._icon.setContextMenu(self._menu)
            self._icon.activated.connect(self._activated)
            self._icon.show()
        elif not wanted and self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.show_wanted.emit()

    def _fill(self) -> None:
        self._menu.clear()
        self._add(self.tr("&Show the window")).triggered.connect(self.show_wanted)
        self._menu.addSeparator()
        live = [machine for machine in self._library.snapshot.machines if machine.live]
        for machine in live:
            words = self.tr("%s: %s") % (machine.name.replace("&", "&&"), machine.state_text)
            action = self._add(words)
            action.triggered.connect(
                lambda _=False, name=machine.name: self.machine_wanted.emit(name)
            )
        if not live:
            self._add(self.tr("No virtual machine runs")).setEnabled(False)
        self._menu.addSeparator()
        self._add(self.tr("&Quit")).triggered.connect(self.quit_wanted)

    def _add(self, words: str) -> QAction:
        return self._menu.addAction(words)

    def _look(self, snapshot: Snapshot) -> None:
        states = {machine.name: machine.state for machine in snapshot.machines}
        for machine in snapshot.machines:
            if machine.state == self._states.get(machine.name, machine.state):
                continue
            if machine.state == "crashed":
                self._notify(self.tr("%s stopped unexpectedly") % machine.name, machine.error)
            elif machine.state == "paused" and machine.status.message:
                self._notify(self.tr("%s was paused") % machine.name, machine.status.message)
        self._states = states

    def _notify(self, title: str, words: object) -> None:
        if self._icon is not None:
            told = say(str(words)) if words else ""
            self._icon.showMessage(title, told, QSystemTrayIcon.MessageIcon.Warning)
