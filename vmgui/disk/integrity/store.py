"""Ciphertext and tags of sectors on the medium, such that they never part.

A sector that was unwritten gets its ciphertext where it belongs (*home*) at once, and a journal
record with the tag. A sector that holds something already gets both in the journal. When half of
the journal is full its *round* ends: a checkpoint makes it durable, brings everything in it home
and makes that durable, while the next round goes on in the other half. So whenever the power goes,
each sector has its last durable state somewhere, whole.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from vmgui.disk.integrity import root as roots
from vmgui.disk.integrity.courier import Courier
from vmgui.disk.integrity.journal import Journal, Kind, Record, Run, head_size
from vmgui.disk.integrity.layout import BLOCK, MAC_SIZE, STAMP_SIZE, Layout
from vmgui.disk.integrity.root import Root
from vmgui.disk.integrity.stamps import Image, StampTree
from vmgui.disk.sectors import RUN
from vmgui.storage.base import Storage

# What bounds the memory that a round takes.
MAX_RECORDS = 16384
MAX_SECTORS = 32768
MAX_BLOCKS = 1024  # of the stamp tree
MAX_UNWRITTEN_RUNS = 256
# Of a checkpoint, for each record that is written meanwhile: it ends before the next one begins.
STEPS = 2
# A record with so many runs at most is brought home with few calls, each of which copies much.
FEW_RUNS = 4
TAG_BLOCKS_A_STEP = 16
_IMAGE = struct.Struct(f">BQ{MAC_SIZE}s")


Place = tuple[int, bytes]  # where a sector's ciphertext lies, and its tag


@dataclass
class Round:
    """What half of the journal holds. ``changed`` are the sectors, as they are at its end.

    ``images`` are the blocks of the tree that it changed, ``root`` what is true when all of it is
    home; both once it has ended.
    """

    records: list[Record] = field(default_factory=list)
    changed: dict[int, Place] = field(default_factory=dict)
    unwritten: list[Run] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    root: Root | None = None


class SectorStore:
    """Everything of an authenticated disk but the cipher.

    One thread at a time may call what changes it; any may read meanwhile. ``sync`` makes the
    storage durable; ``courier`` carries a checkpoint out; ``largest`` is the most ciphertext that
    a record has, in bytes.
    """

    def __init__(
        self,
        storage: Storage,
        layout: Layout,
        key: bytes,
        root: Root,
        sync: Callable[[], None],
        courier: Courier,
        largest: int,
    ) -> None:
        self.layout = layout
        self.root = root
        self.stamps = StampTree(storage, layout, key, root.top)
        self.journal = Journal(storage, layout, key, root)
        # The sectors whose tags are not home yet.
        self.newer: dict[int, Place] = {}
        self._storage = storage
        self._key = key
        self._sync = sync
        self._courier = courier
        self._window = memoryview(bytearray(largest))
        self._round = Round()
        self._reserve = 0  # what the checkpoint of this round will take, at most
        self._leaving: Round | None = None

    # Reading

    def read_home(self, first: int, sealed: memoryview, tags: memoryview) -> None:
        """Ciphertext and tags of a run of sectors, none of them in ``newer``."""
        layout = self.layout
        self._storage.read(layout.data + first * layout.sector_size, sealed)
        self._storage.read(layout.tags + first * layout.tag_size, tags)

    def read_newer(self, place: int, sealed: memoryview) -> None:
        """Ciphertext from a place that ``newer`` gave."""
        self._storage.read(place, sealed)

    # Writing

    def head_room(self, runs: int, sectors: int) -> int:
        """Bytes that must be free before the ciphertext given to :meth:`write`."""
        return head_size(runs, sectors * self.layout.tag_size)

    def make_room(self, runs: int, sectors: int, size: int) -> None:
        """See to it that a record of ``size`` bytes on so much fits, and a checkpoint's.

        May begin a checkpoint, and wait for the one before. Raises OSError.
        """
        if self._leaving is not None and self._courier.step(STEPS):
            self._settle()
        blocks = self.stamps.changed_with(runs, sectors)
        images = head_size(0, blocks * _IMAGE.size + MAC_SIZE) + blocks * BLOCK
        self._reserve = images
        if (
            size + images > self.journal.free()
            or len(self._round.records) >= MAX_RECORDS
            or len(self._round.changed) >= MAX_SECTORS
            or blocks >= MAX_BLOCKS
        ):
            self._end_round()
            self._courier.start(self._bring_home)

    def fresh(self, run: Run) -> bool:
        """Whether the sectors hold nothing that a crash would have to bring back.

        Raises :exc:`StampsDamaged`, OSError.
        """
        first, count = run
        if any(self.stamps.get(first, count)):
            return False
        runs = self._round.unwritten
        if self._leaving is not None:
            runs = runs + self._leaving.unwritten
        return len(runs) < MAX_UNWRITTEN_RUNS and not any(
            start < first + count and first < start + size for start, size in runs
        )

    def write(
        self, runs: Sequence[Run], content: memoryview, tags: bytes, stamps: bytes, *, fresh: bool
    ) -> None:
        """Write runs of sectors that don't overlap, all of them fresh or none, after make_room.

        ``content`` is the ciphertext, with :meth:`head_room` bytes before it. Raises OSError;
        the sectors are as they were before then.
        """
        layout = self.layout
        for first, count in runs:
            self.stamps.prepare(first, count)
        if fresh:
            at = head_size(len(runs), len(tags))
            for first, count in runs:
                size = count * layout.sector_size
                self._write_home(first, content[at : at + size])
                at += size
            record = self.journal.append(Kind.PLACED, runs, tags)
        else:
            record = self.journal.append(Kind.WRITE, runs, tags, content)
        self.took(record)
        at = 0
        for first, count in runs:
            self.stamps.set(first, stamps[at : at + count * STAMP_SIZE])
            at += count * STAMP_SIZE

    def unwrite(self, run: Run) -> None:
        """Make a run of sectors unwritten, after :meth:`make_room`."""
        self.took(self.journal.append(Kind.UNWRITE, [run], b""))
        self.stamps.clear(*run)

    def flushed(self, last: int) -> None:
        """Everything up to the record ``last`` is durable: leave a word of it for recovery."""
        if last > self.journal.durable:
            self.journal.durable = last
            if self.journal.free() >= self._reserve + 2 * head_size(0, 0):
                self.took(self.journal.append(Kind.FLUSHED, [], b""))

    def took(self, record: Record) -> None:
        """A record is part of the journal now."""
        layout, newer, changed = self.layout, self.newer, self._round.changed
        size, tag_size = layout.sector_size, layout.tag_size
        self._round.records.append(record)
        if record.kind is Kind.UNWRITE:
            self._round.unwritten.extend(record.runs)
            for first, count in record.runs:
                for sector in [each for each in newer if first <= each < first + count]:
                    del newer[sector]
                    changed.pop(sector, None)
            return
        place, at, tags = record.content, 0, record.details
        for first, count in record.runs:
            if record.kind is Kind.PLACED:
                place = layout.data + first * size
            for sector in range(first, first + count):
                newer[sector] = changed[sector] = (place, tags[at : at + tag_size])
                place += size
                at += tag_size

    # Checkpoints

    def checkpoint(self) -> None:
        """Bring everything home, now. Raises OSError; nothing is lost then."""
        self._settle()
        if self._round.records:
            self._end_round()
            self._settle()

    def start_session(self, epoch: int) -> None:
        """Write under a new epoch from now on; all of the journal is home."""
        self._write_root(replace(self.root, epoch=epoch))
        self.journal.epoch = epoch

    def found_checkpoint(self, record: Record, images: list[Image], top: bytes) -> None:
        """After a crash: the records taken so far are a round that had ended with ``record``."""
        self.stamps.adopt(images, top)
        self.journal.resume(record)
        self._leave(images)

    def _end_round(self) -> None:
        """Put the changed blocks of the tree into the journal and go on in its other half."""
        self._settle()
        images = self.stamps.images()
        details = b"".join(_IMAGE.pack(each.level, each.index, each.mac) for each in images)
        details += self.stamps.top
        content = bytearray(head_size(0, len(details)))
        for each in images:
            content += each.block
        self.journal.append(Kind.CHECKPOINT, [], details, memoryview(content))
        self.stamps.leave()
        self._leave(images)

    def _leave(self, images: list[Image]) -> None:
        journal, leaving = self.journal, self._round
        journal.turn()
        leaving.images = images
        leaving.root = Root(
            0, journal.epoch, journal.sequence, journal.half, journal.before, self.stamps.top
        )
        self._leaving, self._round = leaving, Round()

    def _settle(self) -> None:
        """See to it that the round that ended is home; where that failed, do it here."""
        leaving = self._leaving
        if leaving is None:
            return
        if not self._courier.wait():
            for _ in self._bring_home():
                pass  # and whoever needs the room hears of what goes wrong
        self.stamps.arrived()
        self.journal.durable = max(self.journal.durable, self.root.sequence)
        self.newer = {
            sector: place
            for sector, place in self.newer.items()
            if leaving.changed.get(sector) is not place
        }
        self._leaving = None

    def _bring_home(self) -> Iterator[bool]:
        """Everything of the round that ended, in steps; says of each whether it takes long."""
        leaving = self._leaving
        assert leaving is not None
        assert leaving.root is not None
        yield True
        self._sync()
        size = self.layout.sector_size
        for record in leaving.records:
            yield (
                record.kind is Kind.WRITE
                and len(record.runs) <= FEW_RUNS < record.content_size // size
            )
            if record.kind is Kind.UNWRITE:
                for first, count in record.runs:
                    self._storage.punch(self.layout.data + first * size, count * size)
            elif record.kind is Kind.WRITE:
                self._bring_data_home(record, leaving.changed)
        yield False
        yield from self._bring_tags_home(leaving.changed)
        self.stamps.write(leaving.images)
        yield True
        self._sync()  # a root that came first would say that all of it is there
        yield True
        self._write_root(leaving.root)

    def _bring_data_home(self, record: Record, changed: dict[int, Place]) -> None:
        layout = self.layout
        content = self._window[: record.content_size]
        self._storage.read(record.content, content)
        at = 0
        for first, count in record.runs:
            size = count * layout.sector_size
            # A single sector that was written again since needs not go there twice.
            if count > 1 or changed.get(first, (0, b""))[0] == record.content + at:
                self._write_home(first, content[at : at + size])
            at += size

    def _write_home(self, first: int, sealed: memoryview) -> None:
        """In pieces that keep later small writes fast: see :data:`vmgui.disk.sectors.RUN`."""
        home = self.layout.data + first * self.layout.sector_size
        for start in range(0, len(sealed), RUN):
            self._storage.write(home + start, sealed[start : start + RUN])

    def _bring_tags_home(self, changed: dict[int, Place]) -> Iterator[bool]:
        """A block of tags at a time."""
        layout = self.layout
        tags_a_block = BLOCK // layout.tag_size
        whole = memoryview(bytearray(tags_a_block * layout.tag_size))
        block, held, at, blocks = whole, -1, 0, 0
        for sector in sorted(changed):
            if sector // tags_a_block != held:
                if held >= 0:
                    self._storage.write(at, block)
                blocks += 1
                if blocks % TAG_BLOCKS_A_STEP == 0:
                    yield False
                held = sector // tags_a_block
                at = layout.tags + held * len(whole)
                block = whole[: layout.stamps - at]
                self._storage.read(at, block)
            start = sector % tags_a_block * layout.tag_size
            block[start : start + layout.tag_size] = changed[sector][1]
        if held >= 0:
            self._storage.write(at, block)

    def _write_root(self, root: Root) -> None:
        """Into both places, one after the other: an older root must not stay for an attacker."""
        first = replace(root, turn=self.root.turn + 1)
        roots.write(self._storage, self.layout, first, self._key)
        self._sync()
        self.root = replace(root, turn=first.turn + 1)
        roots.write(self._storage, self.layout, self.root, self._key)


def images_of(storage: Storage, record: Record) -> tuple[list[Image], bytes]:
    """The blocks that a CHECKPOINT record holds, and the MAC of the top."""
    listed, top = record.details[:-MAC_SIZE], record.details[-MAC_SIZE:]
    content = bytearray(record.content_size)
    storage.read(record.content, memoryview(content))
    images = [
        Image(level, index, mac, content[number * BLOCK : (number + 1) * BLOCK])
        for number, (level, index, mac) in enumerate(_IMAGE.iter_unpack(listed))
    ]
    return images, top
