"""What a driver can ask of the device, in whatever shape."""

from __future__ import annotations

import errno
import itertools
import os
from struct import pack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.backend.memory_device import MemoryDevice
from tests.unit.backend.vhost.conftest import Served
from tests.unit.backend.vhost.driver import (
    DISCARD,
    F_EVENT_IDX,
    F_FLUSH,
    F_INDIRECT,
    F_PROTOCOL,
    F_VERSION_1,
    FLUSH,
    GET_ID,
    IN,
    IOERR,
    OK,
    OUT,
    SET_FEATURES,
    SET_VRING_ENABLE,
    UNSUPP,
    WRITE,
    ZEROES,
    Driver,
)
from vmgui.errors import VmguiError

DATA = os.urandom(8192)


@pytest.fixture(params=["event index", "flags"])
def driver(served, request):
    features = F_VERSION_1 | F_PROTOCOL | F_FLUSH | F_INDIRECT
    if request.param == "event index":
        features |= F_EVENT_IDX
    return served.driver(features=features)


@pytest.mark.parametrize("indirect", [False, True])
def test_write_and_read_back(served, driver, indirect):
    assert driver.request(OUT, 8, DATA, indirect=indirect) == (OK, b"")
    assert driver.request(IN, 8, room=len(DATA), indirect=indirect) == (OK, DATA)
    assert served.device.data[4096 : 4096 + len(DATA)] == DATA
    counters = served.server.counters()
    assert (counters["reads"], counters["writes"]) == (1, 1)
    assert counters["read_bytes"] == counters["written_bytes"] == len(DATA)


def test_a_flush(served, driver):
    assert driver.request(FLUSH) == (OK, b"")
    assert served.device.calls == [("flush",)]
    assert served.server.counters()["flushes"] == 1


def test_the_name(driver):
    assert driver.request(GET_ID, room=20) == (OK, b"a disk".ljust(20, b"\0"))
    assert driver.request(GET_ID, room=3) == (OK, b"a d")


def test_discards_and_zeros(served, driver):
    served.device.data[:] = b"x" * len(served.device.data)
    assert driver.request(DISCARD, data=pack("<QII", 8, 8, 0))[0] == OK
    assert driver.request(ZEROES, data=pack("<QII", 16, 8, 1) + pack("<QII", 32, 1, 0))[0] == OK
    assert served.device.calls == [
        ("trim", 4096, 4096),
        ("write_zeroes", 8192, 4096, False),
        ("write_zeroes", 16384, 512, True),
    ]


@pytest.mark.parametrize(
    ("kind", "data", "status"),
    [
        (DISCARD, b"", IOERR),
        (DISCARD, bytes(15), IOERR),
        (DISCARD, pack("<QII", 0, 0, 0), IOERR),
        (DISCARD, pack("<QII", 2040, 16, 0), IOERR),
        (DISCARD, pack("<QII", 2**64 - 1, 8, 0), IOERR),
        (DISCARD, pack("<QII", 0, 8, 1), UNSUPP),
        (ZEROES, pack("<QII", 0, 8, 2), UNSUPP),
        (ZEROES, pack("<QII", 0, 2**32 - 1, 0), IOERR),
        (ZEROES, pack("<QII", 0, 1, 0) * 17, IOERR),
        (7, b"", UNSUPP),
        (IN, b"", IOERR),
        (OUT, b"", IOERR),
        (OUT, bytes(511), IOERR),
    ],
)
def test_what_is_refused(served, driver, kind, data, status):
    assert driver.request(kind, data=data)[0] == status
    assert served.device.calls == []
    assert driver.request(FLUSH)[0] == OK


@pytest.mark.parametrize("sector", [2048, 2047 + 1, 2**55 - 1, 2**64 - 1])
def test_nothing_beyond_the_end(served, driver, sector):
    assert driver.request(IN, sector, room=512)[0] == IOERR
    assert driver.request(OUT, sector, bytes(512))[0] == IOERR
    assert driver.request(IN, 2047, room=1024)[0] == IOERR
    assert driver.request(IN, 2047, room=512)[0] == OK
    assert served.reports == []  # the guest's fault, not the disk's


