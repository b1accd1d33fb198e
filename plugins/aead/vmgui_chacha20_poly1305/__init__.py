"""ChaCha20-Poly1305 (RFC 8439), a key a session: see :mod:`vmgui_aead.sessions`."""

from __future__ import annotations

from collections.abc import Mapping

from cryptography.hazmat.primitives.ciphers import aead
from vmgui_aead import detail, session_cipher

from vmgui.api import CipherPlugin, Geometry, OptionValue, SectorCipher


class ChaCha20Poly1305(CipherPlugin):
    """Its keys have 32 bytes; there is nothing to choose."""

    def key_size(self, options: Mapping[str, OptionValue]) -> int:
        return 32

    def cipher(
        self, key: memoryview, geometry: Geometry, options: Mapping[str, OptionValue]
    ) -> SectorCipher:
        return session_cipher(
            key,
            geometry,
            aead.ChaCha20Poly1305,
            "EVP_chacha20_poly1305",
            b"vmgui chacha20-poly1305",
        )

    def detail(self) -> str:
        return detail()
