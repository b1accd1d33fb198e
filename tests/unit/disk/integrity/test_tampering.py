"""What somebody with write access to the stopped disk can change, and that it is noticed."""

from __future__ import annotations

import pytest

from tests.unit.disk.integrity.conftest import SECTOR, Machine
from vmgui.disk.integrity.errors import IntegrityError
from vmgui.disk.integrity.layout import BLOCK, STAMP_SIZE
from vmgui.disk.sectors import DamagedSector

SECTORS = 1300  # three blocks of stamps, two levels


@pytest.fixture
def disk(machine):
    """A disk with sectors 0 to 39, 600 and 1299 written, closed."""
    made = machine(SECTORS, 256 << 10)
    device = made.open()
    for sector in [*range(40), 600, 1299]:
        device.write(sector * SECTOR, memoryview(text(sector)))
    device.close()
    return made


def text(sector: int, version: int = 1) -> bytearray:
    return bytearray(b"%06d %06d " % (sector, version)).ljust(SECTOR, b"x")


def bad_sectors(disk: Machine) -> list[int]:
    """Each sector that can't be read, under its own number; all others must be right."""
    device, bad = disk.look(), []
    for sector in [*range(41), 600, 1298, 1299]:
        try:
            found = disk.sector(device, sector)
        except DamagedSector as error:
            bad.append(error.sector)
        else:
            written = sector < 40 or sector in (600, 1299)
            assert found == (text(sector) if written else bytes(SECTOR))
    return bad


def data(disk: Machine, sector: int) -> slice:
    start = disk.layout.data + sector * SECTOR
    return slice(start, start + SECTOR)


def tag(disk: Machine, sector: int) -> slice:
    start = disk.layout.tags + sector * 32
    return slice(start, start + 32)


def stamp(disk: Machine, sector: int) -> slice:
    start = disk.layout.stamps + sector * STAMP_SIZE
    return slice(start, start + STAMP_SIZE)


def flip(disk: Machine, place: int) -> None:
    disk.storage.data[place] ^= 1


def test_untouched_all_of_it_reads_well(disk):
    assert bad_sectors(disk) == []
    assert disk.told == []


@pytest.mark.parametrize("at", [0, 1, 511, 2048, 4095])
def test_a_flipped_bit_of_the_ciphertext_is_an_error_of_its_sector(disk, at):
    flip(disk, data(disk, 7).start + at)
    assert bad_sectors(disk) == [7]
    assert disk.told == ["Sector 7 is not what was last written there."]


@pytest.mark.parametrize("at", range(32))
def test_a_flipped_bit_of_nonce_or_tag_is_an_error_of_its_sector(disk, at):
    flip(disk, tag(disk, 7).start + at)
    assert bad_sectors(disk) == [7]


def test_swapped_sectors_are_errors_of_both(disk):
    medium = disk.storage.data
    for where in (data, tag):
        one, other = where(disk, 3), where(disk, 600)
        medium[one], medium[other] = medium[other], medium[one]
    assert bad_sectors(disk) == [3, 600]


def test_a_moved_sector_is_an_error(disk):
    medium = disk.storage.data
    for where in (data, tag, stamp):
        medium[where(disk, 30)] = medium[where(disk, 31)]
    # Its stamp was changed as well: nothing of that block of stamps can be believed any more.
    assert bad_sectors(disk) == list(range(41))


@pytest.mark.parametrize("what", [(data,), (tag,), (data, tag)])
def test_a_zeroed_sector_is_an_error(disk, what):
    for where in what:
        disk.storage.data[where(disk, 7)] = bytes(where(disk, 7).stop - where(disk, 7).start)
    assert bad_sectors(disk) == [7]


def test_a_sector_can_not_be_made_unwritten(disk):
    for where in (data, tag, stamp):
        disk.storage.data[where(disk, 600)] = bytes(where(disk, 600).stop - where(disk, 600).start)
    # The block of stamps is all zeros now, as if none of its sectors had ever been written.
    assert 600 in bad_sectors(disk)
    assert "The record of which state sectors 512 to 1023 are in was changed" in disk.told[0]


def test_an_older_copy_of_a_sector_is_an_error(disk):
    old = {where: bytes(disk.storage.data[where(disk, 7)]) for where in (data, tag)}
    device = disk.open()
    device.write(7 * SECTOR, memoryview(text(7, version=2)))
    device.close()
    for where, content in old.items():
        disk.storage.data[where(disk, 7)] = content
    assert bad_sectors(disk) == [7]


def test_an_older_copy_of_a_sector_and_its_stamps_is_an_error(disk):
    old = bytes(disk.storage.data)
    device = disk.open()
    device.write(7 * SECTOR, memoryview(text(7, version=2)))
    device.close()
    end = disk.layout.roots
    disk.storage.data[:end] = old[:end]  # all but root and journal
    assert bad_sectors(disk) == [*range(41), 600, 1298, 1299]


def test_an_older_copy_of_all_but_the_header_is_refused(disk):
    old = bytes(disk.storage.data)
    disk.open().close()
    disk.storage.data[:] = old
    with pytest.raises(IntegrityError, match="older than its header"):
        disk.look()


