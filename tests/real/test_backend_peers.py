"""Who gets into a backend."""

from __future__ import annotations

import socket as sockets
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.real.backends import SYSTEM_PYTHON, as_root, make_disk, run, serving
from tests.unit.backend.wire import Wire
from vmgui.backend.client import BackendProcess

# What the server's first bytes look like to whoever gets them.
GREETING = """
import socket, sys
with socket.socket(socket.AF_UNIX) as peer:
    peer.settimeout(20)
    peer.connect(sys.argv[1])
    print(peer.recv(8).decode() or "sent away")
"""
NOBODY = 65534


@pytest.fixture
def disk(home: Path) -> Path:
    return make_disk(home / "disk")


@pytest.fixture
def place(home: Path) -> Path:
    return home / "s"


def event_of(backend: BackendProcess) -> str:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        for event in backend.events():
            return str(event["what"])
        time.sleep(0.01)
    raise AssertionError("no event came")


def test_our_own_user(disk, place):
    with serving(disk, place) as backend:
        assert run(SYSTEM_PYTHON, "-I", "-c", GREETING, place) == "NBDMAGIC\n"
        assert backend.events() == []


def test_another_user_is_sent_away_even_with_the_doors_open(disk, place, home):
    """Not the file modes but the check itself has to refuse."""
    as_nobody = [*as_root(), "setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    with serving(disk, place) as backend:
        client = [*as_nobody, SYSTEM_PYTHON, "-I", "-c", GREETING, place]
        assert "Permission denied" in run(*client, status=1)
        home.chmod(0o755)
        place.chmod(0o666)
        assert run(*client) == "sent away\n"
        assert f"which belongs to user {NOBODY}, was refused" in event_of(backend)
        assert run(SYSTEM_PYTHON, "-I", "-c", GREETING, place) == "NBDMAGIC\n"


def test_only_the_named_process(disk, place):
    with serving(disk, place, peer="pid") as backend:
        vm = subprocess.Popen(
            [SYSTEM_PYTHON, "-I", "-c", f"input()\n{GREETING}", place],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        with vm:
            backend.allow_peer(vm.pid)
            assert run(SYSTEM_PYTHON, "-I", "-c", GREETING, place) == "sent away\n"
            assert "which is not this disk's VM, was refused" in event_of(backend)
            output, _ = vm.communicate("\n")
            assert output == "NBDMAGIC\n"


def test_who_comes_before_it_is_named_waits(disk, place):
    with serving(disk, place, peer="pid") as backend:
        early = subprocess.Popen(
            [sys.executable, "-I", "-c", GREETING, place], stdout=subprocess.PIPE, text=True
        )
        with early:
            time.sleep(0.5)
            assert early.poll() is None
            backend.allow_peer(early.pid)
            assert early.communicate()[0] == "NBDMAGIC\n"


def test_who_waits_does_not_hold_up_the_end(disk, place):
    with serving(disk, place, peer="pid") as backend, sockets.socket(sockets.AF_UNIX) as early:
        early.connect(str(place))
        assert backend.stop() == 0
        assert Wire(early).at_end()
