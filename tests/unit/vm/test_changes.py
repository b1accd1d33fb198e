"""What of a changed definition waits for the next start, and what is stored."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from vmgui.disk.pin import Pin
from vmgui.vm import changes, store
from vmgui.vm.definition import Definition, Disk, Display, Forward, Network, Usb, new

replace = msgspec.structs.replace

PIN = Pin("0b8e2f61-40f7-4c5e-9d57-7f3a51c7a0de", True, "a-cipher", {}, 7)
DISK = Disk(path="/disks/a.vmg", pin=PIN, seal="s1")


@pytest.fixture
def machine() -> Definition:
    return new("m", disks=(DISK,))


@pytest.mark.parametrize(
    ("fields", "keys"),
    [
        ({}, ()),
        ({"memory": "4G"}, ("memory",)),
        ({"cpus": 1, "tpm": True}, ("cpus", "tpm")),
        ({"group": "servers", "system": "debian12"}, ()),
        ({"network": Network(kind="none")}, ("network.kind",)),
        ({"network": Network(connected=False)}, ("network.connected",)),
        ({"network": Network(forwards=(Forward(2222, 22),))}, ("network.forwards",)),
        ({"display": Display(clipboard=False)}, ("display.clipboard",)),
        ({"cdrom": "/x.iso"}, ("cdrom",)),
        ({"usb": (Usb("1d6b", "0002"),)}, ("usb",)),
        ({"disks": ()}, ("disks",)),
        ({"disks": (replace(DISK, bus="nvme"),)}, ("disks",)),
        ({"disks": (replace(DISK, seal="s2", pin=replace(PIN, generation=8)),)}, ()),
    ],
)
def test_pending(machine, fields, keys):
    assert changes.pending(machine, replace(machine, **fields)) == keys


def test_every_hot_key_is_one_that_can_be_pending(machine):
    network = Network(connected=False, forwards=(Forward(1, 1),))
    other = replace(machine, cdrom="/x", disks=(), usb=(Usb("1d6b", "0002"),), network=network)
    assert set(changes.pending(machine, other)) == changes.HOT


def test_a_machine_that_is_off_is_only_stored(machine):
    store.create(machine)
    changes.apply("m", replace(machine, memory="4G"))
    assert store.load("m").memory == "4G"


def test_a_pin_is_never_taken_back(machine, tmp_path: Path):
    store.create(machine)
    newer = replace(DISK, seal="s2", pin=replace(PIN, generation=9))
    store.update("m", lambda old: replace(old, disks=(newer,)))
    changes.apply("m", replace(machine, cpus=1))
    assert store.load("m").disks == (newer,)
    assert store.load("m").cpus == 1


def test_what_others_changed_meanwhile_is_kept(machine):
    store.create(machine)
    forwards = (Forward(2222, 22),)
    theirs = replace(machine, cdrom="/theirs.iso", network=Network(forwards=forwards))
    changes.apply("m", theirs)
    ours = replace(machine, memory="4G", network=Network(connected=False))
    changes.apply("m", ours, since=machine)
    stored = store.load("m")
    assert (stored.cdrom, stored.memory) == ("/theirs.iso", "4G")
    assert stored.network == Network(connected=False, forwards=forwards)
    assert changes.merged(theirs, machine, machine) == theirs
