"""The order of things at a backend's end, and what its parent hears."""

from __future__ import annotations

import errno
import os
import signal
import socket
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.unit.backend.memory_device import MemoryDevice
from vmgui.backend import process
from vmgui.backend.peer import PeerCheck
from vmgui.channel import Channel


class Parent:
    """A backend's parent, and a disk whose end is noted among its device's calls."""

    def __init__(self, place: Path, *, read_only: bool = False) -> None:
        ours, theirs = socket.socketpair()
        self.device = MemoryDevice(read_only=read_only)
        self.channel = Channel(ours)
        self.place = place
        self._theirs = Channel(theirs)
        self.reports = process.Reports()

    def run(self) -> None:
        """The backend's whole life."""
        umask = os.umask(0)
        try:
            listener = process._listen(self.place)
        finally:
            assert os.umask(umask) == 0
        disk: Any = SimpleNamespace(
            device=self.device,
            generation=3,
            fingerprint="",
            header=SimpleNamespace(disk="d", encryption_id="e"),
            warnings=["one"],
            close=lambda: self.device.calls.append(("close",)),
        )
        check = PeerCheck("uid")
        backend = process._Backend(
            process.Order(Path("d"), self.place),
            self._theirs,
            disk,
            listener,
            check,
            self.reports,
        )
        backend.serve()

    def heard(self) -> list[dict[str, object]]:
        """All that the backend said; afterwards it can say no more."""
        self._theirs.sock.shutdown(socket.SHUT_WR)
        messages = []
        while (received := self.channel.receive()) is not None:
            messages.append(received[0])
        return messages

    def close(self) -> None:
        self.channel.close()
        self._theirs.close()
        self.reports.bell.close()
        self.reports._rope.close()


@pytest.fixture
def parent(home, monkeypatch):
    monkeypatch.setattr(signal, "signal", lambda *arguments: None)
    monkeypatch.setattr(signal, "set_wakeup_fd", lambda *arguments, **more: None)
    made = Parent(home / "s")
    yield made
    made.close()


def test_the_disk_is_flushed_and_closed_at_the_end(parent):
    parent.channel.send({"verb": "stop"})
    parent.run()
    assert parent.device.calls == [("flush",), ("close",)]
    assert not parent.place.exists()
    (ready,) = parent.heard()
    assert ready["event"] == "ready"
    assert ready["warnings"] == ["one"]


def test_a_read_only_disk_is_not_flushed(parent):
    parent.device.read_only = True
    parent.channel.send({"verb": "stop"})
    parent.run()
    assert parent.device.calls == [("close",)]


def test_a_failing_last_flush_is_logged_and_the_disk_closed(parent, caplog):
    parent.device.fail["flush"] = OSError(errno.EIO, "Input/output error")
    parent.channel.send({"verb": "stop"})
    parent.run()
    assert parent.device.calls == [("flush",), ("close",)]
    assert "could not be flushed: Input/output error" in caplog.text


def test_a_parent_that_is_gone_means_stop(parent):
    parent.channel.sock.close()
    parent.run()
    assert parent.device.calls == [("flush",), ("close",)]


def test_several_messages_at_once_are_all_heard(parent):
    for verb in ("stats", "nonsense", "stats", "stop", "stats"):
        parent.channel.send({"verb": verb})
    parent.run()
    assert [message["event"] for message in parent.heard()] == ["ready", "stats", "stats"]


def test_reports_reach_the_parent_and_never_block(parent):
    for number in range(5_000):
        parent.reports.tell(f"report {number}")
    parent.channel.send({"verb": "stop"})
    parent.run()
    events = [message["what"] for message in parent.heard() if message["event"] == "error"]
    # The oldest were dropped, as nobody listened.
    assert events == [f"report {number}" for number in range(4_900, 5_000)]


def test_the_file_that_took_the_sockets_place_is_left_alone(parent, monkeypatch):
    parent.channel.send({"verb": "stop"})
    place = parent.place

    serve = process._Backend.serve

    def replaced(self: process._Backend) -> None:
        place.unlink()
        place.write_text("another's")
        serve(self)

    monkeypatch.setattr(process._Backend, "serve", replaced)
    parent.run()
    assert place.read_text() == "another's"
