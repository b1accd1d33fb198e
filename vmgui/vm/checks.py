"""What this computer lacks for virtual machines, each with the exact remedy."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from vmgui.errors import VmguiError
from vmgui.secret import keyring_store
from vmgui.secret.keyring_state import State
from vmgui.vm import firmware, kvm, packages, tpm
from vmgui.vm.arch import ARCHITECTURES, host_arch
from vmgui.vm.probe import Qemu, QemuMissing, probe


@dataclass(frozen=True)
class Check:
    """One thing. ``words`` say what it means for the person, ``remedy`` what to do, ``command``
    what to type for it ("": nothing helps by typing).

    missing: no machine runs without it; limited: something is slower or can't be had.
    """

    key: str
    title: str
    state: Literal["good", "limited", "missing"]
    words: str
    remedy: str = ""
    command: str = ""


def look() -> list[Check]:
    """Everything, the gravest first. Takes up to a second: not for the window's thread."""
    qemu, found = _qemu()
    checks: list[Callable[[], Check]] = [lambda: found]
    if qemu is not None:
        checks += [lambda: _kvm(qemu), lambda: _firmware(qemu)]
    checks += [_keyring, _tpm]
    order = ("missing", "limited", "good")
    return sorted((check() for check in checks), key=lambda each: order.index(each.state))


def _qemu() -> tuple[Qemu | None, Check]:
    arch = host_arch()
    title = ARCHITECTURES[arch].title
    try:
        qemu = probe(arch)
    except QemuMissing as error:
        command = packages.command("qemu", arch)
        return None, Check(
            "qemu", "QEMU", "missing", "QEMU, which runs virtual machines, is not installed.",
            "Install it." if command else error.remedy, command,
        )  # fmt: skip
    except VmguiError as error:
        return None, Check("qemu", "QEMU", "missing", error.what, error.remedy)
    version = ".".join(map(str, qemu.version))
    if qemu.version < (7, 2, 0):
        return qemu, Check(
            "qemu", "QEMU", "missing", f"QEMU {version} is too old.",
            "vmgui needs QEMU 7.2 or later.",
        )  # fmt: skip
    return qemu, Check("qemu", "QEMU", "good", f"QEMU {version} runs machines of the kind {title}.")


def _kvm(qemu: Qemu) -> Check:
    found = kvm.probe(qemu, ARCHITECTURES[qemu.arch].machines[0].name)
    if found.usable:
        return Check("kvm", "KVM", "good", "This computer's processor runs machines itself.")
    words = "Machines run, but their processor is emulated, which is slow."
    if kvm.DEVICE.exists() and not os.access(kvm.DEVICE, os.R_OK | os.W_OK):
        return Check(
            "kvm", "KVM", "limited", f"{words} You may not use /dev/kvm.",
            "Join the group that may, then log out and in again.",
            f"sudo usermod -aG kvm {getpass.getuser()}",
        )  # fmt: skip
    return Check("kvm", "KVM", "limited", f"{words} {found.why}".strip(), found.remedy)


def _firmware(qemu: Qemu) -> Check:
    machine = ARCHITECTURES[qemu.arch].machines[0].name
    try:
        firmware.find(qemu, machine)
    except VmguiError as error:
        command = packages.command("firmware", qemu.arch)
        return Check(
            "firmware", "UEFI", "limited", "Systems that need UEFI can't be started.",
            "Install QEMU's UEFI firmware." if command else error.remedy, command,
        )  # fmt: skip
    return Check("firmware", "UEFI", "good", "UEFI firmware is installed.")


def _keyring() -> Check:
    state = keyring_store.state()
    if state.usable:
        return Check("keyring", "Keyring", "good", "Passphrases can be kept in the keyring.")
    words = "Passphrases can't be remembered and are asked for at each start."
    command = packages.command("keyring") if state is State.ABSENT else ""
    remedy = {
        State.ABSENT: "Log in to a desktop that has a keyring (GNOME Keyring, KWallet).",
        State.REFUSED: "Allow vmgui to use it when you are asked.",
        State.SILENT: "Log out and in again.",
    }.get(state, state.remedy)
    return Check("keyring", "Keyring", "limited", f"{words} {state.sentence}", remedy, command)


def _tpm() -> Check:
    try:
        tpm.find()
    except VmguiError:
        return Check(
            "tpm", "TPM 2", "limited", "Systems that want a TPM 2 (Windows 11) get none.",
            "Install swtpm.", packages.command("tpm"),
        )  # fmt: skip
    return Check("tpm", "TPM 2", "good", "Machines can have a TPM 2.")
