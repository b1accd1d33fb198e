"""SM4 (GB/T 32907) in CBC mode; a sector's IV is its number, enciphered with a second key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import SM4
from cryptography.hazmat.primitives.ciphers.modes import CBC, ECB

from vmgui.api import CipherPlugin, Geometry, OptionValue, SectorCipher


class Sectors(SectorCipher):
    """The cipher of one disk. Its key holds two SM4 keys: for the data, for the numbers."""

    def __init__(self, key: memoryview, sector_size: int) -> None:
        self._data = SM4(bytes(key[:16]))
        self._numbers = Cipher(SM4(bytes(key[16:])), ECB())  # noqa: S305  (a block each)
        self._size = sector_size

    def encrypt(
        self, first_sector: int, plain: memoryview, sealed: memoryview, tags: memoryview
    ) -> None:
        for part, sector in self._sectors(first_sector, len(plain)):
            sealed[part] = sector.encryptor().update(plain[part])

    def decrypt(
        self, first_sector: int, sealed: memoryview, plain: memoryview, tags: memoryview
    ) -> None:
        for part, sector in self._sectors(first_sector, len(sealed)):
            plain[part] = sector.decryptor().update(sealed[part])

    def _sectors(self, first: int, length: int) -> Iterator[tuple[slice, Cipher[CBC]]]:
        """Where each sector of a run lies in its buffers, and SM4-CBC with that sector's IV."""
        numbers = range(first, first + length // self._size)
        blocks = b"".join(number.to_bytes(16, "little") for number in numbers)
        ivs = self._numbers.encryptor().update(blocks)
        for index in range(len(numbers)):
            part = slice(index * self._size, (index + 1) * self._size)
            yield part, Cipher(self._data, CBC(ivs[index * 16 : (index + 1) * 16]))


class Sm4Cbc(CipherPlugin):
    """What the manifest's ``entry`` names."""

    def key_size(self, options: Mapping[str, OptionValue]) -> int:
        return 32

    def cipher(
        self, key: memoryview, geometry: Geometry, options: Mapping[str, OptionValue]
    ) -> SectorCipher:
        return Sectors(key, geometry.sector_size)
