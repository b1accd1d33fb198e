"""After a crash: which of the journal's records count, checked against the sectors themselves.

No tag is made here: what does not verify is dropped, with everything after it.
"""

from __future__ import annotations

from collections.abc import Callable

from vmgui.disk.integrity.errors import IntegrityError
from vmgui.disk.integrity.journal import Kind, Record
from vmgui.disk.integrity.store import SectorStore, images_of
from vmgui.storage.base import Storage

# Whether ciphertext and tags of a run of sectors are authentic: (first sector, ciphertext, tags).
Authentic = Callable[[int, memoryview, memoryview], bool]


def recover(store: SectorStore, storage: Storage, stamps: Callable[[bytes], bytes],
            authentic: Authentic) -> None:  # fmt: skip
    """Take over the journal's records. ``stamps`` gives those of a run of tags.

    Raises :exc:`IntegrityError` where records that were durable are missing, OSError.
    """
    records = _whole(store, storage, authentic)
    while (bad := _torn(store, storage, records, authentic)) is not None:
        del records[bad:]
    if records:
        store.journal.resume(records[-1])
    if store.journal.lost():
        raise IntegrityError(
            "The disk's journal was changed or damaged after the disk was last in use.",
            why="Writes are missing that had been made durable.",
            remedy="Restore the disk from a backup.",
            code="journal-damaged",
        )
    if records and records[-1].kind is Kind.CHECKPOINT:
        store.adopt(*images_of(storage, records.pop()))
        for record in records:
            _take(store, record)
        return
    for record in records:
        _take(store, record)
        if record.kind is Kind.UNWRITE:
            store.stamps.clear(record.first, record.first + record.count)
        else:
            store.stamps.set(record.first, stamps(record.description))


def _take(store: SectorStore, record: Record) -> None:
    if record.kind is Kind.PLACED:
        store.took_placed(record)
    else:
        store.took(record)


def _whole(store: SectorStore, storage: Storage, authentic: Authentic) -> list[Record]:
    """The records up to the first whose content is not what it was written with."""
    records = []
    for record in store.journal.scan():
        if record.kind is Kind.WRITE:
            sealed = bytearray(record.content_size)
            storage.read(record.content, memoryview(sealed))
            tags = memoryview(bytearray(record.description))
            if not authentic(record.first, memoryview(sealed), tags):
                break
        elif record.kind is Kind.CHECKPOINT:
            images, _ = images_of(storage, record)
            if not all(map(store.stamps.verifies, images)):
                break
        records.append(record)
    return records


def _torn(
    store: SectorStore, storage: Storage, records: list[Record], authentic: Authentic
) -> int | None:
    """The first record whose sectors should be in their place and are not.

    Those that a later record changed again don't count: a checkpoint under way may have been
    overwriting them.
    """
    layout = store.layout
    changed_again: set[int] = set()
    bad = None
    for number in range(len(records) - 1, -1, -1):
        record = records[number]
        sectors = range(record.first, record.first + record.count)
        if record.kind is Kind.PLACED:
            for index, sector in enumerate(sectors):
                if sector in changed_again:
                    continue
                sealed = bytearray(layout.sector_size)
                storage.read(layout.data + sector * layout.sector_size, memoryview(sealed))
                start = index * layout.tag_size
                tag = bytearray(record.description[start : start + layout.tag_size])
                if not authentic(sector, memoryview(sealed), memoryview(tag)):
                    bad = number
        if record.kind is not Kind.CHECKPOINT:
            changed_again.update(sectors)
    return bad
