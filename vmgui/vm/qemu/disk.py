"""Disks: each has a backend of its own, which must listen before QEMU starts.

By NBD a disk is a node of QEMU's block layer; by vhost-user there is only the device, whose
requests never pass through QEMU, and the “chardev” by which both agree on that.
"""

from __future__ import annotations

from typing import Any

from vmgui.backend.transport import Transport, serial_number
from vmgui.vm.definition import Definition, Disk
from vmgui.vm.host import VHOST_USER_DEVICE, Host
from vmgui.vm.places import Places
from vmgui.vm.qemu import slots
from vmgui.vm.qemu.option import blockdev, options
from vmgui.vm.qemu.transport import reconnect, shares_memory, transport

# Seconds in which a backend that died must be back before the guest meets I/O errors.
RECONNECT_DELAY = 20

_SATA_PORTS = 6
# Of the disks' own slots; those that come empty have the numbers below.
_FIRST_CHASSIS = 100


def boot_order(definition: Definition) -> list[int]:
    """The disks' indices as the firmware tries them: those with ``boot`` first, then the rest."""
    return sorted(
        range(len(definition.disks)), key=lambda index: (definition.disks[index].boot or 100, index)
    )


def arguments(definition: Definition, host: Host, places: Places) -> list[str]:
    """For each disk -blockdev and -device, with controllers as needed."""
    result = []
    sata = 0
    order = boot_order(definition)
    shared = shares_memory(definition, host)
    if needs_scsi(definition):
        result += ["-device", "virtio-scsi-pci,id=scsi"]
    for index, disk in enumerate(definition.disks):
        by = transport(disk, shared=shared)
        if by == "vhost-user":
            link = {
                "id": name(index), "path": places.disk(index), **reconnect(host.qemu.version)
            }  # fmt: skip
            result += ["-chardev", options("socket", link)]
        else:
            result += blockdev(node(disk, index, places))
        bus = None
        if disk.bus == "sata":
            if sata % _SATA_PORTS == 0:
                result += ["-device", f"ich9-ahci,id=ahci{sata // _SATA_PORTS}"]
            bus = f"ahci{sata // _SATA_PORTS}.{sata % _SATA_PORTS}"
            sata += 1
        elif disk.bus == "scsi":
            bus = "scsi.0"
        elif slots.has_express(definition) and order.index(index) > 0:
            # A slot of its own gives the disk back while the machine runs. The first one, which
            # the machine starts from, stays where the oldest systems find it.
            bus = f"port{index}"
            result += slots.port(bus, _FIRST_CHASSIS + index)
        values = device(
            disk, index, by, bus, order.index(index) + (2 if definition.cd_first else 1)
        )
        result += ["-device", options(values.pop("driver"), values)]
    return result


def needs_scsi(definition: Definition) -> bool:
    """Whether there is a SCSI controller: for disks, or for the CD drive where there is no IDE."""
    return definition.arch not in {"x86_64", "i386"} or any(
        disk.bus == "scsi" for disk in definition.disks
    )


_DEVICES = {"virtio": "virtio-blk-pci", "sata": "ide-hd", "nvme": "nvme", "scsi": "scsi-hd"}


def name(index: int) -> str:
    """The disk's node in QEMU."""
    return f"disk{index}"


def device_name(disk: Disk, index: int) -> str:
    """The disk's device in QEMU."""
    return f"{disk.bus}{index}"


def node(disk: Disk, index: int, places: Places) -> dict[str, Any]:
    """For -blockdev, or QMP's blockdev-add where the machine runs."""
    return {
        "driver": "nbd",
        "node-name": name(index),
        "server": {"type": "unix", "path": str(places.disk(index))},
        "reconnect-delay": RECONNECT_DELAY,
        "read-only": disk.read_only,
        "discard": "unmap",
        "detect-zeroes": "off",
    }


def device(
    disk: Disk,
    index: int,
    by: Transport,
    bus: str | None = None,
    bootindex: int | None = None,
) -> dict[str, Any]:
    """For -device, or QMP's device_add where the machine runs."""
    if by == "vhost-user":
        return {
            "driver": VHOST_USER_DEVICE,
            "id": device_name(disk, index),
            **({"bus": bus} if bus is not None else {}),
            "chardev": name(index),
            # A backend serves its queues with one processor.
            "num-queues": 1,
            **({"bootindex": bootindex} if bootindex is not None else {}),
        }
    values = {
        "driver": _DEVICES[disk.bus],
        "id": device_name(disk, index),
        "bus": bus,
        "drive": name(index),
        "serial": serial(disk, index),
        "bootindex": bootindex,
        # BIOS and many boot loaders know sectors of 512 bytes only; the rest aligns to 4096.
        "logical_block_size": 512,
        "physical_block_size": 4096,
    }
    return {key: value for key, value in values.items() if value is not None}


def serial(disk: Disk, index: int) -> str:
    """What the guest is told as its serial number."""
    return serial_number(disk.pin.disk_uuid) if disk.pin else f"disk{index}"
