"""Short writes to an authenticated disk are done together, and answered as if they were not."""

from __future__ import annotations

import errno

import pytest

from tests.unit.backend.memory_device import MemoryDevice
from tests.unit.backend.vhost.driver import FLUSH, IN, IOERR, OK, OUT, PATIENCE, WRITE


class Together(MemoryDevice):
    """Remembers how many writes came at once; a write to an offset in ``bad`` fails."""

    authenticated = True

    def __init__(self) -> None:
        super().__init__()
        self.groups: list[int] = []
        self.bad: dict[int, OSError] = {}

    def write_many(self, writes):  # type: ignore[no-untyped-def]
        self.groups.append(len(writes))
        super().write_many(writes)

    def write(self, offset, data):  # type: ignore[no-untyped-def]
        if offset in self.bad:
            raise self.bad[offset]
        super().write(offset, data)


@pytest.fixture
def device():
    return Together()


@pytest.fixture
def served(serve, device):
    return serve(device)


def offer(driver, *requests, length=512):
    """Requests at once: (kind, sector) each; their heads."""
    heads = []
    for number, (kind, sector) in enumerate(requests):
        at = driver.buffers + 8192 * number
        buffers = [driver.header(at, kind, sector)]
        if kind == OUT:
            driver.put(at + 4096, bytes([number + 1]) * length)
            buffers.append((at + 4096, length, 0))
        elif kind == IN:
            buffers.append((at + 4096, length, WRITE))
        buffers.append(driver.status_at(at + 16))
        heads.append(driver.chain(buffers, 3 * number))
    driver.offer(*heads)
    return heads


def statuses(driver, count):
    return [driver.memory.bytes[driver.buffers + 8192 * number + 16] for number in range(count)]


def test_writes_that_came_together_are_done_together(served, device):
    driver = served.driver(size=256)
    heads = offer(driver, *[(OUT, 8 * number) for number in range(40)])
    assert driver.used(40) == [(head, 1) for head in heads]
    assert statuses(driver, 40) == [OK] * 40
    assert [device.data[4096 * number] for number in range(40)] == list(range(1, 41))
    assert device.groups == [32, 8]
    counters = served.server.counters()
    assert (counters["writes"], counters["written_bytes"]) == (40, 40 * 512)


def test_answers_come_in_order_whatever_lies_between(served, device):
    driver = served.driver(size=64)
    kinds = [(OUT, 0), (OUT, 8), (IN, 16), (OUT, 24), (FLUSH, 0), (OUT, 32), (FLUSH, 0)]
    heads = offer(driver, *kinds)
    assert [head for head, _ in driver.used(len(kinds))] == heads
    assert statuses(driver, len(kinds)) == [OK] * len(kinds)
    assert device.groups == [2, 1, 1]
    flushes = [index for index, call in enumerate(device.calls) if call[0] == "flush"]
    written = [index for index, call in enumerate(device.calls) if call[0] == "write"]
    assert flushes[-1] > written[-1], "a flush covers what was answered before it"


def test_one_that_fails_alone_gets_an_error(served, device):
    driver = served.driver(size=64)
    device.bad[4096] = OSError(errno.EIO, "Input/output error")
    offer(driver, (OUT, 0), (OUT, 8), (OUT, 16))
    driver.used(3)
    assert statuses(driver, 3) == [OK, IOERR, OK]
    assert served.reports == ["A write of 512 bytes at offset 4096 failed: Input/output error."]
    assert (device.data[0], device.data[4096], device.data[8192]) == (1, 0, 3)


@pytest.mark.parametrize("last", [(OUT, 24), (IN, 24), (FLUSH, 0)])
def test_a_full_drive_in_the_middle(served, device, last):
    driver = served.driver(size=64)
    device.bad[4096] = OSError(errno.ENOSPC, "No space left on device")
    heads = offer(driver, (OUT, 0), (OUT, 8), (OUT, 16), last)
    assert served.full.wait(PATIENCE)
    assert driver.stop() == 1
    assert driver.used() == [(heads[0], 1)]
    del device.bad[4096]
    driver.start(base=1)
    assert [head for head, _ in driver.used(3)] == heads[1:]
    assert statuses(driver, 4) == [OK] * 4
    assert (device.data[0], device.data[4096], device.data[8192]) == (1, 2, 3)


def test_a_guest_that_changes_what_waits(served, device):
    """The copy is written."""
    driver = served.driver(size=64)
    original = device.write

    def write(offset, data):
        for number in range(2):
            driver.put(driver.buffers + 8192 * number + 4096, b"changed")
        original(offset, data)

    device.write = write
    offer(driver, (OUT, 0), (OUT, 8))
    driver.used(2)
    assert (device.data[:512], device.data[4096:4608]) == (b"\1" * 512, b"\2" * 512)
