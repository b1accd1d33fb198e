"""Folders of this computer that a guest shares: whether that is possible, and under which name."""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from pathlib import Path

from vmgui.errors import VmguiError
from vmgui.vm.definition import Share
from vmgui.vm.probe import Qemu

DEVICE = "virtio-9p-pci"
_UNFIT = re.compile(r"[^\w.-]+", re.ASCII)
_MAX_NAME = 24


class ShareRefused(VmguiError):
    """A folder can't be shared."""

    code = "share"


def check(shares: Collection[Share], qemu: Qemu) -> None:
    """Whether a machine with these folders can start. Raises :exc:`ShareRefused`."""
    if shares and DEVICE not in qemu.devices:
        raise ShareRefused(
            "No folder can be shared with the guest.",
            why=f"This QEMU was built without {DEVICE}.",
            remedy="Install a QEMU that has it, or remove the shared folders.",
        )
    for share in shares:
        why, remedy = _problem(share)
        if why:
            raise ShareRefused(f"The folder {share.path} can't be shared.", why=why, remedy=remedy)


def _problem(share: Share) -> tuple[str, str]:
    if not os.path.isdir(share.path):
        return "There is no such folder.", "Make it, or remove it from the shared folders."
    if not os.access(share.path, os.R_OK | os.X_OK):
        return "You may not open it.", "Change its permissions, or share another."
    if not share.read_only and not os.access(share.path, os.W_OK):
        return "You may not write to it.", "Change its permissions, or share it read-only."
    return "", ""


def tag_for(path: Path, taken: Collection[str] = ()) -> str:
    """A name for the guest, from the folder's own; none of those that are ``taken``."""
    base = _UNFIT.sub("-", path.name).strip("-")[:_MAX_NAME] or "share"
    tag, number = base, 2
    while tag in taken:
        tag, number = f"{base}-{number}", number + 1
    return tag
