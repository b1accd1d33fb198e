"""Machines that can't start: what is said, and that nothing is left behind."""

from __future__ import annotations

import os
import shutil
import socket
import stat
from pathlib import Path

import msgspec
import pytest

from tests.real.backends import SECRET, make_disk, serving
from tests.real.vm.conftest import Vm, processes
from vmgui.errors import VmguiError
from vmgui.paths import runtime_dir
from vmgui.vm import client, store
from vmgui.vm.definition import Forward, Network


def failure(vm: Vm, home: Path, code: str, secret: bytes | None = SECRET) -> VmguiError:
    """Try to start it, and check that all is as before, but for the told failure."""
    with pytest.raises(VmguiError) as caught:
        vm.start(secret)
    error = caught.value
    assert error.code == code, error
    assert error.what
    assert error.remedy
    status = vm.status
    assert (status.state, status.qemu_pid) == ("stopped", None)
    assert processes(home) == {}
    if status.error is not None:
        assert status.error["what"] == error.what
    return error


def change(vm: Vm, **fields: object) -> None:
    store.update(vm.name, lambda old: msgspec.structs.replace(old, **fields))


def test_no_qemu(make_vm, home, monkeypatch, tmp_path):
    vm = make_vm()
    path = os.environ["PATH"]
    monkeypatch.setenv("PATH", str(tmp_path))
    error = failure(vm, home, "qemu-missing")
    assert "qemu-system-x86_64" in error.why
    monkeypatch.setenv("PATH", path)
    vm.start()


