"""One key for each session of writing, one number for each sector written in it.

A random nonce of 96 bits comes twice too soon for a disk (NIST SP 800-38D, section 8.3, allows
2^32 of them), and a counter comes twice whenever an image is copied or put back. So a session (from
making the cipher to its end, and no more than 2^32 sectors) draws a random *salt*; its key is
derived from the disk's key and the salt, and its nonces are 0, 1, 2 and so on. Nothing has to be
remembered. Only two sessions with the same salt could repeat a nonce: among a million sessions
of a disk and all its copies the chance is 2^-57.

A sector's tag, 32 bytes: salt (12), number (4, big-endian), the AEAD's tag (16).
"""

from __future__ import annotations

import secrets
import struct
import threading
from collections.abc import Callable
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from vmgui.api import Geometry, SectorCipher, TamperedSector

SALT_SIZE = 12
AEAD_TAG_SIZE = 16
TAG_SIZE = 32
KEY_SIZE = 32
SECTORS_A_SESSION = 1 << 32
_nonce = struct.Struct(">QI").pack
_place = struct.Struct(">Q").pack
_write_session = struct.Struct(f">{SALT_SIZE}sI").pack_into
# Sessions whose keys are kept ready: a disk has one for each time that it was written to.
_KEPT = 1024


class Aead(Protocol):
    """An AEAD of the `cryptography` package with its key: nonces of 12 bytes, tags of 16."""

    def encrypt_into(
        self, nonce: bytes, data: memoryview, associated_data: bytes, buf: bytearray, /
    ) -> int: ...

    def decrypt_into(
        self, nonce: bytes, data: bytearray, associated_data: bytes, buf: memoryview, /
    ) -> int: ...


class SessionCipher(SectorCipher):
    """One disk's cipher. ``aead`` makes the AEAD from a key of 32 bytes, ``label`` names it.

    Session key = HKDF-Expand (RFC 5869, SHA-256) of the disk's key with the info ``label`` ‖ 00 ‖
    disk UUID ‖ sector size (4 bytes) ‖ salt. Nonce: the number as 12 bytes. Associated data: the
    sector's number as 8 bytes. All integers big-endian.
    """

    def __init__(
        self, key: memoryview, geometry: Geometry, aead: Callable[[bytearray], Aead], label: bytes
    ) -> None:
        self._key = key
        self._size = geometry.sector_size
        self._info = label + b"\0" + geometry.disk.bytes + self._size.to_bytes(4, "big")
        self._aead = aead
        self._lock = threading.Lock()
        self._local = threading.local()
        self._sessions: dict[bytes, Aead] = {}
        self._salt = b""
        self._next = SECTORS_A_SESSION  # the first sector written starts the first session

    def encrypt(
        self, first_sector: int, plain: memoryview, sealed: memoryview, tags: memoryview
    ) -> None:
        count = self._sectors(plain, sealed, tags)
        size = self._size
        salt, session, number = self._numbers(count)
        encrypt = session.encrypt_into
        scratch, text, tag = self._scratch()
        tag_at = 0
        for sector in range(first_sector, first_sector + count):
            at = (sector - first_sector) * size
            encrypt(_nonce(0, number), plain[at : at + size], _place(sector), scratch)
            sealed[at : at + size] = text
            _write_session(tags, tag_at, salt, number)
            tags[tag_at + 16 : tag_at + TAG_SIZE] = tag
            tag_at += TAG_SIZE
            number += 1

    def decrypt(
        self, first_sector: int, sealed: memoryview, plain: memoryview, tags: memoryview
    ) -> None:
        count = self._sectors(sealed, plain, tags)
        size = self._size
        scratch, text, tag = self._scratch()
        for index in range(count):
            at, tag_at = index * size, index * TAG_SIZE
            text[:] = sealed[at : at + size]
            tag[:] = tags[tag_at + 16 : tag_at + TAG_SIZE]
            salt = bytes(tags[tag_at : tag_at + SALT_SIZE])
            nonce = bytes(8) + tags[tag_at + SALT_SIZE : tag_at + 16]
            place = _place(first_sector + index)
            session = self._sessions.get(salt) or self._session(salt)
            try:
                session.decrypt_into(nonce, scratch, place, plain[at : at + size])
            except InvalidTag:
                raise TamperedSector(first_sector + index) from None

    def close(self) -> None:
        self._sessions.clear()
        self._key = memoryview(b"")

    def _sectors(self, source: memoryview, out: memoryview, tags: memoryview) -> int:
        count, rest = divmod(len(source), self._size)
        if rest or len(out) != len(source) or len(tags) != count * TAG_SIZE:
            raise ValueError("The buffers must have the same whole number of sectors, and tags.")
        return count

    def _scratch(self) -> tuple[bytearray, memoryview, memoryview]:
        """This thread's buffer, for ciphertext and tag only; its two parts."""
        try:
            found: tuple[bytearray, memoryview, memoryview] = self._local.scratch
        except AttributeError:
            buffer = bytearray(self._size + AEAD_TAG_SIZE)
            view = memoryview(buffer)
            found = self._local.scratch = (buffer, view[: self._size], view[self._size :])
        return found

    def _numbers(self, count: int) -> tuple[bytes, Aead, int]:
        """The next ``count`` numbers of this session: its salt, its key, the first of them."""
        with self._lock:
            if self._next + count > SECTORS_A_SESSION:
                self._salt = secrets.token_bytes(SALT_SIZE)
                self._next = 0
            salt, number = self._salt, self._next
            self._next += count
        return salt, self._sessions.get(salt) or self._session(salt), number

    def _session(self, salt: bytes) -> Aead:
        key = bytearray(KEY_SIZE)
        HKDFExpand(SHA256(), KEY_SIZE, self._info + salt).derive_into(self._key, key)
        made = self._aead(key)
        key[:] = bytes(KEY_SIZE)
        if len(self._sessions) >= _KEPT:
            self._sessions.clear()
        self._sessions[salt] = made
        return made
