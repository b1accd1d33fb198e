"""A vendor's own container format, on nothing but ``vmgui.api`` and its documentation."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from vmgui.disk import pin as pins
from vmgui.disk.create import NewDisk
from vmgui.disk.errors import DiskError
from vmgui.plugin import opening
from vmgui.plugin.found import by_name, drop_in_dir

MANIFEST = """
api = 1
id = "0b1b5e0c-5c9e-4a0e-9d6b-6f5b1d3b7a55"
name = "acme"
title = "Acme"
summary = "The format of Acme's appliances."
publisher = "Acme"
version = "1"
licence = "MIT"
kind = "container"
entry = "acme_format:Acme"
[cipher]
sector_sizes = [512]
key_sizes = [32]
[container]
head = 4096
marks = [{ at = 0, hex = "41434d4531" }]
"""

# Magic, UUID, salt, nonce, the key under AES-GCM.
CODE = """
import os
import uuid

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from vmgui.api import (
    Container, ContainerError, ContainerPlugin, ContainerSlot, Description, SectorCipher,
)


class Sectors(SectorCipher):
    def __init__(self, key):
        self.key = algorithms.AES(key)

    def run(self, first, source, out, encrypting):
        for at in range(0, len(source), 512):
            tweak = modes.XTS((first + at // 512).to_bytes(16, "big"))
            cipher = Cipher(self.key, tweak)
            made = cipher.encryptor() if encrypting else cipher.decryptor()
            made.update_into(source[at : at + 512], out[at : at + 512])

    def encrypt(self, first_sector, plain, sealed, tags):
        self.run(first_sector, plain, sealed, True)

    def decrypt(self, first_sector, sealed, plain, tags):
        self.run(first_sector, sealed, plain, False)


def derive(secret, salt):
    return Scrypt(salt=salt, length=32, n=1024, r=8, p=1).derive(bytes(secret))


class File(Container):
    def __init__(self, head, size):
        if head[:5] != b"ACME1":
            raise ContainerError("header-damaged", "It is no Acme file.", remedy="Call Acme.")
        self.head = head
        self.description = Description(
            "Acme", uuid.UUID(bytes=head[5:21]), 4096, 4096, 512, max(0, size - 4096) // 512, 32,
            {}, (ContainerSlot(0, "scrypt"),),
        )

    def unlock(self, secret, key, tick):
        salt, nonce, sealed = self.head[21:37], self.head[37:49], self.head[49:97]
        try:
            key[:] = AESGCM(derive(secret, salt)).decrypt(nonce, sealed, None)
        except InvalidTag:
            raise ContainerError("wrong-secret", "It does not open.", remedy="Try again.") from None
        return 0

    def cipher(self, key):
        return Sectors(key)


class Acme(ContainerPlugin):
    def read(self, medium):
        head = bytearray(min(medium.size, 4096))
        medium.read(0, memoryview(head))
        return File(bytes(head), medium.size)

    def create(self, medium, new, secret, tick):
        tick()
        salt, nonce = os.urandom(16), os.urandom(12)
        sealed = AESGCM(derive(secret, salt)).encrypt(nonce, os.urandom(32), None)
        head = b"ACME1" + uuid.uuid4().bytes + salt + nonce + sealed
        medium.write(0, memoryview(head))
        medium.flush()
"""


@pytest.fixture
def disk(tmp_path, monkeypatch) -> Path:
    # What an earlier test's folder of that name left behind.
    monkeypatch.delitem(sys.modules, "acme_format", raising=False)
    folder = drop_in_dir() / "acme_format"
    folder.mkdir(parents=True)
    (folder / "plugin.toml").write_text(MANIFEST)
    (folder / "__init__.py").write_text(CODE)
    plugin = by_name("acme")
    plugin.approve()
    path = tmp_path / "a.acme"
    new = NewDisk(path, 100_000, {}, sector_size=512, unlock_seconds=0)
    opening.create_disk(new, plugin, b"secret")
    return path


def test_it_is_made_recognised_opened_and_pinned(disk):
    assert disk.read_bytes()[:5] == b"ACME1"
    opened = opening.open_disk(disk, secret=b"secret")
    assert opened.header.body.size == 196 * 512
    opened.device.write(1000, memoryview(bytearray(b"hello")))
    pin = pins.pin_of(opened.header, opened.fingerprint)
    opened.close()
    assert b"hello" not in disk.read_bytes()
    again = opening.open_disk(disk, secret=b"secret", pin=pin)
    out = memoryview(bytearray(5))
    again.device.read(1000, out)
    again.close()
    assert out == b"hello"


def test_what_it_does_not_offer_is_said(disk):
    with (
        opening.editing(disk, b"secret") as editor,
        pytest.raises(DiskError, match="can't change the keys"),
    ):
        editor.add(b"new", "passphrase", 0)
    with pytest.raises(DiskError) as caught:
        opening.open_disk(disk, secret=b"wrong")
    assert caught.value.code == "wrong-secret"


def test_its_header_is_backed_up_and_restored(disk, tmp_path):
    backup = tmp_path / "header"
    opening.backup(disk, backup)
    assert backup.read_bytes() == disk.read_bytes()[:4096]
    whole = disk.read_bytes()
    disk.write_bytes(bytes(4096) + whole[4096:])
    with pytest.raises(DiskError, match="not open"):
        opening.restore(disk, backup, b"wrong")
    opening.restore(disk, backup, b"secret")
    assert disk.read_bytes() == whole
