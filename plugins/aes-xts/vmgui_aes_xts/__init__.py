"""AES-XTS (NIST SP 800-38E, IEEE Std 1619): the tweak is the sector's number, little-endian."""

from __future__ import annotations

from collections.abc import Mapping

from vmgui.api import CipherPlugin, Geometry, OptionValue, SectorCipher
from vmgui_aes_xts import evp, portable, runs


def xts(key: memoryview, sector_size: int, tweak_step: int = 1) -> SectorCipher:
    """The fastest implementation here; ``key`` is both AES keys, 32 or 64 bytes.

    Sector *s* has the tweak *s* × ``tweak_step``: other formats count in other units.
    """
    implementation = evp.EvpXts if evp.available() else portable.PortableXts
    return implementation(key, sector_size, tweak_step)


class AesXts(CipherPlugin):
    """Uses OpenSSL's EVP interface where the system has it, else the `cryptography` package.

    A loop in C gives OpenSSL whole runs of sectors, where a compiler was there to build it.
    """

    def key_size(self, options: Mapping[str, OptionValue]) -> int:
        return 2 * int(options["key_bits"]) // 8

    def cipher(
        self, key: memoryview, geometry: Geometry, options: Mapping[str, OptionValue]
    ) -> SectorCipher:
        return xts(key, geometry.sector_size)

    def detail(self) -> str:
        if not evp.available():
            return "portable"
        return "OpenSSL" if runs.library() is None else "OpenSSL, in runs"
