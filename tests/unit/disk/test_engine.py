"""The engine against a plain bytearray, for every alignment, and its behaviour under faults."""

from __future__ import annotations

import errno
import itertools
import random
import threading
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vmgui.api import Geometry, SectorCipher, TamperedSector
from vmgui.disk import sectors
from vmgui.disk.engine import EncryptedDevice
from vmgui.disk.sectors import DamagedSector
from vmgui.plugin.found import by_name
from vmgui.plugin.load import load
from vmgui.storage.file import FileStorage
from vmgui.storage.memory import MemoryStorage

SIZE = 256 << 10
OFFSET = 4096
DISK = UUID("f9168c5e-ceb2-4faa-b6bf-329bf39fa1e4")


def cipher(name: str, sector_size: int) -> SectorCipher:
    plugin = by_name(name)
    made = load(plugin)
    options = plugin.manifest.options_with({})
    key = memoryview(bytearray(range(made.key_size(options))))
    return made.cipher(key, Geometry(DISK, sector_size, SIZE // sector_size), options)


def device(storage, name="aes-xts", sector_size=4096, **more) -> EncryptedDevice:
    more.setdefault("zeros_unwritten", True)
    return EncryptedDevice(
        storage,
        cipher(name, sector_size),
        size=SIZE,
        sector_size=sector_size,
        offset=OFFSET,
        **more,
    )


ranges = st.tuples(st.integers(0, SIZE), st.integers(0, SIZE)).map(sorted)
aligned = ranges.map(lambda pair: [value // 4096 * 4096 for value in pair])
operations = st.lists(
    st.tuples(
        st.sampled_from(["read", "write", "trim", "zero", "allocate", "extents", "flush"]),
        st.one_of(ranges, aligned),
        st.integers(1, 255),
    ),
    max_size=12,
)


@pytest.mark.parametrize("plugin", ["aes-xts", "unencrypted"])
@pytest.mark.parametrize("sector_size", [4096, 512])
@pytest.mark.parametrize("keep", [False, True])
@given(todo=operations)
@settings(max_examples=60, deadline=None)
def test_it_behaves_like_a_plain_disk(plugin, sector_size, keep, todo, tmp_path_factory):
    path = tmp_path_factory.mktemp("engine") / "storage"
    storage = FileStorage(path, create=True)
    storage.resize(OFFSET + SIZE)
    disk = device(storage, plugin, sector_size, zeros_unwritten=not keep, keep_discarded=keep)
    for start in range(0, SIZE if keep else 0, 65536):
        disk.write(start, memoryview(bytes(65536)))
    model = bytearray(SIZE)
    for verb, (start, end), byte in todo:
        length = end - start
        if verb == "read":
            out = bytearray(length)
            disk.read(start, memoryview(out))
            assert out == model[start:end]
        elif verb == "write":
            model[start:end] = bytes([byte]) * length
            disk.write(start, memoryview(bytes(model[start:end])))
        elif verb == "trim":
            disk.trim(start, length)
            after = bytearray(SIZE)
            disk.read(0, memoryview(after))
            assert after[:start] == model[:start]
            assert after[end:] == model[end:]
            assert all(new in (0, old) for new, old in zip(after, model, strict=True))
            model = after
        elif verb in ("zero", "allocate"):
            model[start:end] = bytes(length)
            disk.write_zeroes(start, length, allocate=verb == "allocate")
        elif verb == "flush":
            disk.flush()
        elif length:
            pieces = disk.extents(start, length)
            assert sum(piece for piece, _ in pieces) == length
            assert all(piece > 0 for piece, _ in pieces)
            assert all(a[1] != b[1] for a, b in itertools.pairwise(pieces))
            for piece, allocated in pieces:
                assert allocated or not any(model[start : start + piece])
                start += piece
    out = bytearray(SIZE)
    disk.read(0, memoryview(out))
    assert out == model
    storage.close()


def test_large_runs_are_cut(monkeypatch):
    monkeypatch.setattr(sectors, "RUN", 16384)
    disk = device(MemoryStorage(OFFSET + SIZE))
    data = random.Random(1).randbytes(SIZE)
    disk.write(0, memoryview(data))
    out = bytearray(SIZE - 1000)
    disk.read(500, memoryview(out))
    assert out == data[500:-500]


def test_nothing_of_the_data_is_stored_in_plain():
    storage = MemoryStorage(OFFSET + SIZE)
    device(storage).write(100, memoryview(b"a secret sentence that repeats. " * 1000))
    assert b"secret sentenc" not in storage.data
    pieces = {bytes(storage.data[i : i + 16]) for i in range(OFFSET + 4096, OFFSET + 28672, 16)}
    assert len(pieces) == (28672 - 4096) // 16, "equal plain text must not give equal ciphertext"


def test_discarded_sectors_lose_their_ciphertext():
    storage = MemoryStorage(OFFSET + SIZE)
    disk = device(storage)
    disk.write(0, memoryview(b"x" * SIZE))
    disk.trim(1000, 20000)
    assert not any(storage.data[OFFSET + 4096 : OFFSET + 20480])
    assert any(storage.data[OFFSET : OFFSET + 4096])
    assert any(storage.data[OFFSET + 20480 : OFFSET + 24576])


def test_with_keep_discarded_nothing_shows_what_is_in_use():
    storage = MemoryStorage(OFFSET + SIZE)
    disk = device(storage, zeros_unwritten=False, keep_discarded=True)
    disk.write(0, memoryview(b"x" * SIZE))
    before = bytes(storage.data)
    disk.trim(0, SIZE)
    assert storage.data == before
    disk.write_zeroes(0, SIZE, allocate=False)
    assert storage.data[OFFSET:].count(0) < SIZE // 64


class Failing(MemoryStorage):
    """Fails the next call of the named verb with an errno."""

    fails: dict[str, int] = {}

    def _maybe(self, verb: str) -> None:
        if verb in self.fails:
            raise OSError(self.fails[verb], "injected")

    def read(self, offset, out):
        self._maybe("read")
        super().read(offset, out)

    def write(self, offset, data):
        self._maybe("write")
        super().write(offset, data)

    def flush(self):
        self._maybe("flush")


def test_after_a_failed_flush_the_disk_is_read_only_for_good():
    told: list[str] = []
    storage = Failing(OFFSET + SIZE)
    disk = device(storage, on_error=told.append)
    disk.write(0, memoryview(b"x" * 4096))
    storage.fails = {"flush": errno.EIO}
    with pytest.raises(OSError) as caught:
        disk.flush()
    assert caught.value.errno == errno.EIO
    storage.fails = {}
    for act in (
        lambda: disk.write(0, memoryview(bytes(512))),
        disk.flush,
        lambda: disk.trim(0, 4096),
        lambda: disk.write_zeroes(0, 4096, allocate=False),
    ):
        with pytest.raises(OSError) as caught:
            act()
        assert caught.value.errno == errno.EROFS
    disk.read(0, memoryview(bytearray(4096)))
    assert len(told) == 1
    assert "read-only" in told[0]


@pytest.mark.parametrize("verb", ["read", "write"])
@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC])
def test_an_error_of_the_storage_reaches_the_caller_and_the_disk_goes_on(verb, code):
    storage = Failing(OFFSET + SIZE)
    disk = device(storage)
    storage.fails = {verb: code}
    with pytest.raises(OSError) as caught:
        disk.read(0, memoryview(bytearray(512))) if verb == "read" else disk.write(
            0, memoryview(bytes(4096))
        )
    assert caught.value.errno == code
    storage.fails = {}
    disk.write(0, memoryview(b"y" * 5000))
    out = bytearray(5000)
    disk.read(0, memoryview(out))
    assert out == b"y" * 5000


class Broken(SectorCipher):
    """Raises what it is told to."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def encrypt(self, first_sector, plain, sealed, tags):
        raise self.error

    def decrypt(self, first_sector, sealed, plain, tags):
        raise self.error


def test_a_plugin_that_fails_is_an_io_error_without_its_words():
    told: list[str] = []
    storage = MemoryStorage(OFFSET + SIZE)
    storage.data[:] = b"\1" * len(storage.data)
    broken = Broken(ValueError("the key is 42"))
    disk = EncryptedDevice(
        storage,
        broken,
        size=SIZE,
        sector_size=4096,
        offset=OFFSET,
        zeros_unwritten=True,
        on_error=told.append,
    )
    for act in (
        lambda: disk.read(0, memoryview(bytearray(4096))),
        lambda: disk.write(0, memoryview(bytes(4096))),
    ):
        with pytest.raises(OSError) as caught:
            act()
        assert caught.value.errno == errno.EIO
        assert "42" not in str(caught.value)
    assert told == ["The encryption plug-in failed with ValueError."] * 2
    broken.error = TamperedSector(3)
    with pytest.raises(DamagedSector) as damaged:
        disk.read(0, memoryview(bytearray(4096)))
    assert damaged.value.sector == 3
    assert "Sector 3" in told[-1]


def test_neighbouring_partial_writes_from_many_threads_lose_nothing():
    disk = device(MemoryStorage(OFFSET + SIZE))

    def work(number: int) -> None:
        for _ in range(50):
            for start in range(number * 100, 16384, 800):
                disk.write(start, memoryview(bytes([number + 1]) * 100))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    out = bytearray(16000)
    disk.read(0, memoryview(out))
    assert out == b"".join(bytes([n % 8 + 1]) * 100 for n in range(160))
