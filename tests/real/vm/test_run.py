"""A machine's life: started, paused, resumed, reset, shut down, ended by force."""

from __future__ import annotations

import os
import signal
import socket
import stat
import sys
import threading
from pathlib import Path

import pytest

from tests.real.backends import SECRET, as_root, make_disk, run
from tests.real.test_backend_hardening import SEARCH
from tests.real.vm.conftest import PATIENCE, is_alive, processes
from vmgui.errors import VmguiError
from vmgui.vm import client, store
from vmgui.vm.definition import Network
from vmgui.vm.lock import VmRunning


def test_from_start_to_shutdown(make_boot_vm, home):
    vm = make_boot_vm()
    told: list[str] = []
    client.start(vm.name, {0: SECRET, 1: SECRET}, told.append)
    assert [words for words in told if "boot.vmg (1 of 2)" in words]
    running = vm.status
    assert (running.state, running.accelerator, running.error) == ("running", "tcg", None)
    assert running.since
    assert [(disk["state"], disk["restarts"]) for disk in running.disks] == [("open", 0)] * 2
    vm.wait_said("verified")

    assert client.request(vm.name, "pause")["state"] == "paused"
    assert vm.status.state == "paused"
    assert client.request(vm.name, "resume")["state"] == "running"
    client.request(vm.name, "reset")
    vm.wait_said("start 002")

    assert client.request(vm.name, "shutdown")["state"] == "stopping"
    assert client.wait_stopped(vm.name, PATIENCE)
    stopped = vm.status
    assert (stopped.state, stopped.message) == ("stopped", "The guest has shut down.")
    assert (stopped.qemu_pid, stopped.supervisor_pid, stopped.vnc) == (None, None, "")
    assert processes(home) == {}
    assert list(vm.places.runtime.iterdir()) == [vm.places.lock]


def test_it_starts_again_and_the_data_is_there(make_boot_vm):
    vm = make_boot_vm()
    for line in ("start 001: wrote", "start 002: data found", "start 003: data found"):
        vm.start()
        vm.wait_said("verified")
        assert line in vm.said()
        client.request(vm.name, "kill")
        client.wait_stopped(vm.name, PATIENCE)
        assert vm.status.state == "stopped"
    kept = vm.places.serial_log.with_suffix(".1.log").read_text()
    assert "start 002" in kept


def test_a_guest_that_is_paused_can_be_shut_down(make_boot_vm):
    vm = make_boot_vm()
    vm.start()
    vm.wait_said("verified")
    client.request(vm.name, "pause")
    client.request(vm.name, "shutdown")
    assert client.wait_stopped(vm.name, PATIENCE)
    assert vm.status.state == "stopped"


def test_a_guest_that_does_not_listen_is_ended_by_force(make_vm):
    vm = make_vm()  # nothing to start from: the BIOS ignores the power button
    vm.start()
    client.request(vm.name, "shutdown")
    assert not client.wait_stopped(vm.name, 0.5)
    assert vm.status.state == "stopping"
    client.request(vm.name, "kill")
    assert client.wait_stopped(vm.name, PATIENCE)
    assert (vm.status.state, vm.status.error) == ("stopped", None)


def test_an_arm_machine_with_uefi(make_vm, home):
    vm = make_vm("arm", "aarch64", memory="256M", cpus=2)
    vm.start()
    vm.wait_said("UEFI firmware")
    assert vm.places.variables().stat().st_size > 0
    client.request("arm", "pause")
    assert vm.status.state == "paused"
    client.request("arm", "resume")
    client.request("arm", "kill")
    assert client.wait_stopped("arm", PATIENCE)
    assert processes(home) == {}


def test_uefi_on_a_pc_with_whatever_runs_it_best(make_vm):
    """Where KVM fails (it does inside some virtual computers), it runs on without."""
    vm = make_vm(accelerator="auto", firmware="uefi", memory="256M", network=Network(kind="none"))
    vm.start()
    assert vm.wait_for("running").accelerator in {"kvm", "tcg"}
    vm.wait_said("BdsDxe")


def test_two_machines_at_once(make_vm):
    first, second = make_vm("a"), make_vm("b", "aarch64", memory="256M")
    first.start()
    second.start()
    assert {name: status.state for name, status in client.list_states().items()} == {
        "a": "running",
        "b": "running",
    }


def test_a_machine_runs_once(make_vm):
    vm = make_vm()
    vm.start()
    before = vm.status
    with pytest.raises(client.StartFailed) as caught:
        vm.start()
    assert caught.value.code == VmRunning.code
    assert vm.status == before
    with pytest.raises(VmRunning):
        store.delete(vm.name)


