"""Random numbers from the host: a guest that starts from nothing needs some for its keys."""

from __future__ import annotations

from vmgui.vm.definition import Definition
from vmgui.vm.host import Host
from vmgui.vm.places import Places


def arguments(definition: Definition, host: Host, places: Places) -> list[str]:
    """A virtio-rng device, where this QEMU has one."""
    device = host.qemu.first_device("virtio-rng-pci")
    return ["-device", device] if device else []
