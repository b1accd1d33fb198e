"""What the supervisor remembers and tells: the present state, the log, who wants to hear."""

from __future__ import annotations

import asyncio
import datetime
import logging
from contextlib import suppress
from typing import Any

import msgspec

from vmgui.errors import VmguiError
from vmgui.vm.places import Places
from vmgui.vm.status import State, Status

log = logging.getLogger(__name__)


class Journal:
    """Every change is written to ``state.json`` and told to all subscribers."""

    def __init__(self, places: Places, status: Status) -> None:
        self._places = places
        self._subscribers: set[asyncio.Queue[Status | None]] = set()
        self.status = status

    def enter(self, state: State, message: str = "", error: VmguiError | None = None) -> None:
        """A new state begins."""
        if (state, message) != (self.status.state, self.status.message) or error:
            log.info(
                "%s", " ".join(filter(None, (f"{state.capitalize()}.", message, str(error or ""))))
            )
        if state != self.status.state:
            self.note(since=_now())
        self.note(state=state, message=message, error=error.as_dict() if error else None)

    def warn(self, message: str) -> None:
        """Something happened that leaves the state as it is."""
        log.warning("%s", message)
        self.note(message=message)

    def note(self, **changes: Any) -> None:
        """Replace fields of the status."""
        status = msgspec.structs.replace(self.status, **changes)
        if status == self.status:
            return
        self.status = status
        temporary = self._places.state_file.with_suffix(".new")
        with suppress(OSError):  # a full drive must not end a machine; the log says enough
            temporary.write_bytes(msgspec.json.format(msgspec.json.encode(status), indent=1))
            temporary.replace(self._places.state_file)
        for queue in self._subscribers:
            queue.put_nowait(status)

    def subscribe(self) -> asyncio.Queue[Status | None]:
        """A queue with the present status in it; every later one will follow."""
        queue: asyncio.Queue[Status | None] = asyncio.Queue()
        queue.put_nowait(self.status)
        self._subscribers.add(queue)
        return queue

    def close(self) -> None:
        """Tell all subscribers (with None) that nothing more will come."""
        for queue in self._subscribers:
            queue.put_nowait(None)

    def unsubscribe(self, queue: asyncio.Queue[Status | None]) -> None:
        """No more for this queue."""
        self._subscribers.discard(queue)


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
