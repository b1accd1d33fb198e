"""The transmission phase: against a model, request by request, and when things fail."""

from __future__ import annotations

import errno
import random
import threading
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.backend import wire as nbd
from tests.unit.backend.conftest import Served
from tests.unit.backend.memory_device import MemoryDevice
from tests.unit.backend.wire import request
from vmgui.backend.nbd import connection
from vmgui.errors import VmguiError

MIB = 1 << 20


@pytest.fixture(params=[True, False], ids=["structured", "simple"])
def structured(request):
    return request.param


@pytest.fixture
def wire(served, structured):
    return served.connected(structured=structured)


def filled(size: int = MIB, **more: bool) -> MemoryDevice:
    device = MemoryDevice(size, **more)
    device.data[:] = random.Random(1).randbytes(size)
    return device


def test_what_was_written_is_read(served, wire):
    data = random.Random(2).randbytes(12345)
    assert wire.ask(nbd.WRITE, 777, data=data).error == 0
    assert wire.ask(nbd.READ, 777, len(data)).bytes_from(777) == data
    assert served.device.data[777 : 777 + len(data)] == data


def test_commands_reach_the_device(served, wire):
    assert wire.ask(nbd.FLUSH).error == 0
    assert wire.ask(nbd.TRIM, 4096, 8192).error == 0
    assert wire.ask(nbd.ZERO, 1, 2).error == 0
    assert wire.ask(nbd.ZERO, 3, 4, flags=nbd.NO_HOLE).error == 0
    assert served.device.calls == [
        ("flush",),
        ("trim", 4096, 8192),
        ("write_zeroes", 1, 2, False),
        ("write_zeroes", 3, 4, True),
    ]


@pytest.mark.parametrize("command", [nbd.WRITE, nbd.TRIM, nbd.ZERO])
def test_fua_flushes_before_the_reply(served, wire, command):
    wire.ask(command, 0, 4, flags=nbd.FUA, data=b"data" if command == nbd.WRITE else b"")
    assert [call[0] for call in served.device.calls][1:] == ["flush"]


def test_fua_on_a_read_changes_nothing(wire):
    assert wire.ask(nbd.READ, 0, 512, flags=nbd.FUA).bytes_from(0) == bytes(512)


def test_requests_of_no_bytes_succeed(served, wire):
    for command in (nbd.READ, nbd.WRITE, nbd.TRIM, nbd.ZERO):
        assert wire.ask(command, 4096, 0).error == 0
    assert served.device.calls == []


def test_disconnect_is_silent_and_answers_what_came_before(wire):
    wire.send(request(nbd.READ, 0, 512) + request(nbd.DISC, 0, 0))
    assert wire.reply(512).error == 0
    assert wire.at_end()


def test_replies_keep_the_order_of_requests(wire):
    wire.send(b"".join(request(nbd.READ, n * 512, 512, cookie=2**64 - 1 - n) for n in range(500)))
    assert [wire.reply(512, n * 512).cookie for n in range(500)] == [
        2**64 - 1 - n for n in range(500)
    ]


def test_the_longest_read_and_write(serve, structured):
    served = serve(filled(40 * MIB))
    wire = served.connected(structured=structured)
    before = bytes(served.device.data[5 : 5 + 32 * MIB])
    assert wire.ask(nbd.READ, 5, 32 * MIB).bytes_from(5) == before
    after = random.Random(3).randbytes(32 * MIB)
    assert wire.ask(nbd.WRITE, 12345, data=after).error == 0
    assert served.device.data[12345 : 12345 + 32 * MIB] == after


def test_long_requests_go_to_the_device_in_aligned_pieces(serve):
    served = serve(MemoryDevice(8 * MIB))
    wire = served.connected()
    wire.ask(nbd.WRITE, 100, data=bytes(3 * MIB))
    wire.ask(nbd.READ, 100, 3 * MIB)
    for name in ("write", "read"):
        calls = [call[1:] for call in served.device.calls if call[0] == name]
        assert len(calls) > 1
        for (offset, length), (following, _) in pairwise(calls):
            assert offset + length == following
            assert following % 4096 == 0
            assert length <= MIB


