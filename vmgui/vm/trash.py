"""Machines that were removed from the library, and can be put back.

A removed machine's folder (definition, firmware variables, TPM) lies below ``trash`` in the data
directory under its id. Its disks are never touched. After :data:`DAYS` it is deleted for good.
"""

from __future__ import annotations

import shutil
import time
from contextlib import suppress
from pathlib import Path

from vmgui.errors import VmguiError
from vmgui.paths import data_dir, private_directory
from vmgui.vm import store
from vmgui.vm.definition import Definition, decode
from vmgui.vm.lock import stopped

DAYS = 30


def directory() -> Path:
    """Where removed machines lie."""
    return data_dir() / "trash"


def remove(name: str) -> str:
    """Take a stopped machine out of the library; its id, for :func:`restore`.

    Raises :exc:`vmgui.vm.store.NoSuchVm`, :exc:`vmgui.vm.lock.VmRunning`, :exc:`VmguiError`.
    """
    definition = store.load(name)
    with stopped(store.places(definition), name):
        private_directory(directory())
        target = directory() / definition.id
        try:
            if target.exists():  # an older one of the same machine, copied back by hand
                shutil.rmtree(target)
            store.folder(name).rename(target)
            target.touch()
        except OSError as error:
            raise VmguiError(
                f"The virtual machine “{name}” can't be removed.",
                why=f"{error.strerror}.",
                remedy="Check the folder; the machine is as it was.",
                code="trash",
            ) from None
    purge()
    return definition.id


def restore(vm_id: str) -> Definition:
    """Put a removed machine back. Raises :exc:`VmguiError`, :exc:`vmgui.vm.store.VmExists`."""
    source = directory() / vm_id
    definition = _definition(source)
    if definition is None:
        raise VmguiError(
            "The virtual machine can't be put back.",
            why="It is not in the trash any more.",
            remedy="Make a new one with the same disks: they are still there.",
            code="trash",
        )
    target = store.folder(definition.name)
    if target.exists():
        raise store.VmExists(
            f"There is a virtual machine “{definition.name}” already.",
            remedy="Rename that one first.",
        )
    source.rename(target)
    return definition


def removed() -> list[Definition]:
    """The machines in the trash, the last removed first; those that can't be read are left out."""
    try:
        folders = sorted(directory().iterdir(), key=lambda each: each.stat().st_mtime, reverse=True)
    except OSError:
        return []
    found = (_definition(each) for each in folders)
    return [each for each in found if each is not None]


def purge(now: float | None = None) -> None:
    """Delete what has been in the trash for longer than :data:`DAYS`."""
    oldest = (time.time() if now is None else now) - DAYS * 86400
    with suppress(OSError):
        for folder in directory().iterdir():
            if folder.stat().st_mtime < oldest:
                shutil.rmtree(folder, ignore_errors=True)


def _definition(folder: Path) -> Definition | None:
    path = folder / store.FILE
    with suppress(OSError, UnicodeDecodeError, VmguiError):
        return decode(path.read_text(encoding="utf-8"), path)
    return None
