"""What a verb is given to tell how far it is, and to learn that it should stop."""

from __future__ import annotations

import select
import time

from vmgui.channel import Channel
from vmgui.errors import VmguiError

# A person can't read more, and a job should not spend its time on telling.
_SECONDS_BETWEEN = 0.1


class Cancelled(VmguiError):
    """The parent asked to stop, or is gone."""

    code = "cancelled"

    def __init__(self) -> None:
        super().__init__("Cancelled.", why="Everything is as it was before.")


class Progress:
    """Called by a verb as it goes on: tells the parent, and raises :exc:`Cancelled`."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._start = time.monotonic()
        self._told = 0.0
        self._text = ""

    def __call__(self, done: int, total: int, text: str) -> None:
        if self._channel.pending() or select.select([self._channel.sock], [], [], 0)[0]:
            raise Cancelled  # the only thing that a parent says later, or its end
        now = time.monotonic()
        if now - self._told < _SECONDS_BETWEEN and text == self._text and done < total:
            return
        self._told, self._text = now, text
        seconds = now - self._start
        left = seconds * (total - done) / done if done else None
        event = {"event": "progress", "done": done, "total": total, "text": text, "left": left}
        self._channel.send(event)

    def tell(self, **facts: object) -> None:
        """Tell the parent something right now, besides how far the job is."""
        self._channel.send({"event": "progress", **facts})
