"""Keyboard and pointer for the console."""

from __future__ import annotations

from vmgui.vm.arch import find_machine
from vmgui.vm.definition import Definition
from vmgui.vm.host import Host
from vmgui.vm.places import Places


def arguments(definition: Definition, host: Host, places: Places) -> list[str]:
    """A tablet, whose pointer follows the window's; a keyboard where the machine has none."""
    if definition.display.kind == "none":
        return []
    family = find_machine(definition.arch, definition.machine)
    assert family is not None
    result = ["-device", "qemu-xhci,id=usb", "-device", "usb-tablet,bus=usb.0"]
    if not family.ps2:
        result += ["-device", "usb-kbd,bus=usb.0"]
    return result
