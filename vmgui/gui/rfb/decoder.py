"""What the server says, as events: the protocol without any input or output of its own.

Everything in it comes from a process that a guest may have taken over: each length and place is
checked before anything is allocated or written.
"""

from __future__ import annotations

import zlib
from collections.abc import Generator
from struct import unpack
from typing import TypeAlias

from vmgui.errors import VmguiError
from vmgui.gui.rfb import wire
from vmgui.gui.rfb.events import (
    Bell,
    CanResize,
    ClipboardOffered,
    ClipboardShared,
    ClipboardWanted,
    CursorShape,
    CutText,
    Event,
    ExtendedKeys,
    Locks,
    Painted,
    PointerMode,
    Ready,
    Resized,
    UpdateEnd,
)
from vmgui.gui.rfb.framebuffer import BYTES_PER_PIXEL, Framebuffer
from vmgui.gui.rfb.wire import Encoding

MAX_TEXT = 1 << 20
MAX_CURSOR_SIDE = 512
_BAND = 1 << 18


class RfbError(VmguiError):
    """The server broke the protocol, refused us, or wants what we don't speak."""

    code = "console"


# The conversation asks for a number of bytes by yielding it and is sent exactly these.
_Steps: TypeAlias = Generator[int, bytes, None]
_Rectangle: TypeAlias = tuple[int, int, int, int]


class Decoder:
    """One connection's worth of protocol: :meth:`feed` what came, send what is in ``outgoing``.

    ``clipboard``: whether texts that are copied there and here may be exchanged.
    """

    def __init__(self, *, clipboard: bool = False) -> None:
        self._clipboard = clipboard
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
        self.outgoing += wire.set_pixel_format() + wire.set_encodings(self._offered())

    def _offered(self) -> tuple[Encoding, ...]:
        return (*wire.OFFERED, Encoding.EXTENDED_CLIPBOARD) if self._clipboard else wire.OFFERED

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
        (length,) = unpack(">3xi", (yield 7))
        if not -MAX_TEXT <= length <= MAX_TEXT:
            raise ValueError(f"a clipboard text of {abs(length)} bytes")
        data = yield abs(length)
        if length >= 0:
            self._events.append(CutText(data.decode("latin-1")))
        elif self._clipboard and len(data) >= 4:
            self._hear_clipboard(int.from_bytes(data[:4], "big"), data[4:])

    def _hear_clipboard(self, flags: int, data: bytes) -> None:
        """The clipboard extension: who speaks first tells what it understands."""
        if flags & wire.CLIPBOARD_CAPS:
            self.outgoing += wire.clipboard_caps()
            self._events.append(ClipboardShared())
        elif not flags & wire.CLIPBOARD_TEXT:
            return
        elif flags & wire.CLIPBOARD_REQUEST:
            self._events.append(ClipboardWanted())
        elif flags & wire.CLIPBOARD_NOTIFY:
            self._events.append(ClipboardOffered())
        elif flags & wire.CLIPBOARD_PROVIDE:
            self._events.append(CutText(_provided(data)))

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
                (count,) = unpack(">B3x", (yield 4))
                screens = yield count * 16
                if count and y == 0:
                    number, flags = unpack(">I8xI", screens[:16])
                    self._events.append(CanResize((number, flags)))
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
            case Encoding.LED_STATE:
                self._events.append(Locks(wire.Lock((yield 1)[0] & 7)))
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


def _provided(packed: bytes) -> str:
    """The text of a clipboard message; what is no such text is an error of the server's."""
    inflate = zlib.decompressobj()
    try:
        data = inflate.decompress(packed, 4 + wire.MAX_CLIPBOARD)
    except zlib.error:
        raise ValueError("a damaged clipboard text") from None
    if len(data) < 4:
        raise ValueError("a clipboard text without a length")
    (length,) = unpack(">I", data[:4])
    if length > len(data) - 4:
        raise ValueError(f"a clipboard text of {length} bytes")
    text = data[4 : 4 + length].partition(b"\0")[0].decode(errors="replace")
    return text.replace("\r\n", "\n")
