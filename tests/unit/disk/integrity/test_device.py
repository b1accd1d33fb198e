"""An authenticated disk against a plain bytearray: all alignments, reopened at any time."""

from __future__ import annotations

import errno
import os
import random
import struct
import threading

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.disk.integrity.conftest import KEY, SECTOR, Machine, cipher
from vmgui.api import SectorCipher, TamperedSector
from vmgui.disk.integrity import root as roots
from vmgui.disk.integrity import stamps
from vmgui.disk.integrity.courier import Courier
from vmgui.disk.integrity.device import AuthenticatedDevice
from vmgui.disk.integrity.layout import MACS_A_BLOCK, STAMPS_A_BLOCK, Layout
from vmgui.disk.sectors import DamagedSector
from vmgui.storage.file import FileStorage
from vmgui.storage.memory import MemoryStorage

SECTORS = 1100  # three blocks of stamps
SIZE = SECTORS * SECTOR
JOURNAL = 800 << 10

ranges = st.tuples(st.integers(0, SIZE), st.integers(1, 150_000)).map(
    lambda pair: (pair[0], min(pair[0] + pair[1], SIZE))
)
aligned = ranges.map(lambda pair: (pair[0] // SECTOR * SECTOR, -(-pair[1] // SECTOR) * SECTOR))
verbs = ["read", "write", "write", "many", "trim", "zero", "allocate", "extents", "flush", "steps"]
operations = st.lists(
    st.tuples(
        st.sampled_from([*verbs, "close", "kill", "look"]),
        st.one_of(ranges, aligned),
        st.integers(0, 2**32),
    ),
    max_size=60,
)


class Model:
    """The disk and what it should hold."""

    def __init__(self) -> None:
        self.machine = Machine(SECTORS, JOURNAL)
        self.device = self.machine.open()
        self.plain = bytearray(SIZE)

    def do(self, verb: str, start: int, end: int, seed: int) -> None:
        plain, device, source = self.plain, self.device, random.Random(seed)
        if verb == "read":
            out = bytearray(end - start)
            device.read(start, memoryview(out))
            assert out == plain[start:end]
        elif verb == "write":
            plain[start:end] = source.randbytes(end - start)
            device.write(start, memoryview(bytes(plain[start:end])))
        elif verb == "many":
            writes = []
            for _ in range(source.randrange(1, 90)):
                at = source.randrange(SECTORS) * SECTOR + source.choice((0, 0, 0, 100))
                data = memoryview(bytearray(source.randbytes(min(SECTOR, SIZE - at))))
                writes.append((at, data))
                plain[at : at + len(data)] = data
            device.write_many(writes)
        elif verb == "trim":
            device.trim(start, end - start)
            low, high = -(-start // SECTOR) * SECTOR, end // SECTOR * SECTOR
            plain[low:high] = bytes(max(high - low, 0))
        elif verb in ("zero", "allocate"):
            plain[start:end] = bytes(end - start)
            device.write_zeroes(start, end - start, allocate=verb == "allocate")
        elif verb == "extents":
            self.extents(start, end)
        elif verb == "flush":
            device.flush()
        elif verb == "steps":
            self.machine.courier.told = seed % 50
        else:
            self.again(verb)

    def extents(self, start: int, end: int) -> None:
        pieces = self.device.extents(start, end - start)
        assert sum(size for size, _ in pieces) == end - start
        for size, written in pieces:
            assert written or not any(self.plain[start : start + size])
            start += size

    def again(self, verb: str) -> None:
        if verb == "close":
            self.device.close()
        if verb == "look":  # read-only, beside the one that writes
            device = self.machine.look()
            out = bytearray(SIZE)
            device.read(0, memoryview(out))
            assert out == self.plain
        else:
            self.device = self.machine.open()


@pytest.mark.parametrize("kept", [1, stamps.KEPT_BLOCKS])
@given(todo=operations)
@settings(max_examples=100)
def test_it_behaves_like_a_plain_disk(kept, todo):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stamps, "KEPT_BLOCKS", kept)
        behave(todo)


def behave(todo) -> None:
    model = Model()
    for verb, (start, end), seed in todo:
        model.do(verb, start, end, seed)
    model.do("read", 0, SIZE, 0)
    model.do("close", 0, SIZE, 0)
    model.do("read", 0, SIZE, 0)
    assert model.machine.told == []


class Odd(SectorCipher):
    """A stranger's: tags of 28 bytes, nonce and tag."""

    def __init__(self) -> None:
        self.key = AESGCM(KEY)

    def encrypt(self, first_sector, plain, sealed, tags):
        for index in range(len(plain) // SECTOR):
            part, place = slice(index * SECTOR, (index + 1) * SECTOR), bytes([first_sector + index])
            nonce = os.urandom(12)
            made = self.key.encrypt(nonce, plain[part], place)
            sealed[part] = made[:-16]
            tags[index * 28 : index * 28 + 28] = nonce + made[-16:]

    def decrypt(self, first_sector, sealed, plain, tags):
        for index in range(len(sealed) // SECTOR):
            part, place = slice(index * SECTOR, (index + 1) * SECTOR), bytes([first_sector + index])
            tag = bytes(tags[index * 28 : index * 28 + 28])
            try:
                plain[part] = self.key.decrypt(tag[:12], bytes(sealed[part]) + tag[12:], place)
            except InvalidTag:
                raise TamperedSector(first_sector + index) from None


def test_tags_of_another_size():
    layout = Layout(200, SECTOR, 28, 1 << 20, data=0)
    storage = MemoryStorage(layout.end)
    roots.create(storage, layout, KEY)
    content = random.Random(1).randbytes(200 * SECTOR)
    for epoch in (1, 2):
        device = AuthenticatedDevice(storage, Odd(), layout, KEY, epoch=epoch)
        device.start_session()
        device.write(0, memoryview(bytearray(content)))
        device.close()
        out = bytearray(200 * SECTOR)
        device = AuthenticatedDevice(storage, Odd(), layout, KEY, epoch=epoch + 1)
        device.read(0, memoryview(out))
        assert out == content
    # Groups of 146 tags: the last one is not whole, and what lies behind it is not touched.
    storage.data[layout.tags + 199 * 28 + 20] ^= 1
    with pytest.raises(DamagedSector) as caught:
        device.read(190 * SECTOR, memoryview(bytearray(10 * SECTOR)))
    assert caught.value.sector == 199


def test_unwritten_sectors_are_holes(machine):
    disk = machine(SECTORS, JOURNAL)
    device = disk.open()
    assert device.extents(0, SIZE) == [(SIZE, False)]
    device.write(5 * SECTOR, memoryview(bytearray(2 * SECTOR)))
    assert device.extents(SECTOR + 7, 8 * SECTOR) == [
        (4 * SECTOR - 7, False), (2 * SECTOR, True), (2 * SECTOR + 7, False)
    ]  # fmt: skip
    device.trim(0, SIZE)
    assert device.extents(0, SIZE) == [(SIZE, False)]


def test_nothing_readable_is_stored_and_nothing_twice(machine):
    disk = machine(SECTORS, JOURNAL)
    device = disk.open()
    for _ in range(2):
        device.write(0, memoryview(bytearray(b"the same text, " * 5000)))
    device.close()
    assert b"the same text" not in disk.storage.data
    layout = disk.layout
    tags = disk.storage.data[layout.tags : layout.tags + 18 * 32]
    assert len({bytes(tags[at : at + 32]) for at in range(0, len(tags), 32)}) == 18


def test_a_large_tree(machine):
    """Three levels: what lies far apart, and a trim of all of it."""
    sectors = STAMPS_A_BLOCK * MACS_A_BLOCK * 3
    layout = Layout(sectors, SECTOR, 32, 1 << 20, data=0)
    assert [level.blocks for level in layout.levels] == [768, 3, 1]


def test_blocks_on_their_way_to_the_medium_are_not_forgotten(machine, monkeypatch):
    """Until a checkpoint has written them, the medium has older ones."""
    monkeypatch.setattr(stamps, "KEPT_BLOCKS", 1)
    disk = machine(SECTORS, JOURNAL)
    device = disk.open()
    device.write(0, memoryview(bytearray(b"new!" * 1024)))
    device._store._end_round()
    device._store._courier.start(device._store._bring_home)
    for sector in (600, 1099):  # other blocks of stamps come into memory
        assert disk.sector(device, sector) == bytes(SECTOR)
    assert disk.sector(device, 0) == b"new!" * 1024


@pytest.mark.parametrize("kept", [1, stamps.KEPT_BLOCKS])
def test_checkpoints_under_way_are_not_seen(machine, monkeypatch, kept):
    """Reads and writes at every stage of a checkpoint, blocks of stamps coming and going."""
    monkeypatch.setattr(stamps, "KEPT_BLOCKS", kept)
    disk = machine(SECTORS, JOURNAL)
    device, source, written = disk.open(), random.Random(1), {}
    for version in range(1500):
        if version % 250 == 0:
            device = disk.open()
        # A third block of stamps is wanted only later, when a checkpoint may be under way.
        sector = source.randrange(SECTORS if version % 250 > 150 else 2 * STAMPS_A_BLOCK)
        if source.random() < 0.1:
            device.trim(sector * SECTOR, SECTOR)
            written[sector] = bytes(SECTOR)
        else:
            written[sector] = struct.pack(">HH", version, sector) * 1024
            device.write(sector * SECTOR, memoryview(bytearray(written[sector])))
        disk.courier.told = source.choice((0, 0, 3, 30))
        looked = source.choice(list(written))
        assert disk.sector(device, looked) == written[looked]
    for again in (device, disk.look(), disk.open()):
        assert all(disk.sector(again, sector) == text for sector, text in written.items())


def test_threads_read_what_was_written(tmp_path):
    """Writers of their own ranges and readers of all of them, with real checkpoints beside."""
    sectors, threads = 4096, 4
    layout = Layout(sectors, SECTOR, 32, 4 << 20, data=0)
    storage = FileStorage(tmp_path / "disk", create=True)
    storage.resize(layout.end)
    roots.create(storage, layout, KEY)
    device = AuthenticatedDevice(storage, cipher(sectors), layout, KEY, epoch=1, courier=Courier())
    device.start_session()
    share = sectors // threads
    failures: list[BaseException] = []

    def text(sector: int, version: int) -> bytes:
        return b"%08d %08d " % (sector, version) * 200

    def work(number: int) -> None:
        source = random.Random(number)
        seen = dict.fromkeys(range(number * share, (number + 1) * share), -1)
        try:
            for version in range(1500):
                sector = number * share + source.randrange(share)
                data = text(sector, version).ljust(SECTOR, b"\0")
                if version % 3:
                    device.write(sector * SECTOR, memoryview(bytearray(data)))
                else:
                    device.write_many([(sector * SECTOR, memoryview(bytearray(data)))])
                seen[sector] = version
                mine = number * share + source.randrange(share)
                other = source.randrange(sectors)
                for wanted in (mine, other):
                    out = bytearray(SECTOR)
                    device.read(wanted * SECTOR, memoryview(out))
                    assert not any(out) or out.startswith(b"%08d " % wanted)
                    if wanted == mine:
                        written = text(mine, seen[mine]).ljust(SECTOR, b"\0")
                        assert out == (written if seen[mine] >= 0 else bytes(SECTOR))
        except BaseException as error:  # noqa: BLE001  (told by the main thread)
            failures.append(error)

    workers = [threading.Thread(target=work, args=(number,)) for number in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    device.close()
    storage.close()
    assert not failures


class Full(MemoryStorage):
    """A medium that takes no more new data while ``full``."""

    full = False

    def write(self, offset: int, data: memoryview) -> None:
        if self.full:
            raise OSError(errno.ENOSPC, "No space left on device")
        super().write(offset, data)


def test_a_full_drive_loses_nothing(machine):
    disk = machine(SECTORS, JOURNAL)
    full = Full(disk.layout.end)
    full.data[:] = disk.storage.data
    disk.storage = full
    device = disk.open()
    for sector in range(300):
        device.write(sector * SECTOR, memoryview(bytearray(b"%04d" % sector * 1024)))
    source = random.Random(1)
    kept = {}
    for version in range(400):
        sector = source.randrange(300)
        data = b"%04d%04d" % (sector, version) * 512
        full.full = source.random() < 0.3
        try:
            device.write(sector * SECTOR, memoryview(bytearray(data)))
        except OSError as error:
            assert error.errno == errno.ENOSPC  # noqa: PT017
        else:
            kept[sector] = data
        disk.courier.told = 3
    full.full = False
    for again in (device, disk.look(), disk.open()):
        for sector, data in kept.items():
            assert disk.sector(again, sector) == data


def test_a_sync_that_fails_makes_it_read_only(machine):
    disk = machine(64, 256 << 10)
    device = disk.open()
    device.write(0, memoryview(bytearray(SECTOR)))

    def fail() -> None:
        raise OSError(errno.EIO, "Input/output error")

    disk.storage.flush = fail
    with pytest.raises(OSError, match="durable"):
        device.flush()
    with pytest.raises(OSError) as caught:
        device.write(0, memoryview(bytearray(SECTOR)))
    assert caught.value.errno == errno.EROFS
    assert "read-only from now on" in disk.told[0]
