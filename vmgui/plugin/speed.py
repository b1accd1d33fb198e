"""How fast plug-ins were measured to be here; kept until computer or plug-in changes."""

from __future__ import annotations

import platform
import ssl
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

from vmgui import __version__
from vmgui.errors import VmguiError
from vmgui.paths import private_directory, state_dir
from vmgui.plugin.found import Plugin


class Speed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """MB/s (10^6 bytes) of one thread in memory, for runs of 4 KiB and of 1 MiB.

    ``detail``: which implementation that was, in the plug-in's words; often ''.
    """

    encrypt_4k: float
    decrypt_4k: float
    encrypt_1m: float
    decrypt_1m: float
    detail: str = ""

    @property
    def slowest(self) -> float:
        """The least of the four."""
        return min(self.encrypt_4k, self.decrypt_4k, self.encrypt_1m, self.decrypt_1m)


class _Measured(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One figure and what it was measured of; on anything else it says nothing."""

    machine: str
    version: str
    digest: str
    speed: Speed


def known(plugin: Plugin) -> Speed | None:
    """Its speed here, or None where it was not measured since something changed."""
    found = _all().get(str(plugin.manifest.id))
    return found.speed if found is not None and found == _measured(plugin, found.speed) else None


def remember(plugin: Plugin, speed: Speed) -> None:
    """Keep a measurement. One that can't be kept is not worth an error: it is made again."""
    all_of_them = {**_all(), str(plugin.manifest.id): _measured(plugin, speed)}
    try:
        private_directory(state_dir())
        new = _file().with_suffix(".new")
        new.write_bytes(msgspec.json.encode(all_of_them))
        new.replace(_file())
    except (OSError, VmguiError):
        return


def _measured(plugin: Plugin, speed: Speed) -> _Measured:
    return _Measured(_machine(), plugin.manifest.version, plugin.digest, speed)


def _file() -> Path:
    return state_dir() / "plugin-speeds.json"


def _all() -> dict[str, _Measured]:
    try:
        return msgspec.json.decode(_file().read_bytes(), type=dict[str, _Measured])
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return {}  # nothing that could not be measured again


@cache
def _machine() -> str:
    """What a speed depends on besides the plug-in: the processor and the libraries."""
    try:
        library = version("cryptography")
    except PackageNotFoundError:
        library = ""
    parts = (_processor(), __version__, ssl.OPENSSL_VERSION, f"cryptography {library}")
    return "; ".join((*parts, f"Python {platform.python_version()}"))


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8", errors="replace") as file:
            lines = dict(line.partition(":")[::2] for line in file if ":" in line)
    except OSError:
        lines = {}
    names = {key.strip(): value.strip() for key, value in lines.items()}
    return names.get("model name") or names.get("CPU part") or platform.machine()
