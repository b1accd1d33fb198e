"""What a parent knows of the plug-in in its child, and a child tells of it: who hangs, who died."""

from __future__ import annotations

import ctypes
import signal
import sys
import time
from typing import Any

from vmgui.channel import Channel
from vmgui.errors import VmguiError
from vmgui.plugin import guard

# Seconds that a plug-in may take to be imported, or to make a cipher. Generous: a cold drive or
# a busy computer is no fault of it, and its disk is all that waits.
PATIENCE = 60.0

_PR_SET_PDEATHSIG = 1


def tell_parent(channel: Channel) -> None:
    """In the child: tell ``channel`` of each way into a plug-in's code and out of it.

    While it is in there it can't see that its parent is gone, so it then ends with it.
    """

    def tell(name: str, entered: bool, stops: bool) -> None:
        _end_with_parent(entered)
        channel.send({"event": "plugin", "name": name, "inside": entered, "stops": stops})

    guard.tell_with(tell)


def _end_with_parent(wanted: bool) -> None:
    if sys.platform == "linux":
        number = int(signal.SIGKILL) if wanted else 0
        ctypes.CDLL(None).prctl(ctypes.c_int(_PR_SET_PDEATHSIG), ctypes.c_ulong(number))


def how_it_ended(status: int) -> str:
    """An exit status in words: ``exit status 3``, ``signal 11, SIGSEGV``."""
    if status >= 0:
        return f"exit status {status}"
    try:
        return f"signal {-status}, {signal.Signals(-status).name}"
    except ValueError:
        return f"signal {-status}"


class PluginWatch:
    """In the parent: what a child last told. ``name`` is the plug-in it has loaded, or ""."""

    def __init__(self) -> None:
        self.name = ""
        self._deadline: float | None = None
        self._stops = False

    @property
    def inside(self) -> bool:
        """Whether the child is in the plug-in's code."""
        return self._deadline is not None

    @property
    def deaf(self) -> bool:
        """Whether the child is in code that never looks whether it should stop."""
        return self.inside and not self._stops

    def hear(self, event: dict[str, Any]) -> None:
        """Take in an event of the child named ``plugin``."""
        self.name = str(event["name"])
        self._deadline = time.monotonic() + PATIENCE if event["inside"] else None
        self._stops = bool(event.get("stops"))

    def seconds_left(self) -> float | None:
        """How long to go on waiting for the plug-in; None where it is not what one waits for."""
        return None if self._deadline is None else max(0.0, self._deadline - time.monotonic())

    def hang(self, what: str) -> VmguiError:
        """The error for a plug-in that does not come back; ``what`` was not done for it."""
        return VmguiError(
            what,
            why=f"The plug-in “{self.name}” did not come back within {PATIENCE:g} seconds, "
            "so its process was ended.",
            remedy="Try again; if it happens again, tell the plug-in's publisher.",
            code="plugin-hangs",
        )

    def death(self, what: str, status: int, remedy: str) -> VmguiError:
        """The error for a process that ended too soon; ``remedy`` where no plug-in was in it."""
        why = f"Its process ended before it was done ({how_it_ended(status)})"
        if self.name:
            why += f" while the plug-in “{self.name}” was {'at work' if self.inside else 'loaded'}"
            remedy = "Try again; if it happens again, tell the plug-in's publisher."
        return VmguiError(what, why=f"{why}.", remedy=remedy, code="worker-died")
