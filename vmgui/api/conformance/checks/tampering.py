"""A changed sector: confined without tags, noticed with them."""

from __future__ import annotations

from collections.abc import Iterator

from vmgui.api.conformance.kit import check
from vmgui.api.conformance.subject import Disk, Sealed, Subject, joined

_FIRST = 2**32 - 2
_LOOK_TAG = "Look at what the tag covers: ciphertext, nonce, sector number, all of their bytes."


@check("flipped-bit", "A flipped bit spoils its own sector only", "plain-size")
def flipped_bit(subject: Subject) -> None:
    for setting in subject.settings:
        disk = subject.make(setting)
        size = disk.size
        plain = subject.bytes(4 * size, "flipped")
        sealed = disk.seal(_FIRST, plain)
        for sector in range(4):
            for at in (0, size // 2, size - 1):
                spoilt = _flipped(sealed.data, sector * size + at)
                found = disk.open(_FIRST, Sealed(spoilt, b""))
                for other in range(4):
                    part = slice(other * size, (other + 1) * size)
                    if (found[part] == plain[part]) == (other == sector):
                        disk.fault(
                            f"A flipped bit in sector {_FIRST + sector} "
                            + ("changes nothing." if other == sector else "spoils another sector."),
                            "Every sector must be enciphered by itself, without what lies beside "
                            "it, and all of it must matter.",
                        )


@check("tampering", "A changed sector is noticed, and named exactly", "authenticated")
def tampering(subject: Subject) -> None:
    for setting in subject.settings:
        disk = subject.make(setting)
        plain = subject.bytes(4 * disk.size, "tampering")
        sealed = disk.seal(_FIRST, plain)
        for what, sector, forged in _forgeries(disk, sealed):
            found = disk.verdict(_FIRST, forged)
            if found is None:
                disk.fault(
                    f"{what} is not noticed: the tag is not checked, or does not cover it.",
                    _LOOK_TAG,
                )
            if found != _FIRST + sector:
                disk.fault(
                    f"{what} is noticed, but TamperedSector names sector {found} instead of "
                    f"{_FIRST + sector} (run starting at {_FIRST}).",
                    "It carries first_sector plus the place in the run of the first bad one.",
                )


@check("old-parts", "Parts of two versions of a sector don't pass for one", "authenticated")
def old_parts(subject: Subject) -> None:
    for setting in subject.settings:
        disk = subject.make(setting)
        old = disk.seal(8, subject.bytes(disk.size, "old"))
        new = disk.seal(8, subject.bytes(disk.size, "new"))
        if disk.verdict(8, Sealed(old.data, new.tags)) != 8:
            disk.fault(
                "The old ciphertext of a sector is accepted with its new tag: the tag is not "
                "checked, or does not cover the ciphertext.",
                _LOOK_TAG,
            )


def _forgeries(disk: Disk, sealed: Sealed) -> Iterator[tuple[str, int, Sealed]]:
    """What was done, the first sector that it hits, and the run after it."""
    size, tag = disk.size, disk.subject.tag_size
    sectors = disk.sectors(sealed)
    for sector in range(4):
        number = _FIRST + sector
        for at in (0, 1, size // 2, size - 1):
            data = _flipped(sealed.data, sector * size + at)
            yield f"A flipped bit in sector {number}", sector, Sealed(data, sealed.tags)
        for at in range(tag):
            tags = _flipped(sealed.tags, sector * tag + at)
            what = f"A flipped bit in byte {at} of the tag of sector {number}"
            yield what, sector, Sealed(sealed.data, tags)
        for name, fill in (("zeros", b"\0"), ("bytes of 255", b"\xff")):
            wiped = [*sectors]
            wiped[sector] = Sealed(fill * size, fill * tag)
            yield f"A sector {number} overwritten with {name}, tag and all", sector, joined(wiped)
    one, two, three, four = sectors
    yield "An exchange of two sectors with their tags", 1, joined([one, three, two, four])
    yield "A copy of a sector at another place", 2, joined([one, two, two, four])
    swapped = [one, Sealed(two.data, three.tags), Sealed(three.data, two.tags), four]
    yield "An exchange of two tags", 1, joined(swapped)
    both = _flipped(_flipped(sealed.data, size), 3 * size)
    yield "A flipped bit in two sectors of a run", 1, Sealed(both, sealed.tags)


def _flipped(data: bytes, at: int) -> bytes:
    changed = bytearray(data)
    changed[at] ^= 1
    return bytes(changed)
