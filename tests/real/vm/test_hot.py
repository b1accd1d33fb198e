"""A running machine is changed: CDs, network, disks, as far as no guest has to help."""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
from pathlib import Path

import msgspec
import pytest

from tests.real.backends import SECRET, as_root, make_disk, run
from tests.real.test_backend_hardening import SEARCH
from tests.real.vm.conftest import PATIENCE, Vm, processes
from vmgui.errors import VmguiError
from vmgui.vm import changes, client, pinning
from vmgui.vm.changes import Refused
from vmgui.vm.definition import Definition, Forward, Network, Usb

replace = msgspec.structs.replace
# How many disks a machine takes that comes without any.
SLOTS = 4


def change(vm: Vm, secrets: dict[str, bytes] | None = None, **fields: object) -> Definition:
    """Change what is stored; what is stored then."""
    changes.apply(vm.name, replace(vm.definition, **fields), secrets or {})
    return vm.definition


def pending(vm: Vm) -> tuple[str, ...]:
    running = client.running(vm.name)
    assert running is not None
    return changes.pending(running, vm.definition)


def image(path: Path) -> str:
    path.write_bytes(bytes(1 << 20))
    return str(path)


def opened_by_qemu(vm: Vm) -> set[str]:
    return {os.readlink(each) for each in Path(f"/proc/{vm.status.qemu_pid}/fd").iterdir()}


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port


def test_another_cd(make_vm, tmp_path):
    first, second = image(tmp_path / "first.iso"), image(tmp_path / "second, too.iso")
    vm = make_vm(cdrom=first)
    vm.start()
    assert first in opened_by_qemu(vm)

    assert change(vm, cdrom=second).cdrom == second
    assert second in opened_by_qemu(vm)
    assert first not in opened_by_qemu(vm)
    assert client.running(vm.name).cdrom == second
    assert "The CD second, too.iso was put in." in vm.log()

    assert change(vm, cdrom=None).cdrom is None
    assert second not in opened_by_qemu(vm)
    assert change(vm, cdrom=first).cdrom == first
    assert first in opened_by_qemu(vm)
    assert pending(vm) == ()


def test_a_cd_that_is_not_there_is_refused_and_the_rest_stored(make_vm, tmp_path):
    there = image(tmp_path / "there.iso")
    vm = make_vm(cdrom=there)
    vm.start()
    with pytest.raises(Refused, match=r"none\.iso can't be put in.*No such file"):
        change(vm, cdrom=str(tmp_path / "none.iso"), memory="256M")
    assert (vm.definition.cdrom, vm.definition.memory) == (there, "256M")
    assert client.running(vm.name).cdrom == there
    assert there in opened_by_qemu(vm)
    assert pending(vm) == ("memory",)


def test_ports_come_and_go(make_vm):
    vm = make_vm()
    vm.start()
    tcp, udp = Forward(free_port(), 22), Forward(free_port(), 53, "udp")
    change(vm, network=Network(forwards=(tcp, udp)))
    with socket.create_connection(("127.0.0.1", tcp.host)):
        pass
    assert pending(vm) == ()
    assert f"The TCP port {tcp.host} of this computer now leads" in vm.log()

    moved = replace(tcp, guest=80)
    change(vm, network=Network(forwards=(moved,)))
    with socket.create_connection(("127.0.0.1", tcp.host)):
        pass
    change(vm, network=Network())
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", tcp.host))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.bind(("127.0.0.1", udp.host))
    assert client.running(vm.name).network.forwards == ()


def test_a_port_in_use_is_named_and_not_stored(make_vm):
    vm = make_vm()
    vm.start()
    good = Forward(free_port(), 22)
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = Forward(other.getsockname()[1], 80)
        with pytest.raises(Refused, match=f"Port {taken.host} of this computer") as caught:
            change(vm, network=Network(forwards=(taken, good)))
    assert caught.value.code == "port-taken"
    assert vm.definition.network.forwards == (good,)
    assert client.running(vm.name).network.forwards == (good,)


def test_a_port_in_use_at_the_start_is_named(make_vm):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        vm = make_vm(network=Network(forwards=(Forward(port, 22),)))
        with pytest.raises(client.StartFailed, match=f"Port {port} of this computer") as caught:
            vm.start()
    assert caught.value.code == "port-taken"
    vm.start()


def test_what_waits_for_the_next_start(make_vm, tmp_path):
    vm = make_vm()
    vm.start()
    disk = make_disk(tmp_path / "sata.vmg", size=1 << 20)
    new = pinning.attach(vm.definition, disk, bus="sata")
    changes.apply(vm.name, replace(new, memory="256M", tpm=True, group="servers"))
    assert vm.definition.group == "servers"
    assert len(vm.definition.disks) == 1
    assert pending(vm) == ("memory", "tpm", "disks")
    change(vm, disks=())
    assert pending(vm) == ("memory", "tpm")


