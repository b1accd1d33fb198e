"""Changing a machine: at once where it is off, and where it runs as far as QEMU can."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import msgspec

from vmgui.errors import VmguiError
from vmgui.vm import client, pinning, store
from vmgui.vm.definition import Definition, Disk, validate

# What is changed while the machine runs, by the attributes of a definition.
HOT: frozenset[str] = frozenset(
    {"cdrom", "disks", "usb", "network.connected", "network.forwards"}
)  # fmt: skip

_WRONG_SECRET = ("wrong-secret", "secret-wanted")

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


class Refused(VmguiError):
    """A running machine would not do something; nothing of that was stored.

    ``wrong_secrets``: the paths of disks that did not open with what was given for them.
    """

    def __init__(self, errors: Sequence[VmguiError], wrong_secrets: Sequence[str] = ()) -> None:
        first, *others = errors
        why = " ".join([first.why, *(f"{each.what} {each.why}" for each in others)]).strip()
        super().__init__(first.what, why=why, remedy=first.remedy, code=first.code)
        self.wrong_secrets = tuple(wrong_secrets)


def apply(
    name: str,
    new: Definition,
    secrets: Mapping[str, bytes | bytearray] = MappingProxyType({}),
    *,
    since: Definition | None = None,
) -> None:
    """Store ``new`` for the machine ``name``, and do at once what QEMU can do while it runs.

    ``secrets`` opens newly attached encrypted disks, by path; they stay the caller's to wipe.
    ``since`` is what ``new`` was made from: what others have changed meanwhile is kept then, as
    far as ``new`` doesn't change the same (a form may have been open for long).
    Where the machine runs this may take some seconds: a disk is unlocked, a guest is asked to let
    go of one. Raises :exc:`Refused` where the running machine refuses (what it did not refuse is
    done and stored then) and another :exc:`VmguiError` where nothing was changed.
    """
    if since is not None:
        new = merged(store.load(name), since, new)
    answer = client.change(name, validate(new), secrets)
    if answer is None:
        store.update(name, lambda old: pinning.with_newer(new, old))
    elif answer:
        raise Refused(
            [VmguiError.from_dict(dict(each)) for each in answer],
            [each["disk"] for each in answer if each["code"] in _WRONG_SECRET],
        )


def merged(stored: Definition, since: Definition, new: Definition) -> Definition:
    """``stored`` with what ``new`` changes of ``since``."""
    changed: dict[str, object] = _changed(since, new)
    for key in _NESTED:
        if key in changed:
            inner = _changed(getattr(since, key), getattr(new, key))
            changed[key] = msgspec.structs.replace(getattr(stored, key), **inner)
    return msgspec.structs.replace(stored, **changed)


def _changed(old: msgspec.Struct, new: msgspec.Struct) -> dict[str, object]:
    return {
        key: getattr(new, key)
        for key in old.__struct_fields__
        if getattr(new, key) != getattr(old, key)
    }
