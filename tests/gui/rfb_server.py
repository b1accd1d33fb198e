"""What an RFB server would say, byte for byte: written from RFC 6143, for the decoder's tests."""

from __future__ import annotations

import zlib
from struct import pack

RAW, COPY, ZLIB = 0, 1, 6


def greeting(width: int = 8, height: int = 4, name: bytes = b"guest") -> bytes:
    return (
        b"RFB 003.008\n"
        + bytes([1, 1])
        + pack(">I", 0)
        + pack(">HH16xI", width, height, len(name))
        + name
    )


def update(*rectangles: bytes, count: int | None = None) -> bytes:
    number = len(rectangles) if count is None else count
    return pack(">BxH", 0, number) + b"".join(rectangles)


def rectangle(x: int, y: int, width: int, height: int, encoding: int, data: bytes = b"") -> bytes:
    return pack(">HHHHi", x, y, width, height, encoding) + data


def raw(x: int, y: int, width: int, height: int, pixels: bytes) -> bytes:
    return rectangle(x, y, width, height, RAW, pixels)


class Deflate:
    """One zlib stream over a whole connection, flushed after each rectangle."""

    def __init__(self) -> None:
        self._stream = zlib.compressobj()

    def rectangle(self, x: int, y: int, width: int, height: int, pixels: bytes) -> bytes:
        packed = self._stream.compress(pixels) + self._stream.flush(zlib.Z_SYNC_FLUSH)
        return rectangle(x, y, width, height, ZLIB, pack(">I", len(packed)) + packed)
