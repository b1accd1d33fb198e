"""What both versions of LUKS come down to: a payload, and slots that hold its key."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from vmgui.api import ContainerError
from vmgui_luks2.kdf import Kdf, Pbkdf2

SECTOR = 512
STRIPES = 4000
# Header and key slots of the largest LUKS2 header that the specification allows.
MAX_HEAD = (2 * 4 + 128) << 20
# AES-128 and AES-256: XTS takes two keys.
KEY_SIZES = (32, 64)


@dataclass(frozen=True)
class Digest:
    """What the volume key is known by."""

    kdf: Pbkdf2
    value: bytes


@dataclass(frozen=True)
class Slot:
    """A key slot. Its area, ``offset`` bytes from the start, holds the split volume key.

    ``area_key_size`` is that of the AES-XTS key of the area, ``af_hash`` the splitter's hash.
    """

    id: int
    kdf: Kdf
    offset: int
    area_key_size: int
    af_hash: str


@dataclass(frozen=True)
class Header:
    """A checked header. ``size`` is the payload's in bytes, None: to the end of the medium."""

    version: int
    uuid: UUID
    generation: int
    head: int
    metadata: int
    offset: int
    size: int | None
    sector_size: int
    key_size: int
    slots: tuple[Slot, ...]
    digest: Digest
    discards: bool = False
    damaged: str = ""
    first_is_good: bool = True


class Unusable(Exception):
    """One copy of a header can't be used; the text says why, for a person."""


def damaged(why: str) -> ContainerError:
    """The error for a header that is not as it must be."""
    return ContainerError(
        "header-damaged",
        "The disk's LUKS header is damaged.",
        why=why,
        remedy="Restore it from a header backup: vmgui disk header restore PATH FILE. The data "
        "itself is not touched.",
    )


def unsupported(why: str) -> ContainerError:
    """The error for a header that is right, but of a kind that is not served here."""
    return ContainerError(
        "not-supported",
        "This kind of LUKS disk can't be used.",
        why=why,
        remedy="vmgui opens LUKS disks with AES-XTS (aes-xts-plain64). Open it with cryptsetup, "
        "and copy the data into a new disk.",
    )


def uuid_of(text: str) -> UUID:
    """A header's UUID. Raises :exc:`Unusable`."""
    try:
        return UUID(text)
    except ValueError:
        raise Unusable("It has no valid UUID.") from None


def cut(field: bytes) -> str:
    """A text field: up to its first zero byte. Raises :exc:`Unusable`."""
    try:
        return field.split(b"\0", 1)[0].decode("ascii")
    except UnicodeDecodeError:
        raise Unusable("A field of text holds other bytes.") from None
