"""QEMU's command line: pure functions, one file for each family of devices.

What a running machine is changed by has these names: the CD drive is the device “cdrom”; disk N is
the node “diskN”, or the chardev “diskN” by vhost-user; the network card is “nic0” and what it is
connected to “net0”; the USB controller is “usb”, a device of this computer on it “usbhostN”; free
PCI Express slots are “slotN”.

Each ``arguments`` takes the definition, what the host offers and where sockets and files lie, and
returns the arguments of its family. No argument ever holds a secret.
"""

from __future__ import annotations

from vmgui.vm.definition import Definition
from vmgui.vm.host import Host
from vmgui.vm.places import Places
from vmgui.vm.qemu import (
    cdrom,
    clipboard,
    disk,
    display,
    entropy,
    firmware,
    kernel,
    keyboard,
    machine,
    monitor,
    network,
    sandbox,
    serial,
    sharing,
    slots,
    sound,
    tpm,
    usb,
)

_FAMILIES = (
    sandbox,
    machine,
    firmware,
    kernel,
    serial,
    slots,
    disk,
    cdrom,
    network,
    display,
    clipboard,
    keyboard,
    usb,
    sharing,
    tpm,
    sound,
    entropy,
)


def command(definition: Definition, host: Host, places: Places, qmp_fd: int) -> list[str]:
    """The whole command line. ``qmp_fd`` is a connected socket that QEMU inherits for QMP.

    The guest does not run before QMP's ``cont``.
    """
    arguments = [host.qemu.binary, "-no-user-config", "-nodefaults", "-S"]
    for family in _FAMILIES:
        arguments += family.arguments(definition, host, places)
    return [*arguments, *monitor.qmp(qmp_fd), *definition.extra_args]
