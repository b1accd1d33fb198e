"""What the window remembers: theme, geometry, hints already given, disks of no machine."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from PySide6.QtCore import QByteArray, QSettings

from vmgui.gui.theme import Scheme
from vmgui.paths import private_directory, state_dir


class Settings:
    """``window.ini`` in the state directory; every change is written at once."""

    def __init__(self) -> None:
        private_directory(state_dir())
        self._file = QSettings(str(state_dir() / "window.ini"), QSettings.Format.IniFormat)

    @property
    def scheme(self) -> Scheme:
        """Light, dark or the system's."""
        try:
            return Scheme(str(self._file.value("scheme", Scheme.SYSTEM)))
        except ValueError:
            return Scheme.SYSTEM

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._save("scheme", str(scheme))

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the main window; empty at first."""
        value = self._file.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._save("geometry", geometry)

    def console_geometry(self, machine: str) -> QByteArray:
        """Place and size of the window with a machine's screen; empty at first."""
        value = self._file.value(f"console/{quote(machine, safe='')}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_console_geometry(self, machine: str, geometry: QByteArray) -> None:
        """Remember it."""
        self._save(f"console/{quote(machine, safe='')}", geometry)

    def console_scaling(self, machine: str) -> str:
        """How a machine's picture gets its size; empty at first."""
        return str(self._file.value(f"scaling/{quote(machine, safe='')}", ""))

    def set_console_scaling(self, machine: str, scaling: str) -> None:
        """Remember it."""
        self._save(f"scaling/{quote(machine, safe='')}", scaling)

    @property
    def remember(self) -> bool:
        """Whether passphrases are to be kept in the keyring, unless somebody last said no."""
        return self._file.value("remember", "true") in (True, "true")

    @remember.setter
    def remember(self, remember: bool) -> None:
        self._save("remember", remember)

    @property
    def told_running(self) -> bool:
        """Whether it was said that machines run on after the window is closed."""
        return self._file.value("told_running", "false") in (True, "true")

    @told_running.setter
    def told_running(self, told: bool) -> None:
        self._save("told_running", told)

    @property
    def tray(self) -> bool:
        """Whether there is to be an icon in the tray, and notifications."""
        return self._file.value("tray", "false") in (True, "true")

    @tray.setter
    def tray(self, wanted: bool) -> None:
        self._save("tray", wanted)

    @property
    def language(self) -> str:
        """“de”, “en” or "" for the system's."""
        return str(self._file.value("language", ""))

    @language.setter
    def language(self, language: str) -> None:
        self._save("language", language)

    @property
    def disks(self) -> list[Path]:
        """Disks made or opened here that lie outside the usual folder."""
        return self._paths("disks")

    @disks.setter
    def disks(self, disks: list[Path]) -> None:
        self._save("disks", [str(path) for path in disks])

    @property
    def hidden_disks(self) -> list[Path]:
        """Disks that were removed from the list; their files are where they were."""
        return self._paths("hidden_disks")

    @hidden_disks.setter
    def hidden_disks(self, disks: list[Path]) -> None:
        self._save("hidden_disks", [str(path) for path in disks])

    @property
    def collapsed(self) -> set[str]:
        """The groups and sections of the list whose rows are not shown."""
        value = self._file.value("collapsed", [])
        return {value} if isinstance(value, str) else set(value if isinstance(value, list) else [])

    @collapsed.setter
    def collapsed(self, groups: set[str]) -> None:
        self._save("collapsed", sorted(groups))

    @property
    def order(self) -> str:
        """How the list is sorted; "" at first."""
        return str(self._file.value("order", ""))

    @order.setter
    def order(self, order: str) -> None:
        self._save("order", order)

    @property
    def side_width(self) -> int:
        """How wide the list is, in pixels."""
        try:
            return int(str(self._file.value("side_width", 290)))
        except ValueError:
            return 290

    @side_width.setter
    def side_width(self, width: int) -> None:
        self._save("side_width", width)

    def _paths(self, key: str) -> list[Path]:
        value = self._file.value(key, [])
        paths = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return [Path(str(path)) for path in paths]

    def _save(self, key: str, value: object) -> None:
        self._file.setValue(key, value)
        self._file.sync()
