"""The header's JSON area: typed, canonical, unknown fields refused (docs/format.md, section 4)."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from vmgui.api import OptionValue
from vmgui.api.manifest import MAX_TAG_SIZE, MIN_TAG_SIZE
from vmgui.disk.errors import HeaderDamaged, NotSupported
from vmgui.disk.integrity.layout import (
    DATA_OFFSET,
    MAX_JOURNAL,
    MIN_JOURNAL,
    ROOTS_SIZE,
    Layout,
)

MAX_SLOTS = 32
MAX_SECTORS = 1 << 53

# The one feature that this version knows: authenticated disks.
SECTOR_TAGS = "sector-tags"

# RFC 9106, section 4, second recommended option: t=3, p=4, 64 MiB. The least we believe in.
FLOOR_MEMORY = 64 << 10
FLOOR_PASSES = 3
MAX_PASSES = 1000
MAX_LANES = 64

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)


class Kdf(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Argon2id's parameters (RFC 9106); ``memory`` in KiB, ``salt`` of 32 bytes."""

    type: Literal["argon2id"]
    memory: int
    passes: int
    lanes: int
    salt: bytes


class Wrap(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The volume key under AES-256-GCM: 12 bytes of nonce; key and 16 bytes of tag."""

    type: Literal["aes-256-gcm"]
    nonce: bytes
    sealed: bytes


class KeySlot(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One secret that opens the disk."""

    id: int
    kind: Literal["passphrase", "key-file", "recovery"]
    created: str
    kdf: Kdf
    wrap: Wrap


class Cipher(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What the plug-in needs to know. ``plugin`` is its name, for people; the ID decides."""

    plugin: str
    key_size: int
    sector_size: int
    tag_size: int
    options: dict[str, OptionValue]


class Segment(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A run of sectors at ``offset`` (bytes) of the container."""

    type: Literal["linear"]
    first_sector: int
    sectors: int
    offset: int


class Area(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A part of the container, in bytes."""

    offset: int
    size: int


class Integrity(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What an authenticated disk has besides its data. ``epoch`` counts sessions of writing."""

    epoch: int
    journal: Area
    roots: Area
    stamps: Area
    tags: Area

    @staticmethod
    def of(layout: Layout, epoch: int) -> Integrity:
        """The areas of a layout."""
        return Integrity(
            epoch=epoch,
            journal=Area(layout.journal, layout.journal_size),
            roots=Area(layout.roots, ROOTS_SIZE),
            stamps=Area(layout.stamps, layout.stamps_size),
            tags=Area(layout.tags, layout.tags_size),
        )


class Body(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """All of the JSON area. ``size`` in bytes; ``requires`` names features that must be known."""

    cipher: Cipher
    created: str
    discard: Literal["allow", "ignore"]
    key_slots: list[KeySlot]
    requires: list[str]
    segments: list[Segment]
    size: int
    integrity: Integrity | msgspec.UnsetType = msgspec.UNSET

    def layout(self) -> Layout:
        """Of an authenticated disk."""
        assert isinstance(self.integrity, Integrity)
        sectors, cipher = self.segments[0].sectors, self.cipher
        journal = self.integrity.journal.size
        return Layout(sectors, cipher.sector_size, cipher.tag_size, journal)

    @property
    def end(self) -> int:
        """How many bytes the container has at least."""
        if isinstance(self.integrity, Integrity):
            return self.layout().end
        return self.segments[0].offset + self.size


class _Requires(msgspec.Struct):
    requires: list[str] = []


_encoder = msgspec.json.Encoder(order="sorted")


def canonical(value: msgspec.Struct) -> bytes:
    """The one spelling: keys sorted, no blanks, UTF-8, only integers, bytes in Base64."""
    return _encoder.encode(value)


def parse(text: bytes) -> Body:
    """The body of a header whose checksum was right.

    Raises :exc:`NotSupported` for features of later versions, by name, and
    :exc:`HeaderDamaged` for everything else that is not exactly as specified.
    """
    try:
        features = set(msgspec.json.decode(text, type=_Requires).requires) - {SECTOR_TAGS}
        if features:
            raise NotSupported(
                "The disk needs what this version of vmgui can't do: "
                f"{', '.join(sorted(features))}.",
                remedy="Open it with a newer version of vmgui.",
            )
        body = msgspec.json.decode(text, type=Body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise HeaderDamaged(why=f"Its description can't be read: {error}.") from None
    if canonical(body) != text:
        raise HeaderDamaged(why="Its description is not in canonical form.")
    _check(body)
    return body


def _fits_64_bits(value: OptionValue) -> bool:
    return isinstance(value, str) or -(1 << 63) <= value < 1 << 63


def _costs_enough(slot: KeySlot) -> bool:
    kdf = slot.kdf
    return (
        1 <= kdf.lanes <= MAX_LANES
        and 1 <= kdf.passes <= MAX_PASSES
        and kdf.memory >= FLOOR_MEMORY
        and kdf.passes * kdf.memory >= FLOOR_PASSES * FLOOR_MEMORY
    )


def _check(body: Body) -> None:
    cipher = body.cipher
    slots = body.key_slots
    sectors = sum(segment.sectors for segment in body.segments)
    times = [body.created, *(slot.created for slot in slots)]
    problems = (
        (cipher.sector_size not in (512, 4096), "the sector size"),
        (not 0 <= cipher.key_size <= 1024, "the key size"),
        (not 0 <= cipher.tag_size <= MAX_TAG_SIZE, "the tag size"),
        (not all(map(_fits_64_bits, cipher.options.values())), "an option"),
        (len(slots) > MAX_SLOTS, "the number of key slots"),
        ([slot.id for slot in slots] != sorted({slot.id for slot in slots}), "the slots' order"),
        (any(not 0 <= slot.id < MAX_SLOTS for slot in slots), "a slot's number"),
        (any(len(slot.kdf.salt) != 32 for slot in slots), "a slot's salt"),
        (any(len(slot.wrap.nonce) != 12 for slot in slots), "a slot's nonce"),
        (any(len(slot.wrap.sealed) != 48 for slot in slots), "a slot's wrapped key"),
        (len(body.segments) != 1, "the number of segments"),
        (any(segment.first_sector != 0 for segment in body.segments), "a segment's start"),
        (not 0 < sectors <= MAX_SECTORS, "the number of sectors"),
        (body.size != sectors * cipher.sector_size, "the size"),
        (any(segment.offset != DATA_OFFSET for segment in body.segments), "a segment's offset"),
        (not all(map(_TIME.fullmatch, times)), "a time"),
        (not all(map(_costs_enough, slots)), "a slot's cost"),
    )
    for wrong, name in problems:
        if wrong:
            raise HeaderDamaged(why=f"In its description {name} is impossible.")
    tagged = [SECTOR_TAGS] if cipher.tag_size else []
    if body.requires != tagged or bool(tagged) != isinstance(body.integrity, Integrity):
        raise HeaderDamaged(why="Its description says two things about sector tags.")
    if isinstance(body.integrity, Integrity):
        _check_integrity(body, body.integrity)


def _check_integrity(body: Body, integrity: Integrity) -> None:
    problems = (
        (body.cipher.tag_size < MIN_TAG_SIZE, "the tag size"),
        (not MIN_JOURNAL <= integrity.journal.size <= MAX_JOURNAL, "the journal's size"),
        (integrity.journal.size % MIN_JOURNAL, "the journal's size"),
        (not 0 < integrity.epoch < 1 << 63, "the epoch"),
        (body.discard != "allow", "what becomes of discards"),
    )
    for wrong, name in problems:
        if wrong:
            raise HeaderDamaged(why=f"In its description {name} is impossible.")
    if integrity != Integrity.of(body.layout(), integrity.epoch):
        raise HeaderDamaged(why="In its description the place of an area is impossible.")
