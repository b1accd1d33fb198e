"""Wrong calls: nothing outside the buffers, no key in any text, no crash."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout, suppress

from vmgui.api.conformance.buffers import Guarded
from vmgui.api.conformance.fault import ANYTHING, Fault
from vmgui.api.conformance.kit import check
from vmgui.api.conformance.leaks import shows
from vmgui.api.conformance.subject import SECTORS, Disk, Setting, Subject


@check("wrong-sizes", "Buffers of wrong sizes do no harm")
def wrong_sizes(subject: Subject) -> None:
    for setting in subject.settings:
        disk = subject.make(setting)
        for what, source, out, tags in _wrong(disk):
            for name, method in (
                ("encrypt", disk.cipher.encrypt),
                ("decrypt", disk.cipher.decrypt),
            ):
                buffers = Guarded(bytes(source)), Guarded(bytes(out)), Guarded(bytes(tags))
                subject.beat()
                with suppress(Exception):  # refusing is the best answer
                    method(0, *(buffer.view for buffer in buffers))
                if any(buffer.overrun for buffer in buffers):
                    disk.fault(
                        f"{name} writes outside its buffers when {what}.",
                        "Compare the buffers' lengths first, and raise a ValueError.",
                    )
        plain = subject.bytes(disk.size, "after")
        if disk.open(1, disk.seal(1, plain)) != plain:
            disk.fault("After a call with buffers of wrong sizes it gives wrong results.")


@check("secrets", "No exception, text or print holds the key", "encrypting")
def secrets(subject: Subject) -> None:
    for setting in subject.settings:
        key = subject.bytes(setting.key_size, "secret")
        for doing, texts in _provoked(subject, setting, key):
            for text in texts:
                form = shows(text, key)
                if form:
                    raise Fault(
                        f"It gives away the key: {doing}, {form}.",
                        "Put no argument into the text of an exception, and leave no repr() that "
                        f"shows them (a dataclass makes one). (Seen with {setting}.)",
                    )


@check("close", "After close() the key may be wiped; other ciphers go on")
def close(subject: Subject) -> None:
    for setting in subject.settings:
        plain = subject.bytes(2 * setting.sector_size, "close")
        unused, one, other = (subject.make(setting) for _ in range(3))
        unused.close()
        sealed = one.seal(6, plain)
        one.close()
        if one.key.overrun:
            one.fault("close() writes beside the key's buffer.")
        if other.open(6, sealed) != plain or other.open(6, other.seal(6, plain)) != plain:
            other.fault(
                "Closing one cipher disturbs another one of the same plug-in.",
                "A cipher's secrets belong to its object, not to the class or the module.",
            )
        untouched = subject.make(setting)
        untouched.cipher.close()
        if untouched.key.changed:
            untouched.fault("close() changes the key's buffer.", "The caller wipes it itself.")


def _wrong(disk: Disk) -> Iterator[tuple[str, int, int, int]]:
    """What is wrong, then the lengths of source, output and tags."""
    size, tag = disk.size, disk.subject.tag_size
    yield "the output is a sector shorter than the input", 2 * size, size, 2 * tag
    yield "the output is a byte shorter than the input", size, size - 1, tag
    yield "the output is longer than the input", size, 2 * size, tag
    yield "the run is not a whole number of sectors", size + 16, size + 16, tag
    yield "the run is shorter than a sector", size - 1, size - 1, tag
    yield "the buffers are empty", 0, 0, 0
    if tag:
        yield "there are no tags", size, size, 0
        yield "a byte of the tags is missing", 2 * size, 2 * size, 2 * tag - 1
        yield "the tags of a sector are missing", 2 * size, 2 * size, tag


def _provoked(subject: Subject, setting: Setting, key: bytes) -> Iterator[tuple[str, list[str]]]:
    """What was done, and every text that came of it."""
    disk = subject.make(setting, key)
    yield "repr() of the cipher shows it", [repr(disk.cipher), str(disk.cipher)]
    yield "repr() of the plug-in shows it", [repr(subject.plugin), subject.plugin.detail()]
    size, tag = disk.size, subject.tag_size
    calls = [(what, 0, lengths) for what, *lengths in _wrong(disk)]
    right = [size, size, tag]
    calls += [(f"the sector number is {n}", n, right) for n in (-1, SECTORS, 2**64, 2**70)]
    calls.append(("a sector is not what was written", 0, right))
    for what, first, lengths in calls:
        for name, method in (("encrypt", disk.cipher.encrypt), ("decrypt", disk.cipher.decrypt)):
            views = [Guarded(bytes(length)).view for length in lengths]
            subject.beat()
            texts = _texts_of(lambda m=method, f=first, v=views: m(f, *v))
            yield f"when {what}, {name} shows it", texts
    for other in (key[:-1], key + b"\0", key + key, b""):
        wrong = Setting(size, setting.options, len(other))
        texts = _texts_of(lambda w=wrong, k=other: subject.make(w, k))
        yield f"when the key has {len(other)} bytes instead of {len(key)}, cipher() shows it", texts


def _texts_of(action: object) -> list[str]:
    """Everything that a call prints or raises, with whatever caused it."""
    assert callable(action)
    said = io.StringIO()
    texts = []
    with redirect_stdout(said), redirect_stderr(said):
        try:
            action()
        except Fault as fault:
            texts = [str(fault), *_chain(fault)]
        except ANYTHING as error:
            texts = _chain(error)
    return [*texts, said.getvalue()]


def _chain(error: BaseException) -> list[str]:
    texts = []
    todo, seen = [error], set()
    while todo:
        one = todo.pop()
        if id(one) not in seen:
            seen.add(id(one))
            texts += [str(one), repr(one), repr(one.args), *getattr(one, "__notes__", [])]
            todo += [each for each in (one.__cause__, one.__context__) if each is not None]
    return texts
