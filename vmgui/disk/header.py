"""The header's two copies on the medium: reading, checking, writing (docs/format.md, section 3).

Each copy is read once; what was checked is what is used.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from dataclasses import dataclass, replace
from uuid import UUID

import msgspec

from vmgui.api import Description
from vmgui.disk import body as body_json
from vmgui.disk.body import Body, Integrity, KeySlot
from vmgui.disk.errors import DiskError, HeaderDamaged, HeaderForged, NotADisk, NotSupported
from vmgui.disk.integrity.layout import DATA_OFFSET
from vmgui.disk.keys import header_key
from vmgui.disk.magic import foreign_format
from vmgui.storage.base import Storage

COPY_SIZE = 64 << 10
PRIMARY_OFFSET = 0
BACKUP_OFFSET = 512 << 10

MAGIC = b"\x93VMGUI\r\n"
BACKUP_MAGIC = b"\x93IUGMV\r\n"
_MAGIC_AT = {PRIMARY_OFFSET: MAGIC, BACKUP_OFFSET: BACKUP_MAGIC}
_NAMES = {PRIMARY_OFFSET: "first", BACKUP_OFFSET: "second"}

FORMAT_VERSION = 1
MAX_GENERATION = (1 << 64) - 1
FLAG_ENCRYPTED = 1
# The one plug-in whose disks carry no key and no flag.
UNENCRYPTED = UUID("722b3980-d887-4f2b-9e42-ead06939b5db")

# magic, version, flags, encryptionID, disk, generation, offset, copy size, JSON size
_PREFIX = struct.Struct(">8sII16s16sQQII")
_MAC_AT = 448
_SHA_AT = 480
_JSON_AT = 512
_MAX_JSON = COPY_SIZE - _JSON_AT
NO_MAC = bytes(32)


@dataclass(frozen=True)
class Header:
    """What both copies say. ``mac`` is zero on a disk that is not encrypted.

    ``foreign`` is there where the disk is another format's: then this header is only our way to
    speak of it, and is never written (:mod:`vmgui.disk.foreign`).
    """

    encrypted: bool
    encryption_id: UUID
    disk: UUID
    generation: int
    body: Body
    mac: bytes = NO_MAC
    foreign: Description | None = None

    def _prefix(self, offset: int, json_size: int) -> bytes:
        prefix = _PREFIX.pack(
            _MAGIC_AT[offset],
            FORMAT_VERSION,
            FLAG_ENCRYPTED if self.encrypted else 0,
            self.encryption_id.bytes,
            self.disk.bytes,
            self.generation,
            offset,
            COPY_SIZE,
            json_size,
        )
        return prefix.ljust(_MAC_AT, b"\0")

    def _mac(self, volume_key: bytes | bytearray) -> bytes:
        text = body_json.canonical(self.body)
        covered = self._prefix(PRIMARY_OFFSET, len(text)) + text
        return hmac.digest(header_key(volume_key, self.disk), covered, "sha256")

    def counted_up(self) -> Header:
        """The same header of the next generation; sign it before it is written."""
        if self.generation >= MAX_GENERATION:
            raise DiskError(
                "The disk's header can't be written any more.",
                why="Its generation has reached the highest number there is.",
                remedy="Open the disk read-only and copy its data to a new disk.",
            )
        return replace(self, generation=self.generation + 1)

    def with_epoch(self, epoch: int) -> Header:
        """The same header of an authenticated disk, for another session; sign it."""
        integrity = Integrity.of(self.body.layout(), epoch)
        return replace(self, body=msgspec.structs.replace(self.body, integrity=integrity))

    def with_slots(self, slots: list[KeySlot]) -> Header:
        """The same header with other key slots; sign it before it is written."""
        return replace(self, body=msgspec.structs.replace(self.body, key_slots=slots))

    def signed(self, volume_key: bytes | bytearray | None) -> Header:
        """The same header with the MAC that the volume key gives it (none: not encrypted)."""
        return replace(self, mac=NO_MAC if volume_key is None else self._mac(volume_key))

    def verify(self, volume_key: bytes | bytearray) -> None:
        """Raises :exc:`HeaderForged` unless the volume key's owner wrote exactly this header."""
        if not hmac.compare_digest(self._mac(volume_key), self.mac):
            raise HeaderForged(
                "The disk's header was changed by somebody without its key.",
                why="Its authentication code does not match: an accident can't do that.",
                remedy="Don't use the disk as it is. Restore the header from your own backup: "
                "vmgui disk header restore PATH FILE.",
            )

    def encode(self, offset: int) -> bytes:
        """One copy, ``COPY_SIZE`` bytes, as it lies at ``offset``."""
        if self.foreign is not None:
            raise ValueError("A foreign disk has no header of ours.")
        text = body_json.canonical(self.body)
        if len(text) > _MAX_JSON:
            raise HeaderDamaged("The header has no room for that.")
        copy = bytearray(COPY_SIZE)
        copy[:_MAC_AT] = self._prefix(offset, len(text))
        copy[_MAC_AT:_SHA_AT] = self.mac
        copy[_JSON_AT : _JSON_AT + len(text)] = text
        copy[_SHA_AT:_JSON_AT] = hashlib.sha256(copy).digest()
        return bytes(copy)


