"""Whether ports of this computer can be forwarded from."""

from __future__ import annotations

import errno
import socket
from collections.abc import Iterable
from typing import Literal

from vmgui.vm.definition import Forward

State = Literal["free", "taken", "ours", "forbidden", "unknown"]


def look(forwards: Iterable[Forward], running: Iterable[Forward] = ()) -> list[State]:
    """The state of each forward's port here; ``running`` are those that the machine holds now.

    Binds each for a moment, so it is for a thread.
    """
    held = {(each.protocol, each.address, each.host) for each in running}
    return [
        "ours" if (each.protocol, each.address, each.host) in held else _try(each)
        for each in forwards
    ]


def _try(forward: Forward) -> State:
    tcp = forward.protocol == "tcp"
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM if tcp else socket.SOCK_DGRAM) as sock:
        if tcp:  # as QEMU does: connections that just ended don't count
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            sock.bind((forward.address, forward.host))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return "taken"
            return "forbidden" if error.errno in (errno.EACCES, errno.EPERM) else "unknown"
    return "free"
