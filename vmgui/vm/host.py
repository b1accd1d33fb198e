"""What this computer gives a machine: QEMU, accelerator, processor, firmware."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace

from vmgui.errors import VmguiError
from vmgui.vm import firmware, kvm, sharing, tpm
from vmgui.vm.definition import Definition
from vmgui.vm.firmware import Uefi
from vmgui.vm.probe import Qemu, probe

# The drivers of -audiodev that reach loudspeakers, the best first.
_AUDIO = ("pipewire", "pa", "coreaudio", "alsa", "sndio")

VHOST_USER_DEVICE = "vhost-user-blk-pci"

# What TCG emulates best. Arm's pointer authentication is slow with the architected algorithm.
_EMULATED = {"x86_64": "max", "i386": "max", "aarch64": "max,pauth-impdef=on"}


@dataclass(frozen=True)
class Host:
    """``cpu`` is for -cpu ("": QEMU's default); ``notes`` are sentences for the log; ``tap`` is
    the descriptor of an interface on a bridge; ``vhost_user``: disks can be served in the guest's
    memory.
    """

    qemu: Qemu
    accelerator: str
    cpu: str
    uefi: Uefi | None = None
    audio: str = "none"
    sandbox: bool = True
    notes: tuple[str, ...] = ()
    tap: int | None = None
    vhost_user: bool = False


def choose(definition: Definition) -> Host:
    """Look at this computer for what the machine wants.

    Raises :exc:`QemuMissing`, :exc:`FirmwareMissing` and other kinds of :exc:`VmguiError` where it
    isn't there.
    """
    qemu = probe(definition.arch)
    _check_machine(definition, qemu)
    accelerator, cpu, notes = _accelerator(definition, qemu)
    uefi = None
    if definition.tpm:
        tpm.find()
    sharing.check(definition.shares, qemu)
    if definition.firmware_kind == "uefi":
        uefi = firmware.find(qemu, definition.machine, secure=definition.secure_boot)
    return Host(
        qemu,
        accelerator,
        cpu,
        uefi,
        audio=next((name for name in _AUDIO if name in qemu.audio), "none"),
        sandbox=sys.platform == "linux",
        notes=notes,
        vhost_user=_vhost_user(definition, qemu),
    )


def _vhost_user(definition: Definition, qemu: Qemu) -> bool:
    # Memory is shared by Linux's memfd. A big-endian guest's rings may be, too.
    little = sys.byteorder == "little" and definition.arch != "ppc64"
    # The system refuses a guest more memory than there is, but not where it is shared.
    there = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    fits = definition.memory_bytes <= there
    possible = sys.platform == "linux" and little and fits and VHOST_USER_DEVICE in qemu.devices
    wanted = [disk for disk in definition.disks if disk.transport == "vhost-user"]
    if wanted and not possible:
        raise VmguiError(
            f"The disk {wanted[0].path} is to be served by vhost-user, which is not possible here.",
            why=f"It takes Linux, a little-endian guest whose memory this computer has, and a QEMU "
            f"with {VHOST_USER_DEVICE}.",
            remedy="Set its transport to “auto”.",
            code="no-vhost-user",
        )
    return possible


def emulated(definition: Definition, host: Host) -> Host:
    """The same host without KVM."""
    return replace(host, accelerator="tcg", cpu=_EMULATED.get(definition.arch, ""))


def _check_machine(definition: Definition, qemu: Qemu) -> None:
    version = ".".join(map(str, qemu.version))
    machine = qemu.machines.get(definition.machine)
    if machine is None:
        raise VmguiError(
            f"QEMU {version} has no machine “{definition.machine}” for {definition.arch}.",
            remedy="Choose another in the definition (machine = …), or install a QEMU that has it.",
            code="machine-unknown",
        )
    if definition.cpus > machine.cpu_max:
        raise VmguiError(
            f"The machine “{definition.machine}” can't have {definition.cpus} processors.",
            why=f"QEMU {version} allows {machine.cpu_max}.",
            remedy="Set cpus accordingly in the definition.",
            code="too-many-cpus",
        )


def _accelerator(definition: Definition, qemu: Qemu) -> tuple[str, str, tuple[str, ...]]:
    emulated = _EMULATED.get(definition.arch, "")
    if definition.accelerator == "tcg":
        return "tcg", emulated, ()
    found = kvm.probe(qemu, definition.machine)
    if found.usable:
        return "kvm", found.cpu, ()
    if definition.accelerator == "kvm":
        raise VmguiError(
            "This machine wants KVM, which can't be used.",
            why=found.why,
            remedy=f"{found.remedy} Or set accelerator = “auto” in its definition: "
            "it then runs without KVM, only slower.".strip(),
            code="no-kvm",
        )
    note = f"The processor is emulated, which is slow. {found.why} {found.remedy}".strip()
    return "tcg", emulated, (note,)
