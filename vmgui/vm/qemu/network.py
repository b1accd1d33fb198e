"""The network: QEMU's own, a bridge of this computer, or a private one between machines."""

from __future__ import annotations

import hashlib

from vmgui.vm.definition import Definition, Network
from vmgui.vm.host import Host
from vmgui.vm.places import Places
from vmgui.vm.qemu.option import options

_DEVICES = {"virtio": "virtio-net-pci"}


def arguments(definition: Definition, host: Host, places: Places) -> list[str]:
    """-netdev, and the card."""
    network = definition.network
    if network.kind == "none":
        return []
    card = options(
        _DEVICES.get(network.model, network.model),
        {
            "id": "nic0",
            "netdev": "net0",
            "mac": mac_address(definition.id),
            "romfile": "",  # nothing to start from there: saves the firmware's waiting
        },
    )
    return ["-netdev", _backend(network, host, places), "-device", card]


def _backend(network: Network, host: Host, places: Places) -> str:
    if network.kind == "bridge":
        # The interface is made by QEMU's helper before QEMU starts; see vmgui.vm.bridges.
        return options("tap", {"id": "net0", "fd": host.tap if host.tap is not None else "TAP"})
    if network.kind == "private":
        return options(
            "stream",
            {"id": "net0", "server": False, "addr.type": "unix",
             "addr.path": places.network(network.name)},
        )  # fmt: skip
    backend = "user,id=net0"
    for forward in network.forwards:
        rule = f"{forward.protocol}:{forward.address}:{forward.host}-:{forward.guest}"
        backend += f",hostfwd={rule}"
    return backend


def mac_address(vm_id: str) -> str:
    """The same for the machine's whole life: guests bind their settings to it."""
    tail = hashlib.sha256(vm_id.encode()).digest()[:3]
    return "52:54:00:" + tail.hex(":")
