"""A small NBD client that keeps a fixed number of requests under way and counts the answers.

It speaks the raw protocol over a Unix socket, looks at every reply's header and at no reply's
data, and so costs less than any server it measures.
"""

from __future__ import annotations

import itertools
import random
import socket
import struct
import time
from collections.abc import Iterator
from pathlib import Path

READ, WRITE, DISC, FLUSH = 0, 1, 2, 3
# Seven reads and three writes of ten, in an order that is the same for everyone. It takes
# structured replies: a simple one is a write's.
MIXED = 100
_REQUEST = struct.Struct(">IHHQQI")
_SIMPLE = struct.Struct(">IIQ")
_STRUCTURED = struct.Struct(">IHHQI")
_REQUEST_MAGIC = 0x25609513
_SIMPLE_MAGIC = 0x67446698
_STRUCTURED_MAGIC = 0x668E33EF
_MAGIC = struct.Struct(">I")


class Client:
    """A connection to the export ``name`` at ``path``; ``size`` is the export's."""

    def __init__(self, path: Path, *, name: str = "disk", structured: bool = False) -> None:
        self._sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._sock.connect(str(path))
        self._inbox = memoryview(bytearray(1 << 20))
        self.size = self._handshake(name.encode(), structured)

    def _handshake(self, name: bytes, structured: bool) -> int:
        self._exactly(18)
        self._sock.sendall(struct.pack(">I", 3))
        if structured:
            self._sock.sendall(b"IHAVEOPT" + struct.pack(">II", 8, 0))
            self._option_reply()
        data = struct.pack(">I", len(name)) + name + struct.pack(">H", 0)
        self._sock.sendall(b"IHAVEOPT" + struct.pack(">II", 7, len(data)) + data)
        size = 0
        while True:
            kind, payload = self._option_reply()
            if kind == 1:
                return size
            if payload[:2] == b"\0\0":
                (size,) = struct.unpack(">Q", payload[2:10])

    def _option_reply(self) -> tuple[int, bytes]:
        _, _, kind, length = struct.unpack(">QIII", self._exactly(20))
        payload = self._exactly(length)
        if kind >> 31:
            raise RuntimeError(f"The server refused an option: {payload.decode()}")
        return kind, payload

    def _exactly(self, count: int) -> bytes:
        data = b""
        while len(data) < count:
            part = self._sock.recv(count - len(data))
            if not part:
                raise RuntimeError("The server hung up.")
            data += part
        return data

    def run(
        self, command: int, length: int, depth: int, seconds: float, *, region: int, seed: int
    ) -> float:
        """Requests a second, with ``depth`` under way at any time, for about ``seconds``.

        4 KiB requests go to random places of the first ``region`` bytes, longer ones follow each
        other.
        """
        offsets = _offsets(length, region, seed)
        batch = _Batch(command, length, depth)
        replies = self._replies(length if command == READ else 0)
        start = time.perf_counter()
        deadline = start + seconds
        self._sock.sendall(batch.requests(offsets, depth))
        under_way, done = depth, 0
        while under_way:
            completed = next(replies)
            done += completed
            if time.perf_counter() < deadline:
                self._sock.sendall(batch.requests(offsets, completed))
            else:
                under_way -= completed
        return done / (time.perf_counter() - start)

    def fill(self, region: int) -> None:
        """Write random data over the first ``region`` bytes, once, and flush."""
        length = 1 << 20
        batch = _Batch(WRITE, length, 1)
        replies = self._replies(0)
        for offset in range(0, region, length):
            self._sock.sendall(batch.requests(iter([offset]), 1))
            next(replies)
        self.flush()

    def write(self, offset: int, data: bytes) -> None:
        """One write, waited for."""
        self._sock.sendall(_REQUEST.pack(_REQUEST_MAGIC, 0, WRITE, 0, offset, len(data)) + data)
        next(self._replies(0))

    def read(self, offset: int, length: int) -> bytes:
        """One read, waited for; structured replies of one chunk are taken."""
        self._sock.sendall(_REQUEST.pack(_REQUEST_MAGIC, 0, READ, 0, offset, length))
        _, _, _, _, size = _STRUCTURED.unpack(self._exactly(_STRUCTURED.size))
        return self._exactly(size)[8:]

    def flush(self) -> None:
        self._sock.sendall(_REQUEST.pack(_REQUEST_MAGIC, 0, FLUSH, 0, 0, 0))
        next(self._replies(0))

    def close(self) -> None:
        self._sock.sendall(_REQUEST.pack(_REQUEST_MAGIC, 0, DISC, 0, 0, 0))
        self._sock.close()

    def _replies(self, length: int) -> Iterator[int]:
        """How many replies each receipt completes; ``length`` bytes follow each simple one."""
        inbox, sock = self._inbox, self._sock
        have = skip = completed = 0  # skip: bytes of data before the next header
        final = False
        while True:
            got = sock.recv_into(inbox[have:])
            if not got:
                raise RuntimeError("The server hung up.")
            at, end = 0, have + got
            while True:
                if skip > end - at:
                    skip -= end - at
                    at = end
                    break
                at += skip
                skip = 0
                completed += final
                final = False
                size = _header_size(inbox, at, end)
                if not size:
                    break
                if size == _SIMPLE.size:
                    _, error, _ = _SIMPLE.unpack_from(inbox, at)
                    failed, final, skip = error != 0, True, length
                else:
                    _, flags, kind, _, skip = _STRUCTURED.unpack_from(inbox, at)
                    failed, final = bool(kind & 0x8000), bool(flags & 1)
                if failed:
                    raise RuntimeError("The server answered a request with an error.")
                at += size
            have = end - at
            inbox[:have] = inbox[at:end]
            if completed:
                yield completed
                completed = 0


