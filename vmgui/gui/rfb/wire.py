"""RFB's numbers and the messages that a client sends.

Source: RFC 6143; for the pseudo-encodings and messages beyond it, the community specification
(https://github.com/rfbproto/rfbproto). All integers are big-endian.
"""

from __future__ import annotations

import sys
import zlib
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
    LED_STATE = -261
    DESKTOP_NAME = -307
    EXTENDED_DESKTOP_SIZE = -308
    CURSOR_WITH_ALPHA = -314
    EXTENDED_CLIPBOARD = -0x3F5E1A32  # 0xc0a1e5ce


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
    Encoding.LED_STATE,
)

# The clipboard extension: what is meant, and by whom. One format is spoken: UTF-8 text.
CLIPBOARD_TEXT = 1 << 0
CLIPBOARD_CAPS = 1 << 24
CLIPBOARD_REQUEST = 1 << 25
CLIPBOARD_PEEK = 1 << 26
CLIPBOARD_NOTIFY = 1 << 27
CLIPBOARD_PROVIDE = 1 << 28
MAX_CLIPBOARD = 1 << 20


class Lock(IntFlag):
    """The lights of a keyboard, as QEMU tells them."""

    NONE = 0
    SCROLL = 1
    NUM = 2
    CAPS = 4


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


def set_encodings(encodings: tuple[Encoding, ...]) -> bytes:
    """Name the encodings that are understood, best first (7.5.2)."""
    return pack(f">BxH{len(encodings)}i", 2, len(encodings), *encodings)


def update_request(width: int, height: int, *, incremental: bool) -> bytes:
    """Ask for the screen, or for what changed in it (7.5.3)."""
    return pack(">BBHHHH", 3, incremental, 0, 0, width, height)


def set_desktop_size(width: int, height: int, screen: tuple[int, int]) -> bytes:
    """Ask for another size of the guest's screen, in pixels; ``screen`` is its id and flags.

    Only after the server showed ``EXTENDED_DESKTOP_SIZE``.
    """
    number, flags = screen
    return pack(">BxHHBxIHHHHI", 251, width, height, 1, number, 0, 0, width, height, flags)


def clipboard(action: int, data: bytes = b"") -> bytes:
    """A message of the clipboard extension: a cut text with a negative length."""
    return pack(">BxxxiI", 6, -(4 + len(data)), action | CLIPBOARD_TEXT) + data


def clipboard_caps() -> bytes:
    """What we understand, and the longest text that may be sent without being asked for: none."""
    actions = CLIPBOARD_REQUEST | CLIPBOARD_NOTIFY | CLIPBOARD_PROVIDE
    return clipboard(CLIPBOARD_CAPS | actions, pack(">I", 0))


def clipboard_provide(text: str) -> bytes:
    """The text that was asked for: its length, lines with CR LF, a null at the end; deflated."""
    lines = text.replace("\r\n", "\n").replace("\n", "\r\n").encode() + b"\0"
    return clipboard(CLIPBOARD_PROVIDE, zlib.compress(pack(">I", len(lines)) + lines))


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
