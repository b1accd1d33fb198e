"""RFB's numbers and the messages that a client sends.

Source: RFC 6143; for the pseudo-encodings and messages beyond it, the community specification
(https://github.com/rfbproto/rfbproto). All integers are big-endian.
"""

from __future__ import annotations

import sys
from enum import IntEnum, IntFlag
from struct import pack

VERSION = b"RFB 003.008\n"
SECURITY_NONE = 1
BIG_ENDIAN = sys.byteorder == "big"


class Encoding(IntEnum):
    """Encodings (RFC 6143, 7.7) and pseudo-encodings (7.8 and the community's)."""

    RAW = 0
    COPY_RECT = 1
    ZLIB = 6
    DESKTOP_SIZE = -223
    LAST_RECT = -224
    CURSOR = -239
    POINTER_MOTION_CHANGE = -257
    EXTENDED_KEY_EVENT = -258
    DESKTOP_NAME = -307
    EXTENDED_DESKTOP_SIZE = -308
    CURSOR_WITH_ALPHA = -314


# The order is the order of preference. Over a local socket bytes cost next to nothing, deflating
# them does: Raw comes first, Zlib is there for servers that insist.
OFFERED = (
    Encoding.COPY_RECT,
    Encoding.RAW,
    Encoding.ZLIB,
    Encoding.EXTENDED_DESKTOP_SIZE,
    Encoding.DESKTOP_SIZE,
    Encoding.LAST_RECT,
    Encoding.CURSOR_WITH_ALPHA,
    Encoding.CURSOR,
    Encoding.DESKTOP_NAME,
    Encoding.POINTER_MOTION_CHANGE,
    Encoding.EXTENDED_KEY_EVENT,
)


class Button(IntFlag):
    """The pointer event's button mask (RFC 6143, 7.5.5; the last two by custom)."""

    NONE = 0
    LEFT = 1
    MIDDLE = 2
    RIGHT = 4
    WHEEL_UP = 8
    WHEEL_DOWN = 16
    WHEEL_LEFT = 32
    WHEEL_RIGHT = 64


def set_pixel_format() -> bytes:
    """Ask for 32-bit pixels as 0x00RRGGBB in this machine's byte order (7.5.1, 7.4)."""
    return pack(">BxxxBBBBHHHBBBxxx", 0, 32, 24, BIG_ENDIAN, True, 255, 255, 255, 16, 8, 0)


def set_encodings(encodings: tuple[Encoding, ...] = OFFERED) -> bytes:
    """Name the encodings that are understood, best first (7.5.2)."""
    return pack(f">BxH{len(encodings)}i", 2, len(encodings), *encodings)


def update_request(width: int, height: int, *, incremental: bool) -> bytes:
    """Ask for the screen, or for what changed in it (7.5.3)."""
    return pack(">BBHHHH", 3, incremental, 0, 0, width, height)


def key_event(keysym: int, *, down: bool) -> bytes:
    """A key told by its X keysym (7.5.4)."""
    return pack(">BBxxI", 4, down, keysym)


def extended_key_event(keysym: int, qnum: int, *, down: bool) -> bytes:
    """A key told by its place on the keyboard: XT scan code, extended ones with bit 7 set.

    QEMU's extension; only after the server showed ``EXTENDED_KEY_EVENT``.
    """
    return pack(">BBHII", 255, 0, down, keysym, qnum)


def pointer_event(buttons: Button, x: int, y: int) -> bytes:
    """The pointer's place (or, where motion is relative, its movement plus 0x7fff) (7.5.5)."""
    return pack(">BBHH", 5, buttons & 0xFF, min(max(x, 0), 0xFFFF), min(max(y, 0), 0xFFFF))
