"""QEMU's command line: for each ``golden/NAME.toml`` the arguments are those in ``NAME.args``.

After an intended change: ``GOLDEN=write pytest tests/unit/vm/test_qemu_arguments.py``, then read
the difference before it is committed.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from tests.unit.vm import golden_hosts
from vmgui.vm import qemu
from vmgui.vm.definition import Bus, Definition, Disk, Forward, Network, decode, new
from vmgui.vm.host import Host
from vmgui.vm.qemu.option import escape, options

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(path.stem for path in GOLDEN.glob("*.toml"))


def command(definition: Definition, host: Host | None = None) -> list[str]:
    host = host or golden_hosts.host(definition)
    return qemu.command(definition, host, golden_hosts.places(definition), qmp_fd=3)


def in_lines(arguments: list[str]) -> str:
    """An option and its value a line, as one reads them best."""
    text = arguments[0]
    for argument in arguments[1:]:
        text += ("\n" if argument.startswith("-") else " ") + argument
    return text + "\n"


def boot_order(arguments: list[str]) -> dict[str, str]:
    """What the firmware tries at which place."""
    devices = [
        dict(part.split("=") for part in each.split(",")[1:])
        for each in arguments
        if "bootindex=" in each
    ]
    named = ((each.get("drive") or each.get("chardev"), each["bootindex"]) for each in devices)
    return {name: place for name, place in named if name}  # a CD drive may be empty


def test_there_are_golden_files():
    assert len(CASES) >= 8


@pytest.mark.parametrize("case", CASES)
def test_golden(case):
    file = GOLDEN / f"{case}.toml"
    definition = decode(file.read_text(), file)
    host = golden_hosts.host(definition, kvm=definition.accelerator == "kvm")
    text = in_lines(command(definition, host))
    expected = GOLDEN / f"{case}.args"
    if os.environ.get("GOLDEN") == "write":
        expected.write_text(text)
    assert text == expected.read_text()


@pytest.mark.parametrize("arch", golden_hosts.MACHINES)
def test_always(arch):
    arguments = command(new("x", arch))
    assert {"-nodefaults", "-no-user-config", "-S"} <= set(arguments)
    sandbox = arguments[arguments.index("-sandbox") + 1]
    assert sandbox == "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny"
    vnc = arguments[arguments.index("-vnc") + 1]
    assert vnc.startswith("unix:/run/user/")


def test_systems_without_seccomp():
    vm = new("x")
    assert "-sandbox" not in command(vm, replace(golden_hosts.host(vm), sandbox=False))


def test_graphics_without_the_module_for_virtio():
    vm = new("x")
    host = golden_hosts.host(vm)
    bare = replace(host, qemu=golden_hosts.qemu("x86_64", without=frozenset({"virtio-vga"})))
    assert "VGA" in command(vm, bare)
    assert "virtio-vga" not in command(vm, bare)


def test_sound_only_where_it_is_wanted():
    assert "-audiodev" not in command(new("x"))
    assert "pa,id=audio0" in command(new("x", sound=True))


def test_the_firmware_tries_the_disks_in_the_order_of_their_boot_numbers():
    disks = (Disk("/a"), Disk("/b", boot=2), Disk("/c", boot=1), Disk("/d"))
    by_vhost = boot_order(command(new("x", disks=disks)))
    slow = tuple(msgspec.structs.replace(disk, transport="nbd") for disk in disks)
    found = boot_order(command(new("x", disks=slow)))
    assert by_vhost == found
    assert found == {"disk2": "1", "disk1": "2", "disk0": "3", "disk3": "4"}


def test_the_firmware_can_try_the_cd_first():
    arguments = command(new("x", disks=(Disk("/a"), Disk("/b")), cdrom="/cd", cd_first=True))
    assert boot_order(arguments) == {"cd0": "1", "disk0": "2", "disk1": "3"}


def in_shared_memory(arguments: list[str]) -> set[str]:
    """The devices that are served by vhost-user; memory is shared for them and only for them."""
    found = {
        part.removeprefix("id=")
        for each in arguments
        if each.startswith("vhost-user-blk-pci,")
        for part in each.split(",")
        if part.startswith("id=")
    }
    shared = any(each.startswith("memory-backend-memfd,") for each in arguments)
    named = any("memory-backend=memory" in each for each in arguments)
    assert shared == named == bool(found)
    return found


def test_which_disks_are_served_in_shared_memory():
    fast, slow = Disk("/a"), Disk("/b", transport="nbd")
    other, wanted = Disk("/c", "nvme"), Disk("/d", transport="vhost-user")
    assert in_shared_memory(command(new("x", disks=(fast, slow, other, wanted)))) == {
        "virtio0",
        "virtio3",
    }
    assert in_shared_memory(command(new("x", disks=(slow, other)))) == set()
    assert in_shared_memory(command(new("x"))) == set()
    vm = new("x", disks=(fast, slow))
    alone = replace(golden_hosts.host(vm), vhost_user=False)
    assert in_shared_memory(command(vm, alone)) == set()
    assert in_shared_memory(command(new("x", "ppc64", disks=(fast,)))) == set()


def test_newer_qemus_are_told_to_reconnect_in_other_words():
    vm = new("x", disks=(Disk("/a"),))
    assert any(each.endswith(",reconnect=1") for each in command(vm))
    host = golden_hosts.host(vm)
    newer = replace(host, qemu=msgspec.structs.replace(host.qemu, version=(10, 0, 2)))
    assert any(each.endswith(",reconnect-ms=200") for each in command(vm, newer))


def test_no_clipboard_where_nobody_wants_it_or_qemu_can_t():
    vm = new("x")
    assert any("vdagent" in each for each in command(vm))
    assert not any("vdagent" in each for each in command(new("x", display={"clipboard": False})))
    assert not any("vdagent" in each for each in command(new("x", display={"kind": "none"})))
    host = golden_hosts.host(vm)
    old = replace(host, qemu=msgspec.structs.replace(host.qemu, chardevs=frozenset({"socket"})))
    assert not any("vdagent" in each for each in command(vm, old))


def test_seven_sata_disks_need_two_controllers():
    disks = tuple(Disk(f"/{n}", "sata") for n in range(7))
    arguments = command(new("x", disks=disks))
    assert "ich9-ahci,id=ahci0" in arguments
    assert "ich9-ahci,id=ahci1" in arguments
    assert sum("bus=ahci0." in each for each in arguments) == 6
    assert sum("bus=ahci1.0" in each for each in arguments) == 1


def test_no_two_things_have_the_same_id():
    buses: tuple[Bus, ...] = ("virtio", "sata", "nvme", "scsi") * 4
    disks = tuple(Disk(f"/{n}", bus) for n, bus in enumerate(buses))
    arguments = command(new("x", disks=disks, cdrom="/cd", sound=True))
    ids = [
        part.removeprefix("id=")
        for argument in arguments
        for part in argument.split(",")
        if part.startswith("id=")
    ]
    assert len(ids) == len(set(ids))


def test_commas_in_names_and_paths_begin_no_options():
    vm = new("a,process=b", cdrom="/isos/a,b.iso")
    places = golden_hosts.places(vm)
    places = replace(places, runtime=Path("/run/a,server=off"))
    arguments = qemu.command(vm, golden_hosts.host(vm), places, qmp_fd=3)
    assert "guest=a,,process=b" in arguments
    assert "unix:/run/a,,server=off/vnc.sock" in arguments
    assert any('"filename": "/isos/a,b.iso"' in each for each in arguments)


def test_options():
    assert options("x", {"a": True, "b": False, "c": None, "d_e": 3}) == "x,a=on,b=off,d_e=3"
    assert escape("a,b,,c") == "a,,b,,,,c"


def test_the_network_card_keeps_its_address():
    vm = new("x")
    (before,) = (each for each in command(vm) if "mac=" in each)
    changed = msgspec.structs.replace(
        vm, name="y", cpus=1, network=Network(forwards=(Forward(2222, 22),))
    )
    assert before in command(changed)
    (other,) = (each for each in command(new("x")) if "mac=" in each)
    assert other != before
    assert "mac=52:54:00:" in before


def test_nothing_of_a_seal_or_pin_but_the_serial_number_is_told_to_qemu():
    file = GOLDEN / "debian.toml"
    vm = decode(file.read_text(), file)
    disk = vm.disks[0]
    assert disk.pin is not None
    text = in_lines(command(vm))
    assert disk.seal
    assert disk.seal not in text
    assert disk.pin.fingerprint not in text
    assert disk.path not in text  # QEMU has no business with the file
    slow = msgspec.structs.replace(disk, transport="nbd")
    text = in_lines(command(msgspec.structs.replace(vm, disks=(slow,))))
    assert disk.path not in text
    assert disk.pin.disk_uuid.replace("-", "")[:20] in text
