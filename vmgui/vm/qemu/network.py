"""The network: QEMU's own, as an ordinary user may have it."""

from __future__ import annotations

import hashlib

from vmgui.vm.definition import Definition
from vmgui.vm.host import Host
from vmgui.vm.places import Places
from vmgui.vm.qemu.option import options

_DEVICES = {"virtio": "virtio-net-pci"}


def arguments(definition: Definition, host: Host, places: Places) -> list[str]:
    """-netdev with the forwards, and the card."""
    network = definition.network
    if network.kind == "none":
        return []
    backend = "user,id=net0"
    for forward in network.forwards:
        rule = f"{forward.protocol}:{forward.address}:{forward.host}-:{forward.guest}"
        backend += f",hostfwd={rule}"
    card = options(
        _DEVICES.get(network.model, network.model),
        {
            "id": "nic0",
            "netdev": "net0",
            "mac": mac_address(definition.id),
            "romfile": "",  # nothing to start from there: saves the firmware's waiting
        },
    )
    return ["-netdev", backend, "-device", card]


def mac_address(vm_id: str) -> str:
    """The same for the machine's whole life: guests bind their settings to it."""
    tail = hashlib.sha256(vm_id.encode()).digest()[:3]
    return "52:54:00:" + tail.hex(":")
