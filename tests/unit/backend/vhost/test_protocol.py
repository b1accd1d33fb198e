"""Messages: what each does, and what ends the connection."""

from __future__ import annotations

import logging
import os
import socket
import time
from struct import pack, unpack

import pytest

from tests.unit.backend.memory_device import MemoryDevice
from tests.unit.backend.vhost import driver as v
from tests.unit.backend.vhost.driver import GUEST, USER, Memory


def test_features_of_a_writable_disk(served):
    wire = served.wire()
    offered = wire.ask_u64(v.GET_FEATURES)
    for feature in (
        v.F_FLUSH,
        v.F_DISCARD,
        v.F_INDIRECT,
        v.F_EVENT_IDX,
        v.F_PROTOCOL,
        v.F_VERSION_1,
    ):
        assert offered & feature
    assert not offered & v.F_RO
    assert wire.ask_u64(v.GET_PROTOCOL_FEATURES) == (
        v.P_MQ | v.P_REPLY_ACK | v.P_CONFIG | v.P_INFLIGHT
    )
    assert wire.ask_u64(v.GET_QUEUE_NUM) == 16


def test_features_of_a_read_only_disk(serve):
    offered = serve(MemoryDevice(read_only=True)).wire().ask_u64(v.GET_FEATURES)
    assert offered & v.F_RO
    assert not offered & v.F_DISCARD


def config(wire: v.Driver, offset: int, size: int) -> bytes:
    answer = wire.ask(v.GET_CONFIG, pack("=III", offset, size, 0) + bytes(size))
    assert unpack("=III", answer[:12]) == (offset, size, 0)
    return answer[12:]


def test_the_configuration_space(served):
    """Offsets are those of struct virtio_blk_config."""
    space = config(served.wire(), 0, 60)
    capacity, size_max, seg_max = unpack("<QII", space[:16])
    assert (capacity, size_max, seg_max) == (2048, 0, 126)
    assert unpack("<I", space[20:24]) == (512,)  # blk_size
    assert (space[24], space[25], *unpack("<HI", space[26:32])) == (3, 0, 8, 0)  # topology
    assert space[32] == 1  # writeback
    assert unpack("<H", space[34:36]) == (16,)  # num_queues
    assert unpack("<III", space[36:48]) == (1 << 21, 16, 8)  # discard
    assert unpack("<IIB", space[48:57]) == (1 << 17, 16, 1)  # write zeroes


def test_parts_of_the_configuration_space(served):
    wire = served.wire()
    assert config(wire, 20, 4) == pack("<I", 512)
    assert config(wire, 200, 56) == bytes(56)
    wire.send(v.SET_CONFIG, pack("=III", 32, 1, 0) + b"\0")  # writeback: no difference
    assert config(wire, 32, 1) == b"\1"


def test_replies_where_they_are_asked_for(served):
    wire = served.wire()
    wire.send(v.SET_PROTOCOL_FEATURES, pack("=Q", v.P_REPLY_ACK))
    wire.send(v.SET_OWNER, flags=1 | 8)
    assert wire.receive()[:2] == (v.SET_OWNER, bytes(8))
    wire.send(v.SET_OWNER)
    assert wire.ask_u64(v.GET_QUEUE_NUM) == 16


def table(*regions: tuple[int, int, int, int]) -> bytes:
    return pack("=II", len(regions), 0) + b"".join(pack("=QQQQ", *region) for region in regions)


