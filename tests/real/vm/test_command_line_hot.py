"""The commands that change a machine, while it is off and while it runs."""

from __future__ import annotations

import json
import socket

import pytest

from tests.real.backends import SECRET, make_disk
from tests.real.cli import vmgui
from tests.real.vm.test_command_line import Terminal
from vmgui.vm import client
from vmgui.vm.definition import Forward


def test_settings_of_a_machine_that_is_off(make_vm, tmp_path):
    vm = make_vm()
    said = vmgui(
        *("vm", "set", vm.name, "memory=4G", "cpus=3", "sound=yes", "group=Büro", "append="),
        *("network.model=e1000", "network.forwards=2222:22, udp:5353:53", "cd_first=true"),
        *("display.clipboard=no", f"cdrom={tmp_path}/x=y.iso"),
    ).stdout
    assert said == "Changed “my vm”.\n"
    made = vm.definition
    assert (made.memory, made.cpus, made.sound, made.group) == ("4G", 3, True, "Büro")
    assert (made.network.model, made.cd_first, made.display.clipboard) == ("e1000", True, False)
    assert made.network.forwards == (Forward(2222, 22), Forward(5353, 53, "udp"))
    assert made.cdrom == f"{tmp_path}/x=y.iso"
    vmgui("vm", "set", vm.name, "cdrom=", "network.forwards=")
    assert (vm.definition.cdrom, vm.definition.network.forwards) == (None, ())


@pytest.mark.parametrize(
    ("setting", "status", "words"),
    [
        ("memory", 2, "KEY=VALUE"),
        ("colour=red", 2, "There are: memory, cpus"),
        ("name=other", 2, "vmgui vm rename"),
        ("id=7", 2, "There is no"),
        ("cpus=many", 1, "can't be the cpus"),
        ("cpus=0", 1, "cpus"),
        ("memory=1", 1, "out of range"),
        ("network.forwards=22", 2, "HOST:GUEST"),
        ("network.forwards=99999:22", 1, "65535"),
        ("firmware=lilo", 1, "firmware"),
    ],
)
def test_settings_that_can_t_be(make_vm, setting, status, words):
    vm = make_vm()
    before = vm.definition
    assert words in vmgui("vm", "set", vm.name, setting, status=status).stderr
    assert vm.definition == before


def test_settings_of_one_that_runs(make_vm, tmp_path):
    image = tmp_path / "a.iso"
    image.write_bytes(bytes(4096))
    vm = make_vm(cdrom=str(image))
    vm.start()
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        forwards = f"network.forwards={port}:22"
        refused = vmgui("vm", "set", vm.name, forwards, "memory=256M", status=1).stderr
        assert f"Port {port} of this computer" in refused
    said = vmgui("vm", "set", vm.name, forwards, "cdrom=", "network.connected=off").stdout
    assert said == "Changed “my vm”.\nFrom the next start on: memory.\n"
    with socket.create_connection(("127.0.0.1", port)):
        pass
    running = client.running(vm.name)
    assert (running.cdrom, running.network.connected) == (None, False)


def test_a_disk_for_one_that_runs(make_vm, tmp_path):
    vm = make_vm()
    vm.start()
    disk = make_disk(tmp_path / "a.vmg", size=1 << 20)
    said = vmgui("vm", "attach", vm.name, disk, secret=b"a wrong one", status=1).stderr
    assert "a.vmg: That doesn't open the disk." in said
    said = vmgui("vm", "attach", vm.name, disk, secret=SECRET).stdout
    assert said == f"Attached {disk} to “my vm”.\n"
    assert len(client.running(vm.name).disks) == 1
    refused = vmgui("vm", "detach", vm.name, disk, status=1).stderr
    assert "has not let go of the disk" in refused
    assert len(vm.definition.disks) == 1

    sata = make_disk(tmp_path / "b.vmg", size=1 << 20)
    said = vmgui("vm", "attach", vm.name, sata, "--bus", "sata").stdout
    assert said.endswith("From the next start on: disks.\n")
    assert len(vm.definition.disks) == 2
    vmgui("vm", "detach", vm.name, sata)
    assert len(vm.definition.disks) == 1


def test_a_person_is_asked_again_for_a_disk_that_does_not_open(make_vm, tmp_path):
    vm = make_vm()
    vm.start()
    disk = make_disk(tmp_path / "a.vmg", size=1 << 20)
    terminal = Terminal("vm", "attach", vm.name, str(disk))
    for typed in (b"a wrong one", SECRET):
        terminal.expect("Passphrase for a.vmg:")
        terminal.type(typed)
    assert terminal.finish() == 0
    assert len(client.running(vm.name).disks) == 1


def test_figures(make_boot_vm):
    vm = make_boot_vm()
    assert "not running" in vmgui("vm", "figures", vm.name, status=1).stderr
    vm.start()
    vm.wait_said("verified")
    figures = json.loads(vmgui("vm", "figures", vm.name, "--json").stdout)
    assert figures["disks"][1]["written_bytes"] >= 256 * 512
    said = vmgui("vm", "figures", vm.name).stdout
    assert "data.vmg" in said
    assert "written" in said
