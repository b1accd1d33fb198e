"""A device in this process, at the other end of a socket pair."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.unit.backend.memory_device import MemoryDevice
from tests.unit.backend.vhost.driver import Driver, Memory
from vmgui.backend.peer import PeerCheck
from vmgui.backend.vhost.server import Server


class Served:
    """A server, its device and what it reported; ``driver()`` makes a connection."""

    def __init__(self, device: MemoryDevice) -> None:
        self.device = device
        self.reports: list[str] = []
        self.full = threading.Event()
        self.server = self._new()
        self._drivers: list[Driver] = []
        self._memories: list[Memory] = []

    def _new(self) -> Server:
        check = PeerCheck("uid")
        return Server(self.device, b"a disk", check, self.reports.append, self.full.set)

    def wire(self, **more: Any) -> Driver:
        """A driver that has said nothing yet."""
        ours, theirs = socket.socketpair()
        self.server.add(theirs)
        self._drivers.append(Driver(ours, **more))
        return self._drivers[-1]

    def driver(self, *, protocol_features: int = 1 << 3, **more: Any) -> Driver:
        """One whose ring is served."""
        driver = self.wire(**more)
        driver.connect(protocol_features=protocol_features)
        return driver

    def close(self) -> None:
        self.device.hold.set()
        assert self.server.stop(20)
        for driver in self._drivers:
            driver.close()


@pytest.fixture
def serve() -> Iterator[Callable[[MemoryDevice], Served]]:
    """``serve(device)``: a server that ends with the test."""
    running: list[Served] = []

    def start(device: MemoryDevice) -> Served:
        running.append(Served(device))
        return running[-1]

    yield start
    for served in running:
        served.close()


@pytest.fixture
def served(serve: Callable[[MemoryDevice], Served]) -> Served:
    """A server for a writable MiB."""
    return serve(MemoryDevice())
