"""What the machine has cost so far: cheap enough to be asked once a second."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any, NamedTuple

from vmgui.vm.figures import DiskFigures, Figures

_TICK = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")

# Of the numbers behind the name in /proc/PID/stat (proc(5) counts from 1, the name is the second).
_UTIME, _STIME = 14 - 3, 15 - 3


class Cost(NamedTuple):
    """A disk by its ``path``, and the processor seconds of its backends. ``did`` is what these
    count, for a disk of which QEMU knows nothing.
    """

    path: str
    cpu: float
    did: dict[str, int] | None


def cpu_seconds(pid: int | None) -> float:
    """Processor seconds of a process and its threads; 0 where it is gone."""
    if pid is None:
        return 0.0
    try:
        numbers = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(numbers[_UTIME]) + int(numbers[_STIME])) / _TICK


def resident_bytes(pid: int | None) -> int:
    """The memory that a process has at present; 0 where it is gone."""
    if pid is None:
        return 0
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
    except OSError:
        return 0


def figures(qemu: int | None, stats: list[dict[str, Any]], disks: dict[str, Cost]) -> Figures:
    """From QEMU's process, what it answers to query-blockstats, and the disks.

    ``disks`` has them by the name of their node in QEMU.
    """
    by_node = {each.get("node-name"): each["stats"] for each in stats}
    return Figures(
        time.monotonic(),
        cpu_seconds(qemu),
        resident_bytes(qemu),
        tuple(
            _disk(cost, by_node.get(node, {})) for node, cost in disks.items()
        ),
    )  # fmt: skip


def _disk(cost: Cost, stats: dict[str, Any]) -> DiskFigures:
    if cost.did is not None:
        counts = ("reads", "writes", "read_bytes", "written_bytes", "flushes")
        return DiskFigures(
            cost.path, **{name: cost.did.get(name, 0) for name in counts}, cpu=cost.cpu
        )
    return DiskFigures(
        cost.path,
        reads=stats.get("rd_operations", 0),
        writes=stats.get("wr_operations", 0),
        read_bytes=stats.get("rd_bytes", 0),
        written_bytes=stats.get("wr_bytes", 0),
        flushes=stats.get("flush_operations", 0),
        cpu=cost.cpu,
    )
