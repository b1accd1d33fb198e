"""A backend's life: start, events, and every kind of end."""

from __future__ import annotations

import os
import signal
import socket as sockets
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.real.backends import MIB, SECRET, as_root, make_disk, run, serving, uri
from tests.unit.backend import wire as nbd
from tests.unit.backend.wire import Wire, request
from vmgui.backend.client import BackendProcess
from vmgui.disk.container import open_disk
from vmgui.disk.pin import pin_of
from vmgui.errors import VmguiError
from vmgui.plugin.load import for_header


@pytest.fixture
def disk(home: Path) -> Path:
    return make_disk(home / "disk")


@pytest.fixture
def place(home: Path) -> Path:
    """Where the socket will be."""
    return home / "s"


@pytest.fixture
def connect(place: Path) -> Iterator[Callable[[], Wire]]:
    """``connect()``: a connection, ready for requests."""
    with ExitStack() as stack:

        def do() -> Wire:
            sock = stack.enter_context(sockets.socket(sockets.AF_UNIX))
            sock.connect(str(place))
            wire = Wire(sock)
            wire.connect()
            return wire

        yield do


def read_back(disk: Path, offset: int, length: int) -> bytes:
    """What a disk that nobody serves holds."""
    opened = open_disk(disk, secret=SECRET, plugin=for_header, read_only=True)
    data = bytearray(length)
    opened.device.read(offset, memoryview(data))
    opened.close()
    return bytes(data)


def test_ready_describes_the_disk(disk, place):
    with serving(disk, place) as backend:
        opened_generation = backend.ready["generation"]
        assert backend.ready["size"] == 64 * MIB
        assert backend.ready["sector_size"] == 4096
        assert backend.ready["read_only"] is False
        assert len(backend.ready["fingerprint"]) == 32
        assert len(backend.ready["disk_uuid"]) == len(backend.ready["encryption_id"]) == 36
        backend.stop()
    opened = open_disk(disk, secret=SECRET, plugin=for_header)
    assert opened.generation == opened_generation + 1
    opened.close()


def test_the_socket_is_its_owners_alone_and_goes_with_the_backend(disk, place):
    with serving(disk, place) as backend:
        assert stat.S_IMODE(place.stat().st_mode) == 0o600
        assert stat.S_ISSOCK(place.stat().st_mode)
        backend.stop()
    assert not place.exists()


def test_statistics(disk, place, connect):
    with serving(disk, place) as backend:
        wire = connect()
        wire.ask(nbd.WRITE, 0, data=b"12345")
        wire.ask(nbd.READ, 0, 4096)
        wire.ask(nbd.FLUSH)
        assert backend.stats() == {
            "reads": 1,
            "writes": 1,
            "read_bytes": 4096,
            "written_bytes": 5,
            "flushes": 1,
            "errors": 0,
        }


# What can't be served.


def fails(disk: Path, place: Path, **more: Any) -> VmguiError:
    with pytest.raises(VmguiError) as caught:
        BackendProcess.start(disk, place, **{"secret": SECRET, **more})
    assert not place.exists() or stat.S_ISREG(place.stat().st_mode)
    return caught.value


def test_wrong_passphrase(disk, place):
    assert fails(disk, place, secret=b"wrong").code == "wrong-secret"


def test_no_passphrase(disk, place):
    assert fails(disk, place, secret=None).code == "secret-wanted"


def test_no_such_disk(disk, place):
    assert str(disk.parent / "none") in str(fails(disk.parent / "none", place))


def test_a_disk_in_use_names_the_holder(disk, place):
    with serving(disk, place, label="VM debian"):
        error = fails(disk, place.with_name("t"))
        assert error.code == "disk-in-use"
        assert "VM debian" in str(error)


def test_a_pin_that_does_not_fit(disk, place, home):
    other = make_disk(home / "other")
    opened = open_disk(other, secret=SECRET, plugin=for_header, read_only=True)
    pin = pin_of(opened.header, opened.fingerprint)
    opened.close()
    assert fails(disk, place, pin=pin).code == "pin-mismatch"
    with serving(other, place, pin=pin) as backend:
        assert backend.ready["fingerprint"] == pin.fingerprint


@pytest.mark.parametrize("name", ["x" * 120, "no-such-folder/s"])
def test_a_socket_that_can_not_be_made(disk, home, name):
    assert fails(disk, home / name).code == "socket"
    # The disk is free again.
    with serving(disk, home / "s"):
        pass


