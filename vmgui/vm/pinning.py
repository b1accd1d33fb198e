"""Pins of a machine's disks: made at attaching, checked before a start, renewed while it runs.

A pin is a lower bound: where it can't be sealed anew (a locked keyring), the old one stays and
stays right.
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from vmgui.disk.errors import PinMismatch
from vmgui.disk.pin import Pin, differences, pin_of
from vmgui.errors import VmguiError
from vmgui.job.header import read_header
from vmgui.secret import seal
from vmgui.secret.seal import Outcome
from vmgui.vm import store
from vmgui.vm.definition import Bus, Definition, Disk, Transport, validate

# Only what is vouched for, or can't be, is vouched for anew: the file may have been changed.
_RENEWABLE = {Outcome.GOOD, Outcome.UNSEALED, Outcome.NO_KEY}

_NOT_PINNED = "It was never accepted for this machine: the definition holds no pin of it."


def attach(
    definition: Definition,
    path: Path,
    *,
    bus: Bus = "virtio",
    read_only: bool = False,
    boot: int | None = None,
    transport: Transport = "auto",
) -> Definition:
    """The definition with one more disk, pinned as its header describes it now.

    Raises :exc:`vmgui.disk.errors.DiskError` where there is no usable disk and
    :exc:`vmgui.vm.definition.DefinitionError` where it doesn't fit.
    """
    disk = Disk(
        path=str(path.absolute()), bus=bus, read_only=read_only, boot=boot, transport=transport
    )  # fmt: skip
    disks = (*definition.disks, _accepted(definition, disk))
    return validate(msgspec.structs.replace(definition, disks=disks))


def detach(definition: Definition, path: Path) -> Definition:
    """The definition without that disk. Raises :exc:`VmguiError` where it has none such."""
    left = tuple(disk for disk in definition.disks if Path(disk.path) != path.absolute())
    if len(left) == len(definition.disks):
        raise VmguiError(
            f"The virtual machine “{definition.name}” has no disk {path}.",
            remedy=f"See its disks with: vmgui vm show {shlex.quote(definition.name)}.",
            code="no-such-disk",
        )
    return msgspec.structs.replace(definition, disks=left)


def locked_disks(definition: Definition) -> list[int]:
    """The disks that need a secret: the indices of those whose header says “encrypted”.

    Raises :exc:`vmgui.disk.errors.DiskError`.
    """
    return [
        index
        for index, disk in enumerate(definition.disks)
        if read_header(Path(disk.path)).header.encrypted
    ]


def changes(definition: Definition) -> dict[int, list[str]]:
    """By disk, sentences on how it differs from its pin; disks that don't are left out.

    Raises :exc:`vmgui.disk.errors.DiskError` where a header can't be read.
    """
    return _changes(definition, [_outcome(definition, disk) for disk in definition.disks])


def _changes(definition: Definition, outcomes: Sequence[Outcome]) -> dict[int, list[str]]:
    result = {}
    for index, (disk, outcome) in enumerate(zip(definition.disks, outcomes, strict=True)):
        if disk.pin is None:
            found = [_NOT_PINNED]
        else:
            found = differences(disk.pin, read_header(Path(disk.path)).header)
            if found or outcome.refuses:
                found.append(which_side(outcome, differs=bool(found)))
        if found:
            result[index] = found
    return result


def which_side(outcome: Outcome, *, differs: bool) -> str:
    """Which of the two was changed, the disk's header or the definition, as far as can be told.

    ``differs``: whether they disagree. The seal tells: only vmgui can make one that fits.
    """
    if outcome is Outcome.GOOD:
        return (
            "The definition's seal is right, so it is the disk that changed and not the definition."
        )
    if outcome.refuses:
        side = (
            "So the definition was changed; whether the disk was as well can't be told."
            if differs
            else "The disk agrees with it, so the definition was changed, or both were."
        )
        return f"{outcome.sentence} {side}"
    return f"Whether the disk or the definition changed can't be told. {outcome.sentence}"


def which_side_at_opening(doubts: Sequence[str]) -> str:
    """The same where a backend found a difference after :func:`check` had these ``doubts``."""
    if not doubts:
        return which_side(Outcome.GOOD, differs=True)
    return f"Whether the disk or the definition changed can't be told. {' '.join(doubts)}"


def check(definition: Definition) -> list[str]:
    """Make sure that nobody exchanged a disk or its pin; returns what could not be made sure.

    Raises :exc:`PinMismatch` naming everything that changed, and on which side.
    """
    outcomes = [_outcome(definition, disk) for disk in definition.disks]
    changed = _changes(definition, outcomes)
    if changed:
        told = [f"{definition.disks[i].path}: {' '.join(each)}" for i, each in changed.items()]
        raise PinMismatch(
            f"A disk of “{definition.name}” is not what the machine's definition says.",
            why=" ".join(told),
            remedy="If you did this (a disk attached by hand, made anew, restored from a backup), "
            f"accept it with: vmgui vm accept {shlex.quote(definition.name)}. If not, don't start "
            "the machine: somebody changed its disk or its definition.",
        )
    return sorted({outcome.sentence for outcome in outcomes} - {""})


def accept(definition: Definition) -> Definition:
    """The definition with every disk pinned as it is now: its owner has said that it is right.

    Raises :exc:`vmgui.disk.errors.DiskError` where a header can't be read.
    """
    disks = tuple(_accepted(definition, disk) for disk in definition.disks)
    return msgspec.structs.replace(definition, disks=disks)


def renew(name: str, pins: Mapping[str, Pin]) -> None:
    """Keep newer pins, by disk UUID, of disks that were opened. Raises :exc:`VmguiError`."""

    def change(definition: Definition) -> Definition:
        # All are looked at before any is sealed: the first seal of all may make the key.
        outcomes = [_outcome(definition, disk) for disk in definition.disks]
        disks = tuple(
            _renewed(definition, disk, pins) if outcome in _RENEWABLE else disk
            for disk, outcome in zip(definition.disks, outcomes, strict=True)
        )
        return msgspec.structs.replace(definition, disks=disks)

    store.update(name, change)


def with_newer(new: Definition, old: Definition) -> Definition:
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


def _accepted(definition: Definition, disk: Disk) -> Disk:
    pin = pin_of(read_header(Path(disk.path)).header)
    mark = seal.seal(_sealed(definition, pin))
    return msgspec.structs.replace(disk, pin=pin, seal=mark)


def _renewed(definition: Definition, disk: Disk, pins: Mapping[str, Pin]) -> Disk:
    """The disk with the newer pin, unless that would lose a seal that can't be made now."""
    pin = pins.get(disk.pin.disk_uuid) if disk.pin is not None else None
    if pin is None:
        return disk
    mark = seal.seal(_sealed(definition, pin))
    if disk.seal and not mark:
        return disk
    return msgspec.structs.replace(disk, pin=pin, seal=mark)


def _outcome(definition: Definition, disk: Disk) -> Outcome:
    """What the seal of a disk's pin is worth."""
    if disk.pin is None:
        return Outcome.UNSEALED
    return seal.verify(_sealed(definition, disk.pin), disk.seal)


def _sealed(definition: Definition, pin: Pin) -> bytes:
    """What a seal vouches for: that this machine has that disk."""
    content = {"vm": definition.id, "pin": msgspec.to_builtins(pin)}
    return json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
