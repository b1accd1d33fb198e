"""Log files that don't outgrow the drive, whatever the guest writes."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

# How many earlier runs are kept of each log, and how much of one run, in bytes.
KEEP_RUNS = 3
LIMIT = 8 << 20
_KEEP = 1 << 20


def rotate(path: Path) -> None:
    """Begin anew: ``vm.log`` becomes ``vm.1.log``, that ``vm.2.log``, the oldest goes."""
    names = [path, *(path.with_suffix(f".{number}{path.suffix}") for number in range(1, KEEP_RUNS))]
    for older, newer in zip(reversed(names), list(reversed(names))[1:], strict=False):
        with suppress(FileNotFoundError):
            newer.replace(older)
    path.touch(0o600)


def trim(path: Path, limit: int = LIMIT, keep: int = _KEEP) -> None:
    """Cut a file that others append to down to its last ``keep`` bytes once it passes ``limit``.

    What is written in just that moment may be lost.
    """
    try:
        if path.stat().st_size <= limit:
            return
    except FileNotFoundError:
        return
    with path.open("r+b") as file:
        file.seek(-keep, os.SEEK_END)
        tail = file.read()
        file.seek(0)
        file.write(b"[the beginning was cut off]\n" + tail[tail.find(b"\n") + 1 :])
        file.truncate()


def size(path: Path) -> int:
    """Bytes in the file; 0 where there is none."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def tail(path: Path, begin: int = 0, limit: int = 8192) -> str:
    """What was written from the offset ``begin`` on, but only the last ``limit`` bytes."""
    try:
        with path.open("rb") as file:
            end = file.seek(0, os.SEEK_END)
            file.seek(max(min(begin, end), end - limit))
            return file.read().decode(errors="replace")
    except OSError:
        return ""
