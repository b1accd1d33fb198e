"""Several connections, and their end."""

from __future__ import annotations

import os
import socket
import threading

import pytest

from tests.unit.backend import wire as nbd
from tests.unit.backend.wire import Wire, request
from vmgui.backend.nbd import server as server_module
from vmgui.backend.nbd.server import MAX_CONNECTIONS, Server
from vmgui.backend.peer import PeerCheck, credentials


def test_connections_see_each_others_writes(served):
    one, two = served.connected(), served.connected()
    one.ask(nbd.WRITE, 0, data=b"from one")
    assert two.ask(nbd.READ, 0, 8).bytes_from(0) == b"from one"


def test_one_connection_waits_for_no_other(served):
    slow, quick = served.connected(), served.connected()
    served.device.hold.clear()
    slow.request(nbd.FLUSH)
    # While the flush hangs the other one is served: TRIM of nothing never reaches the device.
    assert quick.ask(nbd.TRIM, 0, 0).error == 0
    served.device.hold.set()
    assert slow.reply().error == 0


def test_no_more_connections_than_memory_is_meant_for(served):
    wires = [served.connected() for _ in range(MAX_CONNECTIONS)]
    assert served.wire().at_end()
    wires[3].request(nbd.DISC)
    assert wires[3].at_end()
    wire = served.wire()
    while wire.at_end():  # until the thread of the one that left has made room
        wire = served.wire()


def test_counters_cover_present_and_past_connections(served):
    first = served.connected()
    first.ask(nbd.WRITE, 0, data=b"12345")
    first.request(nbd.DISC)
    assert first.at_end()
    second = served.connected(structured=False)
    second.ask(nbd.READ, 0, 10)
    second.ask(nbd.READ, 0, 1 << 20)
    second.ask(nbd.FLUSH)
    second.ask(nbd.READ, 1 << 20, 1)  # refused: not the device's error
    assert served.server.counters() == {
        "reads": 2,
        "writes": 1,
        "read_bytes": 10 + (1 << 20),
        "written_bytes": 5,
        "flushes": 1,
        "errors": 0,
    }


def test_stopping_finishes_what_was_received(served):
    wire = served.connected()
    served.device.hold.clear()
    wire.send(b"".join(request(nbd.WRITE, n, 1, cookie=n, data=b"x") for n in range(1000)))
    wire.send(request(nbd.WRITE, 0, 100)[:20])  # and half a request
    stopping = threading.Thread(target=served.server.stop)
    stopping.start()
    served.device.hold.set()
    for number in range(1000):
        reply = wire.reply()
        assert (reply.cookie, reply.error) == (number, 0)
    assert wire.at_end()
    stopping.join(20)
    assert not stopping.is_alive()
    assert served.device.data[:1000] == b"x" * 1000


def test_stopping_does_not_wait_for_a_client_that_takes_no_replies(served, monkeypatch):
    monkeypatch.setattr(server_module, "GRACE", 0.1)
    wire = served.connected()
    wire.sock.settimeout(0.5)
    with pytest.raises(TimeoutError):  # every buffer on the way is full
        wire.send(request(nbd.READ, 0, 1 << 20) * 100_000)
    served.server.stop()


def test_nobody_is_served_after_the_stop(served):
    waiting = served.wire()
    waiting.hello()
    served.server.stop()
    assert waiting.at_end()
    assert served.wire().at_end()


def test_a_bug_ends_one_connection_and_is_told(served, monkeypatch, caplog):
    other = served.connected()

    def broken(*arguments: object) -> None:
        raise KeyError("a mistake of ours")

    monkeypatch.setattr(server_module, "negotiate", broken)
    assert served.wire().at_end()
    assert other.ask(nbd.READ, 0, 1).error == 0
    assert served.reports == [
        "Serving a connection failed unexpectedly; see the backend's log."
    ]  # fmt: skip
    assert "a mistake of ours" in caplog.text


# Who may connect.


@pytest.fixture
def pair():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


def test_credentials_are_the_kernels(pair):
    assert credentials(pair[1]) == (os.getpid(), os.getuid())


def test_our_own_user_is_admitted(pair):
    assert PeerCheck("uid").refusal(pair[1]) is None


def test_another_user_is_refused(pair, monkeypatch):
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    for policy in ("uid", "pid"):
        assert f"which belongs to user {os.geteuid()}" in str(PeerCheck(policy).refusal(pair[1]))


def test_only_the_named_process_is_admitted(pair):
    check = PeerCheck("pid")
    check.allow(os.getpid() + 1)
    assert "which is not this disk's VM" in str(check.refusal(pair[1]))
    check.allow(os.getpid())
    assert check.refusal(pair[1]) is None


@pytest.fixture
def waiting(served):
    """A connection to a server that does not know yet whom it waits for."""
    check = PeerCheck("pid")
    server = Server(served.device, check, served.reports.append)
    ours, theirs = socket.socketpair()
    server.add(theirs)
    yield server, check, Wire(ours)
    server.stop()
    ours.close()


def test_who_connects_too_early_waits(waiting):
    _, check, wire = waiting
    wire.sock.settimeout(0.2)
    with pytest.raises(TimeoutError):
        wire.sock.recv(1)
    wire.sock.settimeout(20)
    check.allow(os.getpid())
    wire.connect()
    assert wire.ask(nbd.READ, 0, 1).error == 0


def test_who_waits_is_sent_away_at_the_stop(waiting, served):
    server, _, wire = waiting
    server.stop()
    assert wire.at_end()
    assert served.reports == []


def test_the_wrong_process_is_sent_away_and_told_of(waiting, served):
    _, check, wire = waiting
    check.allow(1)
    assert wire.at_end()
    assert served.reports == [
        f"A connection of process {os.getpid()}, which is not this disk's VM, was refused."
    ]