def decode(copy: bytes, offset: int) -> Header:
    """The header in one copy that lay at ``offset``.

    Raises :exc:`NotADisk` without the magic, :exc:`NotSupported` for another format version,
    and :exc:`HeaderDamaged` for anything else that is not exactly as specified.
    """
    if len(copy) < COPY_SIZE or copy[:8] != _MAGIC_AT[offset]:
        raise NotADisk("There is no vmgui header.")
    (_, version, flags, encryption_id, disk, generation, own_offset, copy_size, json_size) = (
        _PREFIX.unpack_from(copy)
    )
    blank = bytearray(copy)
    blank[_SHA_AT:_JSON_AT] = bytes(_JSON_AT - _SHA_AT)
    if hashlib.sha256(blank).digest() != copy[_SHA_AT:_JSON_AT]:
        raise HeaderDamaged(why="Its checksum does not match.")
    if version != FORMAT_VERSION:
        raise NotSupported(
            f"The disk has format version {version}; this vmgui knows version {FORMAT_VERSION}.",
            remedy="Open it with a newer version of vmgui.",
        )
    if own_offset != offset or copy_size != COPY_SIZE or not 0 < json_size <= _MAX_JSON:
        raise HeaderDamaged(why="Its lengths are impossible.")
    if flags & ~FLAG_ENCRYPTED:
        raise NotSupported(
            f"The disk has flags that this version of vmgui doesn't know ({flags:#x}).",
            remedy="Open it with a newer version of vmgui.",
        )
    if any(copy[_PREFIX.size : _MAC_AT]) or any(copy[_JSON_AT + json_size :]):
        raise HeaderDamaged(why="Its unused bytes are not zero.")
    header = Header(
        encrypted=bool(flags & FLAG_ENCRYPTED),
        encryption_id=UUID(bytes=encryption_id),
        disk=UUID(bytes=disk),
        generation=generation,
        body=body_json.parse(copy[_JSON_AT : _JSON_AT + json_size]),
        mac=copy[_MAC_AT:_SHA_AT],
    )
    _check_flag(header)
    return header


def _check_flag(header: Header) -> None:
    """An encrypted disk has a key and a slot, an unencrypted one neither: no null cipher."""
    if header.encrypted == (header.encryption_id == UNENCRYPTED):
        raise HeaderDamaged(why="Its flag says something else than its encryptionID.")
    keyed = header.body.cipher.key_size > 0
    slots = bool(header.body.key_slots)
    if header.encrypted and not (keyed and slots):
        raise HeaderDamaged(why="It says encrypted, but names no key.")
    if not header.encrypted and (keyed or slots or header.mac != NO_MAC):
        raise HeaderDamaged(why="It says not encrypted, but names a key.")


@dataclass(frozen=True)
class Found:
    """The header to use, what is wrong with the other copy (empty: nothing), and which to write.

    ``stale_offset`` is where the copy that is damaged or older lies; -1 when both are the same.
    """

    header: Header
    damaged: str = ""
    stale_offset: int = -1


def read(storage: Storage) -> Found:
    """Read both copies and take the newer valid one.

    A copy that is too new for this program is not a damaged one: the disk is refused then, lest
    an older copy be used, or written, in its stead.

    Raises :exc:`NotADisk`, :exc:`HeaderDamaged`, :exc:`NotSupported`, OSError.
    """
    area = bytearray(min(storage.size, DATA_OFFSET))
    storage.read(0, memoryview(area))
    good: dict[int, Header] = {}
    bad: dict[int, NotADisk | HeaderDamaged] = {}
    for offset in (PRIMARY_OFFSET, BACKUP_OFFSET):
        try:
            good[offset] = decode(bytes(area[offset : offset + COPY_SIZE]), offset)
        except (NotADisk, HeaderDamaged) as error:
            bad[offset] = error
    if not good:
        raise _worst(bad, bytes(area[:DATA_OFFSET]))
    offset = max(good, key=lambda at: (good[at].generation, -at))
    other = BACKUP_OFFSET if offset == PRIMARY_OFFSET else PRIMARY_OFFSET
    if other in bad:
        damaged = f"The {_NAMES[other]} copy of the header is damaged. {bad[other].why}".strip()
        return Found(good[offset], damaged, other)
    # An older copy is what an update cut short leaves behind: the next one makes it good.
    return Found(good[offset], stale_offset=-1 if good[other] == good[offset] else other)


def _worst(bad: dict[int, NotADisk | HeaderDamaged], area: bytes) -> NotADisk | HeaderDamaged:
    for error in bad.values():
        if isinstance(error, HeaderDamaged):
            return HeaderDamaged("Both copies of the disk's header are damaged.", why=error.why)
    foreign = foreign_format(area)
    if foreign:
        return NotADisk(
            f"This is not a vmgui disk but {foreign}.",
            remedy="Make a new encrypted disk and copy the data into it, or install a plug-in "
            "that opens such disks.",
        )
    return NotADisk(
        "This is not a vmgui disk, or both copies of its header were overwritten.",
        why="Neither place of the header holds its mark.",
        remedy="If it was a vmgui disk, restore the header from a backup: "
        "vmgui disk header restore PATH FILE.",
    )


def write(storage: Storage, header: Header, *, first: int = -1) -> None:
    """Write one copy, sync, write the other, sync: at every moment one copy is valid.

    ``first`` is the offset of the copy that is damaged or older (:attr:`Found.stale_offset`),
    so that the good one is touched last; with both good it is the second copy's turn first.
    """
    order = (BACKUP_OFFSET, PRIMARY_OFFSET)
    for offset in order[::-1] if first == PRIMARY_OFFSET else order:
        storage.write(offset, memoryview(header.encode(offset)))
        storage.flush()
