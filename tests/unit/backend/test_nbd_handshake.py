"""The handshake, sentence by sentence of the specification."""

from __future__ import annotations

from struct import pack, unpack

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.backend import wire as nbd
from tests.unit.backend.conftest import Served
from tests.unit.backend.memory_device import MemoryDevice
from tests.unit.backend.wire import meta, name_and_infos

BASIC = 0b1_0000_1101  # HAS_FLAGS, SEND_FLUSH, SEND_FUA, CAN_MULTI_CONN
WRITABLE = BASIC | 0b110_0000  # SEND_TRIM, SEND_WRITE_ZEROES
SEND_DF = 0b1000_0000
READ_ONLY = 0b10


@pytest.fixture
def wire(served):
    made = served.wire()
    made.hello()
    return made


def infos(replies: list[tuple[int, bytes]]) -> dict[int, bytes]:
    """The INFO replies by type."""
    return {unpack(">H", data[:2])[0]: data[2:] for kind, data in replies if kind == 3}


def test_the_server_offers_fixed_newstyle_without_zeroes(served):
    assert served.wire().hello() == 3


@pytest.mark.parametrize("flags", [4, 0x80000000, 7])
def test_unknown_client_flags_end_the_connection(served, flags):
    wire = served.wire()
    wire.hello(flags)
    assert wire.at_end()


@pytest.mark.parametrize(("flags", "padding"), [(1, 124), (3, 0)])
@pytest.mark.parametrize("name", [b"", b"disk"])
def test_export_name(served, flags, padding, name):
    wire = served.wire()
    wire.hello(flags)
    wire.send(b"IHAVEOPT" + pack(">II", nbd.EXPORT_NAME, len(name)) + name)
    size, transmission = unpack(">QH", wire.receive(10))
    assert size == served.device.size
    assert transmission == WRITABLE
    assert wire.receive(padding) == bytes(padding)
    assert wire.ask(nbd.READ, 0, 512).data[0] == bytes(512)


@pytest.mark.parametrize("name", [b"other", b"disk\0", b"x" * 5000, b"x" * (1 << 17)])
def test_export_name_that_does_not_exist_ends_the_connection(wire, name):
    wire.send(b"IHAVEOPT" + pack(">II", nbd.EXPORT_NAME, len(name)) + name[:16384])
    assert wire.at_end()


def test_abort_is_acknowledged(wire):
    assert wire.option(nbd.ABORT, b"ignored") == [(nbd.ACK, b"")]
    assert wire.at_end()


def test_list(wire):
    assert wire.option(nbd.LIST) == [(nbd.SERVER, pack(">I", 4) + b"disk"), (nbd.ACK, b"")]
    assert wire.option(nbd.LIST, b"x")[0][0] == nbd.INVALID


def test_go_tells_size_flags_and_block_sizes(served, wire):
    replies = wire.option(nbd.GO, name_and_infos(b""))
    assert replies[-1] == (nbd.ACK, b"")
    found = infos(replies)
    assert found[0] == pack(">QH", served.device.size, WRITABLE)
    assert found[3] == pack(">III", 1, 4096, 32 << 20)
    assert wire.ask(nbd.READ, 0, 512).data[0] == bytes(512)


def test_info_stays_in_the_handshake(wire):
    replies = wire.option(nbd.INFO, name_and_infos(b"disk", 1, 3, 99))
    assert replies[-1] == (nbd.ACK, b"")
    assert infos(replies)[1] == b"disk"
    assert wire.option(nbd.LIST)[-1] == (nbd.ACK, b"")


def test_flags_of_a_read_only_disk(serve):
    wire = serve(MemoryDevice(read_only=True)).wire()
    wire.hello()
    wire.option(nbd.STRUCTURED)
    info = infos(wire.option(nbd.GO, name_and_infos(b"")))[0]
    assert unpack(">QH", info)[1] == BASIC | READ_ONLY | SEND_DF


def test_structured_replies_bring_the_df_flag(wire):
    assert wire.option(nbd.STRUCTURED, b"x")[0][0] == nbd.INVALID
    assert wire.option(nbd.STRUCTURED) == [(nbd.ACK, b"")]
    info = infos(wire.option(nbd.INFO, name_and_infos(b"")))[0]
    assert unpack(">QH", info)[1] == WRITABLE | SEND_DF


@pytest.mark.parametrize("option", [nbd.INFO, nbd.GO])
@pytest.mark.parametrize(
    ("data", "error"),
    [
        (name_and_infos(b"other"), nbd.UNKNOWN),
        (b"", nbd.INVALID),
        (b"\0\0\0", nbd.INVALID),
        (pack(">I", 5) + b"disk\0", nbd.INVALID),
        (pack(">I", 0xFFFFFFFF), nbd.INVALID),
        (pack(">IH", 0, 2) + pack(">H", 3), nbd.INVALID),
        (name_and_infos(b"") + b"x", nbd.INVALID),
        (name_and_infos(b"x" * 4097), nbd.INVALID),
    ],
)
def test_bad_info_and_go_are_refused_and_the_handshake_goes_on(wire, option, data, error):
    ((kind, sentence),) = wire.option(option, data)
    assert kind == error
    assert sentence.endswith(b".")
    assert wire.option(nbd.GO, name_and_infos(b""))[-1][0] == nbd.ACK


@pytest.mark.parametrize("option", [0, 4, 5, 11, 12, 0xFFFFFFFF])
def test_unknown_options_are_not_supported(wire, option):
    assert wire.option(option, b"whatever")[0][0] == nbd.UNSUP
    assert wire.option(nbd.LIST)[-1] == (nbd.ACK, b"")


