"""Pins of a machine's disks: made at attaching, checked before a start, renewed while it runs.

A pin is a lower bound: where it can't be sealed anew (a locked keyring), the old one stays and
stays right.
"""

from __future__ import annotations

from pathlib import Path

from vmgui.disk.container import read_header
from vmgui.vm.definition import Bus, Definition, Disk


def attach(
    definition: Definition,
    path: Path,
    *,
    bus: Bus = "virtio",
    read_only: bool = False,
    boot: int | None = None,
) -> Definition:
    """The definition with one more disk, pinned as its header describes it now.

    Raises :exc:`vmgui.disk.errors.DiskError` where there is no usable disk.
    """
    raise NotImplementedError


def detach(definition: Definition, path: Path) -> Definition:
    """The definition without that disk. Raises :exc:`VmguiError` where it has none such."""
    raise NotImplementedError


def locked_disks(definition: Definition) -> list[int]:
    """The disks that need a secret: the indices of those whose header says “encrypted”."""
    return [
        index
        for index, disk in enumerate(definition.disks)
        if read_header(Path(disk.path)).header.encrypted
    ]


def changes(definition: Definition) -> dict[int, list[str]]:
    """Sentences by disk on how it differs from its pin (nothing: all is well)."""
    raise NotImplementedError


def accept(definition: Definition) -> Definition:
    """The definition with every disk pinned as it is now (“I did this”)."""
    raise NotImplementedError


_ = Disk
