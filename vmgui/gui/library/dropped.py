"""What a file is that was dropped on the window. Reads its beginning: not for the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vmgui.gui.disk.facts import DiskFacts, FactsReader

_CD_MARK = 32769
_CD = b"CD001"


@dataclass(frozen=True)
class Dropped:
    """``problem`` says why it is neither; ``facts`` are a disk's."""

    path: Path
    kind: Literal["cd", "disk", "neither"]
    problem: str = ""
    facts: DiskFacts | None = None


def look_at(path: Path) -> Dropped:
    """A CD's image, a disk, or neither; never raises."""
    try:
        with path.open("rb") as file:
            file.seek(_CD_MARK)
            if file.read(len(_CD)) == _CD or path.suffix.casefold() == ".iso":
                return Dropped(path, "cd")
    except OSError as error:
        return Dropped(path, "neither", f"{error.strerror}.")
    facts = FactsReader().read(path)
    if facts.error is not None:
        return Dropped(path, "neither", f"{facts.error.what} {facts.error.why}".strip())
    return Dropped(path, "disk", facts=facts)
