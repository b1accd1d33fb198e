"""The first serial line: a socket for whoever wants to type, and a log of what the guest said."""

from __future__ import annotations

from vmgui.vm.definition import Definition
from vmgui.vm.host import Host
from vmgui.vm.places import Places
from vmgui.vm.qemu.option import options


def arguments(definition: Definition, host: Host, places: Places) -> list[str]:
    """-chardev and -serial."""
    line = options(
        "socket",
        {
            "id": "serial0",
            "path": places.serial,
            "server": True,
            "wait": False,
            "logfile": places.serial_log,
            # Appending, so that the supervisor can cut the file when it grows too long.
            "logappend": True,
        },
    )
    return ["-chardev", line, "-serial", "chardev:serial0"]
