"""The header of LUKS2 (On-Disk Format Specification 1.1): two copies, each 4 KiB and a JSON area.

cryptsetup guards it against accidents only, so whatever is not exactly what we serve is refused:
no null cipher, nothing half re-encrypted, one segment, nothing outside its place.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from dataclasses import replace

from vmgui.api import Medium
from vmgui_luks2 import metadata
from vmgui_luks2.model import Header, Unusable, cut, uuid_of

MAGIC = b"LUKS\xba\xbe"
SECOND_MAGIC = b"SKUL\xba\xbe"
# magic, version, size of this copy, sequence number, label, checksum's kind, salt, UUID,
# subsystem, offset of this copy; the checksum lies further on
_HEAD = struct.Struct(">6sHQQ48s32s64s40s48sQ")
HEAD_SIZE = 4096
_SUM_AT, _SUM_SIZE = 448, 64
# Each copy has one of these sizes, and the second one lies behind the first.
SIZES = tuple(16 << 10 << power for power in range(9))


def read(medium: Medium) -> Header:
    """The valid copy with the higher sequence number. Raises :exc:`Unusable`, ContainerError."""
    found: list[tuple[int, int, Header]] = []
    problems = []
    try:
        sequence, header = _copy(medium, 0, MAGIC)
        found.append((sequence, 1, header))
        places: tuple[int, ...] = (header.metadata // 2,)
    except Unusable as error:
        problems.append(f"First copy: {error}")
        places = SIZES
    for at in places:
        try:
            sequence, header = _copy(medium, at, SECOND_MAGIC)
        except _NoMagic:
            continue
        except Unusable as error:
            problems.append(f"Second copy: {error}")
        else:
            found.append((sequence, 0, header))
            break
    if not found:
        raise Unusable(" ".join(problems) or "Neither place of the header holds its mark.")
    if len(found) == 2 and found[0][2].uuid != found[1][2].uuid:
        raise Unusable("Its two copies are of different disks.")
    _, first, header = max(found, key=lambda each: each[:2])
    if len(found) == 2:
        return replace(header, first_is_good=bool(first))
    which = "second" if first else "first"
    return replace(
        header,
        damaged=f"The {which} copy of the header is damaged.",
        first_is_good=bool(first),
    )


class _NoMagic(Unusable):
    """There is no copy at that place."""


def _copy(medium: Medium, offset: int, magic: bytes) -> tuple[int, Header]:
    head = _read(medium, offset, HEAD_SIZE)
    (found, version, size, sequence, _, sum_kind, _, uuid, _, own_offset) = _HEAD.unpack_from(head)
    if found != magic:
        raise _NoMagic("It has not the mark of one.")
    if version != 2 or size not in SIZES or own_offset != offset or offset not in (0, size):
        raise Unusable("Its version, size or place is impossible.")
    if cut(sum_kind) != "sha256":
        raise Unusable("Its checksum is of an unknown kind.")
    area = _read(medium, offset, size)
    wanted = area[_SUM_AT : _SUM_AT + hashlib.sha256().digest_size]
    area[_SUM_AT : _SUM_AT + _SUM_SIZE] = bytes(_SUM_SIZE)
    if not hmac.compare_digest(hashlib.sha256(area).digest(), wanted):
        raise Unusable("Its checksum does not match.")
    # What was summed up is what is used: the first 4 KiB were read twice.
    if area[:_SUM_AT] != head[:_SUM_AT]:
        raise Unusable("It changed while it was read.")
    text = bytes(area[HEAD_SIZE:]).split(b"\0", 1)[0]
    return sequence, metadata.parse(text, size, uuid_of(cut(uuid)), sequence)


def _read(medium: Medium, offset: int, size: int) -> bytearray:
    if medium.size < offset + size:
        raise _NoMagic("It is cut short.")
    area = bytearray(size)
    medium.read(offset, memoryview(area))
    return area
