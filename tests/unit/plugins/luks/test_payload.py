"""Sectors as dm-crypt has them, and the anti-forensic splitter."""

from __future__ import annotations

import hashlib
import random

import pytest
from vmgui_luks2 import af, program
from vmgui_luks2.kdf import HASHES

from tests.luks_images import KEY, STRIPES, luks1, luks2, payload, split
from tests.unit.plugins.luks.conftest import key_of, read

NO_TAGS = memoryview(bytearray())


@pytest.mark.parametrize("sector_size", [512, 4096])
@pytest.mark.parametrize("size", [32, 64])
def test_the_tweak_counts_units_of_512_bytes(sector_size, size):
    key = KEY[:size]
    plain = random.Random(1).randbytes(5 * sector_size)
    container = read(luks2(key=key, sector_size=sector_size))
    cipher = container.cipher(memoryview(bytearray(key)))
    sealed = bytearray(len(plain))
    cipher.encrypt(0, memoryview(bytearray(plain)), memoryview(sealed), NO_TAGS)
    assert bytes(sealed) == payload(plain, sector_size, key)
    out = bytearray(2 * sector_size)
    middle = memoryview(sealed)[2 * sector_size : 4 * sector_size]
    cipher.decrypt(2, middle, memoryview(out), NO_TAGS)
    assert bytes(out) == plain[2 * sector_size : 4 * sector_size]
    cipher.close()


def test_luks1_has_sectors_of_512_bytes():
    plain = random.Random(2).randbytes(2048)
    image = luks1(plain)
    container = read(image)
    cipher = container.cipher(memoryview(bytearray(key_of(image)[0])))
    out = bytearray(2048)
    cipher.decrypt(0, memoryview(bytearray(image[-2048:])), memoryview(out), NO_TAGS)
    assert bytes(out) == plain


@pytest.mark.parametrize("hash_name", ["sha1", "sha256", "sha512"])
@pytest.mark.parametrize("size", [32, 64])
def test_merging_undoes_splitting(hash_name, size):
    """The images of ``luks_images`` open with cryptsetup: so its ``split`` is the right one."""
    stripes = bytearray(split(KEY[:size], b"seed", hash_name))
    assert len(stripes) == size * STRIPES
    assert af.merge(memoryview(stripes), size, HASHES[hash_name]) == KEY[:size]
    stripes[size * 1234] ^= 1
    assert af.merge(memoryview(stripes), size, HASHES[hash_name]) != KEY[:size]


def test_a_known_merge():
    stripes = bytearray(hashlib.shake_256(b"known").digest(64 * STRIPES))
    merged = af.merge(memoryview(stripes), 64, HASHES["sha256"])
    assert hashlib.sha256(merged).hexdigest()[:12] == "7067bf3acadd"


def test_without_the_program_the_error_names_what_to_install(monkeypatch, refused):
    from vmgui_luks2 import Luks

    from tests.unit.plugins.luks.conftest import medium
    from vmgui.api import ContainerError

    monkeypatch.setattr(program, "_PATH", "/nowhere")
    assert Luks().detail()
    with pytest.raises(ContainerError, match="cryptsetup-bin") as caught:
        Luks().add_key(medium(luks2()), memoryview(b"a"), memoryview(b"b"), 0, lambda: None)
    assert caught.value.problem == "program-missing"
    key_of(luks2())  # opening needs no program
