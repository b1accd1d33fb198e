"""A Linux notices what is changed while it runs."""

from __future__ import annotations

import subprocess
from pathlib import Path

import msgspec
import pytest

from tests.guest.conftest import Machine
from vmgui.vm import changes, client, store
from vmgui.vm.definition import Definition, Network


def change(machine: Machine, **fields: object) -> Definition:
    new = msgspec.structs.replace(store.load(machine.name), **fields)
    changes.apply(machine.name, new)
    return store.load(machine.name)


def image(path: Path, content: bytes) -> str:
    path.write_bytes(content.ljust(4 << 20, b"\0"))
    return str(path)


def test_cds_and_the_cable(make_machine, linux, tmp_path):
    machine = make_machine(
        memory="512M", cpus=2, machine="pc",  # whose CD drive this kernel knows
        cdrom=image(tmp_path / "1.iso", b"first."),
        **linux.running("changes"),
    )  # fmt: skip
    machine.change(network=Network())
    machine.start()
    machine.wait_for("guest: the first CD")
    change(machine, cdrom=image(tmp_path / "2.iso", b"second"))
    machine.wait_for("guest: the second CD")

    # A file system on the CD: the guest mounts it, which locks the drive.
    third = image(tmp_path / "3.iso", b"")
    subprocess.run(["/sbin/mke2fs", "-q", "-t", "ext4", "-b", "4096", third], check=True)
    change(machine, cdrom=third)
    machine.wait_for("guest: mounted")
    with pytest.raises(changes.Refused, match="has locked the drive") as caught:
        change(machine, cdrom=None)
    assert caught.value.code == "cd-locked"
    assert store.load(machine.name).cdrom == third
    machine.go_on()
    machine.wait_for("guest: unmounted")
    assert change(machine, cdrom=None).cdrom is None
    machine.wait_for("guest: no CD")

    machine.wait_for("guest: the cable is in")
    change(machine, network=Network(connected=False))
    assert "guest: the cable is out" in machine.wait_off()
    assert client.status(machine.name).error is None
