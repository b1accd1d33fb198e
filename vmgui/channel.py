"""Messages between our own processes: JSON lines, each with an optional secret behind it.

The secret travels as raw bytes after its line, never inside the JSON, so that the receiver reads
it into a buffer of its own that can be wiped; Python strings can't.
"""

from __future__ import annotations

import json
import socket
import threading
from typing import Any

from vmgui.errors import VmguiError

Secret = bytes | bytearray | memoryview

MAX_LINE = 1 << 20
MAX_SECRET = 8 << 20


class ChannelError(VmguiError):
    """The other process said something that is not a message."""

    code = "channel"


class Channel:
    """One end of a connected stream socket; ``send`` may be called from several threads."""

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock
        self._line = bytearray()
        self._arrived = bytearray(65536)
        self._lock = threading.Lock()

    def send(self, message: dict[str, Any], secret: Secret | None = None) -> None:
        """Send one message, with ``secret`` behind it. Raises OSError when the peer is gone."""
        if secret is not None:
            message = {**message, "secret_length": len(secret)}
        with self._lock:
            self.sock.sendall(json.dumps(message, separators=(",", ":")).encode() + b"\n")
            if secret:
                self.sock.sendall(secret)

    def receive(self) -> tuple[dict[str, Any], bytearray | None] | None:
        """The next message and its secret; ``None`` once the peer has closed its end.

        Raises :exc:`ChannelError` for anything that is not a message.
        """
        while not self._line.endswith(b"\n"):
            if len(self._line) > MAX_LINE:
                raise ChannelError("Another part of vmgui sent an over-long message.")
            if not self._fill():
                return None
        line = bytes(self._line)
        self._line.clear()
        try:
            message = json.loads(line)
        except (ValueError, RecursionError):
            message = None
        if not isinstance(message, dict):
            raise ChannelError("Another part of vmgui sent something that is not a message.")
        length = message.pop("secret_length", None)
        return message, None if length is None else self._receive_secret(length)

    def _receive_secret(self, length: object) -> bytearray | None:
        if not isinstance(length, int) or isinstance(length, bool) or not 0 <= length <= MAX_SECRET:
            raise ChannelError("Another part of vmgui announced a secret of impossible length.")
        secret = bytearray(length)
        have = 0
        with memoryview(secret) as view:
            while have < length:
                got = self.sock.recv_into(view[have:])
                if not got:
                    raise ChannelError("Another part of vmgui stopped in the middle of a secret.")
                have += got
        return secret

    def _fill(self) -> bool:
        """Take in what has arrived of a line, and nothing of what follows it.

        A secret so goes from the kernel right into the one buffer that its owner wipes.
        """
        try:
            with memoryview(self._arrived) as view:
                seen = self.sock.recv_into(view, 0, socket.MSG_PEEK)
                if seen:
                    end = self._arrived.find(b"\n", 0, seen) + 1
                    taken = self.sock.recv_into(view, end or seen)
                    self._line += view[:taken]
                    view[:seen] = bytes(seen)
        except ConnectionError:
            return False
        return bool(seen)

    def pending(self) -> bool:
        """Whether a whole line already waits in the buffer (``select`` can't see it)."""
        return self._line.endswith(b"\n")

    def close(self) -> None:
        self.sock.close()
