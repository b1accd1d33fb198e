"""What a machine does just now, from the difference of two looks at its counters."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from vmgui.vm.figures import DiskFigures, Figures


@dataclass(frozen=True)
class DiskRates:
    """Bytes a second as the guest sees them; ``cpu``: cores that its backend keeps busy."""

    path: str
    read: float
    written: float
    cpu: float


@dataclass(frozen=True)
class Rates:
    """``cpu``: processor cores that QEMU keeps busy; ``memory``: its resident bytes."""

    cpu: float
    memory: int
    disks: tuple[DiskRates, ...]

    def cost(self, encrypted: Collection[str]) -> tuple[float, float]:
        """What the disks with these paths cost: (cores kept busy, bytes a second)."""
        counted = [disk for disk in self.disks if disk.path in encrypted]
        speeds = (disk.read + disk.written for disk in counted)
        return sum((disk.cpu for disk in counted), 0.0), sum(speeds, 0.0)


def rates(before: Figures, after: Figures) -> Rates | None:
    """None where they don't belong together: a machine that was started anew counts from 0."""
    seconds = after.at - before.at
    if seconds <= 0 or after.cpu < before.cpu:
        return None
    known = {disk.path: disk for disk in before.disks}
    return Rates(
        (after.cpu - before.cpu) / seconds,
        after.memory,
        tuple(_disk(known.get(disk.path), disk, seconds) for disk in after.disks),
    )


def _disk(before: DiskFigures | None, after: DiskFigures, seconds: float) -> DiskRates:
    if before is None:  # it was just plugged in
        before = after

    def rate(old: float, new: float) -> float:
        # A backend that was started again counts from 0.
        return max(new - old, 0.0) / seconds

    return DiskRates(
        after.path,
        rate(before.read_bytes, after.read_bytes),
        rate(before.written_bytes, after.written_bytes),
        rate(before.cpu, after.cpu),
    )
