"""UEFI firmware, found through the descriptors that come with it.

The format and the order of the directories: docs/interop/firmware.json in QEMU's documentation.
"""

from __future__ import annotations

import fnmatch
import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vmgui.errors import VmguiError
from vmgui.vm import packages
from vmgui.vm.probe import Qemu

# What firmware with secure boot offers and asks for; the other must have none of it.
_SECURE = {"secure-boot", "enrolled-keys"}
_OF_SECURE = {"requires-smm", "enrolled-keys"}


class FirmwareMissing(VmguiError):
    """No fitting UEFI firmware is installed."""

    code = "firmware-missing"


@dataclass(frozen=True)
class Uefi:
    """Firmware for two flash chips: its code, and the template of its variables.

    ``secure``: it starts only what is signed; ``smm``: for that it needs the processor's system
    management mode, which alone may then change the variables.
    """

    code: Path
    code_format: str
    template: Path
    template_format: str
    secure: bool = False
    smm: bool = False


def directories(binary: Path) -> list[Path]:
    """Where descriptors lie; the first directory wins. ``binary`` is QEMU's program."""
    config = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    prefix = binary.resolve().parent.parent  # /opt/homebrew/bin/… has its own share
    shares = dict.fromkeys((prefix / "share", Path("/usr/local/share"), Path("/usr/share")))
    return [
        config / "qemu" / "firmware",
        Path("/etc/qemu/firmware"),
        *(share / "qemu" / "firmware" for share in shares),
    ]


def find(
    qemu: Qemu, machine: str, where: Sequence[Path] | None = None, *, secure: bool = False
) -> Uefi:
    """The UEFI firmware for a machine, ``secure`` with secure boot and Microsoft's keys.

    Raises :exc:`FirmwareMissing` with what to install.
    """
    full_name = qemu.machines[machine].full_name if machine in qemu.machines else machine
    for descriptor in _descriptors(directories(Path(qemu.binary)) if where is None else where):
        with suppress(KeyError, TypeError, AttributeError):  # not as specified: not for us
            uefi = _fitting(descriptor, qemu.arch, full_name, secure=secure)
            if uefi is not None:
                return uefi
    if secure:
        raise FirmwareMissing(
            f"There is no UEFI firmware with secure boot for {machine} machines of {qemu.arch}.",
            why="None of QEMU's firmware descriptors (share/qemu/firmware/*.json) fits.",
            remedy=f"{_remedy(qemu.arch)} Or switch secure boot off.",
        )
    raise FirmwareMissing(
        f"There is no UEFI firmware for {qemu.arch} machines on this computer.",
        why="None of QEMU's firmware descriptors (share/qemu/firmware/*.json) fits.",
        remedy=_remedy(qemu.arch),
    )


def _descriptors(where: Sequence[Path]) -> list[Any]:
    """All descriptors in the order to try. An earlier directory's file hides its namesakes."""
    files: dict[str, Path] = {}
    for directory in where:
        for file in directory.glob("*.json"):
            files.setdefault(file.name, file)
    result = []
    for name in sorted(files):
        with suppress(OSError, ValueError):  # an empty file hides others on purpose
            result.append(json.loads(files[name].read_bytes()))
    return result


def _fitting(descriptor: Any, arch: str, machine: str, *, secure: bool) -> Uefi | None:
    mapping = descriptor["mapping"]
    features = set(descriptor["features"])
    if "uefi" not in descriptor["interface-types"] or mapping["device"] != "flash":
        return None
    if mapping.get("mode", "split") != "split":
        return None
    if not (features >= _SECURE if secure else features.isdisjoint(_OF_SECURE)):
        return None
    if not any(
        target["architecture"] == arch
        and any(fnmatch.fnmatchcase(machine, pattern) for pattern in target["machines"])
        for target in descriptor["targets"]
    ):
        return None
    code, template = mapping["executable"], mapping["nvram-template"]
    uefi = Uefi(
        Path(code["filename"]),
        code["format"],
        Path(template["filename"]),
        template["format"],
        secure,
        "requires-smm" in features,
    )
    return uefi if uefi.code.exists() and uefi.template.exists() else None


def _remedy(arch: str) -> str:
    if arch not in packages.FIRMWARE:
        return "Set firmware = “bios” in the machine's definition."
    return packages.advice("firmware", arch)


def prepare_variables(uefi: Uefi, variables: Path) -> str:
    """Give a machine its own copy of the firmware's variables, unless it has one.

    A copy of the wrong size is from other firmware: it is put aside as ``vars.fd.old``. Returns
    a sentence on that, else "". Raises :exc:`VmguiError`.
    """
    told = ""
    try:
        raw = uefi.template_format == "raw"
        if variables.exists():
            if not raw or variables.stat().st_size == uefi.template.stat().st_size:
                return ""
            variables.replace(variables.with_suffix(".fd.old"))
            told = "The UEFI firmware changed: its settings start anew; the old ones are kept."
        temporary = variables.with_suffix(".fd.new")
        _copy(uefi.template, temporary)
        temporary.chmod(0o600)
        temporary.replace(variables)
    except OSError as error:
        raise VmguiError(
            f"The UEFI variables {variables} can't be written.",
            why=f"{error.strerror}.",
            remedy="Free some room or check the folder.",
            code="firmware-variables",
        ) from None
    return told


def _copy(source: Path, target: Path) -> None:
    """Copy without taking room for zeros: Arm's 64 MiB are nearly empty."""
    chunk = 64 << 10
    with source.open("rb") as reader, target.open("wb") as writer:
        while data := reader.read(chunk):
            if any(data):
                writer.write(data)
            else:
                writer.seek(len(data), os.SEEK_CUR)
        writer.truncate()
