"""Which of several machines a verb makes sense for now."""

from __future__ import annotations

from collections.abc import Sequence

from vmgui.gui.library.library import Machine

# A verb's states; "off" stands for all in which nothing runs.
_STATES = {
    "start": ("off",),
    "resume": ("paused",),
    "pause": ("running",),
    "shutdown": ("running",),
    "kill": ("starting", "running", "paused", "stopping"),
    "reset": ("running", "paused"),
    "remove": ("off",),
}


def fitting(verb: str, machines: Sequence[Machine]) -> list[str]:
    """The names of those machines that ``verb`` is for, in their order.

    Verbs are the supervisor's and “start”, “remove” and “group”.
    """
    usable = [each for each in machines if each.definition is not None]
    if verb == "group":
        return [each.name for each in usable]
    wanted = _STATES[verb]
    return [each.name for each in usable if (each.state if each.live else "off") in wanted]
