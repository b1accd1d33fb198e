"""A server in this process, at the other end of a socket pair."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator

import pytest

from tests.unit.backend.memory_device import MemoryDevice
from tests.unit.backend.wire import Wire
from vmgui.backend.nbd.server import Server
from vmgui.backend.peer import PeerCheck

Serve = Callable[..., Wire]


class Served:
    """A server, its device and what it reported; ``wire()`` makes a connection."""

    def __init__(self, device: MemoryDevice) -> None:
        self.device = device
        self.reports: list[str] = []
        self.server = Server(device, PeerCheck("uid"), self.reports.append)
        self._sockets: list[socket.socket] = []

    def wire(self) -> Wire:
        ours, theirs = socket.socketpair()
        self.server.add(theirs)
        self._sockets.append(ours)
        return Wire(ours)

    def connected(self, *, structured: bool = True) -> Wire:
        wire = self.wire()
        wire.connect(structured=structured)
        return wire

    def close(self) -> None:
        self.device.hold.set()
        self.server.stop()
        for sock in self._sockets:
            sock.close()


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
