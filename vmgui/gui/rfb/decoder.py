"""What the server says, as events: the protocol without any input or output of its own.

Everything in it comes from a process that a guest may have taken over: each length and place is
checked before anything is allocated or written.
"""

from __future__ import annotations

import zlib
from collections.abc import Generator
from dataclasses import dataclass
from struct import unpack
from typing import TypeAlias

from vmgui.errors import VmguiError
from vmgui.gui.rfb import wire
from vmgui.gui.rfb.framebuffer import BYTES_PER_PIXEL, Framebuffer
from vmgui.gui.rfb.wire import Encoding

MAX_TEXT = 1 << 20
MAX_CURSOR_SIDE = 512
_BAND = 1 << 18


class RfbError(VmguiError):
    """The server broke the protocol, refused us, or wants what we don't speak."""

    code = "console"


@dataclass(frozen=True, slots=True)
class Ready:
    """The connection is set up; ``name`` is the server's name for the screen."""

    name: str


@dataclass(frozen=True, slots=True)
class Resized:
    """The framebuffer has a new buffer of this many pixels."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Painted:
    """These pixels changed."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class UpdateEnd:
    """One framebuffer update is complete: a moment to paint."""


@dataclass(frozen=True, slots=True)
class CursorShape:
    """The guest's pointer. ``pixels``: 0xAARRGGBB, premultiplied, this machine's byte order."""

    hot_x: int
    hot_y: int
    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class PointerMode:
    """Whether the guest's pointer takes places (a tablet) or movements (a mouse)."""

    absolute: bool


@dataclass(frozen=True, slots=True)
class ExtendedKeys:
    """The server takes keys by their place on the keyboard."""


@dataclass(frozen=True, slots=True)
class Bell:
    """The guest wants to be noticed."""


@dataclass(frozen=True, slots=True)
class CutText:
    """The guest copied some text."""

    text: str


Event: TypeAlias = (
    Ready
    | Resized
    | Painted
    | UpdateEnd
    | CursorShape
    | PointerMode
    | ExtendedKeys
    | Bell
    | CutText
)
# The conversation asks for a number of bytes by yielding it and is sent exactly these.
_Steps: TypeAlias = Generator[int, bytes, None]
_Rectangle: TypeAlias = tuple[int, int, int, int]


