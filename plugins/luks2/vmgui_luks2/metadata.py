"""The JSON area of LUKS2. Numbers of 64 bits are decimal texts, objects are keyed by numbers."""

from __future__ import annotations

import re
from typing import Any, Literal
from uuid import UUID

import msgspec

from vmgui_luks2.kdf import HASHES, MAX_LANES, Argon2, Kdf, Pbkdf2
from vmgui_luks2.model import (
    KEY_SIZES,
    MAX_HEAD,
    SECTOR,
    STRIPES,
    Digest,
    Header,
    Slot,
    Unusable,
    unsupported,
)
from vmgui_luks2.slots import area_size

CIPHER = "aes-xts-plain64"
_NUMBER = re.compile(r"[0-9]{1,19}", re.ASCII)
_SLOT_ID = re.compile(r"[0-9]|[12][0-9]|3[01]", re.ASCII)
_MAX_SALT = 1024


class _Af(msgspec.Struct, forbid_unknown_fields=True):
    type: Literal["luks1"]
    stripes: int
    hash: str


class _Area(msgspec.Struct, forbid_unknown_fields=True):
    type: Literal["raw"]
    offset: str
    size: str
    encryption: str
    key_size: int


class _Kdf(msgspec.Struct, forbid_unknown_fields=True):
    type: str
    salt: bytes
    hash: str = ""
    iterations: int = 0
    time: int = 0
    memory: int = 0
    cpus: int = 0


class _Slot(msgspec.Struct, forbid_unknown_fields=True):
    type: Literal["luks2"]
    key_size: int
    af: _Af
    area: _Area
    kdf: _Kdf
    priority: int = 1


class _Segment(msgspec.Struct, forbid_unknown_fields=True):
    type: Literal["crypt"]
    offset: str
    size: str
    iv_tweak: str
    encryption: str
    sector_size: int


class _Digest(msgspec.Struct, forbid_unknown_fields=True):
    type: Literal["pbkdf2"]
    keyslots: list[str]
    segments: list[str]
    hash: str
    iterations: int
    salt: bytes
    digest: bytes


class _Config(msgspec.Struct):
    json_size: str
    keyslots_size: str
    flags: list[str] = []
    requirements: dict[str, Any] = {}


class _Metadata(msgspec.Struct):
    keyslots: dict[str, msgspec.Raw]
    segments: dict[str, dict[str, Any]]
    digests: dict[str, msgspec.Raw]
    config: _Config


def parse(text: bytes, copy_size: int, uuid: UUID, sequence: int) -> Header:
    """The header whose copies have ``copy_size`` bytes and that JSON.

    Raises :exc:`Unusable` for what breaks the format, ContainerError for what is not served.
    """
    try:
        return _header(msgspec.json.decode(text, type=_Metadata), copy_size, uuid, sequence)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Unusable(f"Its description can't be read: {error}.") from None


def _header(parsed: _Metadata, copy_size: int, uuid: UUID, sequence: int) -> Header:
    config = parsed.config
    needed = config.requirements.get("mandatory", [])
    if needed or config.requirements.keys() - {"mandatory"}:
        names = ", ".join(map(str, needed if isinstance(needed, list) else config.requirements))
        raise unsupported(f"It needs what is not known here: {names[:200]}.")
    if _number(config.json_size) != copy_size - 4096:
        raise Unusable("Its description has another size than its header.")
    metadata_size = 2 * copy_size
    head = metadata_size + _number(config.keyslots_size)
    name, segment = _segment(parsed.segments)
    offset = _number(segment.offset)
    if not offset:
        raise unsupported("Its data lies in another place than its header.")
    if not head <= offset or head > MAX_HEAD or offset % SECTOR:
        raise Unusable("Its data lies inside of its header.")
    digest = _digest(parsed.digests, name)
    slots = _slots(parsed.keyslots, digest.keyslots, metadata_size, head)
    key_sizes = {key_size for _, key_size, _ in slots}
    if len(key_sizes) != 1:
        raise Unusable("It has no key slot." if not slots else "Its key has several sizes.")
    # Preferred ones first, as cryptsetup does; those of priority 0 are left alone.
    order = sorted(slots, key=lambda each: (-each[0], each[2].id))
    return Header(
        version=2,
        uuid=uuid,
        generation=sequence,
        head=head,
        metadata=metadata_size,
        offset=offset,
        size=None if segment.size == "dynamic" else _number(segment.size),
        sector_size=segment.sector_size,
        key_size=key_sizes.pop(),
        slots=tuple(slot for _, _, slot in order),
        digest=Digest(_pbkdf2(digest.hash, digest.iterations, digest.salt), digest.digest),
        discards="allow-discards" in config.flags,
    )


