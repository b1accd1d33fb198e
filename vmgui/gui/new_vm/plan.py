"""What the pages of *New virtual machine* gather."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from vmgui.gui.new_disk.plan import DiskPlan
from vmgui.gui.sizes import GIB
from vmgui.vm.arch import host_arch
from vmgui.vm.definition import Bus
from vmgui.vm.systems.iso import Medium
from vmgui.vm.systems.recommend import Nic


def default_memory() -> int:
    """2 GiB, or a quarter of this computer's memory where that is less; whole 256 MiB, bytes."""
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    step = GIB // 4
    return max(step, min(2 * GIB, total // 4 // step * step))


@dataclass
class MachinePlan:
    """A machine to be made. ``existing`` is a disk that is there already; ``disk`` a new one.

    ``system`` is the guest's under its short name, ``medium`` what its CD says of itself.
    """

    name: str = ""
    arch: str = field(default_factory=host_arch)
    cpus: int = field(default_factory=lambda: min(2, os.cpu_count() or 1))
    memory: int = field(default_factory=default_memory)
    firmware: str = "default"
    secure_boot: bool = False
    tpm: bool = False
    sound: bool = False
    bus: Bus = "virtio"
    nic: Nic = "virtio"
    network: bool = True
    system: str = ""
    medium: Medium | None = None
    cdrom: Path | None = None
    existing: Path | None = None
    disk: DiskPlan = field(default_factory=DiskPlan)

    @property
    def disk_path(self) -> Path | None:
        """The disk that the machine will have."""
        return self.disk.path if self.disk.wanted else self.existing
