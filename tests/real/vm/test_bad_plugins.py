"""A machine with a disk whose plug-in misbehaves: named, and it can always be given up."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.real.backends import SECRET
from tests.real.cli import VMGUI
from tests.real.vm.conftest import Vm, processes
from tests.stranger import CRASH, HANG, plant, wait_until
from vmgui.job import run
from vmgui.vm import client
from vmgui.vm.client import StartFailed


@pytest.fixture
def vm(make_vm, tmp_path: Path) -> Vm:
    """With a disk of a plug-in that still works."""
    plant()
    path = tmp_path / "disk.vmg"
    params = {"path": str(path), "size": 1 << 20, "plugin": "acme", "unlock_seconds": 0.0}
    run("create", params, [SECRET])
    made: Vm = make_vm()
    made.attach(path)
    return made


@pytest.fixture
def mark(vm: Vm, home: Path) -> Path:
    """A file that is there once the plug-in hangs."""
    place = home / "hangs"
    plant(at_cipher=f"open({str(place)!r}, 'w').close(); {HANG}")
    return place


def test_a_start_that_hangs_can_be_forced_off(vm: Vm, mark: Path, home: Path) -> None:
    def force_off() -> None:
        wait_until(mark.exists)
        client.request(vm.name, "kill")

    threading.Thread(target=force_off).start()
    with pytest.raises(StartFailed) as caught:
        vm.start()
    assert caught.value.code == "cancelled"
    vm.wait_for("stopped")
    assert processes(home) == {}
    plant()
    vm.start()


def test_a_start_that_hangs_ends_with_its_starter(vm: Vm, mark: Path, home: Path) -> None:
    key = home / "key"
    key.write_bytes(SECRET)
    starter = subprocess.Popen(
        [sys.executable, VMGUI, "vm", "start", vm.name, "--key-file", str(key)],
        stderr=subprocess.DEVNULL,
    )
    wait_until(lambda: mark.exists() or starter.poll() is not None)
    assert starter.poll() is None
    starter.send_signal(signal.SIGINT)
    starter.wait()
    vm.wait_for("stopped")
    vm.wait(lambda: processes(home) == {} or None)
    plant()
    vm.start()


def test_a_crash_at_the_start_names_the_plugin(vm: Vm) -> None:
    plant(at_cipher=CRASH)
    with pytest.raises(StartFailed, match=r"SIGSEGV\) while the plug-in “acme” was at work"):
        vm.start()
    assert vm.status.state == "stopped"


def test_a_crash_while_it_runs_names_the_plugin_and_another_backend_takes_over(
    vm: Vm, home: Path
) -> None:
    vm.start()
    (pid,) = [pid for pid, words in processes(home).items() if "vmgui.backend" in words]
    os.kill(pid, signal.SIGSEGV)
    words = "with the plug-in “acme” ended (signal 11, SIGSEGV); restarting"
    vm.wait(lambda: words in vm.log() or None)
    vm.wait(lambda: any(disk["restarts"] for disk in vm.status.disks) or None)
    assert vm.status.state == "running"
