"""Ciphertext and tags of sectors on the medium, such that they never part.

A sector that was unwritten gets its ciphertext where it belongs (*home*) at once, and a journal
record with the tag. A sector that holds something already gets both in the journal. A checkpoint
makes the journal durable, brings everything home, makes that durable, and starts the journal
again. So whenever the power goes, each sector has its last durable state somewhere, whole.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import replace

from vmgui.disk.integrity import root as roots
from vmgui.disk.integrity.journal import Journal, Kind, Record, head_size
from vmgui.disk.integrity.layout import BLOCK, MAC_SIZE, STAMP_SIZE, Layout
from vmgui.disk.integrity.root import Root
from vmgui.disk.integrity.stamps import Image, StampTree
from vmgui.storage.base import Storage

# What bounds the memory that a round of the journal takes.
MAX_RECORDS = 16384
MAX_UNWRITTEN_RUNS = 256
_IMAGE = struct.Struct(f">BQ{MAC_SIZE}s")
_WINDOW = 1 << 20


class SectorStore:
    """Everything of an authenticated disk but the cipher.

    One thread at a time may call what changes it; any may read meanwhile. ``round`` counts the
    checkpoints: what :meth:`newer` gave is good as long as it stays the same. ``sync`` makes the
    storage durable.
    """

    def __init__(
        self, storage: Storage, layout: Layout, key: bytes, root: Root, sync: Callable[[], None]
    ) -> None:
        self.layout = layout
        self.round = 0
        self.root = root
        self.stamps = StampTree(storage, layout, key, root.top)
        self.journal = Journal(storage, layout, key, root.epoch, root.sequence)
        # Where the ciphertext of sectors lies that are not home, and their tags.
        self.newer: dict[int, tuple[int, bytes]] = {}
        self.records: list[Record] = []
        self._storage = storage
        self._key = key
        self._sync = sync
        self._unwritten: list[tuple[int, int]] = []
        self._prepared: list[Image] | None = None

    # Reading

    def read_home(self, first: int, sealed: memoryview, tags: memoryview) -> None:
        """Ciphertext and tags of a run of sectors, none of them in ``newer``."""
        layout = self.layout
        self._storage.read(layout.data + first * layout.sector_size, sealed)
        self._storage.read(layout.tags + first * layout.tag_size, tags)

    def read_newer(self, place: int, sealed: memoryview) -> None:
        """One sector's ciphertext from the journal."""
        self._storage.read(place, sealed)

    # Writing

    def head_room(self, count: int) -> int:
        """Bytes that must be free before the ciphertext given to :meth:`write`."""
        return head_size(count * self.layout.tag_size)

    def make_room(self, first: int, count: int, size: int) -> None:
        """See to it that a record of ``size`` bytes on these sectors fits, and a checkpoint's.

        May make a checkpoint.
        """
        blocks = self.stamps.changed_with(first, count)
        images = head_size(blocks * _IMAGE.size + MAC_SIZE) + blocks * BLOCK
        full = size + images > self.journal.free() or len(self.records) >= MAX_RECORDS
        if full or self._prepared is not None:
            self.checkpoint()

    def write(self, first: int, record: memoryview, tags: memoryview, stamps: bytes) -> None:
        """Write a run of sectors, after :meth:`make_room`.

        ``record`` is the ciphertext, with :meth:`head_room` bytes before it. Raises OSError;
        the sectors are as they were before then.
        """
        count = len(stamps) // STAMP_SIZE
        sealed = record[self.head_room(count) :]
        self.stamps.prepare(first, count)
        if self._fresh(first, count):
            layout = self.layout
            self._storage.write(layout.data + first * layout.sector_size, sealed)
            self._storage.write(layout.tags + first * layout.tag_size, tags)
            self._append(Kind.PLACED, first, count, bytes(tags))
        else:
            self._append(Kind.WRITE, first, count, bytes(tags), record)
        self.stamps.set(first, stamps)

    def unwrite(self, first: int, count: int) -> None:
        """Make a run of sectors unwritten, after :meth:`make_room`."""
        self.stamps.prepare(first, count)
        self._append(Kind.UNWRITE, first, count, b"")
        self.stamps.clear(first, first + count)

    def _fresh(self, first: int, count: int) -> bool:
        """Whether the sectors hold nothing that a crash would have to bring back."""
        runs = self._unwritten
        return (
            not any(self.stamps.get(first, count))
            and len(runs) < MAX_UNWRITTEN_RUNS
            and not any(start < first + count and first < end for start, end in runs)
        )

    def _append(
        self,
        kind: Kind,
        first: int,
        count: int,
        description: bytes,
        record: memoryview | None = None,
    ) -> None:
        size = 0 if record is None else count * self.layout.sector_size
        head, mac = self.journal.head(kind, first, count, description, size)
        if record is None:
            place = self.journal.append(memoryview(head), mac)
        else:
            record[: len(head)] = head
            place = self.journal.append(record, mac)
        journal = self.journal
        self.took(
            Record(
                kind, journal.sequence, journal.durable, first, count, description,
                place + len(head), size, mac,
            )
        )  # fmt: skip

    def took(self, record: Record) -> None:
        """A record is part of the journal now."""
        self.records.append(record)
        if record.kind is Kind.WRITE:
            self._found(record, record.content)
        elif record.kind is Kind.UNWRITE:
            end = record.first + record.count
            self._unwritten.append((record.first, end))
            for sector in [each for each in self.newer if record.first <= each < end]:
                del self.newer[sector]

    def took_placed(self, record: Record) -> None:
        """The same for a PLACED record after a crash: its tags may not be in their place."""
        self.records.append(record)
        self._found(record, self.layout.data + record.first * self.layout.sector_size)

    def _found(self, record: Record, place: int) -> None:
        size, tag_size = self.layout.sector_size, self.layout.tag_size
        tags = record.description
        for index in range(record.count):
            tag = tags[index * tag_size : (index + 1) * tag_size]
            self.newer[record.first + index] = (place + index * size, tag)

    # Checkpoints

    def checkpoint(self) -> None:
        """Bring everything home and start the journal again.

        Raises OSError; nothing is lost then, and the next call goes on where this one stopped.
        """
        if not self.records:
            return
        if self._prepared is None:
            self._prepared = self._prepare()
        self._bring_home()
        self.stamps.write(self._prepared)
        self._sync()  # a root that came first would say that all of it is there
        self._write_root(self.root.epoch)
        self.stamps.settle()
        self.journal.restart()
        self.journal.durable = self.journal.sequence
        self.records.clear()
        self._unwritten.clear()
        self.newer = {}
        self._prepared = None
        self.round += 1

    def start_session(self, epoch: int) -> None:
        """Write under a new epoch from now on; the journal must be empty."""
        self._write_root(epoch)
        self.journal.epoch = epoch

    def _prepare(self) -> list[Image]:
        """Put the changed blocks of the tree into the journal, and make all of it durable."""
        images = self.stamps.images()
        listed = b"".join(_IMAGE.pack(each.level, each.index, each.mac) for each in images)
        content = b"".join(bytes(each.block) for each in images)
        description = listed + self.stamps.top
        head, mac = self.journal.head(Kind.CHECKPOINT, 0, 0, description, len(content))
        self.journal.append(memoryview(head + content), mac)
        self._sync()
        return images

    def adopt(self, images: list[Image], top: bytes) -> None:
        """The journal ends with a checkpoint that was prepared: :meth:`checkpoint` finishes it."""
        self.stamps.adopt(images, top)
        self._prepared = images

    def _bring_home(self) -> None:
        layout, storage = self.layout, self._storage
        window = memoryview(bytearray(_WINDOW))
        low = high = 0
        for record in self.records:
            home = layout.data + record.first * layout.sector_size
            if record.kind is Kind.UNWRITE:
                storage.punch(home, record.count * layout.sector_size)
                continue
            if record.kind is Kind.WRITE:
                if not low <= record.content <= high - record.content_size:
                    low = record.content
                    high = min(low + _WINDOW, layout.end)
                    storage.read(low, window[: high - low])
                at = record.content - low
                storage.write(home, window[at : at + record.content_size])
            tags = layout.tags + record.first * layout.tag_size
            storage.write(tags, memoryview(record.description))

    def _write_root(self, epoch: int) -> None:
        """Into both places, one after the other: an older root must not stay for an attacker."""
        first = Root(self.root.turn + 1, epoch, self.journal.sequence, self.stamps.top)
        roots.write(self._storage, self.layout, first, self._key)
        self._sync()
        self.root = replace(first, turn=first.turn + 1)
        roots.write(self._storage, self.layout, self.root, self._key)


def images_of(storage: Storage, record: Record) -> tuple[list[Image], bytes]:
    """The blocks that a CHECKPOINT record holds, and the MAC of the top."""
    listed, top = record.description[:-MAC_SIZE], record.description[-MAC_SIZE:]
    content = bytearray(record.content_size)
    storage.read(record.content, memoryview(content))
    images = [
        Image(level, index, mac, content[number * BLOCK : (number + 1) * BLOCK])
        for number, (level, index, mac) in enumerate(_IMAGE.iter_unpack(listed))
    ]
    return images, top
