"""AES-256-CBC, each sector with an IV that only the key's owner can know (ESSIV)."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC, ECB

from vmgui.api import CipherPlugin, Geometry, OptionValue, SectorCipher


class CbcEssiv(SectorCipher):
    """The cipher of one disk."""

    def __init__(self, key: bytes, sector_size: int) -> None:
        self._data = AES(key)
        # ESSIV: the IV is the sector's number, enciphered under a hash of the key.
        self._numbers = Cipher(AES(sha256(key).digest()), ECB())  # noqa: S305  (one block each)
        self._size = sector_size

    def encrypt(
        self, first_sector: int, plain: memoryview, sealed: memoryview, tags: memoryview
    ) -> None:
        for start, cipher in self._sectors(first_sector, len(plain)):
            end = start + self._size
            sealed[start:end] = cipher.encryptor().update(plain[start:end])

    def decrypt(
        self, first_sector: int, sealed: memoryview, plain: memoryview, tags: memoryview
    ) -> None:
        for start, cipher in self._sectors(first_sector, len(sealed)):
            end = start + self._size
            plain[start:end] = cipher.decryptor().update(sealed[start:end])

    def _sectors(self, sector: int, length: int):
        for start in range(0, length, self._size):
            number = (sector + start // self._size).to_bytes(16, "little")
            yield start, Cipher(self._data, CBC(self._numbers.encryptor().update(number)))


class AesCbcEssiv(CipherPlugin):
    """What the manifest's ``entry`` names."""

    def key_size(self, options: Mapping[str, OptionValue]) -> int:
        return 32

    def cipher(
        self, key: memoryview, geometry: Geometry, options: Mapping[str, OptionValue]
    ) -> SectorCipher:
        return CbcEssiv(bytes(key), geometry.sector_size)
