"""A FAT16 volume with a few files in its root directory, as bytes.

Just enough for a firmware to read and write: no partition table, no subdirectories, no long names.
Source: Microsoft, "FAT: General Overview of On-Disk Format", version 1.03; section names below.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping

SECTOR = 512
_RESERVED = 8  # sectors; one is enough, eight put every cluster on a multiple of 4096 bytes
_FATS = 2
_ROOT_ENTRIES = 512
_ROOT_SECTORS = _ROOT_ENTRIES * 32 // SECTOR
_MIN_CLUSTERS, _MAX_CLUSTERS = 4085, 65524  # "FAT Type Determination": fewer is FAT12, more FAT32
_HARD_DISK = 0xF8
_DATE = (2026 - 1980) << 9 | 1 << 5 | 1  # 2026-01-01, always: the same files make the same bytes
_LABEL, _ARCHIVE = 0x08, 0x20
_NAME = re.compile(r"([A-Z0-9_-]{1,8})(?:\.([A-Z0-9_-]{1,3}))?")


def fat16(size: int, label: str, files: Mapping[str, bytes]) -> bytes:
    """The beginning of a volume of ``size`` bytes; what follows is zero.

    Names are 8.3 in capitals. Raises :exc:`ValueError` for other names, a size that FAT16 can't
    have (about 2 MiB to 2 GiB), and files that do not fit.
    """
    sectors = size // SECTOR
    per_cluster = 4
    while sectors // per_cluster > _MAX_CLUSTERS:
        per_cluster *= 2
    room = sectors - _RESERVED - _ROOT_SECTORS
    # Two bytes a cluster and two entries in front, in whole groups of eight sectors: a little more
    # than needed, since the tables themselves take room from the clusters.
    fat_sectors = -(-(room // per_cluster + 2) * 2 // (8 * SECTOR)) * 8
    clusters = (room - _FATS * fat_sectors) // per_cluster
    if not _MIN_CLUSTERS <= clusters <= _MAX_CLUSTERS or per_cluster > 64:
        raise ValueError(f"no FAT16 volume has {size} bytes")

    fat = [0xFF00 | _HARD_DISK, 0xFFFF]
    root = bytearray(_entry(_padded(label, 11), _LABEL, 0, 0))
    data = bytearray()
    for name, content in files.items():
        count = -(-len(content) // (per_cluster * SECTOR))
        first = len(fat) if count else 0
        fat.extend(range(first + 1, first + count))
        fat.extend([0xFFFF] * (count > 0))
        root += _entry(_short_name(name), _ARCHIVE, first, len(content))
        data += content.ljust(count * per_cluster * SECTOR, b"\0")
    if len(fat) - 2 > clusters or len(root) > _ROOT_ENTRIES * 32:
        raise ValueError("the files do not fit")

    table = struct.pack(f"<{len(fat)}H", *fat).ljust(fat_sectors * SECTOR, b"\0")
    boot = _boot_sector(sectors, per_cluster, fat_sectors, _padded(label, 11))
    return b"".join(
        (
            boot.ljust(_RESERVED * SECTOR, b"\0"),
            table * _FATS,
            root.ljust(_ROOT_SECTORS * SECTOR, b"\0"),
            data,
        )
    )


def _boot_sector(sectors: int, per_cluster: int, fat_sectors: int, label: bytes) -> bytes:
    """The first sector (section "Boot Sector and BPB Structure")."""
    bpb = struct.pack(
        "<3s8sHBHBHHBHHHII BBBI11s8s",
        b"\xeb\x3c\x90",  # a jump, which is how drivers know a boot sector
        b"vmgui   ",
        SECTOR,
        per_cluster,
        _RESERVED,
        _FATS,
        _ROOT_ENTRIES,
        sectors if sectors < 0x10000 else 0,
        _HARD_DISK,
        fat_sectors,
        63,  # sectors a track and heads: of no meaning on a disk without them
        255,
        0,
        0 if sectors < 0x10000 else sectors,
        0x80,
        0,
        0x29,  # three fields follow
        0x766D6775,  # the volume's serial number
        label,
        b"FAT16   ",
    )
    return bpb.ljust(SECTOR - 2, b"\0") + b"\x55\xaa"


def _entry(name: bytes, attributes: int, cluster: int, size: int) -> bytes:
    """One of a directory's entries (section "FAT Directory Structure")."""
    return struct.pack(
        "<11sBBBHHHHHHHI", name, attributes, 0, 0, 0, _DATE, _DATE, 0, 0, _DATE, cluster, size
    )


def _short_name(name: str) -> bytes:
    match = _NAME.fullmatch(name)
    if not match:
        raise ValueError(f"“{name}” is not a name of the form NAME.EXT in capitals")
    return _padded(match[1], 8) + _padded(match[2] or "", 3)


def _padded(text: str, width: int) -> bytes:
    if len(text) > width:
        raise ValueError(f"“{text}” is longer than {width} characters")
    return text.encode("ascii").ljust(width)
