"""A backend that is killed while it serves a ring: the next one loses and repeats nothing."""

from __future__ import annotations

import os
import random
import signal
import socket
import time
from pathlib import Path
from struct import pack

import pytest

from tests.real.backends import MIB, SECRET, make_disk, serving
from tests.unit.backend.vhost import driver as v
from tests.unit.backend.vhost.driver import Driver
from vmgui.disk.container import open_disk
from vmgui.plugin.load import for_header

SLOTS, BLOCK = 8, 32 << 10
# Deaths in the middle of a request that are wanted, and deaths at most to get them.
CAUGHT, ROUNDS = 3, 40


def connected(place: Path) -> socket.socket:
    sock = socket.socket(socket.AF_UNIX)
    sock.connect(str(place))
    return sock


class Writer:
    """Keeps all slots busy with writes of blocks that differ, wherever they go."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.random = random.Random(7)
        self.under_way: dict[int, tuple[int, bytes]] = {}
        self.content: dict[int, bytes] = {}
        self.finished = 0
        self.number = 0

    def fill(self) -> None:
        for slot in range(SLOTS):
            if 3 * slot not in self.under_way:
                self._offer(slot)

    def _offer(self, slot: int) -> None:
        driver = self.driver
        # No two writes under way go to the same place: their order would be the device's.
        free = set(range(64)) - {block for block, _ in self.under_way.values()}
        block = self.random.choice(sorted(free))
        self.number += 1
        data = pack("<II", self.number, block) * (BLOCK // 8)
        at = driver.buffers + 2 * BLOCK * slot
        driver.put(at + BLOCK, data)
        header = driver.header(at, v.OUT, block * BLOCK // 512)
        head = driver.chain([header, (at + BLOCK, BLOCK, 0), driver.status_at(at + 16)], 3 * slot)
        self.under_way[head] = block, data
        driver.offer(head)

    def take(self, count: int) -> None:
        """Wait for answers: each to a request that is under way, and none twice."""
        for head, _ in self.driver.used(count):
            block, data = self.under_way.pop(head)
            at = self.driver.buffers + 2 * BLOCK * (head // 3)
            assert self.driver.memory.bytes[at + 16] == v.OK
            self.content[block] = data
            self.finished += 1


@pytest.mark.parametrize("plugin", ["aes-xts", "aes-gcm"])
def test_killed_backends_lose_and_repeat_nothing(home, plugin):
    disk, place = make_disk(home / "disk", plugin=plugin, size=4 * MIB), home / "s"
    writer: Writer | None = None
    inflight, caught = -1, 0
    for round_ in range(ROUNDS):
        if caught == CAUGHT:
            break
        with serving(disk, place, transport="vhost-user") as backend:
            if writer is None:
                driver = Driver(connected(place), size=32)
                inflight = driver.track()
                writer = Writer(driver)
            driver.reconnect(connected(place), inflight) if round_ else _begin(driver)
            for _ in range(20):
                writer.fill()
                writer.take(1)
            writer.take(len(writer.under_way))
            writer.fill()
            time.sleep(writer.random.random() * 5e-4)
            os.kill(backend.pid, signal.SIGKILL)
            backend.wait()
            caught += any(marks(inflight))
    assert writer is not None
    assert caught == CAUGHT
    with serving(disk, place, transport="vhost-user") as backend:
        driver.reconnect(connected(place), inflight)
        writer.take(len(writer.under_way))
        assert driver.stop() == writer.number & 0xFFFF == driver.used_index
        assert writer.finished == writer.number
        assert backend.stop() == 0
    driver.close()
    os.close(inflight)
    opened = open_disk(disk, secret=SECRET, plugin=for_header, read_only=True)
    for block, data in writer.content.items():
        found = bytearray(BLOCK)
        opened.device.read(block * BLOCK, memoryview(found))
        assert found == data, block
    opened.close()


def marks(buffer: int) -> bytes:
    """The marks of requests under way, a byte for each descriptor."""
    return os.pread(buffer, 4096, 16)[: 16 * 32 : 16]


def _begin(driver: Driver) -> None:
    driver.send(v.SET_FEATURES, pack("=Q", driver.features))
    driver.share_all()
    driver.start()


def test_only_the_vm_may_connect(home):
    """Whoever connects is given nothing before it is known who that is."""
    disk, place = make_disk(home / "disk"), home / "s"
    with serving(disk, place, transport="vhost-user", peer="pid") as backend:
        wire = Driver(connected(place))
        backend.allow_peer(1)
        assert wire.hung_up()
        (event,) = wait_for_events(backend)
        assert "which is not this disk's VM, was refused" in event["what"]
        wire.close()
        backend.allow_peer(os.getpid())
        wire = Driver(connected(place))
        wire.connect()
        assert wire.request(v.FLUSH) == (v.OK, b"")
        assert backend.stats()["flushes"] == 1
        wire.close()


def wait_for_events(backend) -> list[dict[str, str]]:  # type: ignore[no-untyped-def]
    deadline = time.monotonic() + v.PATIENCE
    while not (events := backend.events()):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    return list(events)


def test_what_the_guest_is_told_of_the_disk(home):
    disk, place = make_disk(home / "disk"), home / "s"
    with serving(disk, place, transport="vhost-user", read_only=True) as backend:
        wire = Driver(connected(place))
        assert wire.ask_u64(v.GET_FEATURES) & v.F_RO
        wire.connect()
        status, name = wire.request(v.GET_ID, room=20)
        assert (status, name.decode()) == (v.OK, backend.ready["disk_uuid"].replace("-", "")[:20])
        wire.close()
