"""The journal: what was written since the stamp tree was last brought up to date.

Records lie one behind the other from the journal's start; a checkpoint brings everything home and
starts at the beginning again. A record counts when its MAC is right, its sequence number is the
next one, and it names the MAC of the record before (else one that was dropped at an earlier
recovery could come back behind a new one). The first that doesn't ends the journal. What a record
says of sectors is checked against them elsewhere (:mod:`vmgui.disk.integrity.recovery`).
"""

from __future__ import annotations

import enum
import hmac
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from vmgui.disk.integrity.layout import Layout
from vmgui.storage.base import Storage

ALIGNMENT = 512
MAGIC = b"\x93VMGJRNL"
# magic, kind, bytes of description, bytes of content, epoch, sequence number, the last one known
# to be durable, first sector, sectors, the beginning of the MAC of the record before
_FIELDS = struct.Struct(">8sIIQQQQQQ16s")
_MAC_SIZE = 32
_FIRST = bytes(16)  # instead of the MAC before the first record
_MAC_LABEL = b"journal"
_WINDOW = 1 << 20


class Kind(enum.IntEnum):
    """What a record holds.

    WRITE: tags, then the sectors' ciphertext. PLACED: tags; the ciphertext is where it belongs,
    as the sectors were unwritten before. UNWRITE: nothing. CHECKPOINT: the list of the changed
    blocks of the stamp tree, then the blocks.
    """

    WRITE = 1
    PLACED = 2
    UNWRITE = 3
    CHECKPOINT = 4


@dataclass(frozen=True, slots=True)
class Record:
    """``content`` is the offset in the storage of ``content_size`` bytes after the description."""

    kind: Kind
    sequence: int
    durable: int
    first: int
    count: int
    description: bytes
    content: int
    content_size: int
    mac: bytes


def head_size(description_size: int) -> int:
    """What a record takes besides its content."""
    return _up(_FIELDS.size + _MAC_SIZE + description_size)


class Journal:
    """Appends records and finds them again. One thread at a time.

    ``sequence`` is the number of the last record, ``durable`` of the last one before a sync.
    """

    def __init__(
        self, storage: Storage, layout: Layout, key: bytes, epoch: int, sequence: int
    ) -> None:
        self.epoch = epoch
        self.sequence = self.durable = sequence
        self.used = 0
        self._before = _FIRST
        self._storage = storage
        self._start = layout.journal
        self._size = layout.journal_size
        self._sectors = layout.sectors
        self._key = key

    def free(self) -> int:
        """Bytes that still fit."""
        return self._size - self.used

    def head(
        self, kind: Kind, first: int, count: int, description: bytes | bytearray, content_size: int
    ) -> tuple[bytes, bytes]:
        """What comes before the content of the next record, and the record's MAC."""
        fields = _FIELDS.pack(
            MAGIC,
            kind,
            len(description),
            content_size,
            self.epoch,
            self.sequence + 1,
            self.durable,
            first,
            count,
            self._before,
        )
        mac = hmac.digest(self._key, _MAC_LABEL + fields + description, "sha256")
        head = b"".join((fields, mac, description))
        return head.ljust(head_size(len(description)), b"\0"), mac

    def append(self, record: memoryview, mac: bytes) -> int:
        """Write head and content, one buffer; returns the record's offset in the storage.

        Raises OSError; nothing was appended then.
        """
        offset = self._start + self.used
        self._storage.write(offset, record)
        self.used += _up(len(record))
        self.sequence += 1
        self._before = mac[: len(_FIRST)]
        return offset

    def restart(self) -> None:
        """All of it is home: begin at the start."""
        self.used = 0
        self._before = _FIRST

    def scan(self) -> Iterator[Record]:
        """The records that count, in order."""
        at, number, before = 0, self.sequence + 1, _FIRST
        while (record := self._at(at, number, before)) is not None:
            yield record
            at = _up(record.content + record.content_size - self._start)
            number += 1
            before = record.mac[: len(_FIRST)]

    def resume(self, last: Record) -> None:
        """Go on after a record that :meth:`scan` gave."""
        self.used = _up(last.content + last.content_size - self._start)
        self.sequence = last.sequence
        self._before = last.mac[: len(_FIRST)]

    def lost(self) -> bool:
        """Whether records behind the last one that counted say that more were durable.

        After a crash they can't: so somebody changed or damaged the journal.
        """
        at = self.used
        while at < self._size:
            window = bytearray(min(_WINDOW, self._size - at))
            self._storage.read(self._start + at, memoryview(window))
            found = window.find(MAGIC)
            while found >= 0:
                if found % ALIGNMENT == 0:
                    record = self._at(at + found)
                    if record is not None and record.durable > self.sequence:
                        return True
                found = window.find(MAGIC, found + 1)
            at += len(window)
        return False

    def _at(
        self, position: int, sequence: int | None = None, before: bytes | None = None
    ) -> Record | None:
        """The record at a position, if it is one of this epoch, and the one that is wanted."""
        head = self._read(position, _FIELDS.size + _MAC_SIZE)
        if head is None:
            return None
        fields = _FIELDS.unpack_from(head)
        magic, kind, size, content_size, epoch, number, durable, first, count, chained = fields
        if magic != MAGIC or epoch != self.epoch:
            return None
        if sequence is not None and (number, chained) != (sequence, before):
            return None
        start = position + head_size(size)
        if start + content_size > self._size or first + count > self._sectors:
            return None
        description = self._read(position + _FIELDS.size + _MAC_SIZE, size)
        if description is None:
            return None
        mac = hmac.digest(self._key, _MAC_LABEL + head[: _FIELDS.size] + description, "sha256")
        if not hmac.compare_digest(mac, head[_FIELDS.size :]):
            return None
        content = self._start + start
        return Record(
            Kind(kind), number, durable, first, count, description, content, content_size, mac
        )

    def _read(self, position: int, size: int) -> bytes | None:
        if position + size > self._size:
            return None
        out = bytearray(size)
        self._storage.read(self._start + position, memoryview(out))
        return bytes(out)


def _up(value: int) -> int:
    return -(-value // ALIGNMENT) * ALIGNMENT
