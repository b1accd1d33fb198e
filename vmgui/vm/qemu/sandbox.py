"""QEMU's seccomp filter: no new programs, no other users, no obsolete system calls."""

from __future__ import annotations

from vmgui.vm.definition import Definition
from vmgui.vm.host import Host
from vmgui.vm.places import Places


def arguments(definition: Definition, host: Host, places: Places) -> list[str]:
    """-sandbox, where the system has it."""
    if not host.sandbox:
        return []
    denied = ("obsolete", "elevateprivileges", "spawn", "resourcecontrol")
    return ["-sandbox", ",".join(["on", *(f"{each}=deny" for each in denied)])]
