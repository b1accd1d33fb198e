"""A TPM 2, emulated by swtpm beside QEMU (:mod:`vmgui.vm.tpm`)."""

from __future__ import annotations

from vmgui.vm.definition import Definition
from vmgui.vm.host import Host
from vmgui.vm.places import Places
from vmgui.vm.qemu.option import escape

_DEVICES = {
    "x86_64": "tpm-crb",
    "i386": "tpm-crb",
    "aarch64": "tpm-tis-device",
    "riscv64": "tpm-tis-device",
    "ppc64": "tpm-spapr",
}


def arguments(definition: Definition, host: Host, places: Places) -> list[str]:
    """-chardev, -tpmdev and -device."""
    if not definition.tpm:
        return []
    return [
        *("-chardev", f"socket,id=tpm,path={escape(str(places.tpm))}"),
        *("-tpmdev", "emulator,id=tpm0,chardev=tpm"),
        *("-device", f"{_DEVICES[definition.arch]},tpmdev=tpm0"),
    ]