def test_a_lost_root_is_refused_by_name(disk):
    roots = disk.layout.roots
    disk.storage.data[roots : roots + 2 * BLOCK] = bytes(2 * BLOCK)
    with pytest.raises(IntegrityError, match="record of its own state"):
        disk.look()


@pytest.mark.parametrize("slot", [0, 1])
def test_one_damaged_root_is_survived(disk, slot):
    flip(disk, disk.layout.roots + slot * BLOCK + 20)
    journal = slice(disk.layout.journal, disk.layout.end)
    disk.storage.data[journal] = bytes(disk.layout.journal_size)  # it is of no use for that
    assert bad_sectors(disk) == []


def test_every_level_of_the_stamps_is_guarded(disk):
    assert len(disk.layout.levels) == 2
    flip(disk, disk.layout.levels[1].offset)
    assert bad_sectors(disk) == [*range(41), 600, 1298, 1299]


def test_a_damaged_block_of_stamps_can_not_be_written_to(disk):
    flip(disk, stamp(disk, 600).start)
    device = disk.open()
    with pytest.raises(DamagedSector):
        device.write(601 * SECTOR, memoryview(text(601)))
    device.write(3 * SECTOR, memoryview(text(3)))
    device.close()
    assert bad_sectors(disk) == [600]


# --- the journal of a disk that was not closed ----------------------------------------------------


@pytest.fixture
def crashed(disk):
    """Sectors 0 to 9 and 50 written again, flushed, one more written; then killed."""
    device = disk.open()
    for sector in [*range(10), 50]:
        device.write(sector * SECTOR, memoryview(text(sector, version=2)))
    device.flush()
    device.write(11 * SECTOR, memoryview(text(11, version=2)))
    return disk


def test_after_a_crash_all_is_there(crashed):
    for device in (crashed.look(), crashed.open()):
        for sector in (*range(10), 11, 50):
            assert crashed.sector(device, sector) == text(sector, version=2)
        assert crashed.sector(device, 10) == text(10)


def test_no_byte_of_the_journal_can_be_changed_unnoticed(crashed):
    """Each byte of the heads and some of the content, of every record."""
    found, medium = crashed.look()._store.journal, crashed.storage.data
    journal = crashed.layout.journal + found.half * crashed.layout.journal_size // 2
    used = found.used
    kept = bytes(medium)
    outcomes = set()
    for place in [*range(journal, journal + used, 97), *range(journal, journal + 144)]:
        medium[place] ^= 0x10
        try:
            device = crashed.look()
        except IntegrityError as error:
            outcomes.add(error.code)
        else:
            bad = [number for number in range(10) if not reads_well(crashed, device, number)]
            assert len(bad) <= 1  # and none where it was padding, or the record after the flush
            outcomes.add(len(bad))
            assert crashed.sector(device, 11) in (text(11), text(11, version=2))
        medium[:] = kept
    assert outcomes == {"journal-damaged", 0, 1}


def reads_well(disk: Machine, device, number: int) -> bool:
    try:
        found = disk.sector(device, number)
    except DamagedSector:
        return False
    assert found == text(number, version=2)
    return True


@pytest.mark.parametrize("sector", [3, 50])
def test_a_flipped_bit_of_what_was_flushed_is_an_error_of_its_sector(crashed, sector):
    """Sector 3 lies in the journal, sector 50 in its place; both were durable."""
    device = crashed.look()
    place, _ = device._store.newer[sector]
    assert (place == data(crashed, sector).start) == (sector == 50)
    flip(crashed, place + 100)
    for device in (crashed.look(), crashed.open()):
        for number in (*range(10), 11, 50):
            if number == sector:
                with pytest.raises(DamagedSector):
                    crashed.sector(device, number)
            else:
                assert crashed.sector(device, number) == text(number, version=2)
    device.write(sector * SECTOR, memoryview(text(sector, version=3)))
    assert crashed.sector(device, sector) == text(sector, version=3)


def test_what_was_flushed_last_is_not_dropped(disk):
    """Nothing was written after the flush: only its own word says what was durable."""
    device = disk.open()
    device.write(3 * SECTOR, memoryview(text(3, version=2)))
    device.flush()
    place, _ = disk.look()._store.newer[3]
    flip(disk, place + 100)
    with pytest.raises(DamagedSector):
        disk.sector(disk.look(), 3)


def test_a_damaged_journal_can_be_given_up(crashed):
    journal = crashed.look()._store.journal
    flip(crashed, crashed.layout.journal + journal.half * crashed.layout.journal_size // 2 + 20)
    with pytest.raises(IntegrityError, match="drop-journal"):
        crashed.look()
    crashed.forgive = True
    crashed.open()
    crashed.forgive = False
    device = crashed.open()
    assert crashed.sector(device, 3) == text(3)
    assert crashed.sector(device, 50) == bytes(SECTOR)


def test_a_journal_of_another_session_is_worth_nothing(crashed):
    journal = slice(crashed.layout.journal, crashed.layout.end)
    old = bytes(crashed.storage.data[journal])
    device = crashed.open()
    device.write(7 * SECTOR, memoryview(text(7, version=3)))
    device.close()
    crashed.storage.data[journal] = old
    assert crashed.sector(crashed.look(), 7) == text(7, version=3)
