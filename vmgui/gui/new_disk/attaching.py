"""*Attach to a VM*: a menu of the machines, on the last page of *New encrypted disk*."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.form import set_look, text
from vmgui.gui.icons import wear
from vmgui.gui.new_disk.plan import DiskPlan
from vmgui.secret import source
from vmgui.vm import changes, client, pinning, store


class AttachButton(QPushButton):
    """``attached`` carries the machine's name; ``told`` is the label that says how it went."""

    attached = Signal(str)

    def __init__(self, plan: DiskPlan) -> None:
        super().__init__()
        self._plan = plan
        self.setText(self.tr("Attach to a VM"))
        self.setAutoDefault(False)
        wear(self, "machine")
        self.menu_ = QMenu(self)
        self.setMenu(self.menu_)
        self.setEnabled(False)
        self.told = text()

    def look(self) -> None:
        """Which machines are there?"""
        in_background(self, _machines, self._show, self._fail)

    def _show(self, names: list[str]) -> None:
        self.menu_.clear()
        for name in names:
            action = self.menu_.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, each=name: self.attach(each))
        self.setEnabled(bool(names))
        self.setToolTip("" if names else self.tr("There is no virtual machine yet."))

    def attach(self, name: str) -> None:
        """Attach the disk to the machine ``name``; while it runs, too, where QEMU can."""
        self.setEnabled(False)
        path, key_file = self._plan.path, self._plan.key_file
        secret = bytearray(self._plan.secret)
        in_background(
            self,
            lambda: _attach(name, path, secret, key_file),
            lambda running: self._done(name, running),
            self._fail,
        )

    def _done(self, name: str, running: bool) -> None:
        words = (
            self.tr("Attached to %s. If its system does not see it, start it anew.")
            if running
            else self.tr("Attached to %s.")
        )
        self._say(words % name, "good")
        self.attached.emit(name)

    def _fail(self, error: VmguiError) -> None:
        self.setEnabled(bool(self.menu_.actions()))
        self._say(str(error), "bad")

    def _say(self, words: str, look: str) -> None:
        self.told.setText(words)
        set_look(self.told, look)


def _machines() -> list[str]:
    return [entry.name for entry in store.entries() if entry.definition is not None]


def _attach(name: str, path: Path, secret: bytearray, key_file: Path | None) -> bool:
    """Blocks; tells whether the machine runs. Raises :exc:`VmguiError`."""
    try:
        if not secret and key_file is not None:
            secret = source.from_key_file(key_file)
        new = pinning.attach(store.load(name), path)
        changes.apply(name, new, {str(path.absolute()): secret} if secret else {})
    finally:
        source.wipe(secret)
    return client.status(name).state in {"running", "paused"}
