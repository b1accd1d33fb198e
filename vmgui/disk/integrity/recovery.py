"""After a crash: which of the journal's records count.

Records are dropped from the first on whose sectors are not whole, as the power went before they
were. Not so those that a later record knows to have been durable: what is wrong with their sectors
was done to them later, and is found when they are read. No tag is made here.
"""

from __future__ import annotations

from collections.abc import Callable

from vmgui.disk.integrity.errors import IntegrityError
from vmgui.disk.integrity.journal import Kind, Record
from vmgui.disk.integrity.store import SectorStore, images_of
from vmgui.storage.base import Storage

# Whether ciphertext and tags of a run of sectors are authentic: (first sector, ciphertext, tags).
Authentic = Callable[[int, memoryview, memoryview], bool]


def recover(
    store: SectorStore,
    storage: Storage,
    stamps: Callable[[bytes], bytes],
    authentic: Authentic,
    *,
    forgive: bool = False,
) -> None:
    """Take over the journal's records. ``stamps`` gives those of a run of tags.

    Raises :exc:`IntegrityError` where records that were durable are missing (unless ``forgive``:
    their sectors are as they were before), OSError.
    """
    records = list(store.journal.scan())
    durable = max((record.durable for record in records), default=0)
    certain = sum(record.sequence <= durable for record in records)
    del records[_whole(store, storage, records, certain, authentic) :]
    while (bad := _torn(store, storage, records, certain, authentic)) is not None:
        del records[bad:]
    _take(store, storage, records, stamps)
    if not forgive and store.journal.lost():
        raise IntegrityError(
            "The disk's journal was changed or damaged after the disk was last in use.",
            why="Writes are missing that had been made durable.",
            remedy="Restore the disk from a backup, or give up what was written last before the "
            "crash: vmgui disk drop-journal PATH.",
            code="journal-damaged",
        )


def _take(
    store: SectorStore, storage: Storage, records: list[Record], stamps: Callable[[bytes], bytes]
) -> None:
    ends = [at for at, record in enumerate(records) if record.kind is Kind.CHECKPOINT]
    if len(ends) > 1:
        raise IntegrityError(
            "The disk's record of its own state is older than its journal.",
            why="Somebody put an older state of a part of it back.",
            remedy="Restore the whole disk from one backup.",
        )
    if ends:
        for record in records[: ends[0]]:
            store.took(record)
        images, top = images_of(storage, records[ends[0]])
        # One that was damaged may have reached its home before.
        images = [image for image in images if store.stamps.verifies(image)]
        store.found_checkpoint(records[ends[0]], images, top)
        records = records[ends[0] + 1 :]
    for record in records:
        store.took(record)
        at, tag_size = 0, store.layout.tag_size
        for first, count in record.runs:
            store.stamps.prepare(first, count)
            if record.kind is Kind.UNWRITE:
                store.stamps.clear(first, count)
            else:
                tags = record.details[at : at + count * tag_size]
                store.stamps.set(first, stamps(tags))
                at += count * tag_size
    if records:
        store.journal.resume(records[-1])


def _whole(
    store: SectorStore,
    storage: Storage,
    records: list[Record],
    certain: int,
    authentic: Authentic,
) -> int:
    """How many records come before the first whose content is not what it was written with."""
    for number in range(certain, len(records)):
        record = records[number]
        if record.kind is Kind.WRITE:
            sealed = memoryview(bytearray(record.content_size))
            storage.read(record.content, sealed)
            if not _all_authentic(store, record, sealed, authentic):
                return number
        elif record.kind is Kind.CHECKPOINT:
            images, _ = images_of(storage, record)
            if not all(map(store.stamps.verifies, images)):
                return number
    return len(records)


def _all_authentic(
    store: SectorStore, record: Record, sealed: memoryview, authentic: Authentic
) -> bool:
    size, tag_size = store.layout.sector_size, store.layout.tag_size
    tags, done = memoryview(bytearray(record.details)), 0
    for first, count in record.runs:
        end = done + count
        run = sealed[done * size : end * size]
        if not authentic(first, run, tags[done * tag_size : end * tag_size]):
            return False
        done = end
    return True


def _torn(
    store: SectorStore,
    storage: Storage,
    records: list[Record],
    certain: int,
    authentic: Authentic,
) -> int | None:
    """The first record whose sectors should be in their place and are not.

    Those that a later record changed again don't count: a checkpoint under way may have been
    overwriting them.
    """
    changed_again: set[int] = set()
    bad = None
    for number in range(len(records) - 1, certain - 1, -1):
        record = records[number]
        sectors = [sector for first, count in record.runs for sector in range(first, first + count)]
        if record.kind is Kind.PLACED and not all(
            sector in changed_again or _placed(store, storage, sector, tag, authentic)
            for sector, tag in zip(sectors, _tags(store, record), strict=True)
        ):
            bad = number
        changed_again.update(sectors)
    return bad


def _placed(
    store: SectorStore, storage: Storage, sector: int, tag: bytes, authentic: Authentic
) -> bool:
    sealed = memoryview(bytearray(store.layout.sector_size))
    storage.read(store.layout.data + sector * len(sealed), sealed)
    return authentic(sector, sealed, memoryview(bytearray(tag)))


def _tags(store: SectorStore, record: Record) -> list[bytes]:
    """The tag of each sector of a record."""
    size = store.layout.tag_size
    return [record.details[at : at + size] for at in range(0, len(record.details), size)]