PAGE = 4096
BAD = {
    "an unknown message": (99, b"", 0),
    "one too short": (v.SET_FEATURES, bytes(7), 0),
    "one too long": (v.SET_FEATURES, bytes(9), 0),
    "features that were not offered": (v.SET_FEATURES, pack("=Q", 1 << 63), 0),
    "protocol features that were not": (v.SET_PROTOCOL_FEATURES, pack("=Q", 1 << 63), 0),
    "a ring of no size": (v.SET_VRING_NUM, pack("=II", 0, 0), 0),
    "a ring of an odd size": (v.SET_VRING_NUM, pack("=II", 0, 3), 0),
    "a huge ring": (v.SET_VRING_NUM, pack("=II", 0, 1 << 31), 0),
    "a queue that is not there": (v.SET_VRING_NUM, pack("=II", 16, 8), 0),
    "another": (v.GET_VRING_BASE, pack("=II", 0xFFFFFFFF, 0), 0),
    "a log": (v.SET_VRING_ADDR, pack("=IIQQQQ", 0, 1, 0, 0, 0, 0), 0),
    "a kick without descriptor": (v.SET_VRING_KICK, pack("=Q", 0), 0),
    "a kick with two": (v.SET_VRING_KICK, pack("=Q", 0), 2),
    "a kick that is to be polled": (v.SET_VRING_KICK, pack("=Q", 1 << 8), 0),
    "a kick for a queue that is not there": (v.SET_VRING_KICK, pack("=Q", 77), 1),
    "no regions": (v.SET_MEM_TABLE, table(), 0),
    "nine regions": (v.SET_MEM_TABLE, table(*[(n * PAGE, PAGE, n * PAGE, 0) for n in range(9)]), 8),
    "a table that is cut short": (v.SET_MEM_TABLE, pack("=II", 2, 0) + bytes(32), 2),
    "a region without descriptor": (v.SET_MEM_TABLE, table((0, PAGE, 0, 0)), 0),
    "a region with two": (v.SET_MEM_TABLE, table((0, PAGE, 0, 0)), 2),
    "an empty region": (v.SET_MEM_TABLE, table((0, 0, 0, 0)), 1),
    "a region beyond all addresses": (v.SET_MEM_TABLE, table((2**64 - 1, PAGE, 0, 0)), 1),
    "one beyond all user addresses": (v.SET_MEM_TABLE, table((0, PAGE, 2**64 - 1, 0)), 1),
    "one beyond its file": (v.SET_MEM_TABLE, table((0, 1 << 30, 0, 0)), 1),
    "one that begins beyond it": (v.SET_MEM_TABLE, table((0, PAGE, 0, 1 << 62)), 1),
    "regions that overlap": (
        v.SET_MEM_TABLE, table((0, 2 * PAGE, 0, 0), (PAGE, PAGE, 1 << 20, 0)), 2,
    ),
    "regions that overlap for QEMU": (
        v.SET_MEM_TABLE, table((0, 2 * PAGE, 0, 0), (1 << 20, PAGE, PAGE, 0)), 2,
    ),
    "too much configuration": (v.GET_CONFIG, pack("=III", 0, 257, 0) + bytes(257), 0),
    "configuration beyond its end": (v.GET_CONFIG, pack("=III", 255, 2, 0) + bytes(2), 0),
    "configuration of a wrong length": (v.GET_CONFIG, pack("=III", 0, 8, 0) + bytes(7), 0),
    "an in-flight buffer of no queues": (v.GET_INFLIGHT_FD, pack("=QQHH", 0, 0, 0, 16), 0),
    "one of huge queues": (v.GET_INFLIGHT_FD, pack("=QQHH", 0, 0, 1, 65535), 0),
    "one that is too small": (v.SET_INFLIGHT_FD, pack("=QQHH", 16, 0, 1, 128), 1),
    "one that lies elsewhere": (v.SET_INFLIGHT_FD, pack("=QQHH", PAGE, 1 << 40, 1, 16), 1),
    "one without descriptor": (v.SET_INFLIGHT_FD, pack("=QQHH", PAGE, 0, 1, 16), 0),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_what_ends_a_connection(served, caplog, case):
    request, payload, fds = BAD[case]
    memory = Memory(16 * PAGE)
    wire = served.wire()
    wire.synchronize()
    before = len(os.listdir("/proc/self/fd"))
    wire.send(request, payload, [memory.fd] * fds)
    assert wire.hung_up()
    wait_for(lambda: not served.server._threads)
    assert caplog.records[-1].message.endswith("The connection was closed.")
    assert len(os.listdir("/proc/self/fd")) < before, "descriptors are left open"
    memory.close()
    served.driver().synchronize()  # and the next one is served


def wait_for(what) -> None:  # type: ignore[no-untyped-def]
    deadline = time.monotonic() + v.PATIENCE
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.001)


