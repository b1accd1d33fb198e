"""AES-256-GCM (NIST SP 800-38D), a key a session: see :mod:`vmgui_aead.sessions`."""

from __future__ import annotations

from collections.abc import Mapping

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from vmgui_aead import detail, session_cipher

from vmgui.api import CipherPlugin, Geometry, OptionValue, SectorCipher


class AesGcm(CipherPlugin):
    """Its keys have 32 bytes; there is nothing to choose."""

    def key_size(self, options: Mapping[str, OptionValue]) -> int:
        return 32

    def cipher(
        self, key: memoryview, geometry: Geometry, options: Mapping[str, OptionValue]
    ) -> SectorCipher:
        return session_cipher(key, geometry, AESGCM, "EVP_aes_256_gcm", b"vmgui aes-gcm")

    def detail(self) -> str:
        return detail()
