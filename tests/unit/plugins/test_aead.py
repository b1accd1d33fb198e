"""AES-GCM and ChaCha20-Poly1305: published vectors, the composition, and nonces."""

from __future__ import annotations

import hashlib
import hmac
import random
import threading
from collections.abc import Iterator
from uuid import UUID

import cryptography_vectors
import pytest
from cryptography.hazmat.primitives.ciphers import aead
from vmgui_aead import openssl, portable, runs, sessions
from vmgui_aes_gcm import AesGcm
from vmgui_chacha20_poly1305 import ChaCha20Poly1305

from vmgui.api import Geometry, TamperedSector

openssl_library = openssl.library()
DISK = UUID("f9168c5e-ceb2-4faa-b6bf-329bf39fa1e4")
KEY = bytes(range(32))
PLUGINS = {
    AesGcm: (aead.AESGCM, b"vmgui aes-gcm"),
    ChaCha20Poly1305: (aead.ChaCha20Poly1305, b"vmgui chacha20-poly1305"),
}


@pytest.fixture(autouse=True, params=["in C", "portable"])
def implementation(request, monkeypatch):
    """Every test is for both."""
    assert openssl.library() is not None
    if request.param == "portable":
        monkeypatch.setattr(openssl, "library", lambda: None)
    return request.param


def test_detail_names_the_implementation(implementation):
    wanted = {"in C": "OpenSSL, in runs", "portable": "portable"}[implementation]
    kinds = {"in C": runs.RunCipher, "portable": portable.PortableCipher}
    for plugin in PLUGINS:
        assert plugin().detail() == wanted
        assert type(made(plugin)) is kinds[implementation]


def made(plugin=AesGcm, disk=DISK, key=KEY):
    return plugin().cipher(memoryview(bytearray(key)), Geometry(disk, 4096, 1000), {})


