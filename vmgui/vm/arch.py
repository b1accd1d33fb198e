"""The processor families and machines that vmgui knows how to put together."""

from __future__ import annotations

import platform
from dataclasses import dataclass

BUSES = ("virtio", "sata", "nvme", "scsi")


@dataclass(frozen=True)
class Machine:
    """One family of QEMU's machines: q35 stands for pc-q35-7.2 and the like.

    ``buses`` are those that its firmware can start from; ``ps2`` means that it has a keyboard.
    ``displays`` are graphics devices, the one to take if present first. ``bios`` stands for the
    firmware that QEMU brings along by itself: SeaBIOS, OpenSBI, SLOF. ``versions`` are the names
    of machines, those with “-” at the end any that begin so.
    """

    name: str
    buses: tuple[str, ...]
    displays: tuple[str, ...]
    versions: tuple[str, ...]
    ps2: bool = False
    bios: bool = True
    uefi: bool = True
    nics: tuple[str, ...] = ("virtio", "e1000", "e1000e", "rtl8139")


_Q35 = Machine("q35", BUSES, ("virtio-vga", "VGA"), ("q35", "pc-q35-"), ps2=True)
_PC = Machine("pc", BUSES, ("virtio-vga", "VGA"), ("pc", "pc-i440fx-"), ps2=True)
_VIRT = Machine(
    "virt", ("virtio", "nvme", "scsi"), ("virtio-gpu-pci",), ("virt", "virt-"), bios=False
)
_RISCV = Machine("virt", ("virtio", "nvme", "scsi"), ("virtio-gpu-pci",), ("virt",))
_PSERIES = Machine("pseries", ("virtio", "scsi"), ("VGA",), ("pseries", "pseries-"), uefi=False)


@dataclass(frozen=True)
class Architecture:
    """A processor family. ``binaries`` are QEMU's programs for it, the best first.

    ``hosts`` are the machines (as ``uname -m`` names them) whose KVM can run it. The first of
    ``machines`` is the one to take; ``firmware`` is what "default" means for it.
    """

    name: str
    title: str
    binaries: tuple[str, ...]
    machines: tuple[Machine, ...]
    hosts: tuple[str, ...]
    firmware: str


ARCHITECTURES = {
    each.name: each
    for each in (
        Architecture(
            "x86_64",
            "PC, 64-bit (x86-64)",
            ("qemu-system-x86_64",),
            (_Q35, _PC),
            ("x86_64",),
            "bios",
        ),
        Architecture(
            "i386",
            "PC, 32-bit (i386)",
            ("qemu-system-i386", "qemu-system-x86_64"),
            (_Q35, _PC),
            ("x86_64", "i686"),
            "bios",
        ),
        Architecture(
            "aarch64",
            "Arm, 64-bit",
            ("qemu-system-aarch64",),
            (_VIRT,),
            ("aarch64", "arm64"),
            "uefi",
        ),
        Architecture(
            "riscv64", "RISC-V, 64-bit", ("qemu-system-riscv64",), (_RISCV,), ("riscv64",), "bios"
        ),
        Architecture(
            "ppc64",
            "POWER, 64-bit",
            ("qemu-system-ppc64",),
            (_PSERIES,),
            ("ppc64", "ppc64le"),
            "bios",
        ),
    )
}


def find_machine(arch: str, machine: str) -> Machine | None:
    """The family that a machine's name belongs to: “pc-q35-7.2” is a q35; None: unknown here."""
    for family in ARCHITECTURES[arch].machines:
        exact = [name for name in family.versions if not name.endswith("-")]
        prefixes = tuple(name for name in family.versions if name.endswith("-"))
        if machine in exact or (prefixes and machine.startswith(prefixes)):
            return family
    return None


def host_arch() -> str:
    """This computer's own processor family, as far as vmgui knows it, else “x86_64”."""
    host = platform.machine()
    for arch in ARCHITECTURES.values():
        if host in arch.hosts:
            return arch.name
    return "x86_64"
