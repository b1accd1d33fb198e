"""The disk that is not encrypted: what the guest writes is what lies in the file."""

from __future__ import annotations

from collections.abc import Mapping

from vmgui.api import CipherPlugin, Geometry, OptionValue, SectorCipher


class Plain(SectorCipher):
    """Copies."""

    def encrypt(
        self, first_sector: int, plain: memoryview, sealed: memoryview, tags: memoryview
    ) -> None:
        sealed[:] = plain

    def decrypt(
        self, first_sector: int, sealed: memoryview, plain: memoryview, tags: memoryview
    ) -> None:
        plain[:] = sealed


class Unencrypted(CipherPlugin):
    """Needs no key."""

    def key_size(self, options: Mapping[str, OptionValue]) -> int:
        return 0

    def cipher(
        self, key: memoryview, geometry: Geometry, options: Mapping[str, OptionValue]
    ) -> SectorCipher:
        return Plain()
