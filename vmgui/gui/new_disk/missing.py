"""Plug-ins that disks of this computer need, and that are not installed."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from vmgui.disk import container
from vmgui.errors import VmguiError
from vmgui.gui.settings import Settings
from vmgui.paths import disks_dir
from vmgui.plugin.found import drop_in_dir
from vmgui.plugin.ranking import Choices
from vmgui.vm import store


@dataclass(frozen=True)
class Needed:
    """A plug-in that is not here: known from an approval, or from the headers of ``disks``."""

    id: UUID
    name: str
    disks: tuple[str, ...] = ()

    @property
    def place(self) -> Path:
        """Where its package can be put."""
        return drop_in_dir()


def needed(found: Choices) -> list[Needed]:
    """All of them, by name; reads headers, so it blocks. No plug-in's code runs for it."""
    here = {choice.plugin.manifest.id for choice in found.ranked}
    broken = {bad.id.lower() for bad in found.unusable}
    names = {gone.id: gone.approval.name for gone in found.missing}
    disks: dict[UUID, list[str]] = {gone.id: [] for gone in found.missing}
    for path in _disks():
        try:
            header = container.read_header(path).header
        except VmguiError:
            continue  # another format, or nothing that can be read
        if header.encryption_id not in here and str(header.encryption_id) not in broken:
            names[header.encryption_id] = header.body.cipher.plugin
            disks.setdefault(header.encryption_id, []).append(path.name)
    gone = (Needed(id_, names[id_], tuple(disks[id_])) for id_ in disks)
    return sorted(gone, key=lambda each: each.name)


def _disks() -> Iterable[Path]:
    """All disks that the window knows of, each once."""
    paths = set(Settings().disks)
    with suppress(OSError):  # no disk was ever made
        paths |= set(disks_dir().iterdir())
    for entry in store.entries():
        if entry.definition is not None:
            paths |= {Path(disk.path) for disk in entry.definition.disks}
    return sorted(path for path in paths if path.is_file())
