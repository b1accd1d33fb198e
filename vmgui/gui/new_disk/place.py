"""What a place for a new disk is like: looked at in the background, since drives may be slow."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo

from vmgui.gui.new_disk.plan import SUFFIX
from vmgui.paths import disks_dir

_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "ceph", "fuse.davfs"}
_FAT = {"vfat", "msdos", "fat"}
FAT_LIMIT = (4 << 30) - 1


@dataclass(frozen=True)
class Place:
    """A look at ``path``: what exists there, and the drive that it would lie on.

    ``free_name`` is a name for which there is no file, where ``path`` exists.
    """

    path: Path
    folder_exists: bool
    writable: bool
    exists: bool
    free_name: str
    free: int
    drive: str

    @property
    def network(self) -> bool:
        """Whether the drive belongs to another computer."""
        return self.drive in _NETWORK

    @property
    def fat(self) -> bool:
        """Whether the drive holds no file of 4 GiB."""
        return self.drive in _FAT


def look(path: Path) -> Place:
    """Look at the place; blocks."""
    folder = path.parent
    usual = folder == disks_dir()  # it is made when it is needed
    exists = os.path.lexists(path)
    there = folder.is_dir()
    stem = path.name.removesuffix(SUFFIX)
    return Place(
        path,
        folder_exists=usual or there,
        writable=not there or os.access(folder, os.W_OK),
        exists=exists,
        free_name=free_name(folder, stem) if exists else "",
        free=free_room(folder),
        drive=_drive(folder),
    )


def free_room(folder: Path) -> int:
    """Free bytes on the drive of a folder that need not exist yet."""
    for place in (folder, *folder.parents):
        try:
            return shutil.disk_usage(place).free
        except OSError:
            continue
    return 0


def free_name(folder: Path, stem: str) -> str:
    """``stem``, or with a number behind it, so that no file of this name exists."""
    name, number = stem, 1
    while os.path.lexists(folder / f"{name}{SUFFIX}"):
        number += 1
        name = f"{stem}-{number}"
    return name


def _drive(folder: Path) -> str:
    """The kind of file system; "" where it can't be told."""
    for place in (folder, *folder.parents):
        if place.is_dir():
            return QStorageInfo(str(place)).fileSystemType().toStdString()
    return ""