def test_a_cable_that_is_pulled_stays_pulled(make_vm):
    vm = make_vm(network=Network(connected=False))
    vm.start()
    assert "cable" not in vm.log()
    change(vm, network=Network(connected=True))
    change(vm, network=Network(connected=False))
    assert pending(vm) == ()
    assert "The network cable was plugged in." in vm.log()
    assert "The network cable was pulled." in vm.log()


def test_usb(make_vm):
    """There is no device here; QEMU waits for one."""
    vm = make_vm()
    vm.start()
    device, other = Usb("1d6b", "0002"), Usb("1d6b", "0002", port="1-4.2")
    change(vm, usb=(device, other))
    assert client.running(vm.name).usb == (device, other)
    assert "as soon as it is plugged in" in vm.log()
    change(vm, usb=(other,))
    change(vm, usb=())
    assert client.running(vm.name).usb == ()
    assert vm.log().count("was taken from the guest") == 2


def test_a_disk_that_does_not_open_leaves_nothing_behind(make_vm, tmp_path, home):
    vm = make_vm()
    vm.start()
    disk = make_disk(tmp_path / "a.vmg", size=1 << 20)
    new = pinning.attach(vm.definition, disk)
    for secrets in ({str(disk): b"wrong one"}, {}):
        with pytest.raises(Refused) as caught:
            changes.apply(vm.name, new, secrets)
        assert caught.value.wrong_secrets == (str(disk),)
        assert vm.definition.disks == ()
    assert len(processes(home)) == 1
    assert vm.status.disks == ()
    log = vm.log()
    assert "wrong one" not in log
    changes.apply(vm.name, new, {str(disk): SECRET})
    assert [each["state"] for each in vm.status.disks] == ["open"]
    assert client.running(vm.name).disks[0].path == str(disk)
    assert vm.definition.disks[0].pin.fingerprint, "the pin is renewed as at a start"


def test_a_disk_that_was_exchanged_is_refused(make_vm, tmp_path):
    vm = make_vm()
    vm.start()
    disk = make_disk(tmp_path / "a.vmg", size=1 << 20)
    new = pinning.attach(vm.definition, disk)
    disk.unlink()
    make_disk(disk, size=1 << 20)
    with pytest.raises(Refused, match="not what the machine's definition says"):
        changes.apply(vm.name, new, {str(disk): SECRET})
    assert vm.definition.disks == ()


def test_a_guest_without_a_system_keeps_its_disk_until_it_starts_anew(make_vm, tmp_path, home):
    vm = make_vm()
    vm.start()
    disk = make_disk(tmp_path / "a.vmg", size=1 << 20)
    changes.apply(vm.name, pinning.attach(vm.definition, disk), {str(disk): SECRET})
    with pytest.raises(Refused, match="has not let go of the disk") as caught:
        change(vm, disks=())
    assert caught.value.code == "guest-keeps-disk"
    assert [each.path for each in vm.definition.disks] == [str(disk)]
    assert [each["state"] for each in vm.status.disks] == ["open"]

    client.request(vm.name, "reset")  # which is when the machine gives it back
    vm.wait(lambda: vm.definition.disks == () or None)
    assert client.running(vm.name).disks == ()
    assert vm.status.disks == ()
    assert len(processes(home)) == 1
    # The slot is free again.
    changes.apply(vm.name, pinning.attach(vm.definition, disk), {str(disk): SECRET})
    assert len(vm.status.disks) == 1


def test_one_disk_more_than_there_are_slots_waits(make_vm, tmp_path):
    vm = make_vm()
    vm.start()
    for number in range(SLOTS + 1):
        assert pending(vm) == ()
        disk = make_disk(tmp_path / f"{number}.vmg", size=1 << 20)
        changes.apply(vm.name, pinning.attach(vm.definition, disk), {str(disk): SECRET})
    assert len(client.running(vm.name).disks) == SLOTS
    assert len(vm.definition.disks) == SLOTS + 1
    assert pending(vm) == ("disks",)
    assert "no free slot" in vm.log()


def test_a_killed_backend_of_a_plugged_disk_comes_back(make_vm, tmp_path, home):
    vm = make_vm()
    vm.start()
    disk = make_disk(tmp_path / "a.vmg", size=1 << 20)
    changes.apply(vm.name, pinning.attach(vm.definition, disk), {str(disk): SECRET})
    for restarts in (1, 2):
        backend = next(pid for pid, words in processes(home).items() if "vmgui.backend" in words)
        os.kill(backend, signal.SIGKILL)
        vm.wait(lambda n=restarts: vm.status.disks[0]["restarts"] >= n or None)
    assert vm.status.state == "running"


