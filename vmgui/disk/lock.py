"""One writer or many readers: a lock on the file, held for as long as the disk is open."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from vmgui.disk.errors import DiskInUse


def acquire(fd: int, path: Path, *, shared: bool) -> None:
    """Lock the open file until it is closed. Raises :exc:`DiskInUse` naming the holder.

    flock(2): the lock belongs to the open file description and ends with its process, however
    that ends.
    """
    try:
        fcntl.flock(fd, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError:
        who = holder(fd)
        raise DiskInUse(
            f"The disk {path} is in use.",
            why=f"It is open in {who}." if who else "Another program has it open.",
            remedy="Stop the virtual machine or program that uses it, then try again.",
        ) from None


def holder(fd: int) -> str:
    """Who holds a lock on this file, from /proc/locks (Linux): “process 12 (VM debian)” or ''."""
    info = os.fstat(fd)
    device = f"{os.major(info.st_dev):02x}:{os.minor(info.st_dev):02x}:{info.st_ino}"
    try:
        lines = Path("/proc/locks").read_text().splitlines()
    except OSError:
        return ""
    for line in lines:
        fields = line.split()
        if "FLOCK" in fields and "->" not in fields and device in fields:
            pid = fields[fields.index(device) - 1]
            return f"process {pid} ({_describe(pid)})"
    return ""


def _describe(pid: str) -> str:
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace").split("\0")
    except OSError:
        return "unknown"
    if "--label" in words[:-1]:
        return words[words.index("--label") + 1]
    return os.path.basename(words[0]) or "unknown"
