"""The example plug-in against the published vectors of SM4, through its own methods."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from uuid import UUID

import cryptography_vectors
import pytest

from vmgui.api import Geometry, SectorCipher

FOLDER = Path(__file__).parents[3] / "examples/sm4-cbc/sm4_cbc"
NO_TAGS = memoryview(bytearray())
# GB/T 32907-2016, appendix A.1 (also RFC 8998 and draft-ribose-cfrg-sm4, A.1.1): one block.
KEY = bytes.fromhex("0123456789abcdeffedcba9876543210")
SEALED = bytes.fromhex("681edf34d206965e86b3e94f536e4246")


@pytest.fixture(scope="module")
def plugin():
    spec = importlib.util.spec_from_file_location("sm4_cbc_example", FOLDER / "__init__.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module.Sm4Cbc()
    del sys.modules[spec.name]


def cipher(plugin, data_key: bytes) -> SectorCipher:
    key = bytearray(data_key + bytes(range(16)))
    return plugin.cipher(memoryview(key), Geometry(UUID(int=1), 512, 9), {})


def crypt(method, source: bytes) -> bytes:
    out = bytearray(len(source))
    method(3, memoryview(bytearray(source)), memoryview(out), NO_TAGS)
    return bytes(out)


def cbc_vectors() -> list[dict[str, str]]:
    name = "ciphers/SM4/draft-ribose-cfrg-sm4-10-cbc.txt"
    found: list[dict[str, str]] = []
    with cryptography_vectors.open_vector_file(name, "r") as file:
        for line in file:
            field, _, value = line.strip().partition(" = ")
            if field == "COUNT":
                found.append({})
            elif value:
                found[-1][field] = value
    return found


def test_the_standards_own_block(plugin):
    # In CBC the block before is the IV of the next: a block of zeros leaves the cipher bare.
    sector = crypt(cipher(plugin, KEY).decrypt, bytes(16) + SEALED + bytes(480))
    assert sector[16:32] == KEY  # its text is the key's own bytes


def test_the_published_vectors_of_cbc(plugin):
    vectors = cbc_vectors()
    assert len(vectors) == 2
    for vector in vectors:
        key, iv, plain, sealed = (
            bytes.fromhex(vector[name]) for name in ("KEY", "IV", "PLAINTEXT", "CIPHERTEXT")
        )
        one = cipher(plugin, key)
        # The vector's IV as the sector's first block of ciphertext.
        whole = iv + sealed + bytes(512 - 16 - len(sealed))
        opened = crypt(one.decrypt, whole)
        assert opened[16 : 16 + len(plain)] == plain
        assert crypt(one.encrypt, opened) == whole
