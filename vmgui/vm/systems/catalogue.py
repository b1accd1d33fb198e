"""Guest systems by what their media say: osinfo-db where it is installed, and an own short list.

osinfo-db (https://libosinfo.org) is read where the system has it, never copied. What it says goes
first; the own list adds what it lacks, and what vmgui knows better (a TPM for Windows 11).
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from pathlib import Path
from xml.etree import ElementTree

from vmgui.vm.systems.iso import Medium

_MIB, _GIB = 1 << 20, 1 << 30
# The names of processor families where osinfo-db has others.
_ARCHS = {"x86_64": "x86_64", "i686": "i386", "i386": "i386", "aarch64": "aarch64"}
_MAX_XML = 4 << 20


@dataclass(frozen=True)
class System:
    """A guest system. Sizes in bytes, 0: unknown. ``firmware`` is “uefi” or “default”."""

    id: str
    name: str
    family: str = "other"
    arch: str = ""
    memory: int = 0
    disk: int = 0
    cpus: int = 0
    firmware: str = "default"
    secure_boot: bool = False
    tpm: bool = False


@dataclass(frozen=True)
class _Rule:
    """A medium of ``system``; each pattern must fit from the start of its field."""

    system: System
    volume: re.Pattern[str] | None
    others: tuple[tuple[str, re.Pattern[str]], ...] = ()

    def fits(self, medium: Medium) -> bool:
        if self.volume is None and not self.others:
            return False
        if self.volume is not None and not self.volume.match(medium.volume):
            return False
        return all(pattern.match(getattr(medium, field)) for field, pattern in self.others)


def recognise(medium: Medium) -> System | None:
    """The system on a medium, or None. The most telling rule wins: the longest pattern.

    Its ``arch`` is what the medium's volume id names, else what the rule says.
    """
    found = _recognise(medium)
    if found is None or not medium.arch:
        return found
    return replace(found, arch=medium.arch)


def _recognise(medium: Medium) -> System | None:
    best: _Rule | None = None
    for rule in _osinfo():
        if rule.fits(medium) and (best is None or _weight(rule) > _weight(best)):
            best = rule
    own = next((rule.system for rule in _own() if rule.fits(medium)), None)
    if best is None:
        return own
    return _better(best.system, own)


def systems() -> list[System]:
    """All that are known, by name; for choosing one by hand."""
    found = {rule.system.name: rule.system for rule in (*_osinfo(), *_own())}
    return sorted(found.values(), key=lambda each: each.name.casefold())


def _weight(rule: _Rule) -> int:
    patterns = [rule.volume, *(pattern for _, pattern in rule.others)]
    return sum(len(each.pattern) for each in patterns if each is not None)


def _better(theirs: System, ours: System | None) -> System:
    """What osinfo-db says, with what only we know."""
    windows = theirs.family.startswith("win")
    result = replace(theirs, family="windows") if windows else theirs
    known = ours or next((each for each in map(_system_of, _own()) if each.id == theirs.id), None)
    if known is None:
        return result
    return replace(
        result,
        memory=max(result.memory, known.memory),
        disk=max(result.disk, known.disk),
        cpus=max(result.cpus, known.cpus),
        firmware=known.firmware if result.firmware == "default" else result.firmware,
        secure_boot=known.secure_boot,
        tpm=known.tpm,
    )


def _system_of(rule: _Rule) -> System:
    return rule.system


# --- the own list ---------------------------------------------------------------------------------


@cache
def _own() -> tuple[_Rule, ...]:
    text = resources.files(__package__).joinpath("systems.toml").read_text(encoding="utf-8")
    rules = []
    for entry in tomllib.loads(text)["system"]:
        system = System(
            entry["id"],
            entry["name"],
            entry["family"],
            "x86_64" if entry["family"] == "windows" else "",
            entry["memory"] * _MIB,
            entry["disk"] * _GIB,
            entry.get("cpus", 0),
            entry.get("firmware", "default"),
            entry.get("secure_boot", False),
            entry.get("tpm", False),
        )
        rules += [_Rule(system, re.compile(each)) for each in entry["volume"]]
    return tuple(rules)


# --- osinfo-db ------------------------------------------------------------------------------------


def _folders() -> list[Path]:
    shares = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    return [Path(share) / "osinfo" / "os" for share in shares.split(":")]


@cache
def _osinfo() -> tuple[_Rule, ...]:
    """All rules of the database; what can't be read is left out."""
    rules: list[_Rule] = []
    for folder in _folders():
        for path in sorted(folder.glob("*/*.xml")):
            try:
                if path.stat().st_size <= _MAX_XML:
                    # The system's own files, not a stranger's.
                    rules += _rules(ElementTree.parse(path).getroot())  # noqa: S314
            except (OSError, ElementTree.ParseError, ValueError, re.error):
                continue
    return tuple(rules)


def _rules(root: ElementTree.Element) -> Iterator[_Rule]:
    for entry in root.iter("os"):
        system = _system(entry)
        if system is None:
            continue
        for media in entry.iter("media"):
            iso = media.find("iso")
            if iso is None:
                continue
            patterns = {child.tag: re.compile(child.text or "") for child in iso if child.text}
            others = tuple(
                (field, patterns[tag])
                for tag, field in (
                    ("system-id", "system"),
                    ("publisher-id", "publisher"),
                    ("application-id", "application"),
                )
                if tag in patterns
            )
            arch = _ARCHS.get(media.get("arch", ""), "")
            yield _Rule(replace(system, arch=arch), patterns.get("volume-id"), others)


def _system(entry: ElementTree.Element) -> System | None:
    short, name = entry.findtext("short-id"), entry.findtext("name")
    if not short or not name:
        return None
    wanted: dict[str, int] = {}
    for resources_ in entry.iter("resources"):
        for kind in ("minimum", "recommended"):  # the latter overrides
            for child in resources_.iterfind(f"{kind}/*"):
                if child.text and child.text.isdigit():
                    wanted[child.tag] = max(wanted.get(child.tag, 0), int(child.text))
    firmware = entry.find("firmware[@type='efi']")
    bios = entry.find("firmware[@type='bios']")
    only_efi = firmware is not None and bios is not None and bios.get("supported") == "false"
    return System(
        short,
        name,
        entry.findtext("family", "other"),
        "",
        wanted.get("ram", 0),
        wanted.get("storage", 0),
        wanted.get("n-cpus", 0),
        "uefi" if only_efi else "default",
    )
