"""Guests that break the rules: an error for their request or their ring, and no harm."""

from __future__ import annotations

import os
import select
import threading
from struct import pack, pack_into

import pytest

from tests.unit.backend.vhost.driver import (
    F_FLUSH,
    F_PROTOCOL,
    F_VERSION_1,
    FLUSH,
    GUEST,
    IN,
    INDIRECT,
    IOERR,
    NEXT,
    OK,
    OUT,
    PATIENCE,
    WRITE,
    Buffer,
    Driver,
)

FAR = (1 << 20) - GUEST  # as an offset: beyond the guest's memory


def alive(driver: Driver) -> None:
    """The ring is still served."""
    assert driver.request(FLUSH) == (OK, b"")


def refused(driver: Driver, head: int) -> int:
    """The request's status; it was answered, and the disk not touched."""
    driver.offer(head)
    ((answered, _),) = driver.used()
    assert answered == head
    return driver.memory.bytes[driver.buffers + 16]


@pytest.fixture
def driver(served):
    return served.driver()


@pytest.fixture
def head(driver):
    return driver.header(driver.buffers, IN)


@pytest.fixture
def status(driver):
    return driver.status_at(driver.buffers + 16)


def test_a_chain_that_goes_in_a_circle(served, driver, head, status):
    driver.describe(0, head, NEXT, 1)
    driver.describe(1, head, NEXT, 0)
    refused(driver, 0)
    alive(driver)
    assert [call[0] for call in served.device.calls] == ["flush"]


def test_an_indirect_table_that_goes_in_a_circle(driver, head, status):
    table = driver.buffers + 1024
    driver.describe_at(table, head, NEXT, 1)
    driver.describe_at(table + 16, head, NEXT, 1)
    driver.describe(0, (table, 32, 0), INDIRECT)
    refused(driver, 0)
    alive(driver)


@pytest.mark.parametrize("after", [16, 17, 0xFFFF])
@pytest.mark.parametrize("at", [0, 1])
def test_descriptors_that_are_not_there(driver, head, status, after, at):
    driver.chain([head, (driver.buffers + 4096, 512, WRITE), status])
    driver.describe(at, [head, (driver.buffers + 4096, 512, WRITE)][at], NEXT, after)
    refused(driver, 0)
    alive(driver)


@pytest.mark.parametrize("after", [3, 0xFFFF])
def test_an_indirect_table_that_leads_out_of_itself(driver, head, status, after):
    table = driver.buffers + 1024
    driver.indirect(0, table, [head, (driver.buffers + 4096, 512, WRITE), status])
    driver.describe_at(table + 16, (driver.buffers + 4096, 512, WRITE), NEXT, after)
    refused(driver, 0)
    alive(driver)


@pytest.mark.parametrize("length", [0, 15, 47, 49, 16 * 1025, 0xFFFFFFF0])
def test_indirect_tables_of_impossible_lengths(driver, head, status, length):
    table = driver.buffers + 1024
    driver.indirect(0, table, [head, (driver.buffers + 4096, 512, WRITE), status])
    driver.describe(0, (table, length, 0), INDIRECT)
    refused(driver, 0)
    alive(driver)


@pytest.mark.parametrize("table", [FAR, (1 << 20) - 32, -GUEST])
def test_indirect_tables_elsewhere(driver, table):
    driver.describe(0, (table, 48, 0), INDIRECT)
    refused(driver, 0)
    alive(driver)


def test_a_table_in_a_table(driver, head, status):
    inner, outer = driver.buffers + 1024, driver.buffers + 2048
    driver.indirect(0, inner, [head, status])
    driver.describe_at(outer, (inner, 32, 0), INDIRECT)
    driver.describe(0, (outer, 16, 0), INDIRECT)
    refused(driver, 0)
    alive(driver)


def test_a_table_that_goes_on(driver, head, status):
    driver.indirect(0, driver.buffers + 1024, [head, status])
    driver.describe(0, (driver.buffers + 1024, 32, 0), INDIRECT | NEXT, 1)
    refused(driver, 0)
    alive(driver)


def test_a_table_that_was_not_negotiated(served):
    driver = served.driver(features=F_VERSION_1 | F_PROTOCOL | F_FLUSH)
    head, status = driver.header(driver.buffers, IN), driver.status_at(driver.buffers + 16)
    for buffers in ([head, status], [head, (driver.buffers + 4096, 512, WRITE), status]):
        driver.indirect(0, driver.buffers + 1024, buffers)
        refused(driver, 0)
    assert served.device.calls == []
    alive(driver)


@pytest.mark.parametrize("place", [FAR, FAR - 511, -GUEST, (1 << 20) - 511, -1])
@pytest.mark.parametrize("write", [0, WRITE])
def test_data_outside_of_memory(served, driver, status, place, write):
    header = driver.header(driver.buffers, IN if write else OUT)
    driver.chain([header, (place, 512, write), status])
    refused(driver, 0)
    assert served.device.calls == []
    alive(driver)


def test_data_beyond_all_addresses(driver, status):
    header = driver.header(driver.buffers, IN)
    driver.chain([header, (0, 512, WRITE), status])
    pack_into("<QI", driver.memory.bytes, 16, 2**64 - 256, 512)
    refused(driver, 0)
    alive(driver)


