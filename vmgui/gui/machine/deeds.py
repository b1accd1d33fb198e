"""What can be done with a machine by its name: start it, ask it for something, delete it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.error_dialog import show_error
from vmgui.gui.library.library import Library
from vmgui.gui.machine.deletion import DeleteDialog
from vmgui.gui.machine.log_dialog import LogDialog, read_logs
from vmgui.gui.unlock.starter import Starter
from vmgui.gui.vm_settings.dialog import SettingsDialog
from vmgui.vm import client, store
from vmgui.vm.client import Verb
from vmgui.vm.definition import Definition


class MachineDeeds(QObject):
    """Carries out what is asked for in the background; errors become dialogs over ``window``.

    ``said`` holds a sentence on what goes on (empty: nothing), ``told`` one to be seen shortly.
    """

    starting = Signal(str)
    said = Signal(str)
    told = Signal(str)

    def __init__(self, library: Library, window: QWidget) -> None:
        super().__init__(window)
        self._library = library
        self._window = window
        self._starters: dict[str, Starter] = {}

    def start(self, name: str, given: bytearray | None = None) -> None:
        """Start a machine; ``given`` opens its disks, if it was just typed."""
        if not name or name in self._starters:
            return
        starter = self._starters[name] = Starter(name, self._window, given)
        self.said.emit(self.tr("Starting %s…") % name)
        self.starting.emit(name)
        starter.progressed.connect(self.said)
        starter.started.connect(lambda: self._started(name))
        starter.failed.connect(lambda error: self._not_started(name, error))
        starter.given_up.connect(lambda: self._end_start(name))
        starter.not_remembered.connect(lambda error: show_error(error, self._window))

    def request(self, name: str, verb: Verb) -> None:
        """Ask a running machine for something."""
        in_background(
            self,
            lambda: client.request(name, verb),
            lambda _: self._requested(verb),
            lambda error: show_error(error, self._window),
        )

    def show_log(self, name: str) -> None:
        """Show what the machine, QEMU and the backends said."""
        machine = self._library.snapshot.machine(name)
        if machine is not None and machine.definition is not None:
            LogDialog(machine.definition, self._window).open()

    def settings(self, name: str) -> None:
        """Show its settings, as they are stored and as it runs."""
        if name:
            in_background(
                self,
                lambda: (store.load(name), client.running(name)),
                lambda found: self._open_settings(*found),
                lambda error: show_error(error, self._window),
            )

    def _open_settings(self, stored: Definition, running: Definition | None) -> None:
        dialog = SettingsDialog(stored, running, self._window)
        dialog.saved.connect(self._settings_saved)
        dialog.open()

    def _settings_saved(self, name: str) -> None:
        self._library.refresh()
        self.told.emit(self.tr("The settings of %s are saved.") % name)

    def delete(self, name: str) -> None:
        """Ask by name, then delete the machine."""
        snapshot = self._library.snapshot
        machine = snapshot.machine(name)
        if machine is None:
            return
        own, shared = [], []
        for disk in machine.disks:
            others = [each.name for each in snapshot.users(disk.path) if each.name != name]
            if others:
                shared.append((disk, ", ".join(others)))
            else:
                own.append(disk)
        dialog = DeleteDialog(machine.name, own, self._window, shared)
        dialog.deleted.connect(self._library.refresh)
        dialog.open()

    def _end_start(self, name: str) -> None:
        self._starters.pop(name).deleteLater()
        self.said.emit("")
        self._library.refresh()

    def _started(self, name: str) -> None:
        self._end_start(name)
        self.told.emit(self.tr("%s runs.") % name)

    def _not_started(self, name: str, error: VmguiError) -> None:
        self._end_start(name)
        machine = self._library.snapshot.machine(name)
        if machine is None or machine.definition is None:
            show_error(error, self._window)
            return
        definition = machine.definition
        in_background(
            self,
            lambda: read_logs(definition),
            lambda words: show_error(error, self._window, words),
            lambda _: show_error(error, self._window),
        )

    def _requested(self, verb: Verb) -> None:
        self._library.refresh()
        if verb == "shutdown":
            self.told.emit(
                self.tr("The guest was asked to shut down. If it does not: Machine, Force off.")
            )
