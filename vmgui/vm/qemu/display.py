"""The screen, for VNC clients at a private socket."""

from __future__ import annotations

from vmgui.vm.arch import find_machine
from vmgui.vm.definition import Definition
from vmgui.vm.host import Host
from vmgui.vm.places import Places
from vmgui.vm.qemu.option import escape


def arguments(definition: Definition, host: Host, places: Places) -> list[str]:
    """-display none, -vnc, and the best graphics device that this QEMU has."""
    if definition.display.kind == "none":
        return ["-display", "none"]
    family = find_machine(definition.arch, definition.machine)
    assert family is not None
    # Which exist depends on the modules installed; the last is always built in.
    device = host.qemu.first_device(*family.displays) or family.displays[-1]
    return ["-display", "none", "-vnc", f"unix:{escape(str(places.vnc))}", "-device", device]