@pytest.mark.parametrize("length", [0xFFFFFFFF, 0x80000000, 1 << 20])
def test_huge_lengths(served, driver, head, status, length):
    driver.chain([head, (driver.buffers + 4096, length, WRITE), status])
    refused(driver, 0)
    assert served.device.calls == []
    alive(driver)


def test_a_header_or_status_outside_of_memory(driver, head, status):
    data = (driver.buffers + 4096, 512, WRITE)
    driver.chain([(FAR, 16, 0), data, status])
    refused(driver, 0)
    driver.chain([head, data, (FAR, 1, WRITE)])
    refused(driver, 0)
    driver.chain([((1 << 20) - 8, 16, 0), data, status])
    refused(driver, 0)
    alive(driver)


def test_wrong_directions(served, driver, head, status):
    data: Buffer = (driver.buffers + 4096, 512, 0)
    driver.chain([head, data, status])  # a read into what is only to be read
    assert refused(driver, 0) == IOERR
    driver.chain([driver.header(driver.buffers, OUT), (*data[:2], WRITE), status])
    assert refused(driver, 0) == IOERR
    driver.chain([head, (*data[:2], WRITE), (*status[:2], 0)])  # to read, behind one to write
    refused(driver, 0)
    driver.chain([(*head[:2], WRITE), (*data[:2], WRITE), status])
    refused(driver, 0)
    assert served.device.calls == []
    alive(driver)


@pytest.mark.parametrize("length", [0, 1, 15])
def test_short_headers(served, driver, head, status, length):
    driver.chain([(head[0], length, 0), status])
    assert refused(driver, 0) == IOERR
    assert served.device.calls == []
    alive(driver)


def test_no_status_at_all(driver, head):
    driver.chain([head])
    refused(driver, 0)
    driver.chain([head, (driver.buffers + 16, 0, WRITE)])
    refused(driver, 0)
    alive(driver)


def test_everything_in_one_place(served, driver):
    """Header, data and status overlap: the guest's own nonsense."""
    at = driver.buffers
    driver.chain([driver.header(at, IN, 1), (at, 512, WRITE), (at, 1, WRITE)])
    driver.offer(0)
    assert driver.used() == [(0, 513)]
    assert driver.memory.bytes[at] == OK
    assert served.device.calls == [("read", 512, 512)]


def test_data_on_top_of_the_ring(served, driver):
    """A disk's content as descriptors and indices: the ring may break, nothing else."""
    served.device.data[:] = os.urandom(len(served.device.data))
    head = driver.header(driver.buffers, IN)
    driver.chain([head, (0, driver.buffers & ~511, WRITE), driver.status_at(driver.buffers + 16)])
    driver.offer(0)
    while not served.device.calls:
        pass
    driver.stop()
    assert served.device.calls[0] == ("read", 0, driver.buffers & ~511)
    again = served.wire()
    driver.sock.close()
    again.connect()
    alive(again)


BROKEN = {
    "a request that is not there": lambda driver: driver.offer(16),
    "far beyond": lambda driver: driver.offer(0xFFFF),
    "more requests than there is room for": lambda driver: (
        driver.put(driver.available_at + 2, pack("<H", 17)),
        os.eventfd_write(driver.kick, 1),
    ),
    "an index that went back": lambda driver: (
        driver.put(driver.available_at + 2, pack("<H", 0xFFFF)),
        os.eventfd_write(driver.kick, 1),
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_ring_stops_and_says_so(served, driver, caplog, case):
    BROKEN[case](driver)
    assert select.select([driver.error], [], [], PATIENCE)[0]
    assert "A ring is broken" in caplog.text
    assert served.device.calls == []
    driver.synchronize()  # the connection lives on
    # The guest resets its device: everything begins anew.
    driver.stop()
    for ring in (driver.available_at, driver.used_at):
        driver.put(ring, bytes(4))
    driver.available = driver.last_used = 0
    driver.start()
    alive(driver)


def test_a_guest_that_changes_everything_all_the_time(served):
    """What is checked is what is used: nothing is ever asked of the disk that is beyond it."""
    driver = served.driver()
    head = driver.header(driver.buffers, IN)
    status = driver.status_at(driver.buffers + 16)
    table, data = driver.buffers + 1024, (driver.buffers + 4096, 512, WRITE)
    good = [(head, NEXT, 1), (data, NEXT, 2), (status, 0, 0)]
    bad = [((FAR, 16, 0), NEXT, 1), ((FAR, 1 << 31, WRITE), NEXT, 7), ((FAR, 1, WRITE), NEXT, 2)]
    done = threading.Event()

    def change() -> None:
        number = 0
        while not done.is_set():
            number += 1
            for index in range(3):
                for entry in (bad[index], good[index]):
                    driver.describe_at(table + 16 * index, *entry)
            driver.put(driver.buffers, pack("<IIQ", number % 16, 0, number * 0x123456789 % 2**64))
            driver.put(driver.buffers, pack("<IIQ", IN, 0, 1))

    thread = threading.Thread(target=change)
    thread.start()
    try:
        for _ in range(300):
            driver.describe(0, (table, 48, 0), INDIRECT)
            driver.offer(0)
            driver.used()
    finally:
        done.set()
        thread.join()
    alive(driver)  # MemoryDevice asserts that nothing is beyond its end
    assert not [each for each in served.reports if "Unexpected" in each]
