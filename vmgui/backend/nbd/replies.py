"""The way out: replies gathered in one buffer and sent together.

Everything that a connection sends in the transmission phase passes through its outbox, in order.
"""

from __future__ import annotations

import socket

from vmgui.backend.nbd import protocol as nbd
from vmgui.memory import private_memory

# Replies wait for company until this many bytes are together. Sending earlier lets the client go
# on with the first while we are busy with the last, but then it comes back with few requests at a
# time, and everybody pays for more wake-ups: tried, and slower.
SEND_AT = 64 << 10

# Looked up once: these are called for every request.
_pack_simple = nbd.SIMPLE_REPLY.pack_into
_pack_data = nbd.OFFSET_DATA.pack_into
_SIMPLE_MAGIC, _SIMPLE_SIZE = nbd.SIMPLE_REPLY_MAGIC, nbd.SIMPLE_REPLY.size


class Outbox:
    """Replies on their way; ``structured`` says which kind of reply was negotiated.

    ``view[:end]`` waits to be sent. There is always room for a reply with ``room`` bytes of data.
    """

    __slots__ = ("_sock", "end", "header_size", "structured", "view")

    def __init__(self, sock: socket.socket, structured: bool, room: int) -> None:
        self._sock = sock
        self.structured = structured
        self.header_size = (nbd.OFFSET_DATA if structured else nbd.SIMPLE_REPLY).size
        self.view = memoryview(private_memory(SEND_AT + room + 8192))
        self.end = 0

    def send(self) -> None:
        """Send all that waits. Raises OSError where the client is gone."""
        end, self.end = self.end, 0
        self._sock.sendall(self.view[:end])

    def data(self, cookie: int, offset: int, length: int, final: bool = True) -> None:
        """Announce the ``length`` bytes read from ``offset``, which lie ``header_size`` further on.

        ``final`` is False where more chunks of the same (structured) reply follow.
        """
        if self.structured:
            flags = nbd.REPLY_FLAG_DONE if final else 0
            _pack_data(
                self.view, self.end, nbd.STRUCTURED_REPLY_MAGIC, flags,
                nbd.REPLY_TYPE_OFFSET_DATA, cookie, length + 8, offset,
            )  # fmt: skip
        else:
            _pack_simple(self.view, self.end, _SIMPLE_MAGIC, 0, cookie)
        self.end += self.header_size + length
        if self.end >= SEND_AT:
            self.send()

    def more_data(self, length: int) -> None:
        """Continue a simple reply with ``length`` bytes, which lie at ``end``."""
        self.end += length
        if self.end >= SEND_AT:
            self.send()

    def done(self, cookie: int) -> None:
        """Tell success of a request that has no data in its reply."""
        # The specification allows simple replies here whatever was negotiated; they are shorter.
        _pack_simple(self.view, self.end, _SIMPLE_MAGIC, 0, cookie)
        self.end += _SIMPLE_SIZE
        if self.end >= SEND_AT:
            self.send()

    def nothing_read(self, cookie: int) -> None:
        """Tell success of a read of no bytes, which must not have a data chunk."""
        if self.structured:
            self._chunk(nbd.REPLY_TYPE_NONE, cookie, b"")
        else:
            self.done(cookie)

    def error(self, cookie: int, error: int, sentence: str) -> None:
        """Tell failure; the sentence reaches clients that negotiated structured replies."""
        if self.structured:
            message = sentence.encode()[: nbd.MAX_STRING]
            payload = nbd.ERROR_CHUNK.pack(error, len(message)) + message
            self._chunk(nbd.REPLY_TYPE_ERROR, cookie, payload)
        else:
            self._append(nbd.SIMPLE_REPLY.pack(_SIMPLE_MAGIC, error, cookie))

    def block_status(self, cookie: int, extents: list[tuple[int, int]]) -> None:
        """Tell the extents of ``base:allocation``: pairs of length and status flags."""
        payload = nbd.UINT32.pack(nbd.CONTEXT_ID)
        payload += b"".join(nbd.EXTENT.pack(length, status) for length, status in extents)
        self._chunk(nbd.REPLY_TYPE_BLOCK_STATUS, cookie, payload)

    def _chunk(self, kind: int, cookie: int, payload: bytes) -> None:
        header = nbd.STRUCTURED_REPLY.pack(
            nbd.STRUCTURED_REPLY_MAGIC, nbd.REPLY_FLAG_DONE, kind, cookie, len(payload)
        )
        self._append(header + payload)

    def _append(self, message: bytes) -> None:
        end = self.end + len(message)
        self.view[self.end : end] = message
        self.end = end
        if end >= SEND_AT:
            self.send()