def test_an_overlong_write_is_read_past(wire):
    wire.request(nbd.WRITE, 0, 32 * MIB + 1, cookie=1)
    for _ in range(32):
        wire.send(bytes(MIB))
    wire.send(b"!")
    assert wire.reply().error == nbd.EINVAL
    assert wire.ask(nbd.READ, 0, 512).error == 0


def test_an_endless_write_ends_the_connection(wire):
    wire.request(nbd.WRITE, 0, 64 * MIB + 1)
    assert wire.at_end()


def test_wrong_magic_ends_the_connection(wire):
    wire.send(b"\x25\x60\x95\x14" + bytes(24))
    assert wire.at_end()


@pytest.mark.parametrize("cut", [1, 27, 28, 100])
def test_a_client_that_leaves_in_the_middle_changes_nothing(served, wire, cut):
    wire.send(request(nbd.WRITE, 0, 512, data=b"x" * 512)[:cut])
    wire.sock.shutdown(1)
    assert wire.at_end()
    assert served.device.calls == []


def test_refusals_have_sentences(served):
    wire = served.connected()
    reply = wire.ask(nbd.WRITE, MIB - 1, data=b"ab")
    assert (reply.error, reply.kinds) == (nbd.ENOSPC, [0x8001])
    assert reply.message.startswith(f"NBD_CMD_WRITE of 2 bytes at offset {MIB - 1} was refused")
    assert served.reports == []


def test_read_only(serve, structured):
    served = serve(filled(read_only=True))
    wire = served.connected(structured=structured)
    assert wire.ask(nbd.WRITE, 0, data=b"x" * 100_000).error == nbd.EPERM
    assert wire.ask(nbd.TRIM, 0, 4096).error == nbd.EPERM
    assert wire.ask(nbd.ZERO, 0, 4096).error == nbd.EPERM
    assert wire.ask(nbd.READ, 0, 4096).bytes_from(0) == served.device.data[:4096]
    assert {call[0] for call in served.device.calls} == {"read"}


# Block status.


def test_block_status(serve):
    served = serve(MemoryDevice(16 * 4096))
    wire = served.connected()
    served.device.data[4096] = served.device.data[2 * 4096] = served.device.data[5 * 4096] = 1
    reply = wire.ask(nbd.STATUS, 100, 7 * 4096)
    assert reply.extents == [(3996, 3), (8192, 0), (8192, 3), (4096, 0), (4096 + 100, 3)]
    reply = wire.ask(nbd.STATUS, 4096, 7 * 4096, flags=nbd.REQ_ONE)
    assert reply.extents == [(8192, 0)]
    # An extent never goes beyond what was asked about, with or without that flag.
    assert wire.ask(nbd.STATUS, 4096, 10, flags=nbd.REQ_ONE).extents == [(10, 0)]


def test_a_long_list_of_extents_is_cut(serve):
    served = serve(MemoryDevice(3000 * 4096))
    wire = served.connected()
    served.device.data[:: 2 * 4096] = b"x" * 1500
    extents = wire.ask(nbd.STATUS, 0, 3000 * 4096).extents
    assert extents == [(4096, 0), (4096, 3)] * 512


def test_block_status_needs_structured_replies(served):
    wire = served.connected(structured=False)
    assert wire.ask(nbd.STATUS, 0, 4096).error == nbd.EINVAL


# Failures of the device.


@pytest.mark.parametrize(
    ("command", "method"),
    [
        (nbd.READ, "read"),
        (nbd.WRITE, "write"),
        (nbd.FLUSH, "flush"),
        (nbd.TRIM, "trim"),
        (nbd.ZERO, "write_zeroes"),
    ],
)
def test_a_failure_is_told_to_client_and_owner(served, wire, command, method):
    served.device.fail[method] = OSError(errno.ENOSPC, "No space left on device")
    length = 0 if command == nbd.FLUSH else 4096
    data = bytes(length) if command == nbd.WRITE else b""
    reply = wire.ask(command, 0, length, data=data)
    assert reply.error == nbd.ENOSPC
    assert len(served.reports) == 1
    assert served.reports[0].endswith("failed: No space left on device.")
    if wire.structured:
        assert reply.message == served.reports[0]
    served.device.fail.clear()
    assert wire.ask(command, 0, length, data=data).error == 0
    assert served.server.counters()["errors"] == 1