@pytest.mark.parametrize(
    "data",
    [
        pack("=III", v.SET_FEATURES, 0, 8),  # no version
        pack("=III", v.SET_FEATURES, 5, 8),  # a reply
        pack("=III", v.SET_FEATURES, 1, 1 << 31),
        pack("=III", v.SET_FEATURES, 1, 4097),
    ],
)
def test_headers_that_end_a_connection(served, data):
    wire = served.wire()
    wire.sock.sendall(data)
    assert wire.hung_up()


@pytest.mark.parametrize("cut", [1, 11, 12, 15])
def test_a_front_end_that_leaves_in_the_middle_of_a_message(served, cut):
    wire = served.wire()
    wire.sock.sendall((pack("=III", v.SET_FEATURES, 1, 8) + bytes(8))[:cut])
    wire.sock.shutdown(socket.SHUT_WR)
    assert wire.hung_up()


def test_more_descriptors_than_any_message_has(served, caplog):
    memory = Memory(PAGE)
    wire = served.wire()
    before = len(os.listdir("/proc/self/fd"))
    wire.send(v.SET_OWNER, b"", [memory.fd] * 9)
    assert wire.hung_up()
    assert "more than 8 descriptors" in caplog.text
    wait_for(lambda: len(os.listdir("/proc/self/fd")) <= before)
    memory.close()


def test_descriptors_that_no_message_wants_are_closed(served):
    memory = Memory(PAGE)
    wire = served.wire()
    wire.synchronize()
    before = len(os.listdir("/proc/self/fd"))
    wire.send(v.SET_OWNER, b"", [memory.fd] * 8)
    wire.synchronize()
    assert len(os.listdir("/proc/self/fd")) == before
    memory.close()


@pytest.mark.parametrize("kind", ["not sealed", "a pipe", "a file"])
def test_memory_that_could_be_cut_short_is_refused(served, caplog, tmp_path, kind):
    """Touching what was cut off would end the process."""
    if kind == "not sealed":
        memory = Memory(PAGE, seals=0)
        fd = memory.fd
    elif kind == "a pipe":
        fd, _ = os.pipe()
    else:
        (tmp_path / "file").write_bytes(bytes(PAGE))
        fd = os.open(tmp_path / "file", os.O_RDWR)
    wire = served.wire()
    wire.share((0, PAGE, 0, 0, fd))
    assert wire.hung_up()
    assert "can be cut short" in caplog.text


PLACES = {
    "descriptors that are not shared": (USER + (1 << 20), 4096, 8192),
    "a used ring that is not": (USER, (1 << 20) - 8, 8192),
    "an available ring that is not": (USER, 4096, (1 << 20) - 8),
    "an odd place for descriptors": (USER + 8, 4096, 8192),
    "an odd place for the used ring": (USER, 4098, 8192),
    "an odd place for the available ring": (USER, 4096, 8193),
    "nowhere": (0, -USER, -USER),
}


@pytest.mark.parametrize("case", PLACES)
def test_rings_at_impossible_places(served, caplog, case):
    descriptors, used, available = PLACES[case]
    wire = served.wire()
    wire.share_all()
    wire.send(v.SET_FEATURES, pack("=Q", wire.features))
    wire.send(v.SET_VRING_NUM, pack("=II", 0, 16))
    places = pack("=IIQQQQ", 0, 0, descriptors, USER + used, USER + available, 0)
    wire.send(v.SET_VRING_ADDR, places)
    wire.send(v.SET_VRING_ENABLE, pack("=II", 0, 1))
    wire.send(v.SET_VRING_KICK, pack("=Q", 0), [wire.kick])
    assert wire.hung_up()
    assert "A ring can't be served" in caplog.text


