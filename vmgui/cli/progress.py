"""A job's progress on a terminal: one line that is written over; silent elsewhere."""

from __future__ import annotations

import sys
from typing import Any


class ProgressLine:
    """Give it to a job as ``on_progress``; leave the ``with`` block to clear the line."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()

    def __enter__(self) -> ProgressLine:
        return self

    def __exit__(self, *exc: object) -> None:
        if self._live:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()

    def __call__(self, event: dict[str, Any]) -> None:
        if not self._live:
            return
        line = str(event["text"])
        if event["total"]:
            line += f" {100 * event['done'] // event['total']} %"
        if event["left"] is not None and event["left"] >= 1:
            line += f", {_duration(event['left'])} left"
        sys.stderr.write(f"\r\033[K{line}")
        sys.stderr.flush()


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
