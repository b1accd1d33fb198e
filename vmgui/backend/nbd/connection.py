"""One client's connection: the transmission phase.

A thread serves a connection. It takes in whatever the client has sent with one call, works
through the requests in order, and sends their replies together. Reads are deciphered right into
the reply, writes right out of what was received; a long request goes piece by piece, so that a
connection never holds more than two pieces.
"""

from __future__ import annotations

import logging
import socket
import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING

from vmgui.backend.counters import Counters
from vmgui.backend.nbd import protocol as nbd
from vmgui.backend.nbd.handshake import Agreement, ProtocolError
from vmgui.backend.nbd.replies import Outbox
from vmgui.backend.nbd.requests import MAX_DRAINED_WRITE, Refusal, Request, refuse, wire_error
from vmgui.backend.throttle import Throttle
from vmgui.errors import VmguiError
from vmgui.memory import private_memory

if TYPE_CHECKING:
    from vmgui.disk.engine import BlockDevice

# The most that is read or written at once. A multiple of every sector size.
PIECE = 1 << 20
# Room for a piece of data behind the requests that came in front of it.
_INBOX = PIECE + (64 << 10)
_MAX_EXTENTS = 1024
# Writes up to this length are done together where several have arrived, so many at most.
BATCHED = 64 << 10
_MAX_BATCH = 64
# A guest may send as many bad requests as it likes, but not fill the host's disk with the news.
_TOLD_AT_ONCE = 20

log = logging.getLogger(__name__)


