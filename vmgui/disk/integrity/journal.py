"""The journal: what was written since the stamp tree was last brought up to date.

It has two halves, which take turns: while one is written, a checkpoint brings home what the other
holds. In a half records lie one behind the other. A record counts when its MAC is right, its
sequence number is the next one, and it names the MAC of the record before (else one that was
dropped at an earlier recovery could come back behind a new one). The first that doesn't ends the
journal. What a record says of sectors is checked against them elsewhere
(:mod:`vmgui.disk.integrity.recovery`).
"""

from __future__ import annotations

import enum
import hmac
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vmgui.disk.integrity.layout import Layout
from vmgui.disk.integrity.root import Root
from vmgui.storage.base import Storage

ALIGNMENT = 512
MAGIC = b"\x93VMGJRNL"
# magic, kind, runs, bytes of description, bytes of content, epoch, sequence number, the last one
# known to be durable, the beginning of the MAC of the record before
_FIELDS = struct.Struct(">8sIIQQQQQ16s")
_RUN = struct.Struct(">QQ")
_MAC_SIZE = 32
_MAC_LABEL = b"journal"
_BEFORE_SIZE = 16
_WINDOW = 1 << 20

Run = tuple[int, int]  # first sector, number of sectors


class Kind(enum.IntEnum):
    """What a record holds.

    WRITE: tags, then the sectors' ciphertext. PLACED: tags; the ciphertext is where it belongs,
    as the sectors were unwritten before. UNWRITE: nothing. CHECKPOINT: the list of the changed
    blocks of the stamp tree, then the blocks. FLUSHED: nothing; says what is durable.
    """

    WRITE = 1
    PLACED = 2
    UNWRITE = 3
    CHECKPOINT = 4
    FLUSHED = 5


@dataclass(frozen=True, slots=True)
class Record:
    """``content`` is the offset in the storage of ``content_size`` bytes.

    ``runs`` are the sectors it is about, ``details`` their tags, one run's after the other.
    """

    kind: Kind
    sequence: int
    durable: int
    runs: Sequence[Run]
    details: bytes
    content: int
    content_size: int
    mac: bytes


def head_size(runs: int, details: int) -> int:
    """What a record takes besides its content."""
    return _up(_FIELDS.size + _MAC_SIZE + runs * _RUN.size + details)


class Journal:
    """Appends records and finds them again. One thread at a time.

    ``sequence`` is the number of the last record, ``durable`` of the last one before a sync.
    """

    def __init__(self, storage: Storage, layout: Layout, key: bytes, root: Root) -> None:
        self.epoch = root.epoch
        self.sequence = self.durable = root.sequence
        self.before = root.before
        self.half = root.half
        self.used = 0
        self._storage = storage
        self._start = layout.journal
        self._size = layout.journal_size // 2
        self._key = key

    def free(self) -> int:
        """Bytes that still fit into this half."""
        return self._size - self.used

    def append(
        self, kind: Kind, runs: Sequence[Run], details: bytes, content: memoryview | None = None
    ) -> Record:
        """Write a record. ``content`` has :func:`head_size` bytes before it, to be filled in.

        Raises OSError; nothing was appended then.
        """
        room = head_size(len(runs), len(details))
        size = len(content) - room if content is not None else 0
        described = b"".join([_RUN.pack(*run) for run in runs]) + details
        fields = _FIELDS.pack(
            MAGIC, kind, len(runs), len(described), size,
            self.epoch, self.sequence + 1, self.durable, self.before,
        )  # fmt: skip
        mac = hmac.digest(self._key, _MAC_LABEL + fields + described, "sha256")
        head = (fields + mac + described).ljust(room, b"\0")
        if content is not None:
            content[:room] = head
        offset = self._start + self.half * self._size + self.used
        self._storage.write(offset, memoryview(head) if content is None else content)
        record = Record(
            kind, self.sequence + 1, self.durable, runs, details, offset + room, size, mac
        )
        self.resume(record)
        return record

    def turn(self) -> None:
        """Go on in the other half, whose records are home."""
        self.half = 1 - self.half
        self.used = 0

    def scan(self) -> Iterator[Record]:
        """The records that count, in order; after a CHECKPOINT they go on in the other half."""
        half, at, number, before = self.half, 0, self.sequence + 1, self.before
        while (record := self._at(half, at, number, before)) is not None:
            yield record
            at = self._end(record, half)
            if record.kind is Kind.CHECKPOINT:
                half, at = 1 - half, 0
            number += 1
            before = record.mac[:_BEFORE_SIZE]

    def resume(self, last: Record) -> None:
        """Go on after a record."""
        self.half = (last.content - 1 - self._start) // self._size
        self.used = self._end(last, self.half)
        self.sequence = last.sequence
        self.before = last.mac[:_BEFORE_SIZE]

    def _end(self, record: Record, half: int) -> int:
        return _up(record.content + record.content_size - self._start - half * self._size)

    def lost(self) -> bool:
        """Whether records that did not count say that more were durable.

        After a crash they can't: so somebody changed or damaged the journal.
        """
        for half in (0, 1):
            for at in range(0, self._size, _WINDOW):
                window = bytearray(min(_WINDOW, self._size - at))
                self._storage.read(self._start + half * self._size + at, memoryview(window))
                found = window.find(MAGIC)
                while found >= 0:
                    if found % ALIGNMENT == 0:
                        record = self._at(half, at + found)
                        if record is not None and record.durable > self.sequence:
                            return True
                    found = window.find(MAGIC, found + 1)
        return False

    def _at(
        self, half: int, at: int, sequence: int | None = None, before: bytes | None = None
    ) -> Record | None:
        """The record at a place in a half: of this epoch, and the one that is wanted."""
        position, end = half * self._size + at, (half + 1) * self._size
        head = self._read(position, _FIELDS.size + _MAC_SIZE, end)
        if head is None:
            return None
        magic, kind, runs, size, content_size, epoch, number, durable, chained = (
            _FIELDS.unpack_from(head)
        )
        if magic != MAGIC or epoch != self.epoch:
            return None
        if sequence is not None and (number, chained) != (sequence, before):
            return None
        listed = runs * _RUN.size
        if listed > size or position + head_size(0, size) + content_size > end:
            return None
        described = self._read(position + _FIELDS.size + _MAC_SIZE, size, end)
        if described is None:
            return None
        mac = hmac.digest(self._key, _MAC_LABEL + head[: _FIELDS.size] + described, "sha256")
        if not hmac.compare_digest(mac, head[_FIELDS.size :]):
            return None
        return Record(
            Kind(kind),
            number,
            durable,
            tuple(_RUN.iter_unpack(described[:listed])),
            described[listed:],
            self._start + position + head_size(0, size),
            content_size,
            mac,
        )

    def _read(self, position: int, size: int, end: int) -> bytes | None:
        if position + size > end:
            return None
        out = bytearray(size)
        self._storage.read(self._start + position, memoryview(out))
        return bytes(out)


def _up(value: int) -> int:
    return -(-value // ALIGNMENT) * ALIGNMENT
