"""Disks: each is an NBD client of its own backend, which must listen before QEMU starts."""

from __future__ import annotations

from vmgui.vm.definition import Definition, Disk
from vmgui.vm.host import Host
from vmgui.vm.places import Places
from vmgui.vm.qemu.option import blockdev, options

# Seconds in which a backend that died must be back before the guest meets I/O errors.
RECONNECT_DELAY = 20

_SATA_PORTS = 6


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
    if needs_scsi(definition):
        result += ["-device", "virtio-scsi-pci,id=scsi"]
    for index, disk in enumerate(definition.disks):
        result += blockdev(
            {
                "driver": "nbd",
                "node-name": f"disk{index}",
                "server": {"type": "unix", "path": str(places.disk(index))},
                "reconnect-delay": RECONNECT_DELAY,
                "read-only": disk.read_only,
                "discard": "unmap",
                "detect-zeroes": "off",
            }
        )
        bus = None
        if disk.bus == "sata":
            if sata % _SATA_PORTS == 0:
                result += ["-device", f"ich9-ahci,id=ahci{sata // _SATA_PORTS}"]
            bus = f"ahci{sata // _SATA_PORTS}.{sata % _SATA_PORTS}"
            sata += 1
        elif disk.bus == "scsi":
            bus = "scsi.0"
        result += ["-device", _device(disk, index, bus, order.index(index))]
    return result


def needs_scsi(definition: Definition) -> bool:
    """Whether there is a SCSI controller: for disks, or for the CD where there is no IDE."""
    cd = definition.cdrom is not None and definition.arch not in {"x86_64", "i386"}
    return cd or any(disk.bus == "scsi" for disk in definition.disks)


_DEVICES = {"virtio": "virtio-blk-pci", "sata": "ide-hd", "nvme": "nvme", "scsi": "scsi-hd"}


def _device(disk: Disk, index: int, bus: str | None, order: int) -> str:
    return options(
        _DEVICES[disk.bus],
        {
            "id": f"{disk.bus}{index}",
            "bus": bus,
            "drive": f"disk{index}",
            "serial": serial(disk, index),
            "bootindex": order + 1,
            # BIOS and many boot loaders know sectors of 512 bytes only; the rest aligns to 4096.
            "logical_block_size": 512,
            "physical_block_size": 4096,
        },
    )


def serial(disk: Disk, index: int) -> str:
    """A serial number that stays with the disk: 20 characters are what every bus carries."""
    return disk.pin.disk_uuid.replace("-", "")[:20] if disk.pin else f"disk{index}"
