"""An NBD client that says exactly what a test wants said, with numbers of its own."""

from __future__ import annotations

import socket
from dataclasses import dataclass, field
from struct import pack, unpack

EXPORT_NAME, ABORT, LIST, INFO, GO, STRUCTURED, LIST_META, SET_META = 1, 2, 3, 6, 7, 8, 9, 10
ACK, SERVER, INFORMATION, META = 1, 2, 3, 4
UNSUP, INVALID, UNKNOWN, TOO_BIG = (0x80000000 + number for number in (1, 3, 6, 9))
READ, WRITE, DISC, FLUSH, TRIM, CACHE, ZERO, STATUS = range(8)
FUA, NO_HOLE, DF, REQ_ONE, FAST_ZERO = 1, 2, 4, 8, 16
EPERM, EIO, EINVAL, ENOSPC, EOVERFLOW = 1, 5, 22, 28, 75
ALLOCATION = b"base:allocation"


@dataclass
class Reply:
    """All chunks of one reply put together. ``kinds``: the chunks' types ([] if simple)."""

    cookie: int
    error: int = 0
    message: str = ""
    data: dict[int, bytes] = field(default_factory=dict)
    extents: list[tuple[int, int]] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)

    def bytes_from(self, offset: int) -> bytes:
        """What was read, which must be without a gap from ``offset``."""
        whole = b""
        for start, data in sorted(self.data.items()):
            assert start == offset + len(whole)
            whole += data
        return whole


class Wire:
    """The client's end of a connection. Nothing waits longer than 20 s: a hang is a failure."""

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock
        sock.settimeout(20)
        self.structured = False

    def send(self, data: bytes) -> None:
        self.sock.sendall(data)

    def receive(self, count: int) -> bytes:
        data = b""
        while len(data) < count:
            part = self.sock.recv(count - len(data))
            if not part:
                raise EOFError
            data += part
        return data

    def at_end(self) -> bool:
        """Whether the server has hung up (and said nothing more)."""
        try:
            return self.sock.recv(1) == b""
        except ConnectionResetError:
            return True

    def hello(self, flags: int = 3) -> int:
        """Read the server's greeting, answer with ``flags``; the handshake flags."""
        one, two, offered = unpack(">8s8sH", self.receive(18))
        assert (one, two) == (b"NBDMAGIC", b"IHAVEOPT")
        self.send(pack(">I", flags))
        return int(offered)

    def option(self, number: int, data: bytes = b"") -> list[tuple[int, bytes]]:
        """Send an option; the replies up to the last one (ACK or an error)."""
        self.send(b"IHAVEOPT" + pack(">II", number, len(data)) + data)
        return self.option_replies(number)

    def option_replies(self, number: int) -> list[tuple[int, bytes]]:
        replies: list[tuple[int, bytes]] = []
        while True:
            magic, option, kind, length = unpack(">QIII", self.receive(20))
            assert magic == 0x3E889045565A9
            assert option == number
            replies.append((kind, self.receive(length)))
            if kind == ACK or kind >> 31:
                return replies

    def connect(self, *, structured: bool = True, allocation: bool = True) -> None:
        """From greeting to transmission phase."""
        self.hello()
        if structured:
            assert self.option(STRUCTURED) == [(ACK, b"")]
            self.structured = True
            if allocation:
                assert self.option(SET_META, meta(b"", ALLOCATION))[-1][0] == ACK
        assert self.option(GO, name_and_infos(b""))[-1][0] == ACK

    def request(
        self, command: int, offset: int = 0, length: int = 0, *, flags: int = 0, cookie: int = 0,
        data: bytes = b"",
    ) -> None:  # fmt: skip
        if command == WRITE and not length:
            length = len(data)
        self.send(request(command, offset, length, flags=flags, cookie=cookie, data=data))

    def reply(self, read: int = 0, offset: int = 0) -> Reply:
        """One whole reply; ``read`` and ``offset`` are the request's, for simple replies."""
        reply: Reply | None = None
        while True:
            (magic,) = unpack(">I", self.receive(4))
            if magic == 0x67446698:
                error, cookie = unpack(">IQ", self.receive(12))
                assert reply is None
                assert not (read and self.structured), "a read needs a structured reply"
                data = {offset: self.receive(read)} if read and not error else {}
                return Reply(cookie, error, data=data)
            assert magic == 0x668E33EF, "the server lost its place in the stream"
            assert self.structured
            flags, kind, cookie, length = unpack(">HHQI", self.receive(16))
            reply = reply or Reply(cookie)
            assert reply.cookie == cookie
            reply.kinds.append(kind)
            self._chunk(reply, kind, self.receive(length))
            if flags & 1:
                return reply

    def _chunk(self, reply: Reply, kind: int, payload: bytes) -> None:
        if kind == 1:
            (start,) = unpack(">Q", payload[:8])
            assert len(payload) > 8
            reply.data[start] = payload[8:]
        elif kind == 5:
            assert unpack(">I", payload[:4]) == (1,)
            pairs = [payload[at : at + 8] for at in range(4, len(payload), 8)]
            reply.extents = [unpack(">II", pair) for pair in pairs]
            assert reply.extents
        elif kind >> 15:
            reply.error, size = unpack(">IH", payload[:6])
            assert reply.error
            assert len(payload) == 6 + size
            reply.message = payload[6:].decode()
        else:
            assert (kind, payload) == (0, b"")

    def ask(
        self, command: int, offset: int = 0, length: int = 0, *, flags: int = 0, data: bytes = b""
    ) -> Reply:
        """Send a request and wait for its reply."""
        cookie = 0xC00C1E00 + command
        self.request(command, offset, length, flags=flags, cookie=cookie, data=data)
        reply = self.reply(length if command == READ else 0, offset)
        assert reply.cookie == cookie
        return reply


def request(
    command: int, offset: int, length: int, *, flags: int = 0, cookie: int = 0, data: bytes = b""
) -> bytes:
    return pack(">IHHQQI", 0x25609513, flags, command, cookie, offset, length) + data


def name_and_infos(name: bytes, *infos: int) -> bytes:
    """The data of INFO and GO."""
    counted = pack(">H", len(infos)) + b"".join(pack(">H", info) for info in infos)
    return pack(">I", len(name)) + name + counted


def meta(name: bytes, *queries: bytes) -> bytes:
    """The data of LIST_META_CONTEXT and SET_META_CONTEXT."""
    counted = b"".join(pack(">I", len(query)) + query for query in queries)
    return pack(">I", len(name)) + name + pack(">I", len(queries)) + counted
