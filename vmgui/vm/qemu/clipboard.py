"""The clipboard shared with a guest that has the SPICE agent; QEMU speaks its language itself."""

from __future__ import annotations

from vmgui.vm.definition import Definition
from vmgui.vm.host import Host
from vmgui.vm.places import Places

_CHANNEL = "com.redhat.spice.0"  # where the agent looks for it


def arguments(definition: Definition, host: Host, places: Places) -> list[str]:
    """A virtio serial port for the agent, where there is a screen and QEMU can do it."""
    wanted = definition.display.kind != "none" and definition.display.clipboard
    port = host.qemu.first_device("virtio-serial-pci")
    if not wanted or port is None or "qemu-vdagent" not in host.qemu.chardevs:
        return []
    return [
        *("-chardev", "qemu-vdagent,id=agent,name=vdagent,clipboard=on"),
        *("-device", f"{port},id=serial"),
        *("-device", f"virtserialport,bus=serial.0,chardev=agent,name={_CHANNEL}"),
    ]
