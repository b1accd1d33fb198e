"""What a virtual machine is: the content of its ``vm.toml``.

The structures are immutable; change them with ``msgspec.structs.replace``. Whatever comes from a
file or a person goes through :func:`decode` or :func:`validate`.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal, get_args
from uuid import uuid4

import msgspec
import tomli_w
from msgspec import Meta

from vmgui.disk.pin import Pin
from vmgui.errors import VmguiError
from vmgui.vm import validate as semantics
from vmgui.vm.arch import ARCHITECTURES
from vmgui.vm.size import parse_size

Arch = Literal["x86_64", "i386", "aarch64", "riscv64", "ppc64"]
Bus = Literal["virtio", "sata", "nvme", "scsi"]
Transport = Literal["auto", "vhost-user", "nbd"]
Firmware = Literal["default", "bios", "uefi", "none"]
Accelerator = Literal["auto", "kvm", "tcg"]
Port = Annotated[int, Meta(ge=1, le=65535)]

VERSION = 1
ARCH_NAMES: tuple[str, ...] = get_args(Arch)
BUS_NAMES: tuple[str, ...] = get_args(Bus)
TRANSPORT_NAMES: tuple[str, ...] = get_args(Transport)

_HEADER = """\
# A virtual machine of vmgui. You can edit this file while the machine is stopped.
# When vmgui itself changes it, comments are lost.

"""


class DefinitionError(VmguiError):
    """A definition that can't be used; says which key of which file."""

    code = "definition"


