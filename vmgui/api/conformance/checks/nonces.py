"""Nonces never come twice: in a session, in a copy of the disk, after a restart, in a thread."""

from __future__ import annotations

from vmgui.api.conformance.kit import check
from vmgui.api.conformance.restart import elsewhere
from vmgui.api.conformance.subject import Disk, Sealed, Subject
from vmgui.api.conformance.threads import together

_TIMES = 300
_LOOK = (
    "A nonce must never come twice under a key. A counter that starts again, or a seed that is "
    "copied with the disk, repeats: draw it at random, wide enough, and keep it in the tags."
)
_LOOK_END = (
    "vmgui tells a sector's present state from older ones by the last 8 bytes of its tag: end "
    "the tag with what the cipher authenticates with."
)


class _Seen:
    """Sealed zeros: with equal nonces they are equal, in part at least."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._blocks: set[bytes] = set()
        self._tags: set[bytes] = set()
        self._ends: set[bytes] = set()

    def add(self, sealed: Sealed, when: str) -> None:
        for sector in self._disk.sectors(sealed):
            data = sector.data
            blocks = {data[at : at + 16] for at in range(0, len(data), 16)}
            if len(blocks) < len(data) // 16 or not self._blocks.isdisjoint(blocks):
                self._disk.fault(
                    f"It reuses a nonce: a sector of zeros gave the same ciphertext twice {when}.",
                    _LOOK,
                )
            if sector.tags in self._tags:
                self._disk.fault(f"It reuses a nonce: a tag came twice {when}.", _LOOK)
            if sector.tags[-8:] in self._ends or not any(sector.tags[-8:]):
                self._disk.fault(f"The last 8 bytes of a tag came twice, {when}.", _LOOK_END)
            self._blocks |= blocks
            self._tags.add(sector.tags)
            self._ends.add(sector.tags[-8:])


@check("nonces", "No nonce comes twice: rewriting, copies, restarts, threads", "authenticated")
def nonces(subject: Subject) -> None:
    for setting in subject.settings:
        disk, copy = subject.make(setting), subject.make(setting)
        zeros = bytes(disk.size)
        seen = _Seen(disk)
        for _ in range(_TIMES):
            seen.add(disk.seal(2, zeros), "when one sector was written again and again")
        for _ in range(_TIMES):
            seen.add(copy.seal(2, zeros), "in two ciphers with the same key, as of a copied disk")
        seen.add(disk.seal(2, zeros * 8), "in the sectors of one run")
        for sealed in _in_threads(disk):
            seen.add(sealed, "in several threads")
        for _ in range(2):  # a seed shows itself in the first that a process draws
            told = elsewhere(disk, 2, disk.seal(2, zeros), zeros, times=_TIMES)
            for sealed in told.sealed:
                seen.add(sealed, "in another process with the same key, as after a restart")


def _in_threads(disk: Disk) -> list[Sealed]:
    made: list[Sealed] = []
    zeros = bytes(disk.size)

    def work() -> None:
        made.extend([disk.seal(2, zeros) for _ in range(_TIMES // 10)])

    together(disk.subject, [work] * 4, mingled=True)
    return made
