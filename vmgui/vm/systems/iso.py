"""What a CD's image says of itself: ISO 9660 (ECMA-119, 8.4) and El Torito's boot catalogue."""

from __future__ import annotations

import re
import stat
import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from vmgui.errors import VmguiError

SECTOR = 2048
_FIRST, _LAST = 16, 64  # where volume descriptors may lie, until the terminator
_EFI = 0xEF

# How media name their processor family, in their volume id; A64FRE and the like are Windows'.
_FAMILIES = {
    "x86_64": ("x86_64", "amd64", "x64", "x64fre[a-z]?"),
    "aarch64": ("aarch64", "arm64", "a64", "a64fre[a-z]?"),
    "i386": ("i[3-6]86", "x86", "x86fre[a-z]?"),
    "riscv64": ("riscv64",),
    "ppc64": ("ppc64", "ppc64le", "ppc64el"),
}
_ARCH = {
    arch: re.compile(rf"(?<![a-z0-9])(?:{'|'.join(names)})(?![a-z0-9])", re.IGNORECASE)
    for arch, names in _FAMILIES.items()
}


class NotAnIso(VmguiError):
    """The file is no CD image that can be read."""

    code = "not-an-iso"


@dataclass(frozen=True)
class Medium:
    """The identifiers of the primary volume; ``bios`` and ``efi``: whether firmware can start it.

    ``size`` is the file's in bytes.
    """

    volume: str = ""
    system: str = ""
    publisher: str = ""
    application: str = ""
    bios: bool = False
    efi: bool = False
    size: int = 0

    @property
    def bootable(self) -> bool:
        """Whether there is anything to start."""
        return self.bios or self.efi

    @property
    def arch(self) -> str:
        """The processor family that the volume id names, "" where it names none."""
        return next((arch for arch, name in _ARCH.items() if name.search(self.volume)), "")


def read(path: Path) -> Medium:
    """Read a CD's image. Raises :exc:`NotAnIso` where it is none, or can't be read."""
    try:
        # Opening a pipe would wait for its writer.
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISBLK(mode)):
            raise ValueError("It is no file")
        with path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(_FIRST * SECTOR)
            descriptors = file.read((_LAST - _FIRST) * SECTOR)
            return parse(descriptors, lambda sector: _sector(file, sector), size)
    except OSError as error:
        raise NotAnIso(
            f"The CD image {path.name} can't be read.",
            why=f"{error.strerror}.",
            remedy="Check the file and its permissions.",
        ) from None
    except ValueError:
        raise NotAnIso(
            f"{path.name} is not the image of a CD or DVD.",
            remedy="Download it again, or choose another file.",
        ) from None


def _sector(file: BinaryIO, number: int) -> bytes:
    file.seek(number * SECTOR)
    return file.read(SECTOR)


def parse(descriptors: bytes, read_sector: Callable[[int], bytes], size: int) -> Medium:
    """``descriptors``: the sectors from number 16 on. Raises ValueError where there are none."""
    found: Medium | None = None
    bios = efi = False
    for offset in range(0, len(descriptors) - SECTOR + 1, SECTOR):
        sector = descriptors[offset : offset + SECTOR]
        kind = sector[0]
        if sector[1:6] != b"CD001" or kind == 255:
            break
        if kind == 1 and found is None:
            found = Medium(
                _text(sector[40:72]), _text(sector[8:40]),
                _text(sector[318:446]), _text(sector[574:702]), size=size,
            )  # fmt: skip
        elif kind == 0 and sector[7:30] == b"EL TORITO SPECIFICATION":
            (catalogue,) = struct.unpack_from("<I", sector, 0x47)
            bios, efi = _boots(read_sector(catalogue))
    if found is None:
        raise ValueError("It has no volume descriptor")
    return Medium(found.volume, found.system, found.publisher, found.application, bios, efi, size)


def _boots(catalogue: bytes) -> tuple[bool, bool]:
    """Whether the boot catalogue's entries are for a BIOS, and for EFI."""
    bios = efi = False
    platform = catalogue[1] if catalogue[:1] == b"\x01" else None
    for offset in range(0x20, len(catalogue) - 31, 0x20):
        head = catalogue[offset]
        if head in (0x90, 0x91):  # a section's header
            platform = catalogue[offset + 1]
        elif head == 0x88:
            efi = efi or platform == _EFI
            bios = bios or platform == 0
        elif head == 0x00:
            break
    return bios, efi


def _text(field: bytes) -> str:
    return field.decode("latin-1").replace("\0", " ").strip()