def test_the_machine_ends_with_a_plugged_disk(make_vm, tmp_path, home):
    vm = make_vm()
    vm.start()
    disk = make_disk(tmp_path / "a.vmg", size=1 << 20)
    changes.apply(vm.name, pinning.attach(vm.definition, disk), {str(disk): SECRET})
    client.request(vm.name, "kill")
    assert client.wait_stopped(vm.name, PATIENCE)
    assert processes(home) == {}
    for path in home.rglob("*"):
        assert not path.is_file() or SECRET not in path.read_bytes(), path
    vm.start()
    assert vm.status.disks[0]["state"] == "open"


def test_another_machines_definition_is_not_taken(make_vm):
    vm, other = make_vm("a"), make_vm("b")
    vm.start()
    with pytest.raises(VmguiError, match="another virtual machine"):
        client.change(vm.name, other.definition, {})


def test_a_machine_can_end_while_it_waits_for_its_guest(make_vm, tmp_path, home):
    vm = make_vm()
    vm.start()
    disk = make_disk(tmp_path / "a.vmg", size=1 << 20)
    changes.apply(vm.name, pinning.attach(vm.definition, disk), {str(disk): SECRET})
    caught: list[VmguiError] = []

    def unplug() -> None:
        try:
            change(vm, disks=())
        except VmguiError as error:
            caught.append(error)

    thread = threading.Thread(target=unplug)
    thread.start()
    vm.wait(lambda: "let go" in vm.status.message or None)
    client.request(vm.name, "kill")
    assert client.wait_stopped(vm.name, PATIENCE)
    thread.join()
    assert [error.code for error in caught] == ["not-running"]
    assert len(vm.definition.disks) == 1
    assert (vm.status.state, vm.status.error) == ("stopped", None)
    assert processes(home) == {}


def test_a_paused_guest_keeps_its_disk(make_vm, tmp_path):
    vm = make_vm()
    vm.start()
    disk = make_disk(tmp_path / "a.vmg", size=1 << 20)
    client.request(vm.name, "pause")
    changes.apply(vm.name, pinning.attach(vm.definition, disk), {str(disk): SECRET})
    with pytest.raises(Refused, match="paused"):
        change(vm, disks=())
    assert len(vm.definition.disks) == 1


def test_the_secret_of_a_plugged_disk_is_not_even_root_s_to_find(make_vm, tmp_path):
    vm = make_vm()
    vm.start()
    disk = make_disk(tmp_path / "a.vmg", size=1 << 20)
    changes.apply(vm.name, pinning.attach(vm.definition, disk), {str(disk): SECRET})
    words = [str(vm.status.supervisor_pid), SECRET.hex(), vm.definition.id.encode().hex()]
    secrets, names = map(int, run(*as_root(), sys.executable, "-I", "-c", SEARCH, *words).split())
    assert names > 0  # searching works
    assert secrets == 0


@pytest.mark.parametrize(
    ("arch", "board", "bus"),
    [
        *(("x86_64", "q35", bus) for bus in ("virtio", "nvme", "scsi")),
        *(("x86_64", "pc", bus) for bus in ("virtio", "nvme", "scsi")),
        *(("aarch64", "virt", bus) for bus in ("virtio", "nvme", "scsi")),
    ],
)
def test_disks_on_every_bus_of_every_board(make_vm, tmp_path, arch, board, bus):
    vm = make_vm("m", arch, machine=board, memory="256M")
    if bus == "scsi":  # whose controller is there from the start
        vm.attach(make_disk(tmp_path / "first.vmg", size=1 << 20), bus="scsi")
    vm.start()
    disk = make_disk(tmp_path / "hot.vmg", size=1 << 20)
    new = pinning.attach(vm.definition, disk, bus=bus, read_only=bus == "virtio")
    changes.apply(vm.name, new, {str(disk): SECRET})
    assert pending(vm) == ()
    assert {each["state"] for each in vm.status.disks} == {"open"}
    assert client.running(vm.name).disks[-1].bus == bus


def test_the_first_disk_goes_at_the_next_start(make_vm, tmp_path):
    """It is where the oldest systems find it, in a slot that gives nothing back."""
    vm = make_vm()
    path = vm.attach(make_disk(tmp_path / "a.vmg", size=1 << 20))
    vm.start()
    before = vm.definition
    change(vm, disks=())
    assert vm.definition.disks == ()
    assert pending(vm) == ("disks",)
    assert [each["state"] for each in vm.status.disks] == ["open"]
    assert "can't give the disk back" in vm.log()
    changes.apply(vm.name, pinning.attach(vm.definition, path))  # which it has: nobody is asked
    assert pending(vm) == ()
    assert vm.definition.disks[0].path == before.disks[0].path


def test_a_machine_full_of_disks_starts(make_boot_vm, tmp_path):
    vm = make_boot_vm()
    for number in range(14):
        vm.attach(make_disk(tmp_path / f"{number}.vmg", size=1 << 20))
    vm.start()
    vm.wait_said("verified")
    assert len(vm.status.disks) == 16
