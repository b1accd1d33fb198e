"""The protocol without any socket: what a server says, in pieces of any size, honest or not."""

from __future__ import annotations

import os
import tracemalloc
import zlib
from contextlib import suppress
from itertools import pairwise
from struct import pack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.gui import rfb_server as server
from vmgui.gui.rfb import wire
from vmgui.gui.rfb.decoder import Decoder, RfbError
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
    Painted,
    PointerMode,
    Ready,
    Resized,
    UpdateEnd,
)
from vmgui.gui.rfb.framebuffer import MAX_PIXELS, Framebuffer
from vmgui.gui.rfb.wire import Encoding


def connected(width: int = 8, height: int = 4) -> Decoder:
    decoder = Decoder()
    decoder.feed(server.greeting(width, height))
    decoder.outgoing.clear()
    return decoder


def conversation() -> bytes:
    """One of everything that an honest server sends."""
    deflate = server.Deflate()
    return b"".join(
        (
            server.greeting(),
            server.update(
                server.raw(0, 0, 8, 4, bytes(range(128))),
                server.rectangle(2, 1, 3, 2, server.COPY, pack(">HH", 0, 0)),
                deflate.rectangle(1, 1, 4, 2, b"\x11\x22\x33\x00" * 8),
            ),
            b"\x02",
            pack(">B3xI", 3, 5) + b"hello",
            pack(">BxHH", 1, 0, 1) + bytes(6),
            server.update(
                server.rectangle(0, 0, 5, 3, Encoding.EXTENDED_DESKTOP_SIZE, b"\x01" + bytes(19)),
                server.rectangle(0, 0, 0, 0, Encoding.EXTENDED_KEY_EVENT),
                server.rectangle(1, 0, 0, 0, Encoding.POINTER_MOTION_CHANGE),
                server.rectangle(0, 0, 0, 0, Encoding.DESKTOP_NAME, pack(">I", 2) + b"ab"),
                server.rectangle(0, 0, 0, 0, Encoding.LAST_RECT),
                count=0xFFFF,
            ),
            server.update(
                deflate.rectangle(0, 0, 5, 3, os.urandom(60)),
                server.rectangle(1, 0, 2, 1, Encoding.CURSOR, bytes(range(8)) + b"\x80"),
            ),
        )
    )


def test_the_handshake_sends_what_rfc_6143_wants() -> None:
    decoder = Decoder()
    events = decoder.feed(server.greeting(640, 480))
    assert events == [Resized(640, 480), Ready("guest")]
    sent = bytes(decoder.outgoing)
    assert sent.startswith(b"RFB 003.008\n\x01\x01" + wire.set_pixel_format())
    assert sent.endswith(pack(">BBHHHH", 3, 0, 0, 0, 640, 480))


def test_everything_an_honest_server_sends_is_understood() -> None:
    events = Decoder().feed(conversation())
    assert [event for event in events if not isinstance(event, UpdateEnd)] == [
        Resized(8, 4),
        Ready("guest"),
        Painted(0, 0, 8, 4),
        Painted(2, 1, 3, 2),
        Painted(1, 1, 4, 2),
        Bell(),
        CutText("hello"),
        CanResize((0, 0)),
        Resized(5, 3),
        ExtendedKeys(),
        PointerMode(absolute=True),
        Painted(0, 0, 5, 3),
        CursorShape(1, 0, 2, 1, bytes([0, 1, 2, 255, 0, 0, 0, 0])),
    ]
    assert sum(isinstance(event, UpdateEnd) for event in events) == 3


@given(st.lists(st.integers(0, 700), max_size=40))
def test_any_cutting_of_the_stream_gives_the_same(cuts: list[int]) -> None:
    stream = conversation()
    whole = Decoder()
    expected = whole.feed(stream)
    pieces = Decoder()
    events: list[Event] = []
    for start, end in pairwise(sorted({0, *(cut % len(stream) for cut in cuts), len(stream)})):
        events += pieces.feed(stream[start:end])
    assert events == expected
    assert pieces.framebuffer.pixels == whole.framebuffer.pixels
    assert pieces.outgoing == whole.outgoing


