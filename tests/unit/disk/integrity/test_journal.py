"""The journal's records: what counts, what does not."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.disk.integrity.conftest import KEY, SECTOR
from vmgui.disk.integrity.journal import Journal, Kind
from vmgui.disk.integrity.layout import MAC_SIZE, Layout
from vmgui.disk.integrity.root import Root
from vmgui.storage.memory import MemoryStorage

LAYOUT = Layout(64, SECTOR, 32, 64 << 10, data=0)
ROOT = Root(2, 1, 0, 0, bytes(16), bytes(MAC_SIZE))


def journal(storage: MemoryStorage) -> Journal:
    return Journal(storage, LAYOUT, KEY, ROOT)


@pytest.fixture
def storage() -> MemoryStorage:
    return MemoryStorage(LAYOUT.end)


def test_records_are_found_in_order(storage):
    made = journal(storage)
    records = [made.append(Kind.UNWRITE, [(number, 1)], b"") for number in range(5)]
    assert list(map(str, journal(storage).scan())) == [
        str(record).replace("[(", "((").replace(")]", "),)") for record in records
    ]


def test_a_dropped_record_does_not_come_back_behind_a_new_one(storage):
    """The third still fits by epoch, number and place; but it followed another second one."""
    made = journal(storage)
    first, _, third = (made.append(Kind.UNWRITE, [(number, 1)], b"") for number in (1, 2, 3))
    again = journal(storage)
    again.resume(first)
    new = again.append(Kind.UNWRITE, [(9, 1)], b"")
    assert [record.mac for record in journal(storage).scan()] == [first.mac, new.mac]
    assert third.sequence == new.sequence + 1


@pytest.mark.parametrize("field", ["epoch", "key", "sequence"])
def test_records_of_another_time_or_disk_do_not_count(storage, field):
    journal(storage).append(Kind.UNWRITE, [(1, 1)], b"")
    other = journal(storage)
    if field == "key":
        other = Journal(storage, LAYOUT, bytes(32), ROOT)
    else:
        setattr(other, field, 7)
    assert list(other.scan()) == []


def test_missing_records_that_were_durable_are_noticed(storage):
    made = journal(storage)
    made.append(Kind.UNWRITE, [(1, 1)], b"")
    made.durable = 1
    made.append(Kind.FLUSHED, [], b"")
    assert not _scanned(storage).lost()
    storage.data[LAYOUT.journal + 60] ^= 1
    assert _scanned(storage).lost()


def _scanned(storage: MemoryStorage) -> Journal:
    made = journal(storage)
    for record in list(made.scan()):
        made.resume(record)
    return made


@given(st.binary(max_size=4096), st.integers(0, 3))
@settings(max_examples=200)
def test_any_bytes_are_no_record(content, where):
    storage = MemoryStorage(LAYOUT.end)
    place = LAYOUT.journal + where * 512
    storage.data[place : place + len(content)] = content
    made = _scanned(storage)
    assert made.sequence == 0
    assert not made.lost()


@given(st.lists(st.integers(0, 2**64 - 1), min_size=5, max_size=5), st.integers(0, 2**32 - 1))
@settings(max_examples=200)
def test_impossible_lengths_are_no_record(numbers, runs):
    storage = MemoryStorage(LAYOUT.end)
    head = struct.pack(">8sIIQQQQQ", b"\x93VMGJRNL", 1, runs, *numbers)
    storage.data[LAYOUT.journal : LAYOUT.journal + len(head)] = head
    assert list(journal(storage).scan()) == []