def test_a_file_in_the_sockets_place_is_left_alone(disk, place):
    place.write_text("precious")
    assert fails(disk, place).code == "socket"
    assert place.read_text() == "precious"


def test_a_socket_that_somebody_listens_at_is_left_alone(disk, place):
    with sockets.socket(sockets.AF_UNIX) as other:
        other.bind(str(place))
        other.listen()
        with pytest.raises(VmguiError, match="in use"):
            BackendProcess.start(disk, place, secret=SECRET)
        with sockets.socket(sockets.AF_UNIX) as client:
            client.connect(str(place))


def test_a_backend_that_dies_at_the_start_is_told(disk, place, home, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/bin/false")
    error = fails(disk, place, log=home / "log")
    assert "ended before it was done (exit status 1)" in str(error)
    assert str(home / "log") in str(error)


# Its end.


def unfinished(wire: Wire) -> None:
    """A connection with a thousand writes under way, and half a request behind them."""
    assert wire.ask(nbd.WRITE, 0, data=b"first").error == 0
    wire.send(b"".join(request(nbd.WRITE, 4096 * n, 5, data=b"later") for n in range(1000)))
    wire.send(request(nbd.WRITE, 0, 5, data=b"never")[:-1])


def end_by_stop(backend: BackendProcess) -> None:
    backend.control.send({"verb": "stop"})


def end_by_sigterm(backend: BackendProcess) -> None:
    os.kill(backend.pid, signal.SIGTERM)


def end_by_silence(backend: BackendProcess) -> None:
    backend.control.sock.shutdown(sockets.SHUT_RDWR)


@pytest.mark.parametrize("end", [end_by_stop, end_by_sigterm, end_by_silence])
def test_what_was_received_is_finished(disk, place, end, connect):
    with serving(disk, place) as backend:
        wire = connect()
        unfinished(wire)
        end(backend)
        for _ in range(1000):
            assert wire.reply().error == 0
        assert wire.at_end()
        assert backend.wait(20) == 0
    assert not place.exists()
    for sector in (0, 1, 500, 999):
        assert read_back(disk, sector * 4096, 5) == b"later"


def test_a_client_that_takes_no_replies_does_not_hold_it_up(disk, place, connect):
    with serving(disk, place) as backend:
        wire = connect()
        for _ in range(100):
            wire.request(nbd.READ, 0, MIB)
        time.sleep(0.2)
        assert backend.stop() == 0


def test_the_terminals_signals_are_its_parents_business(disk, place, connect):
    with serving(disk, place) as backend:
        os.kill(backend.pid, signal.SIGINT)
        os.kill(backend.pid, signal.SIGHUP)
        assert connect().ask(nbd.READ, 0, 1).error == 0
        assert backend.poll() is None


def test_signals_that_its_parent_blocks_still_reach_it(disk, place):
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
    try:
        with serving(disk, place) as backend:
            os.kill(backend.pid, signal.SIGTERM)
            assert backend.wait(20) == 0
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def test_it_ends_with_its_parent(disk, place, connect):
    """Also when that is killed, and while the disk is being written."""
    script = """
import sys, time
from pathlib import Path
from vmgui.backend.client import BackendProcess
disk, place = map(Path, sys.argv[1:3])
backend = BackendProcess.start(disk, place, secret=sys.argv[3].encode(), peer="uid")
print(backend.pid, flush=True)
time.sleep(600)
"""
    parent = subprocess.Popen(
        [sys.executable, "-c", script, disk, place, SECRET.decode()], stdout=subprocess.PIPE
    )
    with parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        wire = connect()
        unfinished(wire)
        parent.kill()
    for _ in range(1000):
        assert wire.reply().error == 0
    assert wire.at_end()
    deadline = time.monotonic() + 20
    while Path(f"/proc/{pid}/cmdline").exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not Path(f"/proc/{pid}/cmdline").exists()
    assert read_back(disk, 0, 5) == b"later"


def test_after_kill_9_nothing_acknowledged_is_lost(disk, place, connect):
    with serving(disk, place) as backend:
        wire = connect()
        for number in range(200):
            assert wire.ask(nbd.WRITE, number * 5000, data=b"%04d" % number).error == 0
        backend.kill()
        assert backend.poll() == -signal.SIGKILL
        with pytest.raises(VmguiError, match="gone"):
            backend.stats()
        assert backend.events() == []
    assert place.exists()  # nobody could take it away; the next one replaces it
    with serving(disk, place):
        wire = connect()
        for number in range(200):
            assert (
                wire.ask(nbd.READ, number * 5000, 4).bytes_from(number * 5000) == b"%04d" % number
            )


def test_qemu_waits_for_a_backend_that_is_started_again(disk, place):
    """The guest of a VM sees a pause, not an error."""
    blockdev = f"driver=nbd,server.type=unix,server.path={place},export=disk,reconnect-delay=60"
    with serving(disk, place) as backend:
        qemu = subprocess.Popen(
            ["qemu-io", "--image-opts", blockdev],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert qemu.stdin is not None
        assert qemu.stdout is not None
        qemu.stdin.write("write -P 7 0 1M\n")
        qemu.stdin.flush()
        while "wrote 1048576/1048576" not in qemu.stdout.readline():
            assert qemu.poll() is None
        backend.kill()
    # It asks for what nobody can answer now.
    qemu.stdin.write("read -P 7 0 1M\nwrite -P 8 1M 1M\nread -P 8 1M 1M\n")
    qemu.stdin.flush()
    time.sleep(0.5)
    with serving(disk, place):
        output, _ = qemu.communicate("quit\n", timeout=60)
        assert qemu.returncode == 0
        assert output.count("1048576/1048576") == 3
        assert "failed" not in output


# Run-time errors.


def test_a_full_drive_is_an_error_for_the_guest_and_an_event(home, connect):
    """Not the disk's end: reads go on, and writes once there is room."""
    small = home / "small"
    small.mkdir()
    run(*as_root(), "mount", "-t", "tmpfs", "-o", "size=4M", "none", small)
    try:
        disk = make_disk(small / "disk")
        with serving(disk, home / "s") as backend:
            wire = connect()
            errors = [wire.ask(nbd.WRITE, n * MIB, data=bytes([1]) * MIB).error for n in range(8)]
            assert errors[0] == 0
            assert errors[-1] == nbd.ENOSPC
            event = wait_for_event(backend)
            assert event["event"] == "error"
            assert "failed: No space left on device." in event["what"]
            assert wire.ask(nbd.READ, 0, 5).bytes_from(0) == b"\1" * 5
            assert backend.stats()["errors"] == errors.count(nbd.ENOSPC)
            assert wire.ask(nbd.TRIM, 0, 2 * MIB).error == 0
            assert wire.ask(nbd.WRITE, 4 * MIB, data=bytes([2]) * MIB).error == 0
    finally:
        run(*as_root(), "umount", small)


def wait_for_event(backend: BackendProcess) -> dict[str, Any]:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        for event in backend.events():
            return event
        time.sleep(0.01)
    raise AssertionError("no event came")


def test_a_shortened_file_is_an_error_and_an_event(disk, place, connect):
    with serving(disk, place) as backend:
        wire = connect()
        os.truncate(disk, 2 * MIB)
        assert wire.ask(nbd.READ, 32 * MIB, 4096).error == nbd.EIO
        assert "at offset 33554432 failed" in wait_for_event(backend)["what"]


def test_the_log_tells_what_happened(disk, place, home, connect):
    with serving(disk, place, log=home / "log") as backend:
        wire = connect()
        wire.ask(nbd.READ, 64 * MIB, 1)
        wire.request(nbd.DISC)
        assert wire.at_end()
        backend.stop()
    log = (home / "log").read_text()
    assert "NBD_CMD_READ of 1 bytes at offset 67108864 was refused" in log
    assert "Stopped." in log
    assert stat.S_IMODE((home / "log").stat().st_mode) == 0o600


def test_many_clients_come_and_go(disk, place, connect):
    with serving(disk, place) as backend:
        for _ in range(50):
            wire = connect()
            wire.sock.close()
        run("qemu-io", "-f", "raw", uri(place), "-c", "read 0 4k")
        fds = len(list(Path(f"/proc/{backend.pid}/fd").iterdir()))
        for _ in range(50):
            connect().sock.close()
        run("qemu-io", "-f", "raw", uri(place), "-c", "read 0 4k")
        assert len(list(Path(f"/proc/{backend.pid}/fd").iterdir())) <= fds + 1
