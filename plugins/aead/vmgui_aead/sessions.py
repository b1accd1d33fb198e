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
import threading

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from vmgui.api import Geometry, SectorCipher

SALT_SIZE = 12
TAG_SIZE = 32
KEY_SIZE = 32
SECTORS_A_SESSION = 1 << 32


class SessionCipher(SectorCipher):
    """One disk's keys and numbers; how sectors are enciphered with them is for those derived.

    Session key = HKDF-Expand (RFC 5869, SHA-256) of the disk's key with the info ``label`` ‖ 00 ‖
    disk UUID ‖ sector size (4 bytes) ‖ salt. Nonce: the number as 12 bytes. Associated data: the
    sector's number as 8 bytes. All integers big-endian.
    """

    def __init__(self, key: memoryview, geometry: Geometry, label: bytes) -> None:
        self._key = key
        self._size = geometry.sector_size
        self._info = label + b"\0" + geometry.disk.bytes + self._size.to_bytes(4, "big")
        self._lock = threading.Lock()
        self._salt = b""
        self._next = SECTORS_A_SESSION  # the first sector written starts the first session

    def close(self) -> None:
        self._key = memoryview(b"")

    def _sectors(self, source: memoryview, out: memoryview, tags: memoryview) -> int:
        count, rest = divmod(len(source), self._size)
        if rest or len(out) != len(source) or len(tags) != count * TAG_SIZE:
            raise ValueError("The buffers must have the same whole number of sectors, and tags.")
        return count

    def _numbers(self, count: int) -> tuple[bytes, int]:
        """The next ``count`` numbers of this session: its salt, the first of them."""
        with self._lock:
            if self._next + count > SECTORS_A_SESSION:
                self._salt = secrets.token_bytes(SALT_SIZE)
                self._next = 0
            salt, number = self._salt, self._next
            self._next += count
        return salt, number

    def _session_key(self, salt: bytes) -> bytearray:
        """The key of a session; the caller's to wipe."""
        key = bytearray(KEY_SIZE)
        HKDFExpand(SHA256(), KEY_SIZE, self._info + salt).derive_into(self._key, key)
        return key
