"""The window's own log: mistakes of the program, for a report."""

from __future__ import annotations

import datetime
from pathlib import Path

from vmgui.paths import private_directory, state_dir

_LIMIT = 1 << 20


def log_file() -> Path:
    """Where the log is."""
    return state_dir() / "window.log"


def record(text: str) -> None:
    """Append to the log; it starts anew when it has grown large."""
    private_directory(state_dir())
    path = log_file()
    if path.exists() and path.stat().st_size > _LIMIT:
        path.replace(path.with_suffix(".old.log"))
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{now} {text.rstrip()}\n")
