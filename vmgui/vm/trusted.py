"""Which disks' backends are given the guest's memory without anybody having asked for it."""

from __future__ import annotations

import msgspec

from vmgui.plugin.found import scan
from vmgui.vm.definition import Definition, Disk

replace = msgspec.structs.replace


def settled(definition: Definition) -> Definition:
    """What is started: by NBD those disks for which nobody chose, with a stranger's plug-in.

    Whatever runs in a backend of vhost-user can read all of the guest's memory, and with it what
    the guest has read of its other disks.
    """
    open_to_all = [disk for disk in definition.disks if disk.transport == "auto"]
    if not open_to_all:
        return definition
    plugins, _ = scan()
    ours = {str(plugin.manifest.id) for plugin in plugins if plugin.bundled}

    def settle(disk: Disk) -> Disk:
        known = disk.pin is not None and disk.pin.encryption_id in ours
        return disk if known or disk.transport != "auto" else replace(disk, transport="nbd")

    return replace(definition, disks=tuple(map(settle, definition.disks)))
