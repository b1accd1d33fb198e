"""USB devices of this computer, given to the guest and taken back."""

from __future__ import annotations

import asyncio

from vmgui.errors import VmguiError
from vmgui.vm import qemu
from vmgui.vm.definition import Usb
from vmgui.vm.qmp import QemuRefused
from vmgui.vm.supervisor.hot.later import Later
from vmgui.vm.supervisor.hot.monitor import Monitor

_MODEL = "usb-host"
# Seconds until QEMU has let go of a device; the guest is not asked.
_PATIENCE = 10.0


async def plug(monitor: Monitor, device: Usb) -> str:
    """Give it to the guest, now or as soon as it is plugged in here; a sentence."""
    devices = await monitor.devices()
    if "usb" not in devices:  # as vmgui.vm.qemu names the controller
        raise Later("The running machine has no USB controller.")
    number = next(n for n in range(len(devices) + 1) if f"usbhost{n}" not in devices)
    try:
        await monitor.execute(
            "device_add",
            driver=_MODEL,
            id=f"usbhost{number}",
            bus="usb.0",
            **qemu.usb.wanted(device),
        )
    except QemuRefused as error:
        raise VmguiError(
            f"The guest can't have the USB device {_name(device)}.",
            why=error.why,
            remedy="Check that you may use it (Linux: /dev/bus/usb), and that this QEMU can pass "
            "USB devices on.",
            code="usb",
        ) from None
    if await monitor.property(f"usbhost{number}", "attached"):
        return f"The USB device {_name(device)} was given to the guest."
    return f"The guest gets the USB device {_name(device)} as soon as it is plugged in."


async def unplug(monitor: Monitor, device: Usb) -> str:
    """Take it back; a sentence."""
    for name, model in (await monitor.devices()).items():
        if model == _MODEL and await _is(monitor, name, device):
            with monitor.expecting("DEVICE_DELETED", device=name) as gone:
                await monitor.execute("device_del", id=name)
                try:
                    await asyncio.wait_for(gone, _PATIENCE)
                except TimeoutError:
                    raise VmguiError(
                        f"QEMU still holds the USB device {_name(device)}.",
                        remedy="Try again, or unplug it.",
                        code="usb",
                    ) from None
            break
    return f"The USB device {_name(device)} was taken from the guest."


async def _is(monitor: Monitor, name: str, device: Usb) -> bool:
    for key, value in qemu.usb.wanted(device).items():
        if await monitor.property(name, key) != value:
            return False
    return True


def _name(device: Usb) -> str:
    port = f" ({device.port})" if device.port else ""
    return f"{device.vendor}:{device.product}{port}"
