"""The CD drive: an image file, read-only."""

from __future__ import annotations

from vmgui.vm.definition import Definition
from vmgui.vm.host import Host
from vmgui.vm.places import Places
from vmgui.vm.qemu.option import blockdev, options


def arguments(definition: Definition, host: Host, places: Places) -> list[str]:
    """-blockdev and -device; the firmware tries the CD after the disks."""
    if definition.cdrom is None:
        return []
    image = blockdev(
        {
            "driver": "raw",
            "node-name": "cd0",
            "read-only": True,
            "file": {"driver": "file", "filename": definition.cdrom, "read-only": True},
        }
    )
    ide = definition.arch in {"x86_64", "i386"}
    drive = options(
        "ide-cd" if ide else "scsi-cd",
        {
            "id": "cdrom",
            "bus": "ide.0" if ide else "scsi.0",
            "drive": "cd0",
            "bootindex": len(definition.disks) + 1,
        },
    )
    return [*image, "-device", drive]