def test_a_read_only_disk(serve):
    served = serve(MemoryDevice(read_only=True))
    driver = served.driver()
    assert driver.request(OUT, data=bytes(512))[0] == IOERR
    assert driver.request(IN, room=512)[0] == OK
    assert {call[0] for call in served.device.calls} == {"read"}


def test_a_disk_that_turned_read_only(served):
    driver = served.driver()
    served.device.read_only = True
    served.device.fail["write"] = OSError(errno.EROFS, "Read-only file system")
    assert driver.request(OUT, data=bytes(512))[0] == IOERR
    assert driver.request(DISCARD, data=pack("<QII", 0, 8, 0))[0] == IOERR


@pytest.mark.parametrize("indirect", [False, True])
@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(errno.EIO, "Input/output error"), "Input/output error."),
        (VmguiError("Sector 5 is damaged."), "Sector 5 is damaged."),
        (ValueError("the key is 1234"), "Unexpected ValueError."),
    ],
)
def test_failures_are_told_and_the_guest_gets_an_error(served, driver, indirect, error, told):
    for method in ("read", "write", "flush"):
        served.device.fail[method] = error
    assert driver.request(IN, 8, room=4096, indirect=indirect)[0] == IOERR
    assert driver.request(OUT, 8, bytes(4096), indirect=indirect)[0] == IOERR
    assert driver.request(FLUSH, indirect=indirect)[0] == IOERR
    assert [each.split(" failed: ")[1] for each in served.reports] == [told] * 3
    assert served.reports[0].startswith("A read of 4096 bytes at offset 4096")
    assert served.server.counters()["errors"] == 3


def test_a_driver_without_flushes_gets_each_write_flushed(served):
    driver = served.driver(features=F_VERSION_1 | F_PROTOCOL)
    assert driver.request(OUT, data=bytes(512))[0] == OK
    assert [call[0] for call in served.device.calls] == ["write", "flush"]
    served.device.fail["flush"] = OSError(errno.EIO, "Input/output error")
    assert driver.request(OUT, data=bytes(512))[0] == IOERR


def test_many_requests_at_once_are_answered_in_order(served):
    driver = served.driver(size=128)
    heads = []
    for number in range(32):
        at = driver.buffers + 8192 * number
        driver.put(at + 4096, bytes([number]) * 4096)
        buffers = [driver.header(at, OUT, 8 * number), (at + 4096, 4096, 0),
                   driver.status_at(at + 16)]  # fmt: skip
        heads.append(driver.chain(buffers, 3 * number))
    driver.offer(*heads)
    assert [head for head, _ in driver.used(32)] == heads
    assert all(served.device.data[4096 * n] == n for n in range(32))
    assert [call[1] for call in served.device.calls] == [4096 * n for n in range(32)]


def test_several_queues(served):
    """Each has its ring, its thread and its place; what they do is counted together."""
    first = served.wire()
    others = [Driver(first.sock, queue=queue) for queue in (1, 15)]
    drivers = [first, *others]
    first.send(SET_FEATURES, pack("=Q", first.features))
    first.share(*[driver.region for driver in drivers])
    for driver in drivers:
        driver.send(SET_VRING_ENABLE, pack("=II", driver.queue, 1))
        driver.start()
    for number, driver in enumerate(drivers):
        assert driver.request(OUT, 8 * number, bytes([number + 1]) * 512)[0] == OK
    for number in range(3):
        other = drivers[number - 1]
        assert other.request(IN, 8 * number, room=512) == (OK, bytes([number + 1]) * 512)
    assert len(served.server.done()) == 3
    assert served.server.counters()["writes"] == 3
    assert [driver.stop() for driver in drivers] == [2, 2, 2]
    assert served.server.done() == {}
    for other in others:
        other.close()


def test_a_driver_that_looks_for_itself_is_not_disturbed(served):
    driver = served.driver(features=F_VERSION_1 | F_PROTOCOL)
    driver.memory.bytes[driver.available_at] = 1  # VIRTQ_AVAIL_F_NO_INTERRUPT
    driver.started()
    driver.offer(driver.chain([driver.header(driver.buffers, FLUSH),
                               driver.status_at(driver.buffers + 16)]))  # fmt: skip
    while driver.used_index == 0:
        pass
    driver.stop()
    with pytest.raises(BlockingIOError):
        os.eventfd_read(driver.call)


