"""Changing who can open a disk: each verb is one or more whole header updates.

None needs the plug-in: the volume key is only wrapped anew. The disk must not be open elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from vmgui.disk import header as header_area
from vmgui.disk import keyslot
from vmgui.disk.body import KeySlot
from vmgui.disk.container import find_header, open_storage, unlock
from vmgui.disk.errors import DiskError
from vmgui.disk.header import Header
from vmgui.disk.kdf import calibrated
from vmgui.storage.file import FileStorage

Secret = bytes | bytearray


@dataclass
class Editor:
    """An unlocked header of a locked file. Every verb is durable when it returns."""

    storage: FileStorage
    header: Header
    volume_key: bytearray | None
    stale: int

    def add(self, secret: Secret, kind: keyslot.Kind, seconds: float) -> KeySlot:
        """Let ``secret`` open the disk, too."""
        slots = self.header.body.key_slots
        slot = keyslot.seal(
            self._key(),
            secret,
            disk=self.header.disk,
            slot_id=keyslot.free_id(slots),
            kind=kind,
            kdf=calibrated(seconds),
        )
        self._save(sorted([*slots, slot], key=lambda each: each.id))
        return slot

    def remove(self, number: int) -> None:
        """Close one slot for good. Raises :exc:`DiskError` for the last one."""
        slots = self.header.body.key_slots
        rest = [slot for slot in slots if slot.id != number]
        if len(rest) == len(slots):
            raise DiskError(
                f"There is no key slot {number}.",
                remedy=f"There are: {', '.join(str(slot.id) for slot in slots)}.",
            )
        if not rest:
            raise DiskError(
                "The last key slot can't be removed.",
                why="Nothing would open the disk any more.",
                remedy="Add another passphrase first.",
                code="last-slot",
            )
        self._save(rest)

    def change(self, number: int, secret: Secret, kind: keyslot.Kind, seconds: float) -> KeySlot:
        """Replace a slot: the new one is durable before the old one goes."""
        slot = self.add(secret, kind, seconds)
        self.remove(number)
        return slot

    def opened_by(self, secret: Secret) -> KeySlot:
        """The slot that ``secret`` opens. Raises :exc:`WrongSecret`."""
        slot, volume_key = keyslot.unlock(self.header.body.key_slots, secret, self.header.disk)
        volume_key[:] = bytes(len(volume_key))
        return slot

    def repair(self) -> None:
        """Write both copies anew."""
        self._write(self.header.signed(self.volume_key))

    def _key(self) -> bytearray:
        if self.volume_key is None:
            raise DiskError(
                "The disk is not encrypted: it has no passphrases.",
                remedy="Make an encrypted disk and copy the data into it.",
                code="not-encrypted",
            )
        return self.volume_key

    def _save(self, slots: list[KeySlot]) -> None:
        header = self.header.with_slots(slots).counted_up()
        self._write(header.signed(self.volume_key))

    def _write(self, header: Header) -> None:
        try:
            header_area.write(self.storage, header, first=self.stale)
        except OSError as error:
            raise DiskError(
                "The disk's header can't be written.",
                why=f"{error.strerror}.",
                remedy="Free some room or check the drive; what opened the disk before still does.",
            ) from None
        self.header, self.stale = header, -1


@contextmanager
def editing(path: Path, secret: Secret | None) -> Iterator[Editor]:
    """Lock the file, unlock the header with ``secret``, and forget the key at the end."""
    storage = open_storage(path, read_only=False)
    volume_key = None
    try:
        found = find_header(storage, path)
        volume_key = unlock(found.header, secret)
        yield Editor(storage, found.header, volume_key, found.stale_offset)
    finally:
        if volume_key is not None:
            volume_key[:] = bytes(len(volume_key))
        storage.close()
