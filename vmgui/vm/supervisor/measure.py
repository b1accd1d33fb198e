"""What the machine has cost so far: cheap enough to be asked once a second."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

from vmgui.vm.figures import DiskFigures, Figures

_TICK = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")

# Of the numbers behind the name in /proc/PID/stat (proc(5) counts from 1, the name is the second).
_UTIME, _STIME = 14 - 3, 15 - 3


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


def figures(
    qemu: int | None, stats: list[dict[str, Any]], disks: dict[str, tuple[str, float]]
) -> Figures:
    """From QEMU's process, what it answers to query-blockstats, and the disks.

    ``disks`` maps the name of a node in QEMU to the disk's path and its backend's processor
    seconds.
    """
    by_node = {each.get("node-name"): each["stats"] for each in stats}
    return Figures(
        time.monotonic(),
        cpu_seconds(qemu),
        resident_bytes(qemu),
        tuple(
            _disk(path, by_node.get(node, {}), cpu) for node, (path, cpu) in disks.items()
        ),
    )  # fmt: skip


def _disk(path: str, stats: dict[str, Any], cpu: float) -> DiskFigures:
    return DiskFigures(
        path,
        reads=stats.get("rd_operations", 0),
        writes=stats.get("wr_operations", 0),
        read_bytes=stats.get("rd_bytes", 0),
        written_bytes=stats.get("wr_bytes", 0),
        flushes=stats.get("flush_operations", 0),
        cpu=cpu,
    )
