"""*Forget passphrase*: removing from the keyring what opens a disk without asking."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from vmgui.disk.header import Header
from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.error_dialog import show_error
from vmgui.gui.form import breakable
from vmgui.gui.notice import Notice
from vmgui.job.header import read_header
from vmgui.secret import keyring_store, source
from vmgui.secret.keyring_state import State
from vmgui.vm import store

# Names by the disks' UUIDs.
Names = dict[str, str]
_Found = tuple[State, Names]


def forget(parent: QWidget, header_or_disk_uuid: Header | UUID | str, name: str) -> ForgetDialog:
    """Ask whether the keyring shall forget the passphrase of the disk ``name``; returns at once."""
    disk = header_or_disk_uuid
    uuid = str(disk.disk if isinstance(disk, Header) else disk)
    dialog = ForgetDialog(name, parent)
    dialog.look({uuid: name})
    dialog.open()
    return dialog


def forget_of_machine(parent: QWidget, name: str) -> ForgetDialog:
    """The same for all disks of a machine; those that have one can be told apart."""
    dialog = ForgetDialog(name, parent)
    in_background(dialog, lambda: _disks(name), dialog.look, dialog.fail)
    dialog.open()
    return dialog


class ForgetDialog(Notice):
    """Shows for which disks the keyring has a passphrase; ``forgotten`` carries their UUIDs."""

    forgotten = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", "key", "accent", "", parent)
        self.ticks: dict[str, QCheckBox] = {}
        self._disks: Names = {}
        self._kept: Names = {}
        self.setWindowTitle(self.tr("Forget stored passphrases"))
        self.set_headline(self.tr("Stored passphrases of %s") % name)
        self.told = self.say(self.tr("Asking the keyring…"))
        self.buttons.addStretch()
        self.unlock_button = self.add_button(self.tr("Unlock the keyring…"))
        self.unlock_button.clicked.connect(self._unlock)
        self.unlock_button.hide()
        self.forget_button = self.add_button(self.tr("Forget"))
        self.forget_button.clicked.connect(self._forget)
        self.forget_button.hide()
        self.close_button = self.add_button(self.tr("Close"), primary=True)
        self.close_button.clicked.connect(self.reject)
        self.close_button.setFocus()

    def look(self, disks: Names, *, unlock: bool = False) -> None:
        """Ask the keyring for which of ``disks`` it has something."""
        self._disks = disks
        if not disks:
            self._say(self.tr("None of its disks is encrypted."))
            return
        in_background(self, lambda: _kept(disks, unlock), self._show, self.fail)

    def fail(self, error: VmguiError) -> None:
        """Say why nothing can be told."""
        self._say(str(error))

    def _show(self, found: _Found) -> None:
        state, kept = found
        self.unlock_button.setVisible(state is State.LOCKED)
        self.unlock_button.setEnabled(True)
        if state is State.LOCKED:
            self._say(self.tr("The keyring is locked. Unlock it to see what it holds."))
            return
        if state is not State.AVAILABLE:
            self._say(f"{state.sentence} {self.tr('Nothing can be removed from it now.')}")
            return
        if not kept:
            self._say(self.tr("The keyring holds no passphrase for %s.") % self._names(self._disks))
            return
        self._say(
            self.tr(
                "The keyring opens %s without asking. Once it has forgotten the passphrase, the "
                "next start asks for it: be sure that you know it."
            )
            % self._names(kept)
        )
        if len(self._disks) > 1:
            for uuid, name in kept.items():
                tick = self.ticks[uuid] = QCheckBox(name.replace("&", "&&"))
                tick.setChecked(True)
                tick.toggled.connect(self._ticked)
                self.body.addWidget(tick)
        self.close_button.setText(self.tr("Keep"))
        self.forget_button.show()
        self._kept = kept

    def _chosen(self) -> list[str]:
        ticks = self.ticks
        return [uuid for uuid in self._kept if uuid not in ticks or ticks[uuid].isChecked()]

    def _ticked(self) -> None:
        self.forget_button.setEnabled(bool(self._chosen()))

    def _unlock(self) -> None:
        self.unlock_button.setEnabled(False)
        self._say(self.tr("The system asks for the keyring's password."))
        self.look(self._disks, unlock=True)

    def _forget(self) -> None:
        self.forget_button.setEnabled(False)
        chosen = self._chosen()

        def remove() -> None:
            for uuid in chosen:
                keyring_store.forget(uuid)

        in_background(self, remove, lambda _: self._done(chosen), self._fail)

    def _done(self, chosen: list[str]) -> None:
        self.forgotten.emit(chosen)
        self.accept()

    def _fail(self, error: VmguiError) -> None:
        self.forget_button.setEnabled(True)
        show_error(error, self)

    def _names(self, disks: Names) -> str:
        return breakable(QLocale().createSeparatedList(list(disks.values())))

    def _say(self, words: str) -> None:
        self.told.setText(words)


def _disks(machine: str) -> Names:
    """The encrypted disks of a machine that are there. Blocks; raises :exc:`VmguiError`."""
    found: Names = {}
    for disk in store.load(machine).disks:
        try:
            header = read_header(disk.path).header
        except VmguiError:  # not there now: its pin knows which it is
            if disk.pin is not None and disk.pin.encrypted:
                found[str(disk.pin.disk_uuid)] = Path(disk.path).name
            continue
        if header.encrypted:
            found[str(header.disk)] = Path(disk.path).name
    return found


def _kept(disks: Names, unlock: bool) -> _Found:
    """For which of them the keyring has something, and how it is. Blocks."""
    state = keyring_store.state(unlock=unlock)
    kept: Names = {}
    if state is State.AVAILABLE:
        for uuid, name in disks.items():
            answer = keyring_store.lookup(uuid)
            if answer.secret is not None:
                source.wipe(answer.secret)
                kept[uuid] = name
            elif answer.state is not State.NOTHING_STORED:
                return answer.state, kept
    return state, kept
