"""USB devices of this computer that the guest gets, on the controller of the keyboard."""

from __future__ import annotations

from typing import Any

from vmgui.vm.definition import Definition, Usb
from vmgui.vm.host import Host
from vmgui.vm.places import Places
from vmgui.vm.qemu.option import options


def arguments(definition: Definition, host: Host, places: Places) -> list[str]:
    """-device usb-host for each; one that isn't plugged in is taken when it comes."""
    result = []
    for index, usb in enumerate(definition.usb):
        values = {"id": f"usbhost{index}", "bus": "usb.0", **wanted(usb)}
        result += ["-device", options("usb-host", values)]
    return result


def wanted(usb: Usb) -> dict[str, Any]:
    """How QEMU is told which device is meant."""
    values: dict[str, Any] = {
        "vendorid": int(usb.vendor, 16),
        "productid": int(usb.product, 16),
    }
    if usb.port:
        bus, _, ports = usb.port.partition("-")
        values |= {"hostbus": int(bus), "hostport": ports}
    return values