def sealed(cipher, first: int, plain: bytes) -> tuple[bytearray, bytearray]:
    out, tags = bytearray(len(plain)), bytearray(len(plain) // 4096 * 32)
    cipher.encrypt(first, memoryview(bytearray(plain)), memoryview(out), memoryview(tags))
    return out, tags


def opened(cipher, first: int, text: bytearray, tags: bytearray) -> bytearray:
    out = bytearray(len(text))
    cipher.decrypt(first, memoryview(text), memoryview(out), memoryview(tags))
    return out


def records(name: str) -> Iterator[dict[str, str]]:
    record: dict[str, str] = {}
    with cryptography_vectors.open_vector_file(name, "r") as file:
        for line in file:
            key, equals, value = line.strip().strip("[]").partition("=")
            if equals:
                record[key.strip().lower()] = value.strip()
            if key.strip().lower() == "tag":
                yield dict(record)


def test_nist_vectors_of_gcm():
    """NIST CAVP, gcmEncryptExtIV256: those with the nonce and tag that we use."""
    count = 0
    for record in records("ciphers/AES/GCM/gcmEncryptExtIV256.rsp"):
        if (record["ivlen"], record["taglen"]) == ("96", "128"):
            key, nonce, plain, aad, text, tag = (
                bytes.fromhex(record[name]) for name in ("key", "iv", "pt", "aad", "ct", "tag")
            )
            out = bytearray(len(plain) + 16)
            aead.AESGCM(key).encrypt_into(nonce, plain, aad, out)
            assert out == text + tag
            count += 1
    assert count >= 300


def test_rfc_8439_vector():
    """Section 2.8.2."""
    key = bytes(range(0x80, 0xA0))
    nonce = bytes.fromhex("070000004041424344454647")
    aad = bytes.fromhex("50515253c0c1c2c3c4c5c6c7")
    plain = (
        b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for "
        b"the future, sunscreen would be it."
    )
    out = bytearray(len(plain) + 16)
    aead.ChaCha20Poly1305(key).encrypt_into(nonce, plain, aad, out)
    assert out[:16].hex() == "d31a8d34648e60db7b86afbc53ef7ec2"
    assert out[-16:].hex() == "1ae10b594f09e26a7e902ecbd0600691"


@pytest.mark.parametrize("plugin", PLUGINS)
def test_the_composition_is_as_documented(plugin):
    """docs/format.md, section 7, worked out with HMAC and the AEAD alone."""
    algorithm, label = PLUGINS[plugin]
    plain = random.Random(1).randbytes(3 * 4096)
    text, tags = sealed(made(plugin), 2**40, plain)
    for index in range(3):
        tag = tags[index * 32 : (index + 1) * 32]
        salt, number = bytes(tag[:12]), bytes(tag[12:16])
        info = label + b"\0" + DISK.bytes + (4096).to_bytes(4, "big") + salt
        # HKDF-Expand to one block (RFC 5869, section 2.3).
        key = hmac.digest(KEY, info + b"\x01", hashlib.sha256)
        place = (2**40 + index).to_bytes(8, "big")
        wanted = algorithm(key).encrypt(
            bytes(8) + number, plain[index * 4096 :][:4096], place
        )  # fmt: skip
        assert text[index * 4096 : (index + 1) * 4096] + tag[16:] == wanted


@pytest.mark.parametrize("plugin", PLUGINS)
def test_what_another_instance_wrote_is_read(plugin):
    plain = random.Random(1).randbytes(5 * 4096)
    text, tags = sealed(made(plugin), 7, plain)
    assert opened(made(plugin), 7, text, tags) == plain
    assert opened(made(plugin), 9, text[8192:12288], tags[64:96]) == plain[8192:12288]


@pytest.mark.parametrize("plugin", PLUGINS)
def test_everything_is_bound(plugin):
    text, tags = sealed(made(plugin), 7, bytes(3 * 4096))
    other = UUID(int=5)
    for cipher, first in (
        (made(plugin), 6),
        (made(plugin, disk=other), 7),
        (made(plugin, key=bytes(32)), 7),
    ):
        with pytest.raises(TamperedSector) as caught:
            opened(cipher, first, text, tags)
        assert caught.value.sector == first
    for place in (0, 4096, 8192 + 4095):
        changed = bytearray(text)
        changed[place] ^= 1
        with pytest.raises(TamperedSector) as caught:
            opened(made(plugin), 7, changed, tags)
        assert caught.value.sector == 7 + place // 4096
    for place in range(96):
        changed = bytearray(tags)
        changed[place] ^= 1
        with pytest.raises(TamperedSector) as caught:
            opened(made(plugin), 7, text, changed)
        assert caught.value.sector == 7 + place // 32


@pytest.mark.parametrize("plugin", PLUGINS)
def test_one_implementation_reads_what_another_wrote(plugin, monkeypatch):
    in_use = openssl.library
    others = {None: lambda: openssl_library, openssl_library: lambda: None}
    plain = random.Random(2).randbytes(40 * 4096)
    written = [sealed(made(plugin), at, plain) for at in (0, 2**52)]
    monkeypatch.setattr(openssl, "library", others[in_use()])
    for at, (text, tags) in zip((0, 2**52), written, strict=True):
        assert opened(made(plugin), at, text, tags) == plain


def test_sectors_of_several_sessions_lie_in_one_run():
    parts = [sealed(made(), at, bytes([at]) * 4096 * 2) for at in (0, 2, 4)]
    text, tags = (bytearray().join(part[each] for part in parts) for each in (0, 1))
    assert opened(made(), 0, text, tags) == b"".join(bytes([at]) * 8192 for at in (0, 2, 4))
    text[5 * 4096] ^= 1
    with pytest.raises(TamperedSector) as caught:
        opened(made(), 0, text, tags)
    assert caught.value.sector == 5


def nonces(tags: bytearray) -> set[bytes]:
    return {bytes(tags[at : at + 16]) for at in range(0, len(tags), 32)}


def test_no_nonce_comes_twice():
    """In one instance, in two with the same key, and in threads."""
    ciphers, found, count = [made(), made()], set(), 0
    lock = threading.Lock()

    def write(cipher) -> None:
        nonlocal count
        for _ in range(50):
            _, tags = sealed(cipher, 7, bytes(4 * 4096))
            with lock:
                found.update(nonces(tags))
                count += 4

    threads = [threading.Thread(target=write, args=(cipher,)) for cipher in ciphers * 3]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == count == 1200


def test_a_session_ends_before_its_numbers_do():
    cipher = made()
    _, first = sealed(cipher, 0, bytes(4096))
    cipher._next = sessions.SECTORS_A_SESSION - 3
    _, last = sealed(cipher, 0, bytes(3 * 4096))
    text, new = sealed(cipher, 0, bytes(2 * 4096))
    assert first[:12] == last[:12]
    assert last[-20:-16] == b"\xff" * 4
    assert new[:12] != last[:12]
    assert new[12:16] == bytes(4)
    assert opened(made(), 0, text, new) == bytes(2 * 4096)


def test_a_run_is_not_cut_by_the_end_of_a_session():
    cipher = made()
    cipher._next = sessions.SECTORS_A_SESSION - 3
    _, tags = sealed(cipher, 0, bytes(4 * 4096))
    assert len({bytes(tags[at : at + 12]) for at in range(0, 128, 32)}) == 1


def test_many_sessions_are_read(monkeypatch):
    monkeypatch.setattr(portable, "_KEPT", 3)
    monkeypatch.setattr(runs, "_KEPT", 3)
    written = [sealed(made(), number, bytes([number]) * 4096) for number in range(10)]
    reader = made()
    for number, (text, tags) in [*enumerate(written)] * 2:
        assert opened(reader, number, text, tags) == bytes([number]) * 4096


@pytest.mark.parametrize("sizes", [(4095, 4096, 32), (4096, 8192, 32), (4096, 4096, 31)])
def test_buffers_that_do_not_fit_are_refused(sizes):
    buffers = [memoryview(bytearray(size)) for size in sizes]
    for method in (made().encrypt, made().decrypt):
        with pytest.raises(ValueError, match="same whole number"):
            method(0, *buffers)