def test_qemu_that_does_not_work(make_vm, home, monkeypatch, tmp_path):
    program = tmp_path / "qemu-system-x86_64"
    program.write_text("#!/bin/sh\necho out of order >&2\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert "out of order" in failure(make_vm(), home, "qemu-broken").why


def test_no_firmware(make_vm, home, monkeypatch, tmp_path):
    """Empty descriptors of a person's own hide the system's."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    mine = tmp_path / "qemu" / "firmware"
    mine.mkdir(parents=True)
    for descriptor in Path("/usr/share/qemu/firmware").glob("*.json"):
        (mine / descriptor.name).touch()
    error = failure(make_vm("arm", "aarch64"), home, "firmware-missing")
    assert "aarch64" in error.what
    assert "nstall" in error.remedy


def test_a_port_that_is_taken(make_vm, home):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        vm = make_vm(network=Network(forwards=(Forward(port, 22),)))
        error = failure(vm, home, "port-taken")
        assert f"Port {port}" in error.why
        assert "Could not set up host forwarding rule" in error.why  # QEMU's own words
    vm.start()


@pytest.mark.parametrize("disks", [0, 1])
def test_not_enough_memory(make_vm, home, tmp_path, disks):
    """Also with a disk, for which memory would be shared, which is not refused."""
    vm = make_vm(memory="8T")
    if disks:
        vm.attach(make_disk(tmp_path / "disk.vmg", size=1 << 20))
    error = failure(vm, home, "no-memory")
    assert "cannot set up guest memory" in error.why


@pytest.mark.parametrize(
    ("fields", "code", "told"),
    [
        ({"cdrom": "/nowhere/a, b.iso"}, "cannot-open", "/nowhere/a, b.iso"),
        ({"kernel": "/nowhere/vmlinuz"}, "cannot-load-kernel", "/nowhere/vmlinuz"),
        ({"machine": "pc-q35-99.0"}, "machine-unknown", "pc-q35-99.0"),
        ({"cpus": 1000}, "too-many-cpus", "288"),
        ({"extra_args": ("-device", "nonsense")}, "device-unknown", "nonsense"),
        ({"extra_args": ("-nonsense",)}, "argument-unknown", "-nonsense"),
        ({"extra_args": ("-cpu", "pentium9")}, "cpu-unknown", "pentium9"),
        ({"extra_args": ("-device", "virtio-rng-pci") * 40}, "too-many-devices", "no slot"),
    ],
)
def test_what_is_wrong_in_the_definition(make_vm, home, fields, code, told):
    error = failure(make_vm(**fields), home, code)
    assert told in str(error)


def test_a_disk_that_another_program_has_open(make_vm, home, tmp_path):
    vm = make_vm()
    disk = vm.attach(make_disk(tmp_path / "a.vmg", size=1 << 20))
    with serving(disk, runtime_dir() / "s", label="VM other"):
        error = failure_while_served(vm)
    assert error.code == "disk-in-use"
    assert "VM other" in error.why
    vm.start()


def failure_while_served(vm: Vm) -> VmguiError:
    with pytest.raises(client.StartFailed) as caught:
        vm.start()
    assert vm.status.state == "stopped"
    return caught.value


def test_a_disk_that_another_machine_uses(make_vm, tmp_path):
    disk = make_disk(tmp_path / "a.vmg", size=1 << 20)
    first, second = make_vm("first"), make_vm("second")
    for vm in (first, second):
        vm.attach(disk)
    first.start()
    error = failure_while_served(second)
    assert error.code == "disk-in-use"
    assert "VM first" in error.why
    assert first.status.state == "running"


def test_a_disk_that_is_gone(make_vm, home, tmp_path):
    vm = make_vm()
    disk = vm.attach(make_disk(tmp_path / "a.vmg", size=1 << 20))
    disk.rename(tmp_path / "away")
    assert str(disk) in failure(vm, home, "cannot-open").what


def test_a_disk_of_another_plugin_than_pinned(make_vm, home, tmp_path):
    vm = make_vm()
    disk = vm.attach(make_disk(tmp_path / "a.vmg", size=1 << 20))
    disk.unlink()
    make_disk(disk, plugin="unencrypted", size=1 << 20)
    error = failure(vm, home, "pin-mismatch")
    assert "not encrypted" in error.why
    assert "vmgui vm accept" in error.remedy


def test_the_wrong_secret_for_some_of_the_disks(make_vm, home, tmp_path):
    vm = make_vm()
    for name in ("a", "b", "c"):
        vm.attach(make_disk(tmp_path / name, size=1 << 20))
    with pytest.raises(client.StartFailed) as caught:
        client.start(vm.name, {0: b"wrong", 1: SECRET, 2: b"wrong too"})
    assert caught.value.wrong_secrets == (0, 2)
    assert caught.value.code == "wrong-secret"
    assert caught.value.what.startswith("a: ")
    assert processes(home) == {}
    client.start(vm.name, {0: SECRET, 1: SECRET, 2: SECRET})


def test_no_secret_at_all(make_vm, home, tmp_path):
    vm = make_vm()
    vm.attach(make_disk(tmp_path / "a", size=1 << 20))
    failure(vm, home, "secret-wanted", secret=None)


def test_a_definition_that_can_not_be_read(make_vm, home):
    vm = make_vm()
    file = store.folder(vm.name) / store.FILE
    text = file.read_text()
    file.write_text(text.replace("cpus = 1", "cpus = "))
    with pytest.raises(VmguiError, match="line 10"):
        vm.start()
    file.write_text(text)
    vm.start()


def test_sockets_that_have_no_room(make_vm, home, monkeypatch, tmp_path):
    """A Unix socket's path holds 107 bytes: a long home gets a short folder elsewhere."""
    long = tmp_path / ("x" * 120)
    long.mkdir(parents=True)
    monkeypatch.setenv("VMGUI_HOME", str(long))
    vm = make_vm()
    vm.start()
    runtime = vm.places.runtime
    assert not runtime.is_relative_to(long)
    assert stat.S_IMODE(runtime.parent.parent.stat().st_mode) == 0o700
    client.request(vm.name, "kill")
    assert client.wait_stopped(vm.name)
    shutil.rmtree(runtime.parent.parent)


def test_another_volume_key_is_found_by_the_backend_and_the_side_is_told(make_vm, home, tmp_path):
    """Only the backend can see it; there is no keyring here whose seal would tell the side."""
    vm = make_vm()
    vm.attach(make_disk(tmp_path / "a.vmg", size=1 << 20))
    vm.start()
    client.request(vm.name, "kill")
    vm.wait_for("stopped")
    disk = vm.definition.disks[0]
    assert disk.pin is not None
    forged = msgspec.structs.replace(disk.pin, fingerprint="0" * 32)
    change(vm, disks=(msgspec.structs.replace(disk, pin=forged),))
    error = failure(vm, home, "pin-mismatch")
    assert "Its volume key is another one." in error.why
    assert "can't be told. What the definition says of its disks is not sealed" in error.why
