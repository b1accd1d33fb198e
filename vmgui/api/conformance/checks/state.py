"""Calls don't disturb each other: not one after another, not at once."""

from __future__ import annotations

import random
from functools import partial

from vmgui.api.conformance.fault import Fault
from vmgui.api.conformance.kit import check
from vmgui.api.conformance.subject import Disk, Sealed, Subject
from vmgui.api.conformance.threads import together

_NUMBERS = (0, 1, 2, 3, 9, 2**32, 2**32 + 1)
_THREADS = 6
_LOOK = (
    "Make IVs, contexts and scratch memory anew in each call, or keep them per thread; what a "
    "cipher keeps in self must not change from call to call."
)


@check("state", "Calls leave nothing behind: any order, two disks in turns, old versions")
def state(subject: Subject) -> None:
    for setting in subject.settings:
        one = subject.make(setting)
        other = subject.make(setting, subject.bytes(setting.key_size, "second disk"))
        plain = {n: subject.bytes(one.size, "state", n) for n in _NUMBERS}
        fresh = {n: subject.make(setting).seal(n, plain[n]) for n in _NUMBERS}
        for n, again in _in_turns(one, other, plain, fresh):
            if not subject.tag_size and again.data != fresh[n].data:
                one.fault(
                    f"Sector {n} is sealed differently after other calls than by a new cipher: it "
                    "keeps state between calls.",
                    _LOOK,
                )
            if subject.make(setting).open(n, again) != plain[n]:
                one.fault(
                    f"Sector {n}, sealed after other calls, comes back wrong: it keeps state "
                    "between calls.",
                    _LOOK,
                )
        _old_versions(one)


@check("threads", "Several threads use both methods at once")
def threads(subject: Subject) -> None:
    for setting in subject.settings:
        _work(subject.make(setting), 0, 12, 12)  # what fails alone is no matter of threads
        for mingled, rounds, longest in ((False, 30, 12), (True, 6, 4)):  # those are slow
            shared = subject.make(setting)
            works = [partial(_work, shared, number, rounds, longest) for number in range(_THREADS)]
            try:
                together(subject, works, mingled=mingled)
            except Fault as fault:
                raise Fault(
                    "It is not thread-safe: used by several threads at once, it fails. "
                    f"{fault.what}",
                    fault.look,
                ) from None


def _in_turns(
    one: Disk, other: Disk, plain: dict[int, bytes], fresh: dict[int, Sealed]
) -> list[tuple[int, Sealed]]:
    """Every sector sealed by ``one``, in an order of its own, between all kinds of calls."""
    order = list(_NUMBERS) * 3
    random.Random(3).shuffle(order)
    made = []
    for n in order:
        theirs = other.seal(n, plain[n])
        made.append((n, one.seal(n, plain[n])))
        if one.open(n, fresh[n]) != plain[n] or other.open(n, theirs) != plain[n]:
            one.fault(
                f"Sector {n} comes back wrong after other calls: it keeps state between calls.",
                _LOOK,
            )
    return made


def _old_versions(disk: Disk) -> None:
    texts = [disk.subject.bytes(disk.size, "version", n) for n in range(3)]
    sealed = [disk.seal(4, text) for text in texts]
    for text, each in zip(texts, sealed, strict=True):
        if disk.open(4, each) != text:
            disk.fault(
                "An older version of a sector comes back as another one: it keeps state between "
                "calls.",
                "decrypt gives the text of the ciphertext that it got, from nothing else.",
            )


def _work(shared: Disk, thread: int, rounds: int, longest: int) -> None:
    subject = shared.subject
    for turn in range(rounds):
        first = thread * 10_000 + turn * 16
        plain = subject.bytes((1 + (thread + turn) % longest) * shared.size, thread, turn)
        sealed = shared.seal(first, plain)
        good = shared.open(first, sealed) == plain
        if good and not subject.tag_size and turn % 4 == 0:
            # A cipher of its own for this call: what the shared one should have made.
            good = subject.make(shared.setting).seal(first, plain).data == sealed.data
        if not good:
            shared.fault(f"It gave wrong results for {shared.run(first, plain)}.", _LOOK)
