"""What the pages of the assistant gather."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from vmgui.api import OptionValue
from vmgui.gui.sizes import GIB
from vmgui.plugin.found import Plugin

SUFFIX = ".vmg"


@dataclass
class DiskPlan:
    """A disk to be made; sizes in bytes. ``wanted``: another choice may do without a new disk.

    ``secret`` is the passphrase, empty where only ``key_file`` is to open the disk; with both,
    either opens it. ``free`` is the room on its drive, where known; ``header_backup`` the file
    that a copy of the header goes to.
    """

    wanted: bool = True
    path: Path = field(default_factory=Path)
    size: int = 20 * GIB
    free: int | None = None
    plugin: Plugin | None = None
    options: dict[str, OptionValue] = field(default_factory=dict)
    fill: bool = False
    secret: bytearray = field(default_factory=bytearray)
    key_file: Path | None = None
    remember: bool = False
    recovery: bool = True
    header_backup: Path | None = None

    @property
    def encrypted(self) -> bool:
        """Whether the chosen plug-in encrypts; until one is chosen, yes."""
        return self.plugin is None or self.plugin.manifest.cipher.encrypts

    def wipe(self) -> None:
        """Forget the passphrase."""
        self.secret[:] = bytes(len(self.secret))
        self.secret.clear()
