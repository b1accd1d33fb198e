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

MAX_LINE = 1 << 20
MAX_SECRET = 8 << 20


class ChannelError(VmguiError):
    """The other process said something that is not a message."""

    code = "channel"


class Channel:
    """One end of a connected stream socket; ``send`` may be called from several threads."""

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock
        self._buffer = bytearray()
        self._lock = threading.Lock()

    def send(self, message: dict[str, Any], secret: bytes | bytearray | None = None) -> None:
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
        while (end := self._buffer.find(b"\n")) < 0:
            if len(self._buffer) > MAX_LINE:
                raise ChannelError("Another part of vmgui sent an over-long message.")
            if not self._fill():
                return None
        line = bytes(self._buffer[:end])
        self._consume(end + 1)
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
        have = min(length, len(self._buffer))
        secret[:have] = self._buffer[:have]
        self._consume(have)
        with memoryview(secret) as view:
            while have < length:
                got = self.sock.recv_into(view[have:])
                if not got:
                    raise ChannelError("Another part of vmgui stopped in the middle of a secret.")
                have += got
        return secret

    def _consume(self, count: int) -> None:
        # Overwrite before forgetting: the bytes may be a secret.
        self._buffer[:count] = bytes(count)
        del self._buffer[:count]

    def _fill(self) -> bool:
        try:
            data = self.sock.recv(65536)
        except ConnectionError:
            return False
        self._buffer += data
        return bool(data)

    def pending(self) -> bool:
        """Whether a whole line already waits in the buffer (``select`` can't see it)."""
        return b"\n" in self._buffer

    def close(self) -> None:
        self.sock.close()
