"""Free slots for disks that are plugged in while the machine runs."""

from __future__ import annotations

from vmgui.vm.definition import Definition
from vmgui.vm.host import Host
from vmgui.vm.places import Places

_SLOTS = 4
# PCI Express has no other place for a device that comes later; older buses take it as they are.
_EXPRESS = ("q35", "pc-q35-", "virt")


def arguments(definition: Definition, host: Host, places: Places) -> list[str]:
    """Root ports “slot0” … on machines with PCI Express."""
    if not has_express(definition):
        return []
    return [word for number in range(_SLOTS) for word in port(f"slot{number}", number + 1)]


def has_express(definition: Definition) -> bool:
    """Whether the machine has PCI Express."""
    return definition.machine.startswith(_EXPRESS)


def port(name: str, chassis: int) -> list[str]:
    """A root port; chassis and slot number: each pair once in a machine."""
    return ["-device", f"pcie-root-port,id={name},chassis={chassis}"]
