"""A sector's ciphertext belongs to its place and its key."""

from __future__ import annotations

from uuid import UUID

from vmgui.api.conformance.kit import check
from vmgui.api.conformance.subject import LAST, Disk, Sealed, Subject

_NUMBERS = (
    *(0, 1, 2, 3, 127, 128, 255, 256, 257, 511, 65535, 65536, 2**24, 2**31 - 1, 2**31),
    *(2**32 - 1, 2**32, 2**32 + 1, 2**32 + 3, 2**33, 2**39, LAST),
)
_LOOK_NUMBER = "first_sector plus the sector's place in the run must go into it, all 64 bits."


@check("sector-numbers", "Equal sectors look different at every place on the disk", "encrypting")
def sector_numbers(subject: Subject) -> None:
    for setting in subject.settings:
        disk = subject.make(setting)
        plain = subject.bytes(disk.size, "equal")
        sealed = {number: disk.seal(number, plain) for number in _NUMBERS}
        _differ_in_every_block(disk, {number: each.data for number, each in sealed.items()})
        run = disk.sectors(disk.seal(0, plain * 8))
        _differ_in_every_block(disk, {number: each.data for number, each in enumerate(run)})
        if subject.tag_size:
            _open_only_at_home(disk, sealed)


@check("key", "Every byte of the key counts", "encrypting")
def key(subject: Subject) -> None:
    for setting in subject.settings:
        disk = subject.make(setting)
        plain = subject.bytes(disk.size, "key bytes")
        sealed = disk.seal(3, plain)
        step = -(-setting.key_size // 64)
        for at in range(0, setting.key_size, step):
            changed = bytearray(disk.key.bytes())
            changed[at] ^= 0x10
            other = subject.make(setting, bytes(changed))
            if other.seal(3, plain).data == sealed.data or (
                subject.tag_size and other.verdict(3, sealed) is None
            ):
                disk.fault(
                    f"Two disks whose keys differ in byte {at} have the same ciphertext: it "
                    "ignores the key, or that part of it.",
                    f"All {setting.key_size} bytes that key_size asks for must be used; a cipher "
                    "that needs fewer should ask for fewer.",
                )


@check("disk", "A sector of one disk is nothing on another", "encrypting")
def disk_(subject: Subject) -> None:
    for setting in subject.settings:
        one = subject.make(setting)
        other = subject.make(setting, subject.bytes(setting.key_size, "other"), UUID(int=6))
        plain = subject.bytes(2 * one.size, "disk")
        sealed = one.seal(4, plain)
        if not subject.tag_size:
            if other.seal(4, plain).data == sealed.data or other.open(4, sealed) == plain:
                one.fault(
                    "Two disks with different keys have the same ciphertext: it ignores the disk.",
                    "Each call of cipher() brings another disk's key: keep nothing from earlier "
                    "ones, in the class or the module.",
                )
        elif (found := other.verdict(4, sealed)) != 4:
            one.fault(
                "A sector of another disk is taken for this disk's: it ignores the disk."
                if found is None
                else f"For a sector 4 of another disk it names sector {found}.",
                "The key that cipher() was given must decide about every tag.",
            )


def _differ_in_every_block(disk: Disk, sectors: dict[int, bytes]) -> None:
    seen: dict[bytes, int] = {}
    whole: dict[bytes, int] = {}
    for number, data in sectors.items():
        twin = whole.setdefault(data, number)
        if twin != number:
            disk.fault(
                f"Equal sectors have the same ciphertext at numbers {twin} and {number}: it "
                "ignores the sector number, or part of it.",
                f"Look at the tweak, IV or nonce: {_LOOK_NUMBER}",
            )
        for at in range(0, len(data), 16):
            twin = seen.setdefault(data[at : at + 16], number)
            if twin != number:
                disk.fault(
                    f"Equal sectors have parts of their ciphertext in common at numbers {twin} "
                    f"and {number}: the sector number does not reach every block.",
                    "A mode that chains blocks (CBC) or tweaks each of them (XTS) does that.",
                )


def _open_only_at_home(disk: Disk, sealed: dict[int, Sealed]) -> None:
    for home, each in sealed.items():
        for number in _NUMBERS:
            if number == home:
                continue
            found = disk.verdict(number, each)
            if found is None:
                disk.fault(
                    f"Sector {home} is accepted at the place of sector {number}: its tag ignores "
                    "the sector number, or part of it.",
                    f"Look at the associated data: {_LOOK_NUMBER}",
                )
            if found != number:
                disk.fault(
                    f"Sector {home} moved to {number}: TamperedSector names {found}, not {number}.",
                    "It carries the number that was asked for: first_sector plus its place.",
                )
