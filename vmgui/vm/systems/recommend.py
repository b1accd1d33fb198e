"""What a machine for a system should have, on this computer."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Literal

from vmgui.vm.arch import ARCHITECTURES, host_arch
from vmgui.vm.definition import Bus
from vmgui.vm.systems.catalogue import System
from vmgui.vm.systems.iso import Medium

_MIB, _GIB = 1 << 20, 1 << 30
_STEP = 256 * _MIB

Nic = Literal["virtio", "e1000", "e1000e", "rtl8139"]


@dataclass(frozen=True)
class Recommendation:
    """Sizes in bytes. What the system's own drivers know of: ``bus`` of the disk, ``nic``."""

    arch: str
    memory: int
    cpus: int
    disk: int
    firmware: str
    secure_boot: bool
    tpm: bool
    bus: Bus
    nic: Nic
    sound: bool


def recommend(system: System | None, medium: Medium | None = None) -> Recommendation:
    """What suits ``system`` (None: any) here; never more memory than half of this computer's."""
    arch = host_arch()
    for told in (medium.arch if medium is not None else "", system.arch if system else ""):
        if told in ARCHITECTURES:
            arch = told
            break
    windows = system is not None and system.family == "windows"
    memory = max(2 * _GIB, system.memory if system is not None else 0)
    firmware = "default" if system is None else system.firmware
    if medium is not None and medium.efi and not medium.bios and arch == "x86_64":
        firmware = "uefi"
    # What Windows has drivers for by itself; Arm's machines know no SATA.
    wanted: tuple[Bus, ...] = ("sata", "nvme", "virtio") if windows else ("virtio",)
    buses = ARCHITECTURES[arch].machines[0].buses
    return Recommendation(
        arch,
        min(memory, max(_STEP, half_of_memory())),
        max(1, min(os.cpu_count() or 1, max(2, system.cpus if system is not None else 0))),
        max(20 * _GIB, system.disk if system is not None else 0),
        firmware,
        system is not None and system.secure_boot and firmware == "uefi",
        system is not None and system.tpm,
        next(bus for bus in wanted if bus in buses),
        "e1000e" if windows else "virtio",
        windows,
    )


def half_of_memory() -> int:
    """Half of this computer's memory in whole steps of 256 MiB, in bytes."""
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return total // 2 // _STEP * _STEP
