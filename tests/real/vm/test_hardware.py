"""QEMU takes every piece of hardware that a definition can ask for, all at once."""

from __future__ import annotations

import socket
import time

import pytest

from tests.real.backends import make_disk
from vmgui.vm.definition import Display, Forward, Network


def free_port() -> int:
    """A port that was free a moment ago."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


@pytest.mark.parametrize(
    ("arch", "machine", "buses", "network"),
    [
        ("x86_64", "q35", ("virtio", "sata", "nvme", "scsi"), "virtio"),
        ("x86_64", "pc", ("virtio", "sata", "nvme", "scsi"), "rtl8139"),
        ("i386", "q35", ("virtio", "sata", "nvme", "scsi"), "e1000e"),
        ("aarch64", "virt", ("virtio", "nvme", "scsi"), "e1000"),
    ],
)
def test_everything(make_vm, tmp_path, arch, machine, buses, network):
    image = tmp_path / "a, b.iso"
    image.write_bytes(bytes(1 << 20))
    vm = make_vm(
        "all, of it",
        arch,
        machine=machine,
        memory="256M",
        cpus=2,
        cdrom=str(image),
        sound=True,
        network=Network(model=network, forwards=(Forward(free_port(), 22),)),
    )
    for bus in buses:
        vm.attach(make_disk(tmp_path / f"{bus}.vmg", size=1 << 20), bus=bus)
        if bus != "sata":
            vm.attach(make_disk(tmp_path / f"{bus}-2.vmg", size=1 << 20), bus=bus, read_only=True)
    vm.start()
    assert vm.status.state == "running"


def test_seven_sata_disks(make_vm, tmp_path):
    vm = make_vm()
    for number in range(7):
        path = make_disk(tmp_path / f"{number}.vmg", plugin="unencrypted", size=1 << 20)
        vm.attach(path, bus="sata")
    vm.start()


@pytest.mark.parametrize("arch", ["x86_64", "aarch64"])
def test_as_little_as_possible(make_vm, arch):
    vm = make_vm(
        "bare", arch, network=Network(kind="none"), display=Display("none"), firmware="default"
    )
    vm.start()
    status = vm.status
    assert (status.vnc, status.disks) == ("", ())
    assert status.serial


def test_the_screen_is_there(make_vm):
    """A client of the socket is greeted as in RFC 6143, section 7.1.1."""
    vm = make_vm()
    vm.start()
    with socket.socket(socket.AF_UNIX) as sock:
        sock.connect(vm.status.vnc)
        assert sock.recv(12, socket.MSG_WAITALL) == b"RFB 003.008\n"


def test_what_is_typed_reaches_the_serial_line(make_vm):
    """UEFI's shell on Arm is a guest that listens there."""
    vm = make_vm("arm", "aarch64", memory="256M", network=Network(kind="none"))
    vm.start()
    vm.wait_said("Shell>")
    with socket.socket(socket.AF_UNIX) as sock:
        sock.connect(vm.status.serial)

        def answer() -> bool | None:
            # The shell forgets what was typed before it listens: say it again until it answers.
            sock.sendall(b"echo 42\r")
            time.sleep(1)
            return "\n42\n" in vm.said() or None

        vm.wait(answer)
