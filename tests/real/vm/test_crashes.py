"""Whatever is killed: nothing goes on alone, nothing is lost, and it can be started again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.real.backends import SECRET, run
from tests.real.vm.conftest import PATIENCE, Vm, is_alive, processes
from vmgui.vm import client


def wait_until_gone(*pids: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while any(map(is_alive, pids)):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def backends(vm: Vm, home: Path) -> dict[int, int]:
    """Process IDs by the disk's index."""
    return {
        index: pid
        for pid, words in processes(home).items()
        for index in range(2)
        if f"{vm.places.disk(index)} " in words and "vmgui.backend" in words
    }


def test_a_killed_supervisor_leaves_nothing_running(make_boot_vm, home):
    vm = make_boot_vm()
    vm.start()
    vm.wait_said("verified")
    pids = processes(home)
    assert len(pids) == 3
    os.kill(vm.status.supervisor_pid, signal.SIGKILL)
    wait_until_gone(*pids)
    crashed = vm.status
    assert crashed.state == "crashed"
    assert "supervisor" in crashed.message
    vm.start()
    vm.wait_said("start 002: data found")
    assert vm.status.state == "running"


def test_a_killed_qemu_is_told_and_everything_is_let_go(make_boot_vm, home):
    vm = make_boot_vm()
    vm.start()
    vm.wait_said("verified")
    os.kill(vm.status.qemu_pid, signal.SIGKILL)
    assert client.wait_stopped(vm.name, PATIENCE)
    status = vm.status
    assert status.state == "crashed"
    assert status.error is not None
    assert "ended unexpectedly" in status.error["what"]
    assert "memory" in status.error["why"]
    assert processes(home) == {}
    vm.start()
    vm.wait_said("start 002: data found")


def test_a_killed_backend_is_a_pause_for_the_guest(make_boot_vm, home):
    vm = make_boot_vm()
    vm.start()
    vm.wait_said("start 001")
    for index in (0, 1, 1):
        restarts = vm.status.disks[index]["restarts"]
        os.kill(backends(vm, home)[index], signal.SIGKILL)
        vm.wait(lambda i=index, n=restarts: vm.status.disks[i]["restarts"] > n or None)
    client.request(vm.name, "reset")
    vm.wait_said("start 002: data found, 256 sectors verified")
    status = vm.status
    assert status.state == "running"
    assert [disk["restarts"] for disk in status.disks] == [1, 2]
    assert "restarting it" in vm.log()


def test_a_backend_that_hangs_does_not_keep_the_machine_from_ending(make_boot_vm, home):
    vm = make_boot_vm()
    vm.start()
    vm.wait_said("verified")
    os.kill(backends(vm, home)[1], signal.SIGSTOP)
    try:
        client.request(vm.name, "kill")
        assert client.wait_stopped(vm.name, PATIENCE)
    finally:
        assert vm.status.state == "stopped"
    assert processes(home) == {}


def test_what_is_served_meanwhile_is_only_lost_for_a_while(make_boot_vm, home, tmp_path):
    """A disk whose file is away when its backend dies comes back with the file."""
    vm = make_boot_vm()
    vm.start()
    vm.wait_said("verified")
    data = tmp_path / "data.vmg"
    data.rename(tmp_path / "away")
    os.kill(backends(vm, home)[1], signal.SIGKILL)
    vm.wait(lambda: vm.status.disks[1]["state"] == "lost" or None)
    vm.wait(lambda: "is lost for now" in vm.log() or None)
    (tmp_path / "away").rename(data)
    vm.wait(lambda: vm.status.disks[1]["state"] == "open" or None)
    client.request(vm.name, "reset")
    vm.wait_said("start 002: data found, 256 sectors verified")


def test_an_exchanged_disk_is_not_taken_back_after_a_crash(make_boot_vm, home, tmp_path):
    """While it runs, an older copy in the disk's place is not served to the guest."""
    vm = make_boot_vm()
    data = tmp_path / "data.vmg"
    run("cp", data, tmp_path / "older")
    vm.start()
    vm.wait_said("verified")
    (tmp_path / "older").rename(data)
    os.kill(backends(vm, home)[1], signal.SIGKILL)
    vm.wait(lambda: "older copy" in vm.log() or None)
    assert vm.status.disks[1]["state"] == "lost"


def test_ctrl_c_while_it_starts_ends_the_start(make_boot_vm, home):
    vm = make_boot_vm()
    # A start takes a second: Ctrl-C may come too late, and then the machine rightly runs.
    while start_and_interrupt(vm) == 0:
        client.request(vm.name, "kill")
        assert client.wait_stopped(vm.name, PATIENCE)
    assert client.wait_stopped(vm.name, PATIENCE)
    assert vm.status.state == "stopped"
    assert processes(home) == {}


def start_and_interrupt(vm) -> int:
    """``vmgui vm start`` and Ctrl-C as soon as the machine is starting; the exit status."""
    reading, writing = os.pipe()
    os.write(writing, SECRET)
    os.close(writing)
    starter = subprocess.Popen(
        [Path(sys.executable).with_name("vmgui"), "vm", "start", vm.name,
         "--passphrase-fd", str(reading)],
        pass_fds=[reading], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    os.close(reading)
    vm.wait_for("starting")
    starter.send_signal(signal.SIGINT)
    starter.communicate()
    return starter.returncode
