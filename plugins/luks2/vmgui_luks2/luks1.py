"""The header of LUKS1 (On-Disk Format Specification 1.2.3): 592 bytes at offset 0, big-endian."""

from __future__ import annotations

import struct

from vmgui_luks2.kdf import HASHES, Pbkdf2
from vmgui_luks2.model import (
    KEY_SIZES,
    MAX_HEAD,
    SECTOR,
    STRIPES,
    Digest,
    Header,
    Slot,
    Unusable,
    cut,
    unsupported,
    uuid_of,
)
from vmgui_luks2.slots import area_size

# magic, version, cipher, mode, hash, payload's sector, key bytes, digest, its salt and
# iterations, UUID
_HEAD = struct.Struct(">6sH32s32s32sII20s32sI40s")
# state, iterations, salt, the area's sector, stripes
_SLOT = struct.Struct(">II32sII")
_SLOTS = 8
SIZE = _HEAD.size + _SLOTS * _SLOT.size
_ACTIVE, _CLOSED = 0x00AC71F3, 0x0000DEAD


def parse(start: bytes) -> Header:
    """The header in the first :data:`SIZE` bytes, magic and version being right.

    Raises :exc:`Unusable`, and :exc:`ContainerError` for what is not served.
    """
    if len(start) < SIZE:
        raise Unusable("It is cut short.")
    (_, _, cipher, mode, hash_field, payload, key_size, value, salt, iterations, uuid) = (
        _HEAD.unpack_from(start)
    )
    name = f"{cut(cipher)}-{cut(mode)}"
    if name != "aes-xts-plain64":
        raise unsupported(f"Its cipher is {name!r}.")
    hash_name = cut(hash_field)
    if hash_name not in HASHES:
        raise unsupported(f"Its hash is {hash_name!r}.")
    if key_size not in KEY_SIZES:
        raise Unusable(f"Its key can't have {key_size} bytes.")
    if not payload:
        raise unsupported("Its data lies in another place than its header.")
    offset = payload * SECTOR
    slots, end = [], SIZE
    for number in range(_SLOTS):
        fields = _SLOT.unpack_from(start, _HEAD.size + number * _SLOT.size)
        state, slot_iterations, slot_salt, at, stripes = fields
        area = at * SECTOR
        end = max(end, area + area_size(key_size))
        if not SIZE <= area < end <= min(offset, MAX_HEAD):
            raise Unusable(f"Its key slot {number} lies outside of the header.")
        if state == _CLOSED:
            continue
        if state != _ACTIVE or stripes != STRIPES or not slot_iterations:
            raise Unusable(f"Its key slot {number} is impossible.")
        kdf = Pbkdf2(hash_name, slot_iterations, slot_salt)
        slots.append(Slot(number, kdf, area, key_size, hash_name))
    if not slots or not iterations:
        raise Unusable("It has no key slot.")
    return Header(
        version=1,
        uuid=uuid_of(cut(uuid)),
        generation=0,
        head=end,
        metadata=4096,
        offset=offset,
        size=None,
        sector_size=SECTOR,
        key_size=key_size,
        slots=tuple(slots),
        digest=Digest(Pbkdf2(hash_name, iterations, salt), value),
    )