def _segment(segments: dict[str, dict[str, Any]]) -> tuple[str, _Segment]:
    if len(segments) != 1:
        raise unsupported(f"Its data is in {len(segments)} segments.")
    name, raw = next(iter(segments.items()))
    if "integrity" in raw:
        raise unsupported("Its sectors carry tags of dm-integrity.")
    if raw.get("type") != "crypt" or raw.get("flags"):
        raise unsupported("Its data is not, or not wholly, enciphered by software.")
    segment = msgspec.convert(raw, type=_Segment)
    if segment.encryption != CIPHER:
        raise unsupported(f"Its cipher is {segment.encryption[:40]!r}.")
    if segment.sector_size not in (512, 4096):
        raise unsupported(f"Its sectors have {segment.sector_size} bytes.")
    if _number(segment.iv_tweak):
        raise unsupported("Its first sector is not number 0.")
    return name, segment


def _digest(digests: dict[str, msgspec.Raw], segment: str) -> _Digest:
    mine = []
    for raw in digests.values():
        digest = msgspec.json.decode(raw, type=_Digest)
        if segment in digest.segments:
            mine.append(digest)
    if len(mine) != 1 or not 16 <= len(mine[0].digest) <= 64:
        raise Unusable("Its key has not exactly one digest.")
    return mine[0]


def _slots(
    slots: dict[str, msgspec.Raw], wanted: list[str], start: int, end: int
) -> list[tuple[int, int, Slot]]:
    """Priority, size of the volume key, slot."""
    result = []
    for name in dict.fromkeys(wanted):
        if not _SLOT_ID.fullmatch(name) or name not in slots:
            raise Unusable("Its digest names a key slot that is not there.")
        slot = msgspec.json.decode(slots[name], type=_Slot)
        if slot.key_size not in KEY_SIZES or slot.area.key_size not in KEY_SIZES:
            raise unsupported(f"Its key slot {name} has an impossible size of key.")
        if slot.area.encryption != CIPHER:
            raise unsupported(f"Its key slot {name} is enciphered with another cipher.")
        if slot.af.stripes != STRIPES or slot.af.hash not in HASHES:
            raise unsupported(f"Its key slot {name} is split in an unknown way.")
        offset, size = _number(slot.area.offset), _number(slot.area.size)
        if not start <= offset <= offset + size <= end or size < area_size(slot.key_size):
            raise Unusable(f"Its key slot {name} lies outside of its place.")
        if slot.priority:
            kdf = _kdf(slot.kdf)
            made = Slot(int(name), kdf, offset, slot.area.key_size, slot.af.hash)
            result.append((slot.priority, slot.key_size, made))
    return result


def _kdf(kdf: _Kdf) -> Kdf:
    if kdf.type == "pbkdf2":
        return _pbkdf2(kdf.hash, kdf.iterations, kdf.salt)
    if kdf.type not in ("argon2id", "argon2i"):
        raise unsupported(f"A key slot needs {kdf.type[:40]!r}.")
    good = (
        1 <= kdf.cpus <= MAX_LANES
        and 8 * kdf.cpus <= kdf.memory < 1 << 32
        and 1 <= kdf.time < 1 << 32
        and 8 <= len(kdf.salt) <= _MAX_SALT
    )
    if not good:
        raise Unusable("The cost of a key slot is impossible.")
    return Argon2(kdf.type, kdf.time, kdf.memory, kdf.cpus, kdf.salt)


def _pbkdf2(name: str, iterations: int, salt: bytes) -> Pbkdf2:
    if name not in HASHES:
        raise unsupported(f"It needs the hash {name[:40]!r}.")
    if not 1 <= iterations < 1 << 32 or not 8 <= len(salt) <= _MAX_SALT:
        raise Unusable("The cost of a key slot is impossible.")
    return Pbkdf2(name, iterations, salt)


def _number(text: str) -> int:
    if not _NUMBER.fullmatch(text):
        raise Unusable("One of its numbers is none.")
    return int(text)
