"""Computers for the golden files: what QEMU 7.2 of Debian 12 offers, cut down to what matters."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from vmgui.vm.definition import Definition
from vmgui.vm.firmware import Uefi
from vmgui.vm.host import Host
from vmgui.vm.places import Places
from vmgui.vm.probe import MachineType, Qemu

MACHINES = {
    "x86_64": {"q35": "pc-q35-7.2", "pc": "pc-i440fx-7.2"},
    "i386": {"q35": "pc-q35-7.2", "pc": "pc-i440fx-7.2"},
    "aarch64": {"virt": "virt-7.2"},
    "riscv64": {"virt": "virt"},
    "ppc64": {"pseries": "pseries-7.2"},
}
DEVICES = {"virtio-rng-pci", "virtio-serial-pci", "vhost-user-blk-pci"}
DISPLAYS = {"VGA", "virtio-vga", "virtio-gpu-pci"}


def qemu(arch: str, *, without: frozenset[str] = frozenset()) -> Qemu:
    """QEMU for a processor family, perhaps without some devices."""
    return Qemu(
        arch,
        f"/usr/bin/qemu-system-{arch}",
        (7, 2, 22),
        {name: MachineType(full, 255) for name, full in MACHINES[arch].items()},
        frozenset({"tcg", "kvm"}),
        frozenset(DISPLAYS | DEVICES) - without,
        ("none", "alsa", "pa"),
        frozenset({"socket", "qemu-vdagent"}),
    )


def host(definition: Definition, *, kvm: bool = False) -> Host:
    """What such a computer gives to a machine."""
    cpu = {"x86_64": "max", "i386": "max", "aarch64": "max,pauth-impdef=on"}
    result = Host(qemu(definition.arch), "tcg", cpu.get(definition.arch, ""), audio="pa")
    result = replace(result, vhost_user=definition.arch != "ppc64")
    if kvm:
        result = replace(result, accelerator="kvm", cpu="host,-arch-capabilities")
    if definition.firmware_kind == "uefi":
        folder = Path("/usr/share/firmware")
        result = replace(
            result,
            uefi=Uefi(
                folder / f"{definition.arch}-code.fd", "raw",
                folder / f"{definition.arch}-vars.fd", "raw",
                secure=definition.secure_boot, smm=definition.secure_boot,
            ),
        )  # fmt: skip
    return result


def places(definition: Definition) -> Places:
    """Where its things lie."""
    return Places(
        definition.id,
        Path("/home/ada/.local/share/vmgui/vms") / definition.name,
        Path("/run/user/1000/vmgui/vm") / definition.id[:8],
        Path("/home/ada/.local/state/vmgui/vms") / definition.id,
    )
