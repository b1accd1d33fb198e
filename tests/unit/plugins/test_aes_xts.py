"""AES-XTS against NIST's vectors, in all implementations, and against itself."""

from __future__ import annotations

import random
import sys
import threading
from collections.abc import Iterator
from functools import partial

import cryptography_vectors
import pytest
from vmgui_aes_xts import AesXts, evp, portable, runs

from vmgui.api import SectorCipher

IMPLEMENTATIONS = [
    pytest.param(partial(evp.EvpXts, in_c=True), id="in C"),
    pytest.param(partial(evp.EvpXts, in_c=False), id="in Python"),
    pytest.param(portable.PortableXts, id="portable"),
]
NO_TAGS = memoryview(bytearray())


def vectors(bits: int) -> Iterator[dict[str, str]]:
    """NIST CAVP, XTSGenAES128/256 with data unit sequence numbers."""
    name = f"ciphers/AES/XTS/tweak-dataunitseqno/XTSGenAES{bits}.rsp"
    record: dict[str, str] = {}
    with cryptography_vectors.open_vector_file(name, "r") as file:
        for line in file:
            key, _, value = line.strip().partition(" = ")
            record[key] = value
            if {"PT", "CT"} <= record.keys():
                # Lengths are in bits; a few are no whole bytes, which no disk has.
                if int(record["DataUnitLen"]) % 8 == 0:
                    yield record
                record = {}


def crypt(method, sector, source: bytes) -> bytes:
    out = bytearray(len(source))
    method(sector, memoryview(bytearray(source)), memoryview(out), NO_TAGS)
    return bytes(out)


@pytest.mark.parametrize("implementation", IMPLEMENTATIONS)
@pytest.mark.parametrize("bits", [128, 256])
def test_nist_vectors(implementation, bits):
    count = 0
    for vector in vectors(bits):
        key, plain, sealed = (bytes.fromhex(vector[name]) for name in ("Key", "PT", "CT"))
        cipher = implementation(memoryview(bytearray(key)), len(plain))
        sector = int(vector["DataUnitSeqNumber"])
        assert crypt(cipher.encrypt, sector, plain) == sealed
        assert crypt(cipher.decrypt, sector, sealed) == plain
        count += 1
    assert count >= 500


@pytest.mark.parametrize("tweak_step", [1, 8])
@pytest.mark.parametrize("key_size", [32, 64])
@pytest.mark.parametrize("sector_size", [512, 4096])
def test_all_implementations_agree(key_size, sector_size, tweak_step):
    source = random.Random(1)
    key = source.randbytes(key_size)
    first, *others = (
        each.values[0](memoryview(bytearray(key)), sector_size, tweak_step)
        for each in IMPLEMENTATIONS
    )
    for sectors in (1, 2, 7, 64):
        plain = source.randbytes(sectors * sector_size)
        for sector in (0, 1, 2**32 - 1, 2**32, 2**53 - sectors):
            sealed = crypt(first.encrypt, sector, plain)
            assert crypt(first.decrypt, sector, sealed) == plain
            for other in others:
                assert sealed == crypt(other.encrypt, sector, plain)
                assert crypt(other.decrypt, sector, sealed) == plain


def test_a_long_run_lets_other_threads_work():
    """The interpreter's lock is given up: another thread counts while one call goes on."""
    cipher = evp.EvpXts(memoryview(bytearray(range(64))), 4096, in_c=True)
    plain, sealed = memoryview(bytearray(64 << 20)), memoryview(bytearray(64 << 20))
    begun, done = threading.Event(), threading.Event()
    counted = 0

    def work() -> None:
        begun.set()
        cipher.encrypt(0, plain, sealed, NO_TAGS)
        done.set()

    # Nobody takes the lock from a thread that keeps it: not within this test.
    before = sys.getswitchinterval()
    sys.setswitchinterval(1000.0)
    try:
        thread = threading.Thread(target=work)
        thread.start()
        begun.wait()
        while not done.is_set():
            counted += 1
            done.wait(0.001)
        thread.join()
    finally:
        sys.setswitchinterval(before)
    assert counted > 1


@pytest.mark.parametrize("implementation", IMPLEMENTATIONS)
def test_a_run_is_its_sectors(implementation):
    cipher: SectorCipher = implementation(memoryview(bytearray(range(64))), 512)
    plain = bytes(512 * 5)
    whole = crypt(cipher.encrypt, 100, plain)
    singly = b"".join(crypt(cipher.encrypt, 100 + n, plain[:512]) for n in range(5))
    assert whole == singly
    assert len({whole[n : n + 512] for n in range(0, len(whole), 512)}) == 5


def test_key_sizes_and_equal_halves():
    plugin = AesXts()
    assert plugin.key_size({"key_bits": 256}) == 64
    assert plugin.key_size({"key_bits": 128}) == 32
    with pytest.raises(ValueError, match="key"):
        evp.EvpXts(memoryview(bytearray(64)), 512)


@pytest.mark.parametrize("in_c", [True, False])
def test_buffers_of_different_size_are_refused(in_c):
    cipher = evp.EvpXts(memoryview(bytearray(range(64))), 512, in_c=in_c)
    for size in (511, 1024, 0):
        with pytest.raises(ValueError, match="same whole number"):
            cipher.encrypt(0, memoryview(bytearray(512)), memoryview(bytearray(size)), NO_TAGS)


def test_detail_names_the_implementation(monkeypatch):
    assert AesXts().detail() == "OpenSSL, in runs"
    monkeypatch.setattr(runs, "library", lambda: None)
    assert AesXts().detail() == "OpenSSL"
    monkeypatch.setattr(evp, "available", lambda: False)
    assert AesXts().detail() == "portable"


def test_without_a_compiler_it_does_without_the_loop_in_c(monkeypatch):
    monkeypatch.setattr(runs, "library", lambda: None)
    key = bytes(range(64))
    cipher = evp.EvpXts(memoryview(bytearray(key)), 512)
    other = evp.EvpXts(memoryview(bytearray(key)), 512, in_c=False)
    assert crypt(cipher.encrypt, 5, bytes(1024)) == crypt(other.encrypt, 5, bytes(1024))
    with pytest.raises(ValueError, match="not built"):
        evp.EvpXts(memoryview(bytearray(key)), 512, in_c=True)
