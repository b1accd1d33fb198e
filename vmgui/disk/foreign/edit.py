"""Changing who can open a foreign container: the verbs of :mod:`vmgui.disk.edit`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from vmgui.disk.container import open_storage
from vmgui.disk.errors import DiskError
from vmgui.disk.foreign.format import Format, Secret
from vmgui.disk.header import Header
from vmgui.storage.base import Storage


@dataclass
class Slot:
    """A key slot by its number."""

    id: int


@dataclass
class Editor:
    """A locked file and the secret that was seen to open it: through slot ``number``.

    The kind of a secret is not kept: foreign slots don't know it.
    """

    path: Path
    form: Format
    storage: Storage
    header: Header
    secret: Secret
    number: int

    def add(self, secret: Secret, kind: str, seconds: float) -> Slot:
        """Let ``secret`` open the disk, too."""
        plugin, opens, new = self.form.plugin, memoryview(self.secret), memoryview(secret)
        with self.form.deriving(self.path):
            return Slot(plugin.add_key(self.storage, opens, new, seconds, _nobody_waits))

    def remove(self, number: int) -> None:
        """Close one slot for good. Raises :exc:`DiskError` for the last one."""
        assert self.header.foreign is not None
        there = sorted(slot.id for slot in self.header.foreign.slots)
        if number not in there:
            raise DiskError(
                f"There is no key slot {number}.",
                remedy=f"There are: {', '.join(map(str, there))}.",
            )
        with self.form.told(self.path):
            self.form.plugin.remove_key(self.storage, number)

    def change(self, number: int, secret: Secret, kind: str, seconds: float) -> Slot:
        """Replace a slot: the new one is durable before the old one goes."""
        slot = self.add(secret, kind, seconds)
        self.remove(number)
        return slot

    def opened_by(self, secret: Secret) -> Slot:
        """The slot that the editor's own secret opens."""
        if secret != self.secret:
            raise ValueError("An editor knows the slot of its own secret only.")
        return Slot(self.number)

    def repair(self) -> None:
        """Make every copy of the header good."""
        with self.form.told(self.path):
            self.form.plugin.repair(self.storage)
        self.header = self.form.find(self.storage, self.path)[1].header


def _nobody_waits() -> None:
    """A change of keys is done in seconds: it is not stopped half-way."""


@contextmanager
def editing(path: Path, form: Format, secret: Secret | None) -> Iterator[Editor]:
    """Lock the file, prove that ``secret`` opens it, and forget the key at once."""
    storage = open_storage(path, read_only=False)
    try:
        container, found = form.find(storage, path)
        key, number = form.unlock(container, secret, path)
        key.close()
        assert secret is not None
        yield Editor(path, form, storage, found.header, secret, number)
    finally:
        storage.close()
