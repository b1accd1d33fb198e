"""Disk sectors under an AEAD with 96-bit nonces, so that no nonce ever comes twice."""

from __future__ import annotations

from collections.abc import Callable

from vmgui.api import Geometry, SectorCipher
from vmgui_aead import openssl
from vmgui_aead.portable import Aead, PortableCipher
from vmgui_aead.runs import RunCipher


def session_cipher(
    key: memoryview, geometry: Geometry, aead: Callable[[bytearray], Aead], evp: str, label: bytes
) -> SectorCipher:
    """The fastest implementation here; see :class:`vmgui_aead.sessions.SessionCipher`.

    ``aead`` makes the AEAD of the `cryptography` package from a key of 32 bytes, ``evp`` is the
    name of OpenSSL's function for the same, ``label`` names it in the derivation of keys.
    """
    library = openssl.library()
    if library is None:
        return PortableCipher(key, geometry, aead, label)
    return RunCipher(key, geometry, aead, evp, label, library)


def detail() -> str:
    """Which implementation is in use."""
    return "portable" if openssl.library() is None else "OpenSSL, in runs"
