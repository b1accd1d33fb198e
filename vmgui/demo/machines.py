"""The demonstration's two machines: their hardware, their guests, and what those must say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from vmgui.demo.fat import fat16

DISK_SIZE = 16 << 20


@dataclass(frozen=True)
class Machine:
    """One machine with its guest.

    ``boot`` and ``data`` are the beginnings of its two disks before the first start. ``first``
    and ``later`` match the line that the guest sends over its serial line once all is well.
    ``sample`` is a piece of what it must have written, ``names`` are files that only it knows.
    ``power_button``: it waits for that one, others switch themselves off.
    """

    name: str
    title: str
    arch: Literal["x86_64", "aarch64"]
    firmware: Literal["bios", "uefi"]
    memory: str
    key_bits: int
    boot: bytes
    data: bytes
    first: re.Pattern[str]
    later: re.Pattern[str]
    sample: bytes
    names: tuple[bytes, ...]
    power_button: bool


def machines() -> tuple[Machine, Machine]:
    """Both machines."""
    return _x86(), _arm()


def _x86() -> Machine:
    return Machine(
        name="demo-x86",
        title="PC with a BIOS",
        arch="x86_64",
        firmware="bios",
        memory="64M",
        key_bits=256,
        boot=(files("vmgui.demo") / "guests" / "x86.bin").read_bytes(),
        data=b"",
        first=re.compile(r"vmgui guest x86-64, start 001: wrote \d+ sectors, \d+ sectors verified"),
        later=re.compile(r"vmgui guest x86-64, start 002: data found, \d+ sectors verified"),
        # Sectors 1 to 256 of its data disk, as in guests/x86.asm.
        sample=b"".join(b"A secret of the x86 guest, #%03d\n" % n * 16 for n in range(1, 257)),
        names=(),
        power_button=True,
    )


def _arm() -> Machine:
    diary = b"".join(b"Page %04d of the Arm guest's diary\r\n" % n for n in range(4000))
    passport = b"".join(b"Passport number %08d\r\n" % (n * 7919) for n in range(100))
    script = (files("vmgui.demo") / "guests" / "startup.nsh").read_bytes()
    return Machine(
        name="demo-arm",
        title="Arm with UEFI",
        arch="aarch64",
        firmware="uefi",
        memory="256M",
        key_bits=128,
        boot=fat16(
            DISK_SIZE,
            "VMGUI BOOT",
            {
                "STARTUP.NSH": script.replace(b"\n", b"\r\n"),
                "DIARY.TXT": diary,
                "PASSPORT.TXT": passport,
            },
        ),
        data=fat16(DISK_SIZE, "VMGUI DATA", {"DATADISK.ID": b"The guest knows its disk by this."}),
        first=re.compile(r"vmgui guest aarch64, start 1: wrote \d files, \d files verified"),
        later=re.compile(r"vmgui guest aarch64, start 2: data found, \d files verified"),
        sample=diary,
        names=(b"DIARY   TXT", b"PASSPORTTXT", b"DATADISKID "),  # as FAT's directories have them
        power_button=False,
    )
