"""The definition as it is being edited, and what is wrong with it."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal

from vmgui.gui.language import say
from vmgui.vm import changes
from vmgui.vm.definition import Definition, DefinitionError, validate


class Draft(QObject):
    """``old`` is what is stored, ``value`` what is to be; ``running`` what runs now, if it does.

    ``key`` and ``problem`` say what of ``value`` can't be stored: both empty where it can.
    """

    changed = Signal()

    def __init__(self, old: Definition, running: Definition | None, parent: QObject) -> None:
        super().__init__(parent)
        self.old, self.value, self.running = old, old, running
        self.key = self.problem = ""
        self._check()

    @property
    def dirty(self) -> bool:
        """Something would be stored."""
        return self.value != self.old

    def put(self, **fields: Any) -> None:
        """Change fields of the definition."""
        self.value = msgspec.structs.replace(self.value, **fields)
        self._check()
        self.changed.emit()

    def put_network(self, **fields: Any) -> None:
        """Change fields of its network."""
        self.put(network=msgspec.structs.replace(self.value.network, **fields))

    def put_display(self, **fields: Any) -> None:
        """Change fields of its display."""
        self.put(display=msgspec.structs.replace(self.value.display, **fields))

    def put_disk(self, index: int, **fields: Any) -> None:
        """Change fields of one disk."""
        disks = list(self.value.disks)
        disks[index] = msgspec.structs.replace(disks[index], **fields)
        self.put(disks=tuple(disks))

    def waiting(self) -> tuple[str, ...]:
        """The attributes that would wait for the next start, were this stored now."""
        if self.running is None:
            return ()
        refused = changes.pending(self.running, self.old)
        return tuple(
            key
            for key in changes.pending(self.running, self.value)
            if key not in changes.HOT or key in refused or self._stays(key)
        )

    def _stays(self, key: str) -> bool:
        """A disk that stays attached can't be changed while it runs, nor can the order."""
        if key != "disks" or self.running is None:
            return False
        now = {disk.path: changes.unpinned(disk) for disk in self.running.disks}
        return any(
            disk.path in now and changes.unpinned(disk) != now[disk.path]
            for disk in self.value.disks
        )

    def _check(self) -> None:
        self.key = self.problem = ""
        try:
            validate(self.value)
        except DefinitionError as error:
            self.key, _, why = error.why.partition(": ")
            self.problem = say(" ".join(part for part in (why, error.remedy) if part))
