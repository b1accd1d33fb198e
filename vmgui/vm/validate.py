"""What a definition must be beyond its types: each rule says which key breaks it and why."""

from __future__ import annotations

import ipaddress
import os
import re
import unicodedata
from typing import TYPE_CHECKING
from uuid import UUID

from vmgui.errors import VmguiError
from vmgui.vm.arch import ARCHITECTURES, find_machine
from vmgui.vm.size import format_size

if TYPE_CHECKING:
    from vmgui.vm.definition import Definition

MAX_NAME = 64
MIN_MEMORY = 16 << 20
MAX_MEMORY = 16 << 40
MAX_DISKS = 16


class Wrong(Exception):
    """A rule is broken: the key's path, why, and what to do."""

    def __init__(self, key: str, why: str, remedy: str = "") -> None:
        super().__init__(key, why, remedy)
        self.key = key
        self.why = why
        self.remedy = remedy


def check(definition: Definition) -> None:
    """Raises :exc:`Wrong` for the first broken rule."""
    _check_identity(definition)
    _check_name(definition)
    _check_machine(definition)
    _check_memory(definition)
    _check_network(definition)
    _check_disks(definition)
    _check_boot(definition)
    _check_devices(definition)


def _check_identity(definition: Definition) -> None:
    try:
        canonical = str(UUID(definition.id))
    except ValueError:
        canonical = ""
    if canonical != definition.id:
        raise Wrong("id", "It is not a UUID.", "Write one as uuidgen prints it.")


def name_problem(name: str) -> str:
    """Why a virtual machine can't have this name; "" where it can."""
    if not name.strip():
        return "It is empty."
    if len(name) > MAX_NAME:
        return f"It has more than {MAX_NAME} characters."
    if name != name.strip():
        return "It begins or ends with a space."
    if "/" in name or not name.isprintable():
        return "It holds a “/” or a character that can't be seen."
    if name != unicodedata.normalize("NFC", name):
        return "Its accents are written in a form (not NFC) that other programs may not find."
    return ""


def _check_name(definition: Definition) -> None:
    problem = name_problem(definition.name)
    if problem:
        raise Wrong("name", problem, f"Choose any printable text of up to {MAX_NAME} characters.")


def _check_machine(definition: Definition) -> None:
    arch = ARCHITECTURES[definition.arch]
    family = find_machine(definition.arch, definition.machine)
    if family is None:
        known = ", ".join(machine.name for machine in arch.machines)
        raise Wrong(
            "machine",
            f"“{definition.machine}” is no machine that vmgui knows for {definition.arch}.",
            f"Known: {known}.",
        )
    for kind, possible in (("uefi", family.uefi), ("bios", family.bios)):
        if definition.firmware == kind and not possible:
            raise Wrong(
                "firmware",
                f"A {family.name} machine of {definition.arch} has no {kind.upper()} firmware.",
                "Use “default”.",
            )
    if definition.network.model not in family.nics:
        raise Wrong("network.model", f"A {family.name} machine has no {definition.network.model}.")


def _check_memory(definition: Definition) -> None:
    try:
        size = definition.memory_bytes
    except VmguiError as error:
        raise Wrong("memory", str(error)) from None
    if not MIN_MEMORY <= size <= MAX_MEMORY:
        limits = f"{format_size(MIN_MEMORY)} to {format_size(MAX_MEMORY)}"
        raise Wrong("memory", f"{definition.memory} is out of range.", f"Possible are {limits}.")
    if size % (1 << 20):
        raise Wrong("memory", f"{definition.memory} is not a whole number of mebibytes.")


def _check_network(definition: Definition) -> None:
    network = definition.network
    if network.forwards and network.kind != "user":
        raise Wrong(
            "network.forwards",
            f"With a network of kind “{network.kind}” nothing can be forwarded.",
            "Ports are forwarded with the kind “user” only.",
        )
    if network.kind in {"bridge", "private"}:
        if not _NETWORK_NAME.fullmatch(network.name):
            raise Wrong(
                "network.name",
                f"“{network.name}” can't name a {network.kind} network.",
                "It takes up to 15 letters, digits, “-”, “_” or “.”.",
            )
    elif network.name:
        raise Wrong("network.name", f"A network of kind “{network.kind}” has no name.")
    seen = set()
    for index, forward in enumerate(network.forwards):
        key = f"network.forwards[{index}]"
        try:
            ipaddress.IPv4Address(forward.address)
        except ValueError:
            raise Wrong(
                f"{key}.address",
                f"“{forward.address}” is not an IPv4 address.",
                "127.0.0.1 is this computer only, 0.0.0.0 all that can reach it.",
            ) from None
        if (forward.protocol, forward.address, forward.host) in seen:
            raise Wrong(f"{key}.host", f"Port {forward.host} is forwarded twice.")
        seen.add((forward.protocol, forward.address, forward.host))