def test_a_failing_block_status(served):
    served.device.fail["extents"] = OSError(errno.EIO, "Input/output error")
    assert served.connected().ask(nbd.STATUS, 0, 4096).error == nbd.EIO


def test_a_failing_flush_fails_a_write_with_fua(served, wire):
    served.device.fail["flush"] = OSError(errno.EIO, "Input/output error")
    assert wire.ask(nbd.WRITE, 0, data=b"x", flags=nbd.FUA).error == nbd.EIO


def test_what_a_cipher_says_of_its_failure_is_kept_from_everybody(served, wire, caplog):
    served.device.fail["read"] = ValueError("the key is hunter2")
    reply = wire.ask(nbd.READ, 0, 4096)
    assert reply.error == nbd.EIO
    assert served.reports == [
        "NBD_CMD_READ of 4096 bytes at offset 0 failed: Unexpected ValueError."
    ]
    assert "hunter2" not in reply.message + caplog.text
    assert "in _enter" in caplog.text  # where it happened, for the plug-in's author


def test_our_own_errors_are_told_in_their_words(served, wire):
    served.device.fail["read"] = VmguiError("Sector 5 is damaged.", remedy="Restore it.")
    wire.ask(nbd.READ, 0, 4096)
    assert served.reports[0].endswith("failed: Sector 5 is damaged. Restore it.")


def test_a_long_write_that_fails_is_taken_in_whole(serve, structured):
    served = serve(MemoryDevice(8 * MIB))
    wire = served.connected(structured=structured)
    served.device.fail["write"] = OSError(errno.ENOSPC, "No space left on device")
    assert wire.ask(nbd.WRITE, 0, data=bytes(5 * MIB)).error == nbd.ENOSPC
    assert len(served.device.calls) == 1
    assert len(served.reports) == 1
    assert wire.ask(nbd.READ, 0, 512).error == 0


class FailsAt(MemoryDevice):
    """Reads fail from the second MiB on."""

    def read(self, offset: int, out: memoryview) -> None:
        if offset >= MIB:
            raise OSError(errno.EIO, "Input/output error")
        super().read(offset, out)


def test_a_long_read_that_fails_on_the_way(serve):
    served = serve(FailsAt(8 * MIB))
    reply = served.connected().ask(nbd.READ, 0, 3 * MIB)
    assert reply.error == nbd.EIO
    assert reply.kinds == [1, 0x8001]


def test_a_long_simple_read_that_fails_on_the_way_ends_the_connection(serve):
    """Its header has told success by then: the specification leaves nothing else."""
    served = serve(FailsAt(8 * MIB))
    wire = served.connected(structured=False)
    wire.request(nbd.READ, 0, 3 * MIB)
    wire.receive(16)
    with pytest.raises(EOFError):
        wire.receive(3 * MIB)


def test_a_guest_can_not_flood_the_log(served, caplog, monkeypatch):
    now = 0.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    served.device.fail["trim"] = OSError(errno.EIO, "Input/output error")
    wire = served.connected()
    for _ in range(50):
        wire.ask(nbd.READ, MIB, 1)
        wire.ask(nbd.TRIM, 0, 1)
    assert len(served.reports) == 20
    assert len([record for record in caplog.records if "was refused" in record.message]) == 20
    assert len([record for record in caplog.records if " failed: " in record.message]) == 20
    now = 1.5  # what happens later is told again, once a second
    for _ in range(3):
        wire.ask(nbd.TRIM, 0, 1)
    assert len(served.reports) == 21
    assert served.server.counters()["errors"] == 53


