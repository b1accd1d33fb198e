"""One program at the control socket: requests come in, answers go out.

Messages look as in :mod:`vmgui.channel`: a line of JSON, with a secret's raw bytes behind it where
the line announces one. A secret is read from the kernel right into locked memory: it never lies
in a string, in a buffer of asyncio's or in JSON, so it can be wiped and shows up in no log and no
exception. Passing a descriptor (a pipe, a memfd) would do so, too, but leave the secret to the
sender's descriptor and have the kernel's file tables know of it; the bytes of a socket are gone
once they are read.
"""

from __future__ import annotations

import asyncio
import json
import socket
from typing import Any

from vmgui.channel import MAX_LINE
from vmgui.errors import VmguiError
from vmgui.memory import LockedBuffer
from vmgui.vm.supervisor.requests import Secret
from vmgui.vm.validate import MAX_DISKS


class Conversation:
    """``sock`` is connected and does not block. ``secrets``: what was given, by a disk's path."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._line = bytearray()
        self._seen = bytearray(1 << 14)
        self.secrets: dict[str, LockedBuffer] = {}

    async def line(self) -> bytes | None:
        """The next line; None at the end or where a line is too long. Raises OSError."""
        self._line.clear()
        while not self._line.endswith(b"\n"):
            try:
                arrived = self._take()
            except BlockingIOError:
                await self._readable()
                continue
            if not arrived or len(self._line) > MAX_LINE:
                return None
        return bytes(self._line)

    def _take(self) -> bool:
        """Take in what has arrived of a line, and nothing of what follows it; False at the end."""
        with memoryview(self._seen) as view:
            seen = self._sock.recv_into(view, 0, socket.MSG_PEEK)
            end = self._seen.find(b"\n", 0, seen) + 1
            taken = self._sock.recv_into(view, end or seen) if seen else 0
            self._line += view[:taken]
            view[:seen] = bytes(seen)  # a secret may have been among it
        return bool(seen)

    async def _readable(self) -> None:
        loop = asyncio.get_running_loop()
        arrived = loop.create_future()

        def tell() -> None:
            if not arrived.done():
                arrived.set_result(None)

        loop.add_reader(self._sock, tell)
        try:
            await arrived
        finally:
            loop.remove_reader(self._sock)

    async def take_secret(self, announced: Secret) -> None:
        """Keep the secret that follows ``announced``. Raises :exc:`VmguiError`, OSError."""
        if len(self.secrets) >= MAX_DISKS and announced.path not in self.secrets:
            raise VmguiError("These are more secrets than a machine has disks.", code="verb")
        if announced.path in self.secrets:
            self.secrets.pop(announced.path).close()
        secret = self.secrets[announced.path] = LockedBuffer(announced.secret_length)
        have = 0
        while have < announced.secret_length:
            got = await asyncio.get_running_loop().sock_recv_into(self._sock, secret.view[have:])
            if not got:
                raise ConnectionResetError
            have += got

    def forget(self) -> None:
        """Wipe the secrets that nobody has taken over."""
        while self.secrets:
            self.secrets.popitem()[1].close()

    async def send(self, message: dict[str, Any]) -> None:
        """Send one line. Raises OSError where the other end is gone."""
        line = json.dumps(message, separators=(",", ":")).encode() + b"\n"
        await asyncio.get_running_loop().sock_sendall(self._sock, line)

    def close(self) -> None:
        """Hang up."""
        self.forget()
        self._sock.close()