@pytest.mark.parametrize("option", [nbd.LIST, nbd.GO, nbd.SET_META, 77])
@pytest.mark.parametrize("length", [16385, 1 << 20])
def test_a_long_option_is_read_to_its_end_and_refused(wire, option, length):
    assert wire.option(option, bytes(length))[0][0] == nbd.TOO_BIG
    assert wire.option(nbd.LIST)[-1] == (nbd.ACK, b"")


def test_an_endless_option_ends_the_connection(wire):
    wire.send(b"IHAVEOPT" + pack(">II", nbd.GO, (1 << 20) + 1))
    assert wire.at_end()


def test_options_without_an_end_end_the_connection(wire):
    for _ in range(256):
        wire.option(nbd.LIST)
    assert wire.at_end()


def test_an_option_without_magic_ends_the_connection(wire):
    wire.send(b"IHAVEOPX" + pack(">II", nbd.LIST, 0))
    assert wire.at_end()


# Metadata contexts.


def test_contexts_need_structured_replies(wire):
    for option in (nbd.LIST_META, nbd.SET_META):
        assert wire.option(option, meta(b"", nbd.ALLOCATION))[0][0] == nbd.INVALID


@pytest.mark.parametrize(
    ("queries", "found"),
    [
        ((), True),
        ((b"base:",), True),
        ((b"base:allocation",), True),
        ((b"x-unknown:thing", b"base:allocation"), True),
        ((b"base:unknown",), False),
        ((b"qemu:dirty-bitmap:x",), False),
        ((b"no colon",), False),
    ],
)
def test_list_meta_context(wire, queries, found):
    wire.option(nbd.STRUCTURED)
    replies = wire.option(nbd.LIST_META, meta(b"", *queries))
    assert replies == [(nbd.META, bytes(4) + nbd.ALLOCATION)] * found + [(nbd.ACK, b"")]


@pytest.mark.parametrize(
    ("queries", "found"),
    [((), False), ((b"base:",), False), ((b"base:allocation",), True), ((b"base:x",), False)],
)
def test_set_meta_context(wire, queries, found):
    wire.structured = True
    wire.option(nbd.STRUCTURED)
    replies = wire.option(nbd.SET_META, meta(b"disk", *queries))
    assert replies == [(nbd.META, pack(">I", 1) + nbd.ALLOCATION)] * found + [(nbd.ACK, b"")]
    wire.option(nbd.GO, name_and_infos(b"disk"))
    assert (wire.ask(nbd.STATUS, 0, 512).error == 0) is found


@pytest.mark.parametrize(
    ("second", "name"),
    [
        (None, b"disk"),  # negotiated for another name than the one chosen
        (meta(b""), b""),  # a later empty selection replaces it
        (b"\0", b""),  # so does one that fails
        (meta(b"other", nbd.ALLOCATION), b""),
    ],
)
def test_a_context_is_lost_by_what_comes_after(wire, second, name):
    wire.structured = True
    wire.option(nbd.STRUCTURED)
    wire.option(nbd.SET_META, meta(b"", nbd.ALLOCATION))
    if second is not None:
        wire.option(nbd.SET_META, second)
    wire.option(nbd.GO, name_and_infos(name))
    assert wire.ask(nbd.STATUS, 0, 512).error == nbd.EINVAL


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", nbd.INVALID),
        (meta(b"other", nbd.ALLOCATION), nbd.UNKNOWN),
        (pack(">II", 0, 1), nbd.INVALID),
        (pack(">II", 0, 0xFFFFFFFF), nbd.TOO_BIG),
        (pack(">III", 0, 1, 0xFFFFFFFF) + b"base:", nbd.INVALID),
        (meta(b"", nbd.ALLOCATION) + b"x", nbd.INVALID),
        (meta(b"", b"x" * 4097), nbd.INVALID),
    ],
)
def test_bad_context_queries_are_refused(wire, data, error):
    wire.option(nbd.STRUCTURED)
    for option in (nbd.LIST_META, nbd.SET_META):
        assert wire.option(option, data)[0][0] == error


# Anything at all.

_options = st.tuples(
    st.sampled_from([0, 3, 4, 5, 6, 8, 9, 10, 11, 0xFFFFFFFF]),  # none that ends the handshake
    st.one_of(
        st.binary(max_size=64),
        st.builds(name_and_infos, st.sampled_from([b"", b"disk", b"x"]), st.integers(0, 9)),
        st.builds(meta, st.sampled_from([b"", b"x"]), st.sampled_from([b"", nbd.ALLOCATION])),
    ),
)


@settings(deadline=None)
@given(options=st.lists(_options, max_size=20))
def test_any_options_are_answered_and_the_connection_stays_usable(options):
    served = Served(MemoryDevice())
    try:
        wire = served.wire()
        wire.hello()
        for number, data in options:
            assert wire.option(number, data)
            wire.structured |= (number, data) == (nbd.STRUCTURED, b"")
        assert wire.option(nbd.GO, name_and_infos(b""))[-1] == (nbd.ACK, b"")
        assert wire.ask(nbd.READ, 0, 16).bytes_from(0) == bytes(16)
        assert not served.reports
    finally:
        served.close()


@settings(deadline=None)
@given(data=st.binary(max_size=200), flags=st.integers(0, 3))
def test_any_bytes_at_all_crash_nothing(data, flags):
    served = Served(MemoryDevice())
    try:
        wire = served.wire()
        wire.send(pack(">I", flags) + data)
        wire.sock.shutdown(1)
        while wire.sock.recv(4096):
            pass
        assert not served.reports
    except ConnectionResetError:  # it hung up before it had read everything
        assert not served.reports
    finally:
        served.close()
