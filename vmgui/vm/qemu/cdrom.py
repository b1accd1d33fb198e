"""The CD drive, which is there even when it is empty: an image can be put in any time."""

from __future__ import annotations

from vmgui.vm.definition import Definition
from vmgui.vm.host import Host
from vmgui.vm.places import Places
from vmgui.vm.qemu.option import blockdev, options


def arguments(definition: Definition, host: Host, places: Places) -> list[str]:
    """-device, and -blockdev for an image; the firmware tries it after the disks or before."""
    image = (
        []
        if definition.cdrom is None
        else blockdev(
            {
                "driver": "raw",
                "node-name": "cd0",
                "read-only": True,
                "file": {"driver": "file", "filename": definition.cdrom, "read-only": True},
            }
        )
    )
    ide = definition.arch in {"x86_64", "i386"}
    drive = options(
        "ide-cd" if ide else "scsi-cd",
        {
            "id": "cdrom",
            "bus": "ide.0" if ide else "scsi.0",
            "drive": None if definition.cdrom is None else "cd0",
            "bootindex": 1 if definition.cd_first else len(definition.disks) + 1,
        },
    )
    return [*image, "-device", drive]
