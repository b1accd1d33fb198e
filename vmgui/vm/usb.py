"""The USB devices of this computer, for handing them to a guest."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from vmgui.vm.definition import Usb

_DEVICES = Path("/sys/bus/usb/devices")
_NODES = Path("/dev/bus/usb")
_HUB = "09"


@dataclass(frozen=True)
class Device:
    """A device: ids as four hexadecimal digits, ``port`` as “1-4.2”; ``node`` is its file.

    ``usable``: this user may open it, so QEMU can.
    """

    vendor: str
    product: str
    port: str
    name: str
    node: Path
    usable: bool

    @property
    def ids(self) -> str:
        """“vendor:product”, as lsusb prints them."""
        return f"{self.vendor}:{self.product}"


def devices(where: Path = _DEVICES, nodes: Path = _NODES) -> list[Device]:
    """All devices but hubs, by name; never raises."""
    try:
        entries = list(where.iterdir())
    except OSError:
        return []
    found = [device for entry in entries if (device := _read(entry, nodes)) is not None]
    return sorted(found, key=lambda each: (each.name.casefold(), each.port))


def fits(usb: Usb, device: Device) -> bool:
    """Whether a definition means this device."""
    same = (usb.vendor, usb.product) == (device.vendor, device.product)
    return same and usb.port in {"", device.port}


def _read(entry: Path, nodes: Path) -> Device | None:
    """None for interfaces, hubs and what was just pulled out."""
    try:
        vendor, product = _text(entry / "idVendor"), _text(entry / "idProduct")
        if _text(entry / "bDeviceClass") == _HUB:
            return None
        bus, number = int(_text(entry / "busnum")), int(_text(entry / "devnum"))
    except (OSError, ValueError):
        return None
    names = []
    for part in ("manufacturer", "product"):
        try:
            names.append(_text(entry / part))
        except OSError:
            continue
    maker, model = names[0] if names else "", names[-1] if names else ""
    name = model if model.startswith(maker) else f"{maker} {model}"
    node = nodes / f"{bus:03}" / f"{number:03}"
    return Device(
        vendor, product, entry.name, name or f"{vendor}:{product}", node,
        os.access(node, os.R_OK | os.W_OK),
    )  # fmt: skip


def _text(file: Path) -> str:
    """A device may call itself anything: only what can be shown is kept."""
    words = file.read_bytes()[:256].decode("utf-8", "replace").strip()
    return "".join(each for each in words if each.isprintable())