class Forward(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Connections to ``address``:``host`` on this computer go to the port ``guest``."""

    host: Port
    guest: Port
    protocol: Literal["tcp", "udp"] = "tcp"
    address: str = "127.0.0.1"


class Network(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the machine's network card is connected to.

    ``user``: the guest reaches out through this computer and is reached through ``forwards``.
    ``bridge``: it is a member of this computer's bridge ``name`` (“br0”), through QEMU's helper.
    ``private``: it reaches only this user's other machines on the private network ``name``.
    ``connected`` is whether the cable is plugged in.
    """

    kind: Literal["user", "bridge", "private", "none"] = "user"
    name: str = ""
    model: Literal["virtio", "e1000", "e1000e", "rtl8139"] = "virtio"
    connected: bool = True
    forwards: tuple[Forward, ...] = ()


class Display(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``vnc``: a screen at a private socket; ``none``: no graphics at all.

    ``clipboard`` lets a guest with the SPICE agent share the window's clipboard while the
    screen has the keyboard.
    """

    kind: Literal["vnc", "none"] = "vnc"
    clipboard: bool = True


class Usb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A USB device of this computer that the guest gets; ids are four hexadecimal digits.

    ``port`` (“1-4.2”: bus and ports) tells devices of the same ids apart; "" takes the first.
    """

    vendor: str
    product: str
    port: str = ""


class Share(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A folder of this computer that the guest can mount under the name ``tag``."""

    path: str
    tag: str
    read_only: bool = False


class Disk(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One disk: its file and how the guest sees it.

    ``boot`` orders the disks that the firmware tries, smallest first; those without come after
    the others. ``transport`` is how its backend and QEMU meet: “vhost-user” in shared memory,
    “nbd” over a socket, “auto” the faster of the two that is possible. ``pin`` is what the disk was
    when it was accepted, ``seal`` vouches for the pin.
    """

    path: str
    bus: Bus = "virtio"
    read_only: bool = False
    transport: Transport = "auto"
    boot: Annotated[int, Meta(ge=1, le=99)] | None = None
    seal: str = ""
    pin: Pin | None = None


class Definition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A virtual machine. ``memory`` is a size as text, “2G”; ``cdrom`` an image file's path.

    ``system`` is the guest's system under its short name in osinfo-db (“debian12”; "": unknown);
    ``group`` is what the library lists it under. ``tpm`` gives it a TPM 2, ``secure_boot`` a UEFI
    that starts only what is signed. ``cd_first``: the firmware tries the CD before the disks.
    ``kernel``, ``initrd`` and ``append`` start a kernel directly, without firmware choosing;
    ``extra_args`` are handed to QEMU after everything else.
    """

    version: Literal[1]
    id: str
    name: str
    arch: Arch
    machine: str
    memory: str = "2G"
    cpus: Annotated[int, Meta(ge=1, le=1024)] = 2
    accelerator: Accelerator = "auto"
    firmware: Firmware = "default"
    secure_boot: bool = False
    tpm: bool = False
    sound: bool = False
    system: str = ""
    group: str = ""
    cdrom: str | None = None
    cd_first: bool = False
    kernel: str | None = None
    initrd: str | None = None
    append: str | None = None
    extra_args: tuple[str, ...] = ()
    network: Network = Network()
    display: Display = Display()
    usb: tuple[Usb, ...] = ()
    shares: tuple[Share, ...] = msgspec.field(default=(), name="share")
    disks: tuple[Disk, ...] = msgspec.field(default=(), name="disk")

    @property
    def memory_bytes(self) -> int:
        """The guest's memory in bytes."""
        return parse_size(self.memory)

    @property
    def firmware_kind(self) -> str:
        """“uefi”, “bios” or “none”: "default" resolved for the processor family."""
        if self.firmware == "default":
            return ARCHITECTURES[self.arch].firmware
        return self.firmware


def new(name: str, arch: str = "x86_64", **fields: Any) -> Definition:
    """A valid new definition with an id of its own; ``fields`` are those of :class:`Definition`.

    Raises :exc:`DefinitionError`.
    """
    if arch not in ARCHITECTURES:
        raise DefinitionError(
            f"The processor family “{arch}” is unknown.",
            remedy=f"Known are {', '.join(ARCHITECTURES)}.",
        )
    fields.setdefault("machine", ARCHITECTURES[arch].machines[0].name)
    definition = Definition(
        version=VERSION, id=str(uuid4()), name=name, arch=arch, **fields  # type: ignore[arg-type]
    )  # fmt: skip
    return validate(definition)


def validate(definition: Definition, where: Path | None = None) -> Definition:
    """The same definition, known to be good. Raises :exc:`DefinitionError` naming the key."""
    return _convert(msgspec.to_builtins(definition), where)


def decode(text: str, where: Path) -> Definition:
    """Read a definition from TOML. Raises :exc:`DefinitionError` naming the line or the key."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DefinitionError(
            f"The definition {where} is not valid TOML.",
            why=f"{_sentence(str(error))}",
            remedy="Correct that line in a text editor.",
        ) from None
    return _convert(data, where)


def _convert(data: Any, where: Path | None) -> Definition:
    subject = f"The definition {where}" if where else "The virtual machine"
    try:
        definition = msgspec.convert(data, Definition)
        semantics.check(definition)
    except msgspec.ValidationError as error:
        raise DefinitionError(
            f"{subject} can't be used as it is.",
            why=semantics.tell(str(error)),
            remedy="Correct that in a text editor." if where else "",
        ) from None
    except semantics.Wrong as error:
        raise DefinitionError(
            f"{subject} can't be used as it is.",
            why=f"{error.key}: {error.why}",
            remedy=error.remedy,
        ) from None
    return definition


def encode(definition: Definition) -> str:
    """The definition as TOML that a person can edit."""
    data = _without_none(msgspec.to_builtins(definition))
    disks, usb, shares = data.pop("disk"), data.pop("usb"), data.pop("share")
    tables = {key: data.pop(key) for key in ("network", "display")}
    text = _HEADER + tomli_w.dumps(data) + "\n" + tomli_w.dumps(tables)
    for key, entries in (("usb", usb), ("share", shares)):
        for entry in entries:
            text += f"\n[[{key}]]\n" + tomli_w.dumps(entry)
    for disk in disks:
        pin = disk.pop("pin", None)
        text += "\n[[disk]]\n" + tomli_w.dumps(disk)
        if pin is not None:
            text += "\n" + tomli_w.dumps({"disk": {"pin": pin}})
    return text


def _without_none(value: Any) -> Any:
    """TOML has no null: what is absent is left out."""
    if isinstance(value, dict):
        return {key: _without_none(each) for key, each in value.items() if each is not None}
    if isinstance(value, (list, tuple)):
        return [_without_none(each) for each in value]
    return value


def _sentence(text: str) -> str:
    return text if text.endswith(".") else f"{text}."