def _header_size(inbox: memoryview, at: int, end: int) -> int:
    """The length of the reply header at ``at``; 0 where not all of it is here yet."""
    if end - at < _SIMPLE.size:
        return 0
    (magic,) = _MAGIC.unpack_from(inbox, at)
    if magic == _SIMPLE_MAGIC:
        return _SIMPLE.size
    if magic != _STRUCTURED_MAGIC:
        raise RuntimeError("The server lost its place in the stream.")
    return _STRUCTURED.size if end - at >= _STRUCTURED.size else 0


class _Batch:
    """Requests of one kind, made in one buffer, so that only the headers change.

    Mixed ones are made of such buffers' parts.
    """

    def __init__(self, command: int, length: int, depth: int) -> None:
        self._mixed = command == MIXED
        if self._mixed:
            self._parts = _Batch(READ, length, depth), _Batch(WRITE, length, depth)
            self._turns = itertools.cycle((0, 0, 1, 0, 0, 1, 0, 0, 1, 0))
        self._command, self._length = command, length
        self._stride = _REQUEST.size + (length if command == WRITE else 0)
        data = bytearray(random.Random(depth).randbytes(self._stride * depth))
        self._view = memoryview(data)

    def requests(self, offsets: Iterator[int], count: int) -> memoryview:
        if self._mixed:
            made = (self._parts[next(self._turns)].requests(offsets, 1) for _ in range(count))
            return memoryview(b"".join(made))
        view, stride, at = self._view, self._stride, 0
        for _ in range(count):
            _REQUEST.pack_into(
                view, at, _REQUEST_MAGIC, 0, self._command, at, next(offsets), self._length
            )
            at += stride
        return view[:at]


def _offsets(length: int, region: int, seed: int) -> Iterator[int]:
    blocks = region // length
    if length > 4096:
        while True:
            yield from range(0, blocks * length, length)
    chosen = random.Random(seed)
    places = [chosen.randrange(blocks) * length for _ in range(100_000)]
    while True:
        yield from places