@given(st.binary(max_size=600))
def test_nonsense_is_refused_or_waited_on_but_never_believed(noise: bytes) -> None:
    decoder = connected()
    with suppress(RfbError):
        decoder.feed(noise)
    screen = decoder.framebuffer
    assert len(screen.pixels) == screen.width * screen.height * 4 <= MAX_PIXELS * 4


@given(st.integers(0, 700), st.binary(min_size=1, max_size=8))
def test_a_damaged_conversation_never_ends_in_another_exception(at: int, noise: bytes) -> None:
    stream = bytearray(conversation())
    stream[at : at + len(noise)] = noise
    with suppress(RfbError):
        Decoder().feed(stream)


@pytest.mark.parametrize(
    "said",
    [
        b"HTTP/1.1 400",
        b"RFB 003.003\n",
        b"RFB 003.008\n\x01\x02",
        b"RFB 003.008\n\x00" + pack(">I", 6) + b"go off",
        b"RFB 003.008\n\x01\x01" + pack(">I", 1) + pack(">I", 4) + b"full",
        b"RFB 003.008\n\x01\x01" + pack(">I", 0) + pack(">HH16xI", 1, 1, 1 << 31),
        server.greeting(65535, 65535),
        server.greeting() + b"\x7f",
        server.greeting() + pack(">B3xI", 3, 1 << 30),
        server.greeting() + server.update(server.raw(7, 0, 2, 1, bytes(8))),
        server.greeting() + server.update(server.raw(0, 3, 1, 2, bytes(8))),
        server.greeting() + server.update(server.rectangle(0, 0, 8, 4, 16)),
        server.greeting()
        + server.update(server.rectangle(0, 0, 2, 2, server.COPY, pack(">HH", 7, 0))),
        server.greeting()
        + server.update(server.rectangle(0, 0, 8, 4, server.ZLIB, pack(">I", 1 << 31))),
        server.greeting()
        + server.update(server.rectangle(0, 0, 1, 1, server.ZLIB, pack(">I", 3) + b"abc")),
        server.greeting() + server.update(server.rectangle(0, 0, 65535, 65535, -223)),
        server.greeting() + server.update(server.rectangle(0, 0, 4096, 4096, Encoding.CURSOR)),
    ],
)
def test_a_hostile_server_is_refused_with_a_sentence(said: bytes) -> None:
    with pytest.raises(RfbError) as error:
        Decoder().feed(said)
    assert "The display server" in error.value.why


def test_a_compressed_rectangle_of_the_wrong_size_is_refused() -> None:
    for pixels in (bytes(16 * 4 + 4), bytes(16 * 4 - 4), bytes(1 << 24)):
        said = server.update(server.Deflate().rectangle(0, 0, 4, 4, pixels))
        with pytest.raises(RfbError):
            connected().feed(said)


def test_a_compressed_bomb_is_never_unpacked() -> None:
    pack_zeros = zlib.compressobj()
    bomb = b"".join(pack_zeros.compress(bytes(1 << 20)) for _ in range(200)) + pack_zeros.flush()
    decoder = connected(512, 512)
    said = server.rectangle(0, 0, 512, 512, server.ZLIB, pack(">I", len(bomb)) + bomb)
    tracemalloc.start()
    try:
        with pytest.raises(RfbError):
            decoder.feed(server.update(said))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 16 << 20


@given(
    *(st.integers(0, 5) for _ in range(4)),
    st.integers(1, 3),
    st.integers(1, 3),
)
def test_copied_rectangles_may_overlap(
    from_x: int, from_y: int, x: int, y: int, width: int, height: int
) -> None:
    screen = Framebuffer()
    screen.resize(8, 8)
    screen.pixels[:] = os.urandom(len(screen.pixels))
    before = bytes(screen.pixels)
    screen.copy(from_x, from_y, x, y, width, height)
    for row in range(8):
        for column in range(8):
            inside = x <= column < x + width and y <= row < y + height
            source = (
                (row - y + from_y) * 8 + column - x + from_x if inside else row * 8 + column
            ) * 4
            here = (row * 8 + column) * 4
            assert screen.pixels[here : here + 4] == before[source : source + 4]