class Connection:
    """The transmission phase with one client.

    ``report`` gets a sentence for each failure of the device (never for a request that is merely
    refused). It is called on the connection's thread and must not block.
    """

    def __init__(
        self,
        sock: socket.socket,
        device: BlockDevice,
        agreement: Agreement,
        report: Callable[[str], None],
    ) -> None:
        self._sock = sock
        self._device = device
        self._report = report
        self._refusals = Throttle(_TOLD_AT_ONCE)
        self._failures = Throttle(_TOLD_AT_ONCE)
        self.counters = Counters()
        # The terms that requests are measured against.
        self.size = device.size
        self.read_only = device.read_only
        self.structured = agreement.structured
        self.allocation = agreement.allocation
        # Received and not yet worked through: _inbox[_start:_end].
        self._inbox = memoryview(private_memory(_INBOX))
        self._start = self._end = 0
        self._outbox = Outbox(sock, agreement.structured, PIECE)

    def serve(self) -> None:
        """Serve requests until the client says goodbye or is gone.

        Raises :exc:`ProtocolError` where the client breaks the protocol, EOFError where it leaves
        in the middle of a request, and OSError where the connection breaks.
        """
        # This loop is what the speed of a disk comes from: plain reads and writes are answered
        # in place, everything else is left to _other.
        inbox, outbox, counters = self._inbox, self._outbox, self.counters
        reply, header_size = outbox.view, outbox.header_size
        read, write, size = self._device.read, self._device.write, self.size
        unpack, request_size = nbd.REQUEST.unpack_from, nbd.REQUEST.size
        magic_number, cmd_read, cmd_write = nbd.REQUEST_MAGIC, nbd.CMD_READ, nbd.CMD_WRITE
        writable = not self.read_only
        while True:
            if self._end - self._start < request_size and not self._receive():
                return
            magic, flags, command, cookie, offset, length = unpack(inbox, self._start)
            if magic != magic_number:
                raise ProtocolError(f"A request began with {magic:#x} instead of the magic number.")
            after = self._start = self._start + request_size
            if not flags and 0 < length <= PIECE and offset + length <= size:
                if command == cmd_read:
                    begin = outbox.end + header_size
                    try:
                        read(offset, reply[begin : begin + length])
                    except Exception as error:  # noqa: BLE001  (reported to all who can act)
                        self._failed(Request(flags, command, cookie, offset, length), error)
                    else:
                        outbox.data(cookie, offset, length)
                        counters.reads += 1
                        counters.read_bytes += length
                    continue
                if command == cmd_write and after + length <= self._end and writable:
                    self._start = after + length
                    data = inbox[after : after + length]
                    if length <= BATCHED and self._end - self._start > request_size:
                        self._write_batch(cookie, offset, data)
                        continue
                    try:
                        write(offset, data)
                    except Exception as error:  # noqa: BLE001
                        self._failed(Request(flags, command, cookie, offset, length), error)
                    else:
                        outbox.done(cookie)
                        counters.writes += 1
                        counters.written_bytes += length
                    continue
            if not self._other(Request(flags, command, cookie, offset, length)):
                return

    def _write_batch(self, cookie: int, offset: int, data: memoryview) -> None:
        """Do a short write together with those that came right behind it."""
        inbox, cookies, writes = self._inbox, [cookie], [(offset, data)]
        start = self._start
        while self._end - start > nbd.REQUEST.size and len(writes) < _MAX_BATCH:
            magic, flags, command, cookie, offset, length = nbd.REQUEST.unpack_from(inbox, start)
            begin = start + nbd.REQUEST.size
            plain = magic == nbd.REQUEST_MAGIC and command == nbd.CMD_WRITE and not flags
            within = 0 < length <= BATCHED and offset + length <= self.size
            if not plain or not within or begin + length > self._end:
                break
            start = begin + length
            cookies.append(cookie)
            writes.append((offset, inbox[begin:start]))
        self._start = start
        try:
            self._device.write_many(writes)
        except Exception:  # noqa: BLE001  (which of them failed is found out singly)
            for cookie, (offset, data) in zip(cookies, writes, strict=True):
                request = Request(0, nbd.CMD_WRITE, cookie, offset, len(data))
                failure = self._attempt(request, self._device.write, offset, data)
                if failure is None:
                    self._wrote(cookie, len(data))
                else:
                    self._outbox.error(cookie, *failure)
            return
        for cookie, (_, data) in zip(cookies, writes, strict=True):
            self._wrote(cookie, len(data))

    def _wrote(self, cookie: int, length: int) -> None:
        self._outbox.done(cookie)
        self.counters.writes += 1
        self.counters.written_bytes += length

    def _other(self, request: Request) -> bool:
        """Serve any request, however long or odd; False at the client's goodbye."""
        if request.command == nbd.CMD_DISC:
            self._outbox.send()
            return False
        refusal = refuse(request, self)
        if refusal is not None:
            if self._refusals.allows():
                log.warning("%s", refusal.sentence)
            if request.command == nbd.CMD_WRITE:
                self._read_past(request.length)
            self._outbox.error(request.cookie, *refusal)
        elif request.command == nbd.CMD_READ:
            self._read(request)
        elif request.command == nbd.CMD_BLOCK_STATUS:
            self._block_status(request)
        else:
            self._change(request)
        return True

    def _read(self, request: Request) -> None:
        outbox, offset, end = self._outbox, request.offset, request.offset + request.length
        if not request.length:
            outbox.nothing_read(request.cookie)
        while offset < end:
            length = _piece(offset, end)
            first = offset == request.offset
            header = outbox.header_size if first or self.structured else 0
            begin = outbox.end + header
            data = outbox.view[begin : begin + length]
            failure = self._attempt(request, self._device.read, offset, data)
            if failure is not None:
                if not first and not self.structured:
                    # The reply's header has told success already; nothing can take it back.
                    raise ProtocolError("A read failed after its simple reply had begun.")
                outbox.error(request.cookie, *failure)
                return
            if header:
                outbox.data(request.cookie, offset, length, final=offset + length == end)
            else:
                outbox.more_data(length)
            offset += length
            self.counters.read_bytes += length
        self.counters.reads += 1

    def _change(self, request: Request) -> None:
        """Do what has no data in its reply: write, zero, trim, flush."""
        device, command, offset, length = (
            self._device, request.command, request.offset, request.length
        )  # fmt: skip
        failure = None
        if command == nbd.CMD_WRITE:
            failure = self._write(request)
        elif command == nbd.CMD_TRIM and length:
            failure = self._attempt(request, device.trim, offset, length)
        elif command == nbd.CMD_WRITE_ZEROES and length:
            allocate = bool(request.flags & nbd.CMD_FLAG_NO_HOLE)
            failure = self._attempt(request, device.write_zeroes, offset, length, allocate=allocate)
        if failure is None and (command == nbd.CMD_FLUSH or request.flags & nbd.CMD_FLAG_FUA):
            self._outbox.send()  # the client need not wait for the disk to know these
            failure = self._attempt(request, device.flush)
            self.counters.flushes += 1
        if failure is None:
            self._outbox.done(request.cookie)
        else:
            self._outbox.error(request.cookie, *failure)

    def _write(self, request: Request) -> Refusal | None:
        """Take in the data of a write piece by piece, and all of it even when a piece fails."""
        failure = None
        offset, end = request.offset, request.offset + request.length
        while offset < end:
            length = _piece(offset, end)
            data = self._payload(length)
            if failure is None:
                failure = self._attempt(request, self._device.write, offset, data)
            offset += length
        if failure is None:
            self.counters.writes += 1
            self.counters.written_bytes += request.length
        return failure

    def _block_status(self, request: Request) -> None:
        found: list[tuple[int, bool]] = []

        def ask() -> None:
            found.extend(self._device.extents(request.offset, request.length))

        failure = self._attempt(request, ask)
        if failure is not None:
            self._outbox.error(request.cookie, *failure)
            return
        limit = 1 if request.flags & nbd.CMD_FLAG_REQ_ONE else _MAX_EXTENTS
        extents: list[tuple[int, int]] = []
        for length, allocated in found:
            status = 0 if allocated else nbd.STATE_HOLE | nbd.STATE_ZERO
            if extents and extents[-1][1] == status:
                extents[-1] = (extents[-1][0] + length, status)
            elif len(extents) < limit:
                extents.append((length, status))
            else:
                break
        self._outbox.block_status(request.cookie, extents)

    def _receive(self) -> bool:
        """Take in at least one whole request header; False at the end.

        What waits to be sent goes first, unless more requests have come meanwhile.
        """
        inbox = self._inbox
        have = self._end - self._start
        if have:
            inbox[:have] = inbox[self._start : self._end]
        self._start = 0
        self._end = have
        while self._end < nbd.REQUEST.size:
            try:
                got = self._sock.recv_into(
                    inbox[self._end :], 0, socket.MSG_DONTWAIT if self._outbox.end else 0
                )
            except BlockingIOError:
                self._outbox.send()
                continue
            if not got:
                if self._outbox.end:
                    self._outbox.send()
                return False
            self._end += got
        return True

    def _payload(self, length: int) -> memoryview:
        """The next ``length`` bytes (at most PIECE) that the client sends."""
        inbox = self._inbox
        if self._start + length > len(inbox):
            have = self._end - self._start
            inbox[:have] = inbox[self._start : self._end]
            self._start, self._end = 0, have
        begin = self._start
        missing = begin + length - self._end
        if missing > 0:
            if self._outbox.end:
                self._outbox.send()
            while missing:
                # Exactly what is missing: what follows it would have to be moved.
                got = self._sock.recv_into(inbox[self._end :], missing, socket.MSG_WAITALL)
                if not got:
                    raise EOFError("The client left in the middle of a write.")
                self._end += got
                missing -= got
        self._start = begin + length
        return inbox[begin : begin + length]

    def _read_past(self, length: int) -> None:
        if length > MAX_DRAINED_WRITE:
            raise ProtocolError(f"The client announced a write of {length} bytes.")
        while length:
            length -= len(self._payload(min(length, PIECE)))

    def _attempt(
        self, request: Request, operation: Callable[..., None], *args: object, **named: object
    ) -> Refusal | None:
        """Do something with the device; how it failed, or None."""
        try:
            operation(*args, **named)
        except Exception as error:  # noqa: BLE001  (reported to all who can act)
            return self._failure(request, error)
        return None

    def _failed(self, request: Request, error: Exception) -> None:
        self._outbox.error(request.cookie, *self._failure(request, error))

    def _failure(self, request: Request, error: Exception) -> Refusal:
        """Tell a failure of the device to the log and to the owner; what to tell the client."""
        if isinstance(error, VmguiError):
            why = str(error)
        elif isinstance(error, OSError):
            why = f"{error.strerror or error}."
        else:
            # Somebody's mistake; the exception's text could be anything, even a secret.
            why = f"Unexpected {type(error).__name__}."
        sentence = f"{request} failed: {why}"
        self.counters.errors += 1
        if self._failures.allows():
            log.error("%s", sentence)
            if not isinstance(error, VmguiError | OSError):
                log.error("%s", "".join(traceback.format_tb(error.__traceback__)))
            self._report(sentence)
        return Refusal(wire_error(error), sentence)


def _piece(offset: int, end: int) -> int:
    """How much of a request to do at once: all, or up to where no sector is cut through."""
    return end - offset if end - offset <= PIECE else PIECE - offset % PIECE
