"""AES-XTS through the `cryptography` package: runs everywhere, makes an object a sector."""

from __future__ import annotations

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import XTS

from vmgui.api import SectorCipher


class PortableXts(SectorCipher):
    """One disk's cipher; ``key`` is both AES keys, 32 or 64 bytes.

    Sector *s* has the tweak *s* × ``tweak_step``.
    """

    def __init__(self, key: memoryview, sector_size: int, tweak_step: int = 1) -> None:
        self._algorithm = AES(key)
        self._tweak_step = tweak_step
        self._sector_size = sector_size

    def encrypt(
        self, first_sector: int, plain: memoryview, sealed: memoryview, tags: memoryview
    ) -> None:
        size = self._sector_size
        for index in range(len(plain) // size):
            run = slice(index * size, (index + 1) * size)
            self._at(first_sector + index).encryptor().update_into(plain[run], sealed[run])

    def decrypt(
        self, first_sector: int, sealed: memoryview, plain: memoryview, tags: memoryview
    ) -> None:
        size = self._sector_size
        for index in range(len(sealed) // size):
            run = slice(index * size, (index + 1) * size)
            self._at(first_sector + index).decryptor().update_into(sealed[run], plain[run])

    def _at(self, sector: int) -> Cipher[XTS]:
        return Cipher(self._algorithm, XTS((sector * self._tweak_step).to_bytes(16, "little")))
