"""Well-known disk formats, told by their first bytes, for a helpful error."""

from __future__ import annotations

_MAGICS = (
    (0, b"QFI\xfb", "a qcow2 image"),
    (0, b"LUKS\xba\xbe", "a LUKS disk"),
    (0, b"KDMV", "a VMware image"),
    (0, b"vhdxfile", "a VHDX image"),
    (0, b"conectix", "a VHD image"),
    (64, b"\x7f\x10\xda\xbe", "a VirtualBox image"),
    (32769, b"CD001", "a CD or DVD image"),
    (0x438, b"\x53\xef", "an ext2, ext3 or ext4 file system"),
    (510, b"\x55\xaa", "a raw disk with a boot sector"),
)


def foreign_format(start: bytes) -> str:
    """A few words for what the first bytes of a file belong to, or ''."""
    for offset, magic, name in _MAGICS:
        if start[offset : offset + len(magic)] == magic:
            return name
    return ""
