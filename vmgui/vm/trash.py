"""Machines that were removed from the library, and can be put back.

What is a removed machine's own (definition, firmware variables, TPM) lies below ``trash`` in the
data directory under its id. Whatever else is in its folder, a disk perhaps, stays where it is.
After :data:`DAYS` the machine is deleted for good.
"""

from __future__ import annotations

import shutil
import time
from contextlib import suppress
from pathlib import Path

from vmgui.errors import VmguiError
from vmgui.paths import data_dir, private_directory, state_dir
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
    with store.changing():
        definition = store.load(name)
        with stopped(store.places(definition), name):
            target = directory() / definition.id
            try:
                if (target / store.FILE).exists():  # an older one, copied back by hand
                    shutil.rmtree(target)
                _move(store.folder(name), target)
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
    with store.changing():
        source = directory() / vm_id
        definition = _definition(source)
        if definition is None:
            raise VmguiError(
                "The virtual machine can't be put back.",
                why="It is not in the trash any more.",
                remedy="Make a new one with the same disks: they are still there.",
                code="trash",
            )
        if store.exists(definition.name):
            raise store.VmExists(
                f"There is a virtual machine “{definition.name}” already.",
                remedy="Rename that one first.",
            )
        try:
            _move(source, store.folder(definition.name))
        except OSError as error:
            raise VmguiError(
                f"The virtual machine “{definition.name}” can't be put back.",
                why=f"{error.strerror}.",
                remedy=f"Check the folder {source}; the machine is still in it.",
                code="trash",
            ) from None
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
                if not _in_use(folder.name):
                    shutil.rmtree(state_dir() / "vms" / folder.name, ignore_errors=True)


def _in_use(vm_id: str) -> bool:
    return any(each.definition is None or each.definition.id == vm_id for each in store.entries())


def _move(source: Path, target: Path) -> None:
    """Move what is a machine's own, the definition at last or all back where it was."""
    private_directory(target.parent)
    private_directory(target)
    moved: list[str] = []
    try:
        for name in store.OWN:
            if (source / name).exists():
                (source / name).rename(target / name)
                moved.append(name)
    except OSError:
        for name in moved:
            with suppress(OSError):
                (target / name).rename(source / name)
        raise
    with suppress(OSError):  # something else lies there: not ours
        source.rmdir()


def _definition(folder: Path) -> Definition | None:
    path = folder / store.FILE
    with suppress(OSError, UnicodeDecodeError, VmguiError):
        return decode(path.read_text(encoding="utf-8"), path)
    return None
