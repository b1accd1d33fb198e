"""What a VM's definition remembers of a disk, so that nobody exchanges it behind its owner's back.

The disk's header and the definition must agree; either can be written by an attacker, so the pin
is sealed under a key in the keyring as well (:mod:`vmgui.secret.seal`).
"""

from __future__ import annotations

from uuid import UUID

import msgspec

from vmgui.api import OptionValue
from vmgui.disk.errors import PinMismatch
from vmgui.disk.header import Header


class Pin(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A disk as it was last accepted.

    ``cipher`` are the parameters from its header; ``fingerprint`` names its volume key ("" until
    the disk was first opened, and on one that is not encrypted); ``generation`` is the lowest
    that is still believed: an older one is a copy from before.
    """

    disk_uuid: str
    encrypted: bool
    encryption_id: str
    cipher: dict[str, OptionValue]
    generation: int
    fingerprint: str = ""


def pin_of(header: Header, fingerprint: str = "") -> Pin:
    """The pin of a disk as its header describes it now."""
    return Pin(
        disk_uuid=str(header.disk),
        encrypted=header.encrypted,
        encryption_id=str(header.encryption_id),
        cipher=_parameters(header),
        generation=header.generation,
        fingerprint=fingerprint,
    )


def _parameters(header: Header) -> dict[str, OptionValue]:
    cipher = header.body.cipher
    return {
        "sector_size": cipher.sector_size,
        "key_size": cipher.key_size,
        "tag_size": cipher.tag_size,
        **{f"option.{key}": value for key, value in cipher.options.items()},
    }


def differences(pin: Pin, header: Header, fingerprint: str = "") -> list[str]:
    """A sentence for each way in which the disk is not what was pinned (none: all is well)."""
    found = pin_of(header, fingerprint)
    result = []
    if found.disk_uuid != pin.disk_uuid:
        result.append(f"It is another disk: {found.disk_uuid} instead of {pin.disk_uuid}.")
    if found.encrypted != pin.encrypted:
        now, then = ("encrypted", "not") if found.encrypted else ("not encrypted", "encrypted")
        result.append(f"It says that it is {now}; it was {then}.")
    if found.encryption_id != pin.encryption_id:
        result.append(_other_plugin(found.encryption_id, pin))
    for key in sorted(found.cipher.keys() | pin.cipher.keys()):
        new, old = found.cipher.get(key), pin.cipher.get(key)
        if new != old:
            result.append(f"Its cipher's parameter {key} is {new}; it was {old}.")
    if found.generation < pin.generation:
        result.append(
            f"It is an older copy: generation {found.generation}, "
            f"but {pin.generation} was already seen."
        )
    if fingerprint and pin.fingerprint and fingerprint != pin.fingerprint:
        result.append("Its volume key is another one.")
    return result


def check_plugin(pin: Pin, encryption_id: UUID) -> None:
    """The same for what can be known before a foreign disk's plug-in has read anything."""
    if pin.encryption_id != str(encryption_id):
        raise _mismatch([_other_plugin(encryption_id, pin)])


def _other_plugin(encryption_id: object, pin: Pin) -> str:
    return (
        "It names another encryption plug-in than the one that it was chosen for: "
        f"{encryption_id} instead of {pin.encryption_id}."
    )


def check(pin: Pin, header: Header, fingerprint: str = "") -> None:
    """Raises :exc:`PinMismatch` with everything that changed."""
    changed = differences(pin, header, fingerprint)
    if changed:
        raise _mismatch(changed)


def _mismatch(changed: list[str]) -> PinMismatch:
    return PinMismatch(
        "The disk is not what the VM's definition says.",
        why=" ".join(changed),
        remedy="If you did this (a restored backup, a disk made anew), accept it with "
        "vmgui vm accept NAME. If not, don't start the VM: somebody changed the disk.",
    )
