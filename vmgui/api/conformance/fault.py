"""What a check says of a plug-in that does not pass it."""

from __future__ import annotations

import traceback
from pathlib import Path

# What a stranger's code may raise; Ctrl-C is not its own.
ANYTHING = (Exception, SystemExit)


class Fault(Exception):
    """``what`` is wrong, one sentence for the plug-in's author; ``look``: where to look for it."""

    def __init__(self, what: str, look: str = "") -> None:
        super().__init__(what, look)
        self.what = what
        self.look = look

    def __str__(self) -> str:
        return f"{self.what} {self.look}".strip()


class Refused(Fault):
    """The plug-in says with a ValueError that it can't serve a combination: its right."""


def raised(error: BaseException, doing: str, folder: Path) -> Fault:
    """The fault of a plug-in that raised ``error`` where it should not have, ``doing`` something.

    The kit's keys are made up for the test, so the exception's own words may be shown.
    """
    words = printable(str(error))
    what = f"It raised {type(error).__name__}{f' (“{words}”)' if words else ''} {doing}."
    if isinstance(error, MemoryError):
        what = f"It ran out of memory {doing}."
    frames = traceback.extract_tb(error.__traceback__)
    for frame in reversed(frames):
        if Path(frame.filename).is_relative_to(folder):
            place = Path(frame.filename).relative_to(folder.parent)
            return Fault(what, f"It happened in {place}, line {frame.lineno} ({frame.name}).")
    return Fault(what)


def printable(text: str, limit: int = 200) -> str:
    """A stranger's text on one line, without anything that a terminal might obey."""
    line = " ".join(text.split())
    shown = "".join(char if char.isprintable() else "?" for char in line)
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"
