"""Shared folders over 9P, which QEMU serves itself as its own user."""

from __future__ import annotations

from vmgui.vm.definition import Definition
from vmgui.vm.host import Host
from vmgui.vm.places import Places
from vmgui.vm.qemu.option import options
from vmgui.vm.sharing import DEVICE


def arguments(definition: Definition, host: Host, places: Places) -> list[str]:
    """-fsdev and -device for each folder; the guest mounts it by its tag."""
    result = []
    for index, share in enumerate(definition.shares):
        folder = {
            "id": f"share{index}",
            "path": share.path,
            # Files belong to this computer's user, whatever the guest says; no link leads out.
            "security_model": "none",
            "multidevs": "remap",
            "readonly": share.read_only,
        }
        device = {"fsdev": f"share{index}", "mount_tag": share.tag}
        result += ["-fsdev", options("local", folder)]
        result += ["-device", options(DEVICE, device)]
    return result