def test_the_index_passes_its_end(served):
    driver = served.driver(size=2, features=F_VERSION_1 | F_PROTOCOL | F_INDIRECT | F_EVENT_IDX)
    driver.stop()
    driver.available = driver.last_used = 65530
    for ring in (driver.used_at, driver.available_at):
        driver.put(ring + 2, pack("<H", 65530))
    driver.start()
    header = driver.buffers
    for number in range(20):
        buffers = [driver.header(header, IN, number), (header + 4096, 512, WRITE),
                   driver.status_at(header + 16)]  # fmt: skip
        driver.offer(driver.indirect(number % 2, header + 1024, buffers))
        assert driver.used() == [(number % 2, 513)]
    assert driver.stop() == (65530 + 20) & 0xFFFF


def cut(total: int, marks: list[int]) -> list[tuple[int, int]]:
    """(start, length) of the pieces between marks."""
    ends = sorted({0, total, *(mark % total for mark in marks)})
    return [(low, high - low) for low, high in itertools.pairwise(ends)]


@given(
    marks=st.lists(st.integers(0, 16 + 4096), max_size=8),
    gap=st.sampled_from([0, 3, 4096]),
    indirect=st.booleans(),
    authenticated=st.booleans(),
    writing=st.booleans(),
)
def test_any_framing_is_the_same_request(marks, gap, indirect, authenticated, writing):
    """Header, data and status may be cut anywhere (VIRTIO_F_ANY_LAYOUT is part of version 1)."""
    device = MemoryDevice()
    device.authenticated = authenticated
    device.data[:] = os.urandom(len(device.data))
    before = bytes(device.data)
    served = Served(device)
    try:
        driver = served.driver(size=32)
        content = os.urandom(4096)
        stream = pack("<IIQ", OUT if writing else IN, 0, 3) + (content if writing else b"")
        place, buffers = driver.buffers, []
        for start, length in cut(len(stream), marks):
            driver.put(place, stream[start : start + length])
            buffers.append((place, length, 0))
            place += length + gap
        got = []
        for start, length in cut(1 if writing else 4097, marks):
            buffers.append((place, length, WRITE))
            got.append((place, length, start))
            place += length + gap
        head = driver.indirect(1, place + 64, buffers) if indirect else driver.chain(buffers)
        driver.offer(head)
        assert driver.used() == [(head, 1 if writing else 4097)]
        answer = b"".join(driver.memory.bytes[at : at + length] for at, length, _ in got)
        if writing:
            assert answer == bytes([OK])
            assert device.data == before[: 3 * 512] + content + before[3 * 512 + 4096 :]
        else:
            assert answer == before[3 * 512 : 3 * 512 + 4096] + bytes([OK])
            assert device.data == before
    finally:
        served.close()


def test_data_of_authenticated_disks_is_never_where_the_guest_sees_it(serve):
    """Neither what is being verified nor what is being sealed."""
    device = MemoryDevice()
    device.authenticated = True
    served = serve(device)
    driver = served.wire()
    body = driver.buffers + 4096
    seen = []

    def read(offset: int, out: memoryview) -> None:
        driver.put(body, b"guest")
        out[:] = b"not verified".ljust(len(out))
        seen.append(driver.memory.bytes[body : body + 5])
        out[:] = b"verified".ljust(len(out))

    def write(offset: int, data: memoryview) -> None:
        first = bytes(data)
        driver.put(body, b"changed")
        seen.append(bytes(data) == first)

    device.read, device.write = read, write  # type: ignore[method-assign]
    driver.connect()
    for indirect in (False, True):
        status, got = driver.request(IN, room=512, indirect=indirect)
        assert (status, got) == (OK, b"verified".ljust(512))
        assert driver.request(OUT, data=b"first".ljust(512), indirect=indirect)[0] == OK
    assert seen == [b"guest", True] * 2
