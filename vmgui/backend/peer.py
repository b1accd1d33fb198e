"""Who may connect: the process at the other end of a Unix socket, as the kernel knows it."""

from __future__ import annotations

import os
import socket
import struct
import threading
from typing import Literal

Policy = Literal["uid", "pid"]

_UCRED = struct.Struct("3i")  # pid, uid, gid: see SO_PEERCRED in unix(7)


def credentials(sock: socket.socket) -> tuple[int, int]:
    """Process and user ID of the program that connected ``sock``. Raises OSError."""
    data = sock.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _UCRED.size)
    pid, uid, _ = _UCRED.unpack(data)
    return pid, uid


class PeerCheck:
    """Admits programs of our own user; with the policy "pid", one process only.

    That process may connect before anybody has said which it is: it waits until then.
    """

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._pid: int | None = None
        self._known = threading.Event()

    def allow(self, pid: int) -> None:
        """Name the one process of the policy "pid", in place of an earlier one."""
        self._pid = pid
        self._known.set()

    def close(self) -> None:
        """Let nobody wait any longer: who waits is refused."""
        self._known.set()

    def refusal(self, sock: socket.socket) -> str | None:
        """A sentence that says why the peer may not connect; None where it may.

        Blocks while the policy "pid" lacks its process. Raises OSError.
        """
        pid, uid = credentials(sock)
        if uid != os.getuid():
            return f"A connection of process {pid}, which belongs to user {uid}, was refused."
        if self._policy == "pid":
            self._known.wait()
            if pid != self._pid:
                return f"A connection of process {pid}, which is not this disk's VM, was refused."
        return None