@pytest.mark.parametrize(
    ("request_", "payload"),
    [
        (v.SET_VRING_NUM, pack("=II", 0, 8)),
        (v.SET_VRING_BASE, pack("=II", 0, 1)),
        (v.SET_VRING_ADDR, pack("=IIQQQQ", 0, 0, USER + 64, USER, USER, 0)),
    ],
)
def test_a_ring_does_not_change_while_it_is_served(served, request_, payload):
    driver = served.driver()
    driver.send(request_, payload)
    assert driver.hung_up()


def test_a_ring_that_is_not_enabled_is_not_served(served):
    driver = served.driver()
    driver.send(v.SET_VRING_ENABLE, pack("=II", 0, 0))
    driver.synchronize()
    header = driver.header(driver.buffers, v.FLUSH)
    driver.offer(driver.chain([header, driver.status_at(driver.buffers + 16)]))
    driver.synchronize()
    assert served.device.calls == []
    driver.send(v.SET_VRING_ENABLE, pack("=II", 0, 1))
    assert driver.used() == [(0, 1)]


def test_rings_are_enabled_where_no_protocol_features_are_negotiated(served):
    wire = served.wire(features=v.F_VERSION_1)
    wire.send(v.SET_FEATURES, pack("=Q", v.F_VERSION_1))
    wire.share_all()
    wire.send(v.SET_VRING_NUM, pack("=II", 0, 16))
    places = USER, USER + wire.used_at, USER + wire.available_at, 0
    wire.send(v.SET_VRING_ADDR, pack("=IIQQQQ", 0, 0, *places))
    wire.send(v.SET_VRING_CALL, pack("=Q", 0), [wire.call])
    wire.send(v.SET_VRING_KICK, pack("=Q", 0), [wire.kick])
    assert wire.request(v.FLUSH) == (v.OK, b"")


def test_other_memory_while_a_ring_is_served(served):
    """QEMU tells of all memory anew when some comes or goes; what was shared stays where it is."""
    driver = served.driver()
    extra = Memory(1 << 16)
    assert driver.request(v.OUT, 0, b"a" * 512)[0] == v.OK
    for regions in (
        [(GUEST, driver.memory.size, USER, 0, driver.memory.fd),
         (0, extra.size, 1 << 30, 0, extra.fd)],
        [(GUEST, driver.memory.size, USER, 0, driver.memory.fd)],
    ):  # fmt: skip
        driver.share(*regions)
        assert driver.request(v.IN, 0, room=512) == (v.OK, b"a" * 512)
    extra.close()


def test_memory_that_goes_away_under_a_ring(served, caplog):
    driver = served.driver()
    extra = Memory(1 << 16)
    driver.share((0, extra.size, 1 << 30, 0, extra.fd))
    assert driver.hung_up()
    assert "A ring can't be served" in caplog.text
    extra.close()
    assert served.driver().request(v.FLUSH)[0] == v.OK


def test_a_second_front_end_waits_until_the_first_has_gone(served):
    first = served.driver()
    second = served.wire()
    second.send(v.GET_QUEUE_NUM)
    assert first.request(v.FLUSH)[0] == v.OK
    second.sock.settimeout(0.2)
    with pytest.raises(TimeoutError):
        second.receive()
    first.sock.close()
    second.sock.settimeout(v.PATIENCE)
    assert second.receive()[0] == v.GET_QUEUE_NUM


def test_a_front_end_that_stays_is_alone(served, caplog, monkeypatch):
    monkeypatch.setattr("vmgui.backend.vhost.server._PARTING", 0.05)
    first = served.driver()
    with caplog.at_level(logging.WARNING):
        assert served.wire().hung_up()
    assert "A second connection to the disk was refused." in caplog.text
    assert first.request(v.FLUSH)[0] == v.OK


def test_the_end_of_a_connection_ends_its_queues(served):
    driver = served.driver()
    assert driver.request(v.OUT, data=bytes(512))[0] == v.OK
    assert served.server.done()
    driver.sock.close()
    wait_for(lambda: not served.server._threads)
    assert served.server.done() == {}
    assert served.server.counters()["writes"] == 1  # it is remembered
    assert served.driver().request(v.IN, room=512)[0] == v.OK
    assert served.server.counters()["reads"] == 1
