"""What goes in comes out again, however it is cut."""

from __future__ import annotations

from vmgui.api.conformance.fault import Fault
from vmgui.api.conformance.kit import check
from vmgui.api.conformance.restart import elsewhere
from vmgui.api.conformance.subject import LAST, Disk, Sealed, Subject, joined

_LENGTHS = (1, 2, 3, 5, 8, 16, 31, 64)
_FIRSTS = (0, 1, 2, 7, 255, 2**31 - 3, 2**32 - 2, 2**33 + 5)


@check("round-trip", "Every run comes back as it was: all sector and key sizes, lengths, offsets")
def round_trip(subject: Subject) -> None:
    for setting in subject.settings:
        one, other = subject.make(setting), subject.make(setting)
        for length in _LENGTHS:
            for first in _FIRSTS:
                plain = subject.bytes(length * one.size, first, length)
                _comes_back(one, one, first, plain)
                _comes_back(one, other, first, plain)
        for pattern in (bytes(one.size * 3), b"\xff" * one.size * 3):
            _comes_back(one, other, 9, pattern)


@check("last-sector", "The last sector of a disk works, on small disks and large ones")
def last_sector(subject: Subject) -> None:
    for setting in subject.settings:
        for count in (1, 2, 2048, 2**32, LAST + 1):
            disk = subject.make(setting, sectors=count)
            try:
                for length in {1, min(3, count)}:
                    plain = subject.bytes(length * disk.size, count, length)
                    _comes_back(disk, disk, count - length, plain)
            except Fault as fault:
                disk.fault(
                    f"The end of a disk of {count} sectors fails: {fault.what}",
                    "The highest sector number is geometry.sectors - 1.",
                )


@check("cuts", "A run gives the same result in one call and cut into several")
def cuts(subject: Subject) -> None:
    for setting in subject.settings:
        disk = subject.make(setting)
        plain = subject.bytes(12 * disk.size, "cuts")
        for first in (0, 5, 2**32 - 6):
            whole = disk.seal(first, plain)
            for piece in (1, 2, 5, 7):
                parts = _pieces(disk, first, plain, piece)
                if not subject.tag_size and parts.data != whole.data:
                    disk.fault(
                        f"The sectors {first} to {first + 11} are sealed differently in one call "
                        f"and in calls of {piece}.",
                        "A sector's result may depend on its number and the key, not on where its "
                        "run began.",
                    )
                if disk.open(first, parts) != plain or _opened(disk, first, whole, piece) != plain:
                    disk.fault(
                        f"The sectors {first} to {first + 11} come back wrong when they are "
                        f"written in one call and read in calls of {piece}, or the reverse.",
                        "Each sector must be enciphered by itself: count its number up in a run.",
                    )


@check("restart", "What one process wrote another one reads, as after a restart")
def restart(subject: Subject) -> None:
    for setting in subject.settings:
        disk = subject.make(setting)
        plain = subject.bytes(3 * disk.size, "restart")
        told = elsewhere(disk, 11, disk.seal(11, plain), plain)
        theirs = told.sealed[0]
        if told.plain != plain or disk.open(11, theirs) != plain:
            disk.fault(
                "A sector written by one process comes back wrong in another one.",
                "The result may depend on nothing that a process makes up for itself: hash() of "
                "text, id(), the time, random numbers that are not kept in the tags.",
            )


def _comes_back(writer: Disk, reader: Disk, first: int, plain: bytes) -> None:
    sealed = writer.seal(first, plain)
    if reader.open(first, sealed) == plain:
        return
    where = "the same object" if writer is reader else "another object with the same key"
    writer.fault(
        f"Decrypted by {where}, {writer.run(first, plain)} came back changed.",
        "Compare what encrypt and decrypt do with the sector's number and the key.",
    )


def _pieces(disk: Disk, first: int, plain: bytes, count: int) -> Sealed:
    step = count * disk.size
    return joined(
        [
            disk.seal(first + at // disk.size, plain[at : at + step])
            for at in range(0, len(plain), step)
        ]
    )


def _opened(disk: Disk, first: int, sealed: Sealed, count: int) -> bytes:
    sectors = disk.sectors(sealed)
    return b"".join(
        disk.open(first + at, joined(sectors[at : at + count]))
        for at in range(0, len(sectors), count)
    )
