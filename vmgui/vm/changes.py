"""Changing a machine: at once where it is off, and where it runs as far as QEMU can."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from vmgui.vm import store
from vmgui.vm.definition import Definition, Disk

# What is changed while the machine runs, by the attributes of a definition.
HOT: frozenset[str] = frozenset(
    {"cdrom", "disks", "usb", "network.connected", "network.forwards"}
)  # fmt: skip

# What no running machine knows of: for people and lists, or read at the next start anyway.
_BESIDE = frozenset({"version", "id", "name", "group", "system"})
# Those whose own attributes are told apart.
_NESTED = ("network", "display")


def pending(running: Definition, defined: Definition) -> tuple[str, ...]:
    """What of ``defined`` waits for the next start, as attributes: “memory”, “network.kind”.

    A disk's pin and seal, which change with every opening, don't count.
    """
    ours, theirs = _known(running), _known(defined)
    return tuple(key for key in ours if ours[key] != theirs[key])


def _known(definition: Definition) -> dict[str, object]:
    """What a machine is made from, by attribute."""
    result: dict[str, object] = {}
    for key in definition.__struct_fields__:
        value = getattr(definition, key)
        if key in _BESIDE:
            continue
        if key in _NESTED:
            result |= {f"{key}.{each}": getattr(value, each) for each in value.__struct_fields__}
        elif key == "disks":
            result[key] = tuple(unpinned(disk) for disk in value)
        else:
            result[key] = value
    return result


def unpinned(disk: Disk) -> Disk:
    """How the guest sees the disk, without what it was accepted as."""
    return msgspec.structs.replace(disk, seal="", pin=None)


def apply(
    name: str, new: Definition, secrets: Mapping[str, bytes | bytearray] | None = None
) -> None:
    """Store ``new`` for the machine ``name``, and do at once what QEMU can do while it runs.

    ``secrets`` opens newly attached encrypted disks, by path. Raises :exc:`VmguiError` where the
    running machine refuses; then nothing of the refused part is stored.
    """
    store.update(name, lambda old: with_newer_pins(new, old))


def with_newer_pins(new: Definition, old: Definition) -> Definition:
    """``new`` with the pins that ``old`` has of the same disks.

    Whoever made ``new`` may have begun before the machine was started, which counted the disks'
    generations up. Only vmgui vm accept takes a pin back.
    """
    pinned = {(disk.path, disk.pin.disk_uuid): disk for disk in old.disks if disk.pin}

    def renewed(disk: Disk) -> Disk:
        known = pinned.get((disk.path, disk.pin.disk_uuid)) if disk.pin else None
        if known is None:
            return disk
        return msgspec.structs.replace(disk, pin=known.pin, seal=known.seal)

    return msgspec.structs.replace(new, disks=tuple(map(renewed, new.disks)))