def _check_disks(definition: Definition) -> None:
    if len(definition.disks) > MAX_DISKS:
        raise Wrong("disk", f"There are more than {MAX_DISKS} disks.")
    family = find_machine(definition.arch, definition.machine)
    assert family is not None
    paths: dict[str, int] = {}
    uuids: dict[str, int] = {}
    for index, disk in enumerate(definition.disks):
        key = f"disk[{index}]"
        if disk.bus not in family.buses:
            raise Wrong(
                f"{key}.bus",
                f"A {family.name} machine of {definition.arch} has no {disk.bus} disks.",
                f"Possible are {', '.join(family.buses)}.",
            )
        if disk.read_only and disk.bus == "sata":
            raise Wrong(
                f"{key}.read_only",
                "A SATA disk can't be read-only.",
                f"Use {' or '.join(bus for bus in family.buses if bus != 'sata')}.",
            )
        if disk.transport == "vhost-user" and disk.bus != "virtio":
            raise Wrong(
                f"{key}.transport",
                f"A {disk.bus} disk can't be served by vhost-user.",
                "Use the bus “virtio”, or the transport “auto”.",
            )
        path = _path(f"{key}.path", disk.path)
        if paths.setdefault(os.path.realpath(path), index) != index:
            raise Wrong(f"{key}.path", f"{disk.path} is attached twice.")
        if disk.pin is not None and uuids.setdefault(disk.pin.disk_uuid, index) != index:
            raise Wrong(f"{key}.pin", f"It is the same disk as disk[{uuids[disk.pin.disk_uuid]}].")


def _check_boot(definition: Definition) -> None:
    for key in ("cdrom", "kernel", "initrd"):
        path = getattr(definition, key)
        if path is not None:
            _path(key, path)
    if definition.kernel is None and (definition.initrd or definition.append):
        raise Wrong("kernel", "An initrd or a kernel command line is given, but no kernel.")
    for index, argument in enumerate(definition.extra_args):
        if "\0" in argument:
            raise Wrong(f"extra_args[{index}]", "It holds a null character.")


def _check_devices(definition: Definition) -> None:
    for index, usb in enumerate(definition.usb):
        for field in ("vendor", "product"):
            if not _USB_ID.fullmatch(getattr(usb, field)):
                raise Wrong(
                    f"usb[{index}].{field}",
                    f"“{getattr(usb, field)}” is no USB id.",
                    "It has four hexadecimal digits, as lsusb prints them.",
                )
        if usb.port and not _USB_PORT.fullmatch(usb.port):
            raise Wrong(
                f"usb[{index}].port",
                f"“{usb.port}” is no USB port.",
                "Write bus and ports like “1-4.2”.",
            )
    tags = set()
    for index, share in enumerate(definition.shares):
        _path(f"share[{index}].path", share.path)
        if not _TAG.fullmatch(share.tag):
            raise Wrong(
                f"share[{index}].tag",
                f"“{share.tag}” can't name a shared folder.",
                "It takes up to 31 letters, digits, “-”, “_” or “.”.",
            )
        if share.tag in tags:
            raise Wrong(f"share[{index}].tag", f"Two folders have the name “{share.tag}”.")
        tags.add(share.tag)
    if definition.secure_boot and definition.firmware_kind != "uefi":
        raise Wrong("secure_boot", "Secure boot needs UEFI.", "Set firmware = “uefi”.")
    for key in ("system", "group"):
        if len(getattr(definition, key)) > MAX_NAME or not getattr(definition, key).isprintable():
            raise Wrong(key, f"It is not printable text of up to {MAX_NAME} characters.")


_NETWORK_NAME = re.compile(r"[\w.-]{1,15}", re.ASCII)
_USB_ID = re.compile(r"[0-9a-f]{4}")
_USB_PORT = re.compile(r"\d{1,3}-\d{1,3}(\.\d{1,3}){0,6}")
_TAG = re.compile(r"[\w.-]{1,31}", re.ASCII)


def _path(key: str, path: str) -> str:
    if not os.path.isabs(path) or "\0" in path:
        raise Wrong(key, f"“{path}” is not an absolute path.", "Write the whole path, from “/” on.")
    return path


_UNKNOWN = re.compile(r"Object contains unknown field `([^`]*)`(?: - at `\$\.?([^`]*)`)?")
_MISSING = re.compile(r"Object missing required field `([^`]*)`(?: - at `\$\.?([^`]*)`)?")
_OTHER = re.compile(r"(.*) - at `\$\.?([^`]*)`")


def tell(message: str) -> str:
    """What msgspec says in our words, the key's path first."""
    for pattern, verdict in (
        (_UNKNOWN, "This key is unknown."),
        (_MISSING, "This key is missing."),
    ):
        if match := pattern.fullmatch(message):
            return f"{'.'.join(filter(None, (match[2], match[1])))}: {verdict}"
    if match := _OTHER.fullmatch(message):
        words = match[1].replace("`", "").replace("Expected", "There should be")
        return f"{match[2] or 'the file'}: {words}."
    return message