def test_after_each_update_the_next_is_asked_for_incrementally() -> None:
    decoder = connected()
    size = server.rectangle(0, 0, 5, 3, Encoding.EXTENDED_DESKTOP_SIZE, b"\x01" + bytes(19))
    decoder.feed(server.update(size))
    assert bytes(decoder.outgoing) == pack(">BBHHHH", 3, 1, 0, 0, 5, 3)


def test_a_refused_change_of_size_changes_nothing() -> None:
    decoder = connected()
    refusal = server.rectangle(0, 1, 5, 3, Encoding.EXTENDED_DESKTOP_SIZE, b"\x01" + bytes(19))
    events = decoder.feed(server.update(refusal))
    assert events == [UpdateEnd()]
    assert (decoder.framebuffer.width, decoder.framebuffer.height) == (8, 4)


def test_a_pointer_with_alpha_comes_in_the_order_of_the_screen() -> None:
    rgba = bytes([1, 2, 3, 4])
    said = server.rectangle(0, 0, 1, 1, Encoding.CURSOR_WITH_ALPHA, pack(">i", 0) + rgba)
    events = connected().feed(server.update(said))
    assert events[0] == CursorShape(0, 0, 1, 1, bytes([3, 2, 1, 4]))


# --- the clipboard extension ----------------------------------------------------------------------


def cut_text(flags: int, data: bytes = b"") -> bytes:
    return pack(">BxxxiI", 3, -(4 + len(data)), flags) + data


def sharing() -> Decoder:
    decoder = Decoder(clipboard=True)
    decoder.feed(server.greeting())
    decoder.outgoing.clear()
    return decoder


def test_a_server_with_the_clipboard_extension_is_told_what_we_can() -> None:
    decoder = sharing()
    assert decoder.feed(cut_text(wire.CLIPBOARD_CAPS | wire.CLIPBOARD_TEXT, bytes(4))) == [
        ClipboardShared()
    ]
    assert bytes(decoder.outgoing) == wire.clipboard_caps()


def test_a_copied_text_is_offered_asked_for_and_provided() -> None:
    decoder = sharing()
    assert decoder.feed(cut_text(wire.CLIPBOARD_NOTIFY | wire.CLIPBOARD_TEXT)) == [
        ClipboardOffered()
    ]
    assert decoder.feed(cut_text(wire.CLIPBOARD_REQUEST | wire.CLIPBOARD_TEXT)) == [
        ClipboardWanted()
    ]
    provided = wire.clipboard_provide("zwei\nZeilen: äöü €")[12:]
    assert decoder.feed(cut_text(wire.CLIPBOARD_PROVIDE | wire.CLIPBOARD_TEXT, provided)) == [
        CutText("zwei\nZeilen: äöü €")
    ]


def test_other_formats_and_unasked_extensions_are_passed_over() -> None:
    decoder = sharing()
    assert decoder.feed(cut_text(wire.CLIPBOARD_NOTIFY | 2)) == []
    plain = Decoder()
    plain.feed(server.greeting())
    assert plain.feed(cut_text(wire.CLIPBOARD_NOTIFY | wire.CLIPBOARD_TEXT)) == []


@pytest.mark.parametrize(
    "data",
    [b"no zlib", zlib.compress(b""), zlib.compress(b"\0\0\1\0short"), zlib.compress(b"\xff" * 8)],
)
def test_damaged_texts_are_refused(data: bytes) -> None:
    with pytest.raises(RfbError, match="clipboard text"):
        sharing().feed(cut_text(wire.CLIPBOARD_PROVIDE | wire.CLIPBOARD_TEXT, data))


def test_a_text_that_unfolds_without_end_is_cut_off() -> None:
    bomb = zlib.compress(pack(">I", 2**31) + bytes(64 << 20))
    with pytest.raises(RfbError, match="clipboard text"):
        sharing().feed(cut_text(wire.CLIPBOARD_PROVIDE | wire.CLIPBOARD_TEXT, bomb))


@given(st.integers(0, 2**32 - 1), st.binary(max_size=200))
def test_any_clipboard_message_is_understood_or_refused(flags: int, data: bytes) -> None:
    decoder = sharing()
    try:
        decoder.feed(cut_text(flags, data))
    except RfbError:
        return
    assert decoder.feed(server.update()) == [UpdateEnd()]
