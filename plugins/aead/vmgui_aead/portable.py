"""Sector by sector through the `cryptography` package: runs everywhere."""

from __future__ import annotations

import struct
import threading
from collections.abc import Callable
from typing import Protocol

from cryptography.exceptions import InvalidTag

from vmgui.api import Geometry, TamperedSector
from vmgui_aead.sessions import SALT_SIZE, TAG_SIZE, SessionCipher

AEAD_TAG_SIZE = 16
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


class PortableCipher(SessionCipher):
    """``aead`` makes the AEAD from a key of 32 bytes, ``label`` names it."""

    def __init__(
        self, key: memoryview, geometry: Geometry, aead: Callable[[bytearray], Aead], label: bytes
    ) -> None:
        super().__init__(key, geometry, label)
        self._aead = aead
        self._local = threading.local()
        self._sessions: dict[bytes, Aead] = {}

    def encrypt(
        self, first_sector: int, plain: memoryview, sealed: memoryview, tags: memoryview
    ) -> None:
        count = self._sectors(plain, sealed, tags)
        size = self._size
        salt, number = self._numbers(count)
        encrypt = self._session(salt).encrypt_into
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
            try:
                self._session(salt).decrypt_into(nonce, scratch, place, plain[at : at + size])
            except InvalidTag:
                raise TamperedSector(first_sector + index) from None

    def close(self) -> None:
        self._sessions.clear()
        super().close()

    def _scratch(self) -> tuple[bytearray, memoryview, memoryview]:
        """This thread's buffer, for ciphertext and tag only; its two parts."""
        try:
            found: tuple[bytearray, memoryview, memoryview] = self._local.scratch
        except AttributeError:
            buffer = bytearray(self._size + AEAD_TAG_SIZE)
            view = memoryview(buffer)
            found = self._local.scratch = (buffer, view[: self._size], view[self._size :])
        return found

    def _session(self, salt: bytes) -> Aead:
        found = self._sessions.get(salt)
        if found is None:
            key = self._session_key(salt)
            found = self._aead(key)
            key[:] = bytes(len(key))
            if len(self._sessions) >= _KEPT:
                self._sessions.clear()
            self._sessions[salt] = found
        return found
