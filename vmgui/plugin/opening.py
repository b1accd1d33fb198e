"""Everything that makes, opens or changes a disk, of whichever format it is.

Plug-in code is run: this is for backends and workers. Who only wants to know what a disk is asks
:mod:`vmgui.job.header`.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from vmgui.disk import backup as own_backup
from vmgui.disk import container as own
from vmgui.disk import create as own_create
from vmgui.disk import edit as own_edit
from vmgui.disk import pin as pins
from vmgui.disk.container import Disk, Secret
from vmgui.disk.create import NewDisk
from vmgui.disk.foreign import backup as foreign_backup
from vmgui.disk.foreign import container as foreign
from vmgui.disk.foreign import create as foreign_create
from vmgui.disk.foreign import edit as foreign_edit
from vmgui.disk.foreign.format import Format
from vmgui.disk.header import Found, Header
from vmgui.disk.publish import Progress
from vmgui.plugin.found import Plugin
from vmgui.plugin.load import container_format, for_header, load
from vmgui.plugin.marks import recognise


def create_disk(
    new: NewDisk,
    plugin: Plugin,
    secret: Secret | None,
    progress: Progress = lambda done, total, text: None,
) -> Header:
    """Make a disk; see :func:`vmgui.disk.create.create_disk`."""
    if plugin.manifest.kind == "container":
        return foreign_create.create_disk(new, container_format(plugin), secret, progress)
    return own_create.create_disk(new, plugin.manifest, load(plugin), secret, progress)


def open_disk(
    path: Path,
    *,
    secret: Secret | None,
    read_only: bool = False,
    pin: pins.Pin | None = None,
    on_error: Callable[[str], None] | None = None,
) -> Disk:
    """Open a disk for use; see :func:`vmgui.disk.container.open_disk`."""
    plugin = recognise(path)
    if plugin is None:
        return own.open_disk(
            path,
            secret=secret,
            plugin=for_header,
            read_only=read_only,
            pin=pin,
            on_error=on_error,
        )
    if pin is not None:
        pins.check_plugin(pin, plugin.manifest.id)  # before any of the plug-in's code runs
    return foreign.open_disk(
        path,
        container_format(plugin),
        secret=secret,
        read_only=read_only,
        pin=pin,
        on_error=on_error,
    )


def read_header(path: Path) -> Found:
    """The header of a disk, without a secret; see :func:`vmgui.disk.container.read_header`."""
    form = _format(path)
    if form is None:
        return own.read_header(path)
    with own.reading(path) as storage:
        return form.find(storage, path)[1]


def read_backup(source: Path) -> Header:
    """The header in a backup file; see :func:`vmgui.disk.backup.read_backup`."""
    form = _format(source)
    if form is None:
        return own_backup.read_backup(source)
    with own.reading(source) as storage:
        return form.read(storage, source)[1]


def try_secret(path: Path, secret: Secret | None) -> Header:
    """The header of a disk that ``secret`` opens. Needs no lock. Raises :exc:`DiskError`."""
    form = _format(path)
    if form is None:
        header = own.read_header(path).header
        volume_key = own.unlock(header, secret)
        if volume_key is not None:
            volume_key[:] = bytes(len(volume_key))
        return header
    with own.reading(path) as storage:
        container, found = form.find(storage, path)
        key, _ = form.unlock(container, secret, path)
        key.close()
        return found.header


def editing(
    path: Path, secret: Secret | None
) -> AbstractContextManager[own_edit.Editor | foreign_edit.Editor]:
    """Lock and unlock a disk to change who can open it; see :mod:`vmgui.disk.edit`."""
    form = _format(path)
    if form is None:
        return own_edit.editing(path, secret)
    return foreign_edit.editing(path, form, secret)


def backup(path: Path, target: Path) -> Header:
    """Copy a disk's header into a file; see :func:`vmgui.disk.backup.backup`."""
    form = _format(path)
    if form is None:
        return own_backup.backup(path, target)
    return foreign_backup.backup(path, target, form)


def restore(path: Path, source: Path, secret: Secret | None) -> Header:
    """Put a header back; the backup tells the format. See :func:`vmgui.disk.backup.restore`."""
    form = _format(source)
    if form is None:
        return own_backup.restore(path, source, secret)
    return foreign_backup.restore(path, source, form, secret)


def _format(path: Path) -> Format | None:
    plugin = recognise(path)
    return None if plugin is None else container_format(plugin)
