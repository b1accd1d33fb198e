"""What a file is that was dropped on the window. Reads its beginning: not for the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vmgui.errors import VmguiError
from vmgui.job.header import read_header

_CD_MARK = 32769
_CD = b"CD001"


@dataclass(frozen=True)
class Dropped:
    """``problem`` says why it is neither."""

    path: Path
    kind: Literal["cd", "disk", "neither"]
    problem: str = ""


def look_at(path: Path) -> Dropped:
    """A CD's image, a disk, or neither; never raises."""
    try:
        with path.open("rb") as file:
            file.seek(_CD_MARK)
            if file.read(len(_CD)) == _CD or path.suffix.casefold() == ".iso":
                return Dropped(path, "cd")
        read_header(path)
    except OSError as error:
        return Dropped(path, "neither", f"{error.strerror}.")
    except VmguiError as error:
        return Dropped(path, "neither", f"{error.what} {error.why}".strip())
    return Dropped(path, "disk")
