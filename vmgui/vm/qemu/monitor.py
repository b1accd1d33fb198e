"""QMP, through which the supervisor steers QEMU."""

from __future__ import annotations


def qmp(fd: int) -> list[str]:
    """QMP over an inherited socket: nobody else can connect, and its end is QEMU's end."""
    return ["-chardev", f"socket,id=qmp,fd={fd}", "-mon", "chardev=qmp,mode=control"]