def test_verbs_for_a_machine_that_is_off(make_vm):
    vm = make_vm()
    for verb in ("shutdown", "kill", "reset", "pause", "resume"):
        with pytest.raises(VmguiError, match="vmgui vm start"):
            client.request(vm.name, verb)
    assert client.wait_stopped(vm.name)
    assert list(client.subscribe(vm.name)) == []


def test_every_change_is_told(make_vm):
    vm = make_vm()
    vm.start()
    seen = []
    begun = threading.Event()

    def listen() -> None:
        for status in client.subscribe(vm.name):
            seen.append(status.state)
            begun.set()

    thread = threading.Thread(target=listen)
    thread.start()
    begun.wait()
    for verb in ("pause", "resume", "kill"):
        client.request(vm.name, verb)
    thread.join()
    changes = [state for before, state in zip(["", *seen], seen, strict=False) if state != before]
    assert changes == ["running", "paused", "running", "stopping", "stopped"]


def test_the_supervisor_is_told_to_end_and_lets_the_guest_shut_down(make_boot_vm, home):
    vm = make_boot_vm()
    vm.start()
    vm.wait_said("verified")
    os.kill(vm.status.supervisor_pid, signal.SIGTERM)
    assert client.wait_stopped(vm.name, PATIENCE)
    assert vm.status.message == "The guest has shut down."
    assert "power off" in vm.said()
    assert processes(home) == {}


def test_generation_and_key_are_pinned_as_soon_as_a_disk_opens(make_boot_vm):
    vm = make_boot_vm()
    before = [disk.pin for disk in vm.definition.disks]
    vm.start()
    after = [disk.pin for disk in vm.definition.disks]
    assert all(new.generation > old.generation for old, new in zip(before, after, strict=True))
    assert all(new.fingerprint for new in after)


def test_nobody_else_gets_at_a_running_machine(make_boot_vm, home):
    vm = make_boot_vm()
    vm.start()
    vm.wait_said("verified")
    status = vm.status
    for path in (vm.places.runtime, vm.places.state, vm.places.folder):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700
    sockets = [path for path in vm.places.runtime.iterdir() if path.is_socket()]
    assert {path.name for path in sockets} >= {"control.sock", "vnc.sock", "serial.sock"}
    for path in sockets:
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path
    limits = [Path(f"/proc/{pid}/limits") for pid in (status.qemu_pid, status.supervisor_pid)]
    for file in limits:
        assert "Max core file size        0                    0" in file.read_text()
    qemu = Path(f"/proc/{status.qemu_pid}/status").read_text()
    assert "Seccomp:\t2" in qemu
    assert "NoNewPrivs:\t1" in qemu
    # Not even this very user's programs get at a disk's plaintext.
    with socket.socket(socket.AF_UNIX) as sock:
        sock.connect(os.fspath(vm.places.disk(1)))
        assert sock.recv(8) == b""


def test_the_secret_is_nowhere_to_be_found(make_boot_vm, home):
    vm = make_boot_vm()
    vm.start()
    vm.wait_said("verified")
    pids = [*processes(home), vm.status.supervisor_pid]
    assert len(pids) == 4  # two backends, QEMU, the supervisor
    for pid in pids:
        for file in ("cmdline", "environ"):
            assert SECRET not in Path(f"/proc/{pid}/{file}").read_bytes()
    client.request(vm.name, "kill")
    client.wait_stopped(vm.name, PATIENCE)
    files = [path for path in home.rglob("*") if path.is_file()]
    assert len(files) > 5
    for path in files:
        assert SECRET not in path.read_bytes(), path


def test_the_supervisors_memory_shows_no_secret_even_to_root(make_boot_vm):
    """It keeps them, for backends that have to be started again."""
    vm = make_boot_vm()
    vm.start()
    words = [str(vm.status.supervisor_pid), SECRET.hex(), vm.definition.id.encode().hex()]
    counts = run(*as_root(), sys.executable, "-I", "-c", SEARCH, *words)
    secrets, names = map(int, counts.split())
    assert names > 0  # searching works
    assert secrets == 0


def test_the_starter_may_go_away(make_vm, home, tmp_path):
    """The supervisor is nobody's child and has no terminal."""
    vm = make_vm()
    vm.attach(make_disk(tmp_path / "a.vmg", size=1 << 20))
    child = os.fork()
    if child == 0:
        vm.start()
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    status = vm.wait_for("running")
    assert status.supervisor_pid is not None
    assert os.getsid(status.supervisor_pid) != os.getsid(0)
    fields = Path(f"/proc/{status.supervisor_pid}/stat").read_text().rpartition(")")[2].split()
    assert int(fields[1]) not in {os.getpid(), child}
    assert int(fields[4]) == 0  # no terminal
    assert is_alive(status.supervisor_pid)