# Against a model.

SIZE = 40_000
_range = st.integers(0, SIZE).flatmap(
    lambda offset: st.tuples(st.just(offset), st.integers(0, min(20_000, SIZE - offset)))
)
_operation = st.tuples(
    st.sampled_from([nbd.READ, nbd.WRITE, nbd.WRITE, nbd.TRIM, nbd.ZERO, nbd.FLUSH]),
    _range,
    st.booleans(),
    st.integers(0, 255),
)


@settings(deadline=None)
@given(
    operations=st.lists(_operation, max_size=30),
    structured=st.booleans(),
    piece=st.sampled_from([4096, 8192, 1 << 20]),
    cuts=st.integers(1, 9999),
)
def test_a_server_is_a_run_of_bytes(operations, structured, piece, cuts):
    """Whatever is asked, in one go and cut anywhere, the replies are those of a bytearray."""
    with pytest.MonkeyPatch.context() as patch:
        # Small pieces, so that short requests take the way of long ones.
        patch.setattr(connection, "PIECE", piece)
        patch.setattr(connection, "_INBOX", piece + 100)
        served = Served(MemoryDevice(SIZE))
        try:
            wire = served.connected(structured=structured)
            model = bytearray(SIZE)
            stream, expected = b"", []
            for number, (command, (offset, length), fua, byte) in enumerate(operations):
                if command == nbd.FLUSH:
                    offset = length = 0
                data = bytes([byte]) * length if command == nbd.WRITE else b""
                stream += request(command, offset, length, flags=fua, cookie=number, data=data)
                end = offset + length
                if command == nbd.READ:
                    expected.append((offset, bytes(model[offset:end])))
                else:
                    expected.append((0, b""))
                if command in (nbd.WRITE, nbd.TRIM, nbd.ZERO):
                    model[offset:end] = data or bytes(length)
            sender = threading.Thread(target=_send_cut, args=(wire, stream, cuts))
            sender.start()
            for number, (offset, data) in enumerate(expected):
                reply = wire.reply(len(data), offset)
                assert (reply.cookie, reply.error) == (number, 0)
                assert reply.bytes_from(offset) == data
            sender.join()
            assert served.device.data == model
            assert not served.reports
        finally:
            served.close()


def _send_cut(wire: nbd.Wire, stream: bytes, cuts: int) -> None:
    for at in range(0, len(stream), cuts):
        wire.send(stream[at : at + cuts])


_anything = st.tuples(
    st.integers(0, 9).filter(lambda command: command != nbd.DISC),
    st.one_of(st.integers(0, 2 * SIZE), st.integers(0, 2**64 - 1)),
    st.one_of(st.integers(0, 20_000), st.integers(0, 2**32 - 1)),
    st.one_of(st.just(0), st.integers(0, 2**16 - 1)),
    st.integers(0, 2**64 - 1),
)


@settings(deadline=None)
@given(requests=st.lists(_anything, max_size=20), structured=st.booleans(), read_only=st.booleans())
def test_any_requests_are_answered_in_step(requests, structured, read_only):
    """Each of them gets one reply with its cookie, and the connection stays usable."""
    served = Served(MemoryDevice(SIZE, read_only=read_only))
    try:
        wire = served.connected(structured=structured)
        for command, offset, length, flags, cookie in requests:
            if command == nbd.WRITE:
                length %= 100_000
            data = bytes(length) if command == nbd.WRITE else b""
            wire.request(command, offset, length, flags=flags, cookie=cookie, data=data)
            reply = wire.reply(length if command == nbd.READ else 0, offset)
            assert reply.cookie == cookie
            assert reply.error in (0, nbd.EPERM, nbd.EINVAL, nbd.ENOSPC, nbd.EOVERFLOW)
            assert offset + length <= SIZE or reply.error
        assert wire.ask(nbd.READ, SIZE - 1, 1).bytes_from(SIZE - 1) == b"\0"
        assert not served.reports
    finally:
        served.close()
