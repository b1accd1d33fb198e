"""Every key that comes from the volume key: one HKDF (RFC 5869) with a label of its own each."""

from __future__ import annotations

from uuid import UUID

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

VOLUME_KEY_SIZE = 32


def _derive(
    volume_key: bytes | bytearray | memoryview, label: bytes, disk: UUID, size: int
) -> bytes:
    return HKDF(SHA256(), size, salt=None, info=label + b"\0" + disk.bytes).derive(volume_key)


def header_key(volume_key: bytes | bytearray, disk: UUID) -> bytes:
    """The key of the header's MAC, 32 bytes."""
    return _derive(volume_key, b"vmgui header", disk, 32)


def integrity_key(volume_key: bytes | bytearray, disk: UUID) -> bytes:
    """The key of the MACs on an authenticated disk's stamps, roots and journal, 32 bytes."""
    return _derive(volume_key, b"vmgui integrity", disk, 32)


def fingerprint(volume_key: bytes | bytearray | memoryview, disk: UUID) -> str:
    """Names the volume key without giving it away: 32 hexadecimal digits."""
    return _derive(volume_key, b"vmgui fingerprint", disk, 16).hex()


def cipher_key(
    volume_key: bytes | bytearray, disk: UUID, encryption_id: UUID, out: memoryview
) -> None:
    """Fill ``out`` with the key that the plug-in gets: no other disk or plug-in has the same."""
    info = b"vmgui cipher\0" + encryption_id.bytes + b"\0" + disk.bytes
    HKDF(SHA256(), len(out), salt=None, info=info).derive_into(volume_key, out)
