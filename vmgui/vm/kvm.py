"""Whether this computer's own processor can run a machine, through Linux' KVM.

Nothing depends on it: where it is missing, QEMU emulates the processor (TCG), only slower.
"""

from __future__ import annotations

import json
import os
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from vmgui.errors import VmguiError
from vmgui.paths import private_directory, state_dir
from vmgui.vm.arch import ARCHITECTURES, host_arch
from vmgui.vm.probe import Qemu

DEVICE = Path("/dev/kvm")
# Another one after each start of the computer.
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_TIMEOUT = 30.0

# Some hosts (nested ones) announce the register behind arch-capabilities and then refuse it:
# QEMU aborts with “failed to set MSR 0x10a”.
_PROCESSORS = ("host", "host,-arch-capabilities")


@dataclass(frozen=True)
class Kvm:
    """``cpu`` is the -cpu that works with it; "" where KVM can't be used: ``why``, ``remedy``."""

    cpu: str = ""
    why: str = ""
    remedy: str = ""

    @property
    def usable(self) -> bool:
        return bool(self.cpu)


def probe(qemu: Qemu, machine: str, device: Path = DEVICE) -> Kvm:
    """Try KVM for this machine, by starting QEMU with it for a moment (a tenth of a second).

    That it works is believed until the computer or QEMU changes; that it doesn't, never.
    """
    if host_arch() not in (qemu.arch, "x86_64" if qemu.arch == "i386" else qemu.arch):
        title = ARCHITECTURES[qemu.arch].title
        return Kvm(why=f"This computer's processor can't run {title} by itself.")
    if "kvm" not in qemu.accelerators:
        return Kvm(why="This QEMU was built without KVM.")
    if not device.exists():
        return Kvm(
            why=f"There is no {device}.",
            remedy="Switch on virtualisation (VT-x, AMD-V, SVM) in the computer's firmware "
            "set-up, and load the kernel's module kvm_intel or kvm_amd.",
        )
    if not os.access(device, os.R_OK | os.W_OK):
        return Kvm(
            why=f"You may not use {device}.",
            remedy="Join the group that may, then log in again: sudo usermod -aG kvm $USER",
        )
    known = _Known(qemu, machine)
    if cpu := known.recall():
        return Kvm(cpu=cpu)
    words = ""
    for cpu in _PROCESSORS if qemu.arch in {"x86_64", "i386"} else ("host",):
        problem = _try(qemu, machine, cpu)
        if not problem:
            known.remember(cpu)
            return Kvm(cpu=cpu)
        words = words or problem
    return Kvm(why=f"KVM doesn't work here. QEMU says: {words}")


class _Known:
    """Which processor worked, for one QEMU and machine, since the computer was started."""

    def __init__(self, qemu: Qemu, machine: str) -> None:
        self._file = state_dir() / "kvm.json"
        self._name = f"{qemu.binary} {machine}"
        # Anything that can't be read only means to try again.
        self._of: list[object] = []
        with suppress(OSError):
            info = os.stat(qemu.binary)
            self._of = [BOOT_ID.read_text().strip(), info.st_mtime_ns, info.st_size, os.getuid()]

    def recall(self) -> str:
        """The processor, or ""."""
        known = self._read().get(self._name)
        if isinstance(known, dict) and self._of and known.get("of") == self._of:
            cpu = known.get("cpu")
            return cpu if cpu in _PROCESSORS else ""
        return ""

    def remember(self, cpu: str) -> None:
        """Keep it; where that fails it is found out again."""
        with suppress(OSError, VmguiError):
            private_directory(state_dir())
            new = self._file.with_suffix(f".{os.getpid()}.new")
            new.write_text(json.dumps({**self._read(), self._name: {"of": self._of, "cpu": cpu}}))
            new.replace(self._file)

    def _read(self) -> dict[str, object]:
        with suppress(OSError, ValueError):
            found = json.loads(self._file.read_bytes())
            if isinstance(found, dict):
                return found
        return {}


def _try(qemu: Qemu, machine: str, cpu: str) -> str:
    """Why QEMU can't start that way, in its own words; "" where it can."""
    command = [qemu.binary, "-machine", machine, "-accel", "kvm", "-cpu", cpu, "-m", "64M"]
    command += ["-nodefaults", "-no-user-config", "-display", "none", "-S", "-qmp", "stdio"]
    questions = ({"execute": "qmp_capabilities"}, {"execute": "query-kvm"}, {"execute": "quit"})
    try:
        done = subprocess.run(
            command,
            input="".join(json.dumps(question) + "\n" for question in questions),
            capture_output=True,
            text=True,
            timeout=_TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    if done.returncode == 0 and '"enabled": true' in done.stdout:
        return ""
    return done.stderr.strip()[-500:] or f"nothing, but ended with status {done.returncode}."
