"""Look for words in a disk as its guest reads it, and in the file as it lies there.

The file's header is passed over: it holds words of its own (“encryption”), and no data.

Secrets: one that opens the disk, if it is encrypted; then the words in UTF-8.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from vmgui.disk.container import reading
from vmgui.disk.errors import DiskError
from vmgui.job.progress import Progress
from vmgui.job.verbs.peek import read_all
from vmgui.plugin.opening import open_disk

_STEP = 1 << 20
MIN_BYTES, MAX_BYTES = 3, 256

Piece = tuple[int, int]


class Params(msgspec.Struct, forbid_unknown_fields=True):
    """At most ``limit`` bytes are read on either side."""

    path: str
    limit: int = 256 << 20


@dataclass
class _Search:
    """``found`` is an offset, -1 for nowhere; ``read`` bytes were looked at."""

    found: int = -1
    read: int = 0


def run(params: Params, secrets: list[bytearray], progress: Progress) -> dict[str, Any]:
    """Capitals don't matter; text is looked for in UTF-8 and UTF-16.

    ``found`` is where the guest has it and ``in_file`` where the file has it, in bytes (-1:
    nowhere in what was read). ``read`` and ``file_read`` say how much that was, ``whole`` and
    ``file_whole`` whether it was all that was ever written.
    """
    *opens, words = secrets
    if not MIN_BYTES <= len(words) <= MAX_BYTES:
        raise DiskError(
            "That can't be looked for.",
            why=f"Words have {MIN_BYTES} to {MAX_BYTES} bytes here.",
            remedy="Type a file's name, or a word from a document.",
            code="bad-words",
        )
    needles = {bytes(words).lower(), words.decode(errors="replace").encode("utf-16-le").lower()}
    progress(0, 0, "Unlocking")
    disk = open_disk(Path(params.path), secret=opens[0] if opens else None, read_only=True)
    device = disk.device
    try:
        with reading(Path(params.path)) as storage:
            pieces = list(_pieces(device.extents(0, device.size)))
            head = disk.header.body.segments[0].offset
            file_pieces = [
                (head + at, length)
                for at, length in _pieces(storage.extents(head, storage.size - head))
            ]
            everything = [_total(pieces), _total(file_pieces)]
            total = sum(min(params.limit, each) for each in everything)

            def guest(at: int, out: memoryview) -> None:
                list(read_all(device, at, out))

            def tell(done: int) -> None:
                progress(min(done, total), total, "Looking")

            ours = _search(pieces, guest, needles, params.limit, tell)
            base = min(params.limit, everything[0])
            file = _search(
                file_pieces, storage.read, needles, params.limit, lambda done: tell(base + done)
            )
    finally:
        disk.close()
    return {
        "found": ours.found,
        "read": ours.read,
        "whole": everything[0] <= params.limit,
        "in_file": file.found,
        "file_read": file.read,
        "file_whole": everything[1] <= params.limit,
    }


def _pieces(extents: Iterable[tuple[int, bool]]) -> Iterator[Piece]:
    """(offset, length) of what was written."""
    at = 0
    for length, written in extents:
        if written:
            yield at, length
        at += length


def _total(pieces: Iterable[Piece]) -> int:
    return sum(length for _, length in pieces)


def _search(
    pieces: Iterable[Piece],
    read: Callable[[int, memoryview], object],
    needles: Iterable[bytes],
    limit: int,
    tell: Callable[[int], None],
) -> _Search:
    """Up to the first place, or ``limit``. What spans two steps is found, too."""
    search, buffer = _Search(), bytearray(_STEP)
    overlap = max(map(len, needles)) - 1
    tail, end = b"", -1
    for offset, length in pieces:
        for start in range(offset, offset + length, _STEP):
            step = min(_STEP, offset + length - start, limit - search.read)
            if step <= 0:
                return search
            tell(search.read)
            read(start, memoryview(buffer)[:step])
            text = (tail if end == start else b"") + buffer[:step].lower()
            places = [at for at in map(text.find, needles) if at >= 0]
            search.read += step
            if places:
                search.found = start + step - len(text) + min(places)
                return search
            tail, end = bytes(text[-overlap:]), start + step
    return search
