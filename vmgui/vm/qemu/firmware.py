"""UEFI in two flash chips; other firmware comes with QEMU."""

from __future__ import annotations

from vmgui.vm.definition import Definition
from vmgui.vm.host import Host
from vmgui.vm.places import Places
from vmgui.vm.qemu.option import blockdev


def arguments(definition: Definition, host: Host, places: Places) -> list[str]:
    """The chips that the machine's pflash0 and pflash1 name."""
    if host.uefi is None:
        # OpenSBI is loaded unless told otherwise; other machines look after themselves.
        none = definition.arch == "riscv64" and definition.firmware_kind == "none"
        return ["-bios", "none"] if none else []
    variables = places.variables(secure=host.uefi.secure)
    # The variables hold the keys of secure boot: only the firmware itself may change them.
    guarded = ["-global", "driver=cfi.pflash01,property=secure,value=on"] if host.uefi.smm else []
    return [
        *guarded,
        *blockdev(
            {
                "driver": host.uefi.code_format,
                "node-name": "firmware",
                "read-only": True,
                "file": {"driver": "file", "filename": str(host.uefi.code), "read-only": True},
            }
        ),
        *blockdev(
            {
                "driver": host.uefi.template_format,
                "node-name": "variables",
                "file": {
                    "driver": "file",
                    "filename": str(variables),
                },
            }
        ),
    ]
