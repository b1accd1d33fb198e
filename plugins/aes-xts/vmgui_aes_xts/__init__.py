"""AES-XTS (NIST SP 800-38E, IEEE Std 1619): the tweak is the sector's number, little-endian."""

from __future__ import annotations

from collections.abc import Mapping

from vmgui.api import CipherPlugin, Geometry, OptionValue, SectorCipher
from vmgui_aes_xts import evp, portable


class AesXts(CipherPlugin):
    """Uses OpenSSL's EVP interface where the system has it, else the `cryptography` package."""

    def key_size(self, options: Mapping[str, OptionValue]) -> int:
        return 2 * int(options["key_bits"]) // 8

    def cipher(
        self, key: memoryview, geometry: Geometry, options: Mapping[str, OptionValue]
    ) -> SectorCipher:
        implementation = evp.EvpXts if evp.available() else portable.PortableXts
        return implementation(key, geometry.sector_size)

    def detail(self) -> str:
        return "OpenSSL" if evp.available() else "portable"
