"""Guests use their encrypted disks over each bus."""

from __future__ import annotations

import hashlib
import re

import pytest

from vmgui.demo.machines import machines

MIB = 1 << 20


def test_linux_on_virtio_nvme_and_scsi_at_once(make_machine, linux):
    """Its kernel has no driver for SATA: that bus is the BIOS's below."""
    devices = {"vda": "virtio", "nvme0n1": "nvme", "sda": "scsi"}
    machine = make_machine(memory="512M", cpus=2, **linux.running("buses", *devices))
    disks = {device: machine.add_disk(16 * MIB, bus) for device, bus in devices.items()}
    machine.start()
    said = machine.wait_off()
    assert "guest: buses done" in said
    for device, disk in disks.items():
        told = re.search(rf"guest: {device} \(\d+\) ([0-9a-f]{{64}})", said)
        assert told, said
        with machine.plain(disk) as opened:
            assert hashlib.sha256(opened.read(0, 8 * MIB)).hexdigest() == told[1]


@pytest.mark.parametrize("bus", ["virtio", "sata", "nvme", "scsi"])
def test_a_bios_reads_and_writes_on_each_bus(make_machine, bus):
    guest = machines()[0]
    machine = make_machine(memory="64M", cpus=1, firmware="bios")
    boot, data = (machine.add_disk(16 * MIB, bus) for _ in range(2))
    with machine.plain(boot, read_only=False) as opened:
        opened.write(0, guest.boot)
    for line in (guest.first, guest.later):
        machine.start()
        machine.wait_for("verified")
        assert line.search(machine.said())
        machine.shutdown()
        assert "power off" in machine.wait_off()
    with machine.plain(data) as opened:
        assert opened.read(512, len(guest.sample)) == guest.sample
