"""Disk sectors under an AEAD with 96-bit nonces, so that no nonce ever comes twice."""

from vmgui_aead.sessions import SessionCipher

__all__ = ["SessionCipher"]
