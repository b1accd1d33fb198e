"""What can be done with the chosen machine: one action a verb, for menus, buttons and keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from vmgui.gui.icons import wear
from vmgui.gui.library.fitting import fitting
from vmgui.gui.library.library import Machine
from vmgui.vm.client import Verb


class MachineActions(QObject):
    """Enabled as the machine's state allows. ``data()`` of each is its icon's name."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.start = self._action(self.tr("&Start"), "play", "Ctrl+R")
        self.resume = self._action(self.tr("&Resume"), "play", "Ctrl+P")
        self.pause = self._action(self.tr("&Pause"), "pause", "Ctrl+P")
        self.shut_down = self._action(self.tr("Shut &down"), "power", "Ctrl+D")
        self.shut_down.setToolTip(self.tr("Ask the guest to shut down"))
        self.force_off = self._action(self.tr("&Force off"), "stop")
        self.force_off.setToolTip(self.tr("Like pulling the plug"))
        self.reset = self._action(self.tr("R&eset"), "reset")
        self.reset.setToolTip(self.tr("Like the reset button"))
        self.ctrl_alt_delete = self._action(self.tr("Send &Ctrl+Alt+Del"), "keyboard")
        self.settings = self._action(self.tr("Se&ttings…"), "machine", "Ctrl+,")
        self.forget = self._action(self.tr("F&orget stored passphrases…"), "key")
        self.log = self._action(self.tr("Show &log"), "info", "Ctrl+L")
        self.rename = self._action(self.tr("Re&name"), "folder", "F2")
        self.duplicate = self._action(self.tr("D&uplicate…"), "copy")
        self.duplicate.setToolTip(self.tr("Another machine like it, without its disks"))
        self.remove = self._action(self.tr("Remo&ve from the library"), "delete", "Del")
        self.remove.setToolTip(self.tr("Its disks stay, and it can be put back"))
        self.delete = self._action(self.tr("Delete for &good…"), "delete", "Shift+Del")
        self.follow(None)

    def all(self) -> list[QAction]:
        """In the order of the menu."""
        return [
            self.start,
            self.resume,
            self.pause,
            self.shut_down,
            self.force_off,
            self.reset,
            self.ctrl_alt_delete,
            self.settings,
            self.forget,
            self.log,
            self.rename,
            self.duplicate,
            self.remove,
            self.delete,
        ]

    def groups(self) -> list[list[QAction]]:
        """Those of a machine's context menu, by what belongs together."""
        return [
            [self.start, self.resume, self.pause, self.shut_down],
            [self.reset, self.force_off],
            [self.settings, self.log],
        ]

    def verbs(self) -> list[tuple[QAction, Verb]]:
        """The actions that only ask the supervisor for something, with its word for it."""
        return [
            (self.shut_down, "shutdown"),
            (self.force_off, "kill"),
            (self.pause, "pause"),
            (self.resume, "resume"),
            (self.reset, "reset"),
        ]

    def follow(self, machine: Machine | None) -> None:
        """Enable what makes sense for this machine now."""
        state = machine.state if machine else ""
        live = machine is not None and machine.live
        usable = machine is not None and machine.definition is not None
        running = state == "running"
        self.start.setEnabled(usable and not live)
        self.pause.setEnabled(running)
        self.pause.setVisible(state != "paused")
        self.resume.setEnabled(state == "paused")
        self.resume.setVisible(state == "paused")
        self.shut_down.setEnabled(running)
        self.force_off.setEnabled(live)
        self.reset.setEnabled(state in ("running", "paused"))
        self.ctrl_alt_delete.setEnabled(running)
        self.forget.setEnabled(usable)
        self.settings.setEnabled(usable)
        self.duplicate.setEnabled(usable)
        self.log.setEnabled(usable)
        self.delete.setEnabled(machine is not None and not live)
        for action in (self.rename, self.remove):
            action.setEnabled(usable and not live)

    def follow_several(self, machines: Sequence[Machine], *, removable: bool = True) -> None:
        """Enable what makes sense for some of these; ``removable``: they can be taken out, too."""
        self.follow(None)
        self.start.setEnabled(bool(fitting("start", machines)))
        for action, verb in self.verbs():
            action.setEnabled(bool(fitting(verb, machines)))
        self.remove.setEnabled(removable and bool(fitting("remove", machines)))

    def follow_disks(self, *, removable: bool, deletable: bool) -> None:
        """Enable what can be done with disks: to take them out of the list, to delete one."""
        self.follow(None)
        self.remove.setEnabled(removable)
        self.delete.setEnabled(deletable)

    def _action(self, words: str, icon: str, keys: str = "") -> QAction:
        action = QAction(words, self)
        action.setData(icon)
        action.setToolTip(words.replace("&", ""))
        if keys:
            action.setShortcut(keys)
        wear(action, icon)
        return action