class Decoder:
    """One connection's worth of protocol: :meth:`feed` what came, send what is in ``outgoing``."""

    def __init__(self) -> None:
        self.framebuffer = Framebuffer()
        self.outgoing = bytearray()
        self._events: list[Event] = []
        self._buffer = bytearray()
        self._inflate = zlib.decompressobj()
        self._steps = self._conversation()
        self._wanted = next(self._steps)

    def feed(self, data: bytes | bytearray | memoryview) -> list[Event]:
        """Take bytes from the server in pieces of any size; return what they complete.

        Raises :exc:`RfbError`, after which the decoder must not be used again.
        """
        self._buffer += data
        position = 0
        try:
            while len(self._buffer) - position >= self._wanted:
                end = position + self._wanted
                piece = bytes(memoryview(self._buffer)[position:end])
                position = end
                self._wanted = self._steps.send(piece)
        except ValueError as error:
            raise RfbError(
                "The guest's screen can't be shown.", why=f"The display server sent {error}."
            ) from None
        del self._buffer[:position]
        events, self._events = self._events, []
        return events

    def _conversation(self) -> _Steps:
        yield from self._handshake()
        self._request(incremental=False)
        messages = {
            0: self._framebuffer_update,
            1: self._colour_map,
            2: self._bell,
            3: self._cut_text,
        }
        while True:
            kind = (yield 1)[0]
            if kind not in messages:
                raise ValueError(f"a message of the unknown type {kind}")
            yield from messages[kind]()

    # --- RFC 6143, 7.1 to 7.3 -----------------------------------------------------------------

    def _handshake(self) -> _Steps:
        version = yield 12
        if not version.startswith(b"RFB ") or version < wire.VERSION:
            raise ValueError("a greeting that is not RFB 3.8")
        self.outgoing += wire.VERSION
        count = (yield 1)[0]
        if not count:
            yield from self._refusal()
        kinds = yield count
        if wire.SECURITY_NONE not in kinds:
            raise ValueError("a demand for a password, which a private socket has no use for")
        self.outgoing.append(wire.SECURITY_NONE)
        (result,) = unpack(">I", (yield 4))
        if result:
            yield from self._refusal()
        self.outgoing.append(True)  # ClientInit: others may watch as well
        width, height, length = unpack(">HH16xI", (yield 24))
        if length > MAX_TEXT:
            raise ValueError(f"a name of {length} bytes")
        name = yield length
        self._resize(width, height)
        self._events.append(Ready(name.decode(errors="replace")))
        self.outgoing += wire.set_pixel_format() + wire.set_encodings()

    def _refusal(self) -> _Steps:
        (length,) = unpack(">I", (yield 4))
        reason = yield min(length, 4096)
        raise RfbError(
            "The guest's screen can't be shown.",
            why=f"The display server refused: {reason.decode(errors='replace').rstrip('.')}.",
        )

    # --- RFC 6143, 7.6 ------------------------------------------------------------------------

    def _framebuffer_update(self) -> _Steps:
        (count,) = unpack(">xH", (yield 3))
        for _ in range(count):
            x, y, width, height, encoding = unpack(">HHHHi", (yield 12))
            if encoding == Encoding.LAST_RECT:
                break
            yield from self._rectangle((x, y, width, height), encoding)
        self._events.append(UpdateEnd())
        # Always incremental: QEMU answers each full request with another ExtendedDesktopSize,
        # and after a change of size it sends everything anyway.
        self._request(incremental=True)

    def _colour_map(self) -> _Steps:
        (count,) = unpack(">3xH", (yield 5))
        yield count * 6

    def _bell(self) -> _Steps:
        self._events.append(Bell())
        yield 0

    def _cut_text(self) -> _Steps:
        (length,) = unpack(">3xI", (yield 7))
        if length > MAX_TEXT:
            raise ValueError(f"a clipboard text of {length} bytes")
        text = yield length
        self._events.append(CutText(text.decode("latin-1")))

    # --- RFC 6143, 7.7 and 7.8 ----------------------------------------------------------------

    def _rectangle(self, where: _Rectangle, encoding: int) -> _Steps:
        x, y, width, height = where
        match encoding:
            case Encoding.RAW:
                yield from self._raw(where)
            case Encoding.COPY_RECT:
                yield from self._copy_rect(where)
            case Encoding.ZLIB:
                yield from self._zlib(where)
            case Encoding.DESKTOP_SIZE:
                self._resize(width, height)
            case Encoding.EXTENDED_DESKTOP_SIZE:
                (screens,) = unpack(">B3x", (yield 4))
                yield screens * 16
                # y is the status of a request of ours; only 0 carries the screen's size.
                if y == 0:
                    self._resize(width, height)
            case Encoding.CURSOR:
                yield from self._cursor(where)
            case Encoding.CURSOR_WITH_ALPHA:
                yield from self._cursor_with_alpha(where)
            case Encoding.DESKTOP_NAME:
                (length,) = unpack(">I", (yield 4))
                if length > MAX_TEXT:
                    raise ValueError(f"a name of {length} bytes")
                yield length
            case Encoding.POINTER_MOTION_CHANGE:
                self._events.append(PointerMode(absolute=bool(x)))
            case Encoding.EXTENDED_KEY_EVENT:
                self._events.append(ExtendedKeys())
            case _:
                raise ValueError(f"pixels in the encoding {encoding}, which was not offered")

    def _raw(self, where: _Rectangle) -> _Steps:
        x, y, width, height = where
        self.framebuffer.check(*where)
        band = max(1, _BAND // max(1, width * BYTES_PER_PIXEL))
        for row in range(0, height, band):
            rows = yield min(band, height - row) * width * BYTES_PER_PIXEL
            if rows:
                self.framebuffer.put(x, y + row, width, rows)
        self._events.append(Painted(*where))

    def _copy_rect(self, where: _Rectangle) -> _Steps:
        x, y, width, height = where
        from_x, from_y = unpack(">HH", (yield 4))
        self.framebuffer.check(*where)
        self.framebuffer.check(from_x, from_y, width, height)
        self.framebuffer.copy(from_x, from_y, x, y, width, height)
        self._events.append(Painted(*where))

    def _zlib(self, where: _Rectangle) -> _Steps:
        x, y, width, height = where
        self.framebuffer.check(*where)
        size = width * height * BYTES_PER_PIXEL
        (length,) = unpack(">I", (yield 4))
        if length > size + size // 64 + 1024:
            raise ValueError(f"{length} compressed bytes for a rectangle of {size}")
        packed = yield length
        try:
            # One byte more than wanted, so that a longer stream shows itself without being held.
            rows = self._inflate.decompress(packed, size + 1)
        except zlib.error:
            raise ValueError("a damaged compressed rectangle") from None
        if len(rows) != size or self._inflate.eof:
            raise ValueError("a compressed rectangle of another size than its own")
        if rows:
            self.framebuffer.put(x, y, width, rows)
        self._events.append(Painted(*where))

    def _cursor(self, where: _Rectangle) -> _Steps:
        width, height = self._cursor_size(where)
        pixels = bytearray((yield width * height * BYTES_PER_PIXEL))
        stride = (width + 7) // 8
        mask = yield stride * height
        alpha = 0 if wire.BIG_ENDIAN else 3
        for row in range(height):
            for column in range(width):
                shown = mask[row * stride + column // 8] & (0x80 >> column % 8)
                start = (row * width + column) * BYTES_PER_PIXEL
                if shown:
                    pixels[start + alpha] = 0xFF
                else:
                    pixels[start : start + BYTES_PER_PIXEL] = bytes(BYTES_PER_PIXEL)
        self._show_cursor(where, bytes(pixels))

    def _cursor_with_alpha(self, where: _Rectangle) -> _Steps:
        width, height = self._cursor_size(where)
        (encoding,) = unpack(">i", (yield 4))
        if encoding != Encoding.RAW:
            raise ValueError(f"a pointer in the encoding {encoding}")
        rgba = yield width * height * BYTES_PER_PIXEL
        pixels = bytearray(rgba)
        # From R, G, B, A in memory to the native order of 0xAARRGGBB.
        if wire.BIG_ENDIAN:
            pixels[0::4] = rgba[3::4]
            pixels[1::4], pixels[2::4], pixels[3::4] = rgba[0::4], rgba[1::4], rgba[2::4]
        else:
            pixels[0::4], pixels[2::4] = rgba[2::4], rgba[0::4]
        self._show_cursor(where, bytes(pixels))

    def _cursor_size(self, where: _Rectangle) -> tuple[int, int]:
        _, _, width, height = where
        if width > MAX_CURSOR_SIDE or height > MAX_CURSOR_SIDE:
            raise ValueError(f"a pointer of {width} x {height} pixels")
        return width, height

    def _show_cursor(self, where: _Rectangle, pixels: bytes) -> None:
        hot_x, hot_y, width, height = where
        self._events.append(CursorShape(hot_x, hot_y, width, height, pixels))

    # --- the rest -----------------------------------------------------------------------------

    def _resize(self, width: int, height: int) -> None:
        screen = self.framebuffer
        if (width, height) != (screen.width, screen.height):
            screen.resize(width, height)
            self._events.append(Resized(width, height))

    def _request(self, *, incremental: bool) -> None:
        screen = self.framebuffer
        self.outgoing += wire.update_request(screen.width, screen.height, incremental=incremental)
