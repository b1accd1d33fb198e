"""Whether this computer's own processor can run a machine, through Linux' KVM.

Nothing depends on it: where it is missing, QEMU emulates the processor (TCG), only slower.
"""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from vmgui.vm.arch import ARCHITECTURES, host_arch
from vmgui.vm.probe import Qemu

DEVICE = Path("/dev/kvm")
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
    """Try KVM for this machine, by starting QEMU with it for a moment (a tenth of a second)."""
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
    words = ""
    for cpu in _PROCESSORS if qemu.arch in {"x86_64", "i386"} else ("host",):
        problem = _try(qemu, machine, cpu)
        if not problem:
            return Kvm(cpu=cpu)
        words = words or problem
    return Kvm(why=f"KVM doesn't work here. QEMU says: {words}")


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
