"""What the installed QEMU can do: asked of QEMU itself, and remembered until it changes."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import msgspec

from vmgui.errors import VmguiError
from vmgui.paths import private_directory, state_dir
from vmgui.vm import packages
from vmgui.vm.arch import ARCHITECTURES

# Raise it whenever the structures below change: what was remembered is then asked anew.
_FORMAT = 2
_TIMEOUT = 60.0

_QUESTIONS: tuple[dict[str, Any], ...] = (
    {"execute": "qmp_capabilities"},
    {"execute": "query-version"},
    {"execute": "query-machines"},
    {"execute": "qom-list-types", "arguments": {"implements": "device", "abstract": False}},
    {"execute": "qom-list-types", "arguments": {"implements": "accel", "abstract": False}},
    {"execute": "quit"},
)


class QemuMissing(VmguiError):
    """QEMU, or a part of it, is not installed."""

    code = "qemu-missing"


class MachineType(msgspec.Struct, frozen=True):
    """A machine of QEMU's: “q35” has the full name “pc-q35-7.2”."""

    full_name: str
    cpu_max: int


class Qemu(msgspec.Struct, frozen=True):
    """One QEMU program. ``machines`` has aliases and full names; ``devices`` all of -device,
    ``audio`` the drivers of -audiodev, ``chardevs`` the backends of -chardev.
    """

    arch: str
    binary: str
    version: tuple[int, int, int]
    machines: dict[str, MachineType]
    accelerators: frozenset[str]
    devices: frozenset[str]
    audio: tuple[str, ...]
    chardevs: frozenset[str] = frozenset()

    def first_device(self, *names: str) -> str | None:
        """The first of these that it has, or None."""
        return next((name for name in names if name in self.devices), None)


def find_binary(arch: str) -> Path:
    """QEMU's program for a processor family. Raises :exc:`QemuMissing` with what to install."""
    names = ARCHITECTURES[arch].binaries
    for name in names:
        found = shutil.which(name)
        if found:
            return Path(found)
    raise QemuMissing(
        f"There is no QEMU for {arch} on this computer.",
        why=f"No program {' or '.join(names)} was found.",
        remedy=packages.advice("qemu", arch),
    )


def probe(arch: str) -> Qemu:
    """What QEMU offers for a processor family. Raises :exc:`QemuMissing`, :exc:`VmguiError`."""
    binary = find_binary(arch)
    info = binary.stat()
    key = [_FORMAT, os.fspath(binary.resolve()), info.st_mtime_ns, info.st_size]
    memory = state_dir() / f"qemu-{arch}.json"
    # Anything wrong with what was remembered only means to ask again.
    with contextlib.suppress(OSError, ValueError, KeyError, msgspec.MsgspecError):
        remembered = json.loads(memory.read_bytes())
        if remembered["key"] == key:
            return msgspec.convert(remembered["qemu"], Qemu)
    qemu = ask(arch, binary)
    with contextlib.suppress(OSError):
        private_directory(memory.parent)
        temporary = memory.with_suffix(f".{os.getpid()}")
        temporary.write_bytes(msgspec.json.encode({"key": key, "qemu": qemu}))
        temporary.replace(memory)
    return qemu


def ask(arch: str, binary: Path) -> Qemu:
    """Start QEMU with an empty machine and ask it over QMP. Raises :exc:`VmguiError`."""
    answers = _ask(binary)
    _, version, machines, devices, accelerators, *_ = answers
    numbers = version["qemu"]
    types = {}
    for machine in machines:
        entry = MachineType(machine["name"], machine["cpu-max"])
        types[machine["name"]] = entry
        if "alias" in machine:
            types[machine["alias"]] = entry
    return Qemu(
        arch,
        os.fspath(binary),
        (numbers["major"], numbers["minor"], numbers["micro"]),
        types,
        frozenset(
            each["name"].removesuffix("-accel")
            for each in accelerators
            if each["name"].endswith("-accel")
        ),
        frozenset(each["name"] for each in devices),
        _listed(binary, "-audiodev"),
        frozenset(line.strip() for line in _listed(binary, "-chardev")),
    )


def _listed(binary: Path, option: str) -> tuple[str, ...]:
    """The lines of “-audiodev help” and the like behind the first; QMP can't be asked."""
    command = [os.fspath(binary), option, "help"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=_TIMEOUT, check=False)
    return tuple(done.stdout.splitlines()[1:]) if done.returncode == 0 else ()


def _ask(binary: Path) -> list[Any]:
    command = [os.fspath(binary), "-machine", "none", "-nodefaults", "-no-user-config"]
    command += ["-display", "none", "-qmp", "stdio"]
    try:
        done = subprocess.run(
            command,
            input="".join(json.dumps(question) + "\n" for question in _QUESTIONS),
            capture_output=True,
            text=True,
            timeout=_TIMEOUT,
            check=False,
        )
        answers = [
            message["return"]
            for message in map(json.loads, done.stdout.splitlines())
            if "return" in message
        ]
        if len(answers) == len(_QUESTIONS):
            return answers
        words = done.stderr.strip() or f"It ended with status {done.returncode}."
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        words = str(error)
    raise VmguiError(
        f"{binary} does not work.",
        why=f"Asked what it can do, it said: {words[-500:]}",
        remedy="Reinstall QEMU; vmgui needs version 7.2 or later.",
        code="qemu-broken",
    )
