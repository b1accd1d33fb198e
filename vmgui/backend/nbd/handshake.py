"""Fixed newstyle negotiation, the server's side ("Handshake phase" of the specification).

There is one export. Its name is ``disk``; the empty name, which the specification reserves for
the default export, means it as well.
"""

from __future__ import annotations

import socket
from dataclasses import dataclass
from typing import Protocol

from vmgui.backend.nbd import protocol as nbd
from vmgui.backend.nbd.requests import MAX_REQUEST

EXPORT_NAME = b"disk"

# A longer option is read to its end and refused; one beyond MAX_DRAINED ends the connection.
MAX_OPTION = 16 << 10
MAX_DRAINED = 1 << 20
MAX_OPTIONS = 256
MAX_QUERIES = 32


class Export(Protocol):
    """What the negotiation tells about a disk: ``size`` and ``sector_size`` in bytes."""

    size: int
    sector_size: int
    read_only: bool


class ProtocolError(Exception):
    """The client broke a rule in a way that leaves nothing but to hang up; says which."""


@dataclass(slots=True)
class Agreement:
    """What both sides settled on: structured replies, and the ``base:allocation`` context."""

    structured: bool = False
    allocation: bool = False


def negotiate(sock: socket.socket, export: Export) -> Agreement:
    """Haggle until the client chooses the export.

    Raises EOFError where the client leaves first, :exc:`ProtocolError` where it does not speak
    fixed newstyle, and OSError where the connection breaks.
    """
    return _Negotiation(sock, export).run()


def transmission_flags(export: Export, structured: bool) -> int:
    """What this server can do with ``export`` ("Transmission flags")."""
    flags = nbd.FLAG_HAS_FLAGS | nbd.FLAG_SEND_FLUSH | nbd.FLAG_SEND_FUA
    # All connections share one device without a cache of its own, so one's flush covers all.
    flags |= nbd.FLAG_CAN_MULTI_CONN
    if export.read_only:
        flags |= nbd.FLAG_READ_ONLY
    else:
        flags |= nbd.FLAG_SEND_TRIM | nbd.FLAG_SEND_WRITE_ZEROES
    if structured:
        flags |= nbd.FLAG_SEND_DF
    return flags


class _OptionError(Exception):
    """An option is answered with an error: reply type and a sentence."""

    def __init__(self, reply: int, sentence: str) -> None:
        super().__init__(sentence)
        self.reply = reply


class _Negotiation:
    def __init__(self, sock: socket.socket, export: Export) -> None:
        self._sock = sock
        self._export = export
        self._agreement = Agreement()
        self._context_name: bytes | None = None  # the export that base:allocation was asked for
        self._no_zeroes = False

    def run(self) -> Agreement:
        hello = nbd.FLAG_FIXED_NEWSTYLE | nbd.FLAG_NO_ZEROES
        self._sock.sendall(nbd.SERVER_HELLO.pack(nbd.NBDMAGIC, nbd.IHAVEOPT, hello))
        (flags,) = nbd.CLIENT_FLAGS.unpack(self._receive(nbd.CLIENT_FLAGS.size))
        if flags & ~(nbd.FLAG_C_FIXED_NEWSTYLE | nbd.FLAG_C_NO_ZEROES):
            raise ProtocolError(f"The client set unknown client flags ({flags:#x}).")
        self._no_zeroes = bool(flags & nbd.FLAG_C_NO_ZEROES)
        for _ in range(MAX_OPTIONS):
            magic, option, length = nbd.OPTION_HEADER.unpack(self._receive(nbd.OPTION_HEADER.size))
            if magic != nbd.IHAVEOPT:
                raise ProtocolError(f"An option began with {magic:#x} instead of IHAVEOPT.")
            if length > MAX_OPTION:
                self._drain(option, length)
                sentence = f"An option of {length} bytes is over this server's {MAX_OPTION}."
                self._reply(option, nbd.REP_ERR_TOO_BIG, sentence.encode())
                continue
            data = self._receive(length)
            try:
                if self._option(option, data):
                    return self._agreement
            except _OptionError as refusal:
                self._reply(option, refusal.reply, str(refusal).encode())
        raise ProtocolError(f"The client sent {MAX_OPTIONS} options and chose no export.")

    def _option(self, option: int, data: bytes) -> bool:
        """Answer one option; True once the transmission phase begins."""
        if option == nbd.OPT_EXPORT_NAME:
            return self._export_name(data)
        if option in (nbd.OPT_INFO, nbd.OPT_GO):
            return self._info(option, data)
        if option == nbd.OPT_ABORT:
            self._reply(option, nbd.REP_ACK)
            raise EOFError
        if option == nbd.OPT_LIST:
            _expect_no_data("NBD_OPT_LIST", data)
            name = nbd.UINT32.pack(len(EXPORT_NAME)) + EXPORT_NAME
            self._reply(option, nbd.REP_SERVER, name)
            self._reply(option, nbd.REP_ACK)
        elif option == nbd.OPT_STRUCTURED_REPLY:
            _expect_no_data("NBD_OPT_STRUCTURED_REPLY", data)
            self._agreement.structured = True
            self._reply(option, nbd.REP_ACK)
        elif option in (nbd.OPT_LIST_META_CONTEXT, nbd.OPT_SET_META_CONTEXT):
            self._meta_context(option, data)
        else:
            raise _OptionError(nbd.REP_ERR_UNSUP, f"This server does not know option {option}.")
        return False

    def _export_name(self, name: bytes) -> bool:
        if name not in (b"", EXPORT_NAME):
            # This option has no error reply.
            raise ProtocolError("The client asked for an export that does not exist.")
        self._begin(name)
        flags = transmission_flags(self._export, self._agreement.structured)
        padding = b"" if self._no_zeroes else bytes(124)
        self._sock.sendall(nbd.EXPORT_NAME_REPLY.pack(self._export.size, flags) + padding)
        return True

    def _info(self, option: int, data: bytes) -> bool:
        fields = _Fields(data)
        name = fields.string()
        wanted = [fields.uint16() for _ in range(fields.uint16())]
        fields.expect_end()
        _check_name(name)
        export = self._export
        flags = transmission_flags(export, self._agreement.structured)
        info = nbd.INFO_EXPORT_REPLY.pack(nbd.INFO_EXPORT, export.size, flags)
        self._reply(option, nbd.REP_INFO, info)
        if nbd.INFO_NAME in wanted:
            self._reply(option, nbd.REP_INFO, nbd.UINT16.pack(nbd.INFO_NAME) + EXPORT_NAME)
        # Any byte can be addressed: the device reads, changes and writes back the sectors at a
        # request's edges, which costs the client no extra round trip. Sent unasked, too.
        sizes = nbd.INFO_BLOCK_SIZE_REPLY.pack(
            nbd.INFO_BLOCK_SIZE, 1, max(512, export.sector_size), MAX_REQUEST
        )
        self._reply(option, nbd.REP_INFO, sizes)
        if option == nbd.OPT_GO:
            self._begin(name)
        self._reply(option, nbd.REP_ACK)
        return option == nbd.OPT_GO

    def _begin(self, name: bytes) -> None:
        # A context counts only for the export name that it was negotiated with.
        self._agreement.allocation = self._context_name == name

    def _meta_context(self, option: int, data: bytes) -> None:
        setting = option == nbd.OPT_SET_META_CONTEXT
        if setting:
            self._context_name = None  # even where the option fails
        if not self._agreement.structured:
            raise _OptionError(nbd.REP_ERR_INVALID, "Negotiate structured replies first.")
        fields = _Fields(data)
        name = fields.string()
        count = fields.uint32()
        if count > MAX_QUERIES:
            raise _OptionError(nbd.REP_ERR_TOO_BIG, f"This server takes {MAX_QUERIES} queries.")
        queries = [fields.string() for _ in range(count)]
        fields.expect_end()
        _check_name(name)
        if setting:
            matches = nbd.BASE_ALLOCATION in queries
        else:
            matches = not queries or b"base:" in queries or nbd.BASE_ALLOCATION in queries
        if matches:
            context = nbd.UINT32.pack(nbd.CONTEXT_ID if setting else 0)
            self._reply(option, nbd.REP_META_CONTEXT, context + nbd.BASE_ALLOCATION)
            if setting:
                self._context_name = name
        self._reply(option, nbd.REP_ACK)

    def _reply(self, option: int, reply: int, data: bytes = b"") -> None:
        header = nbd.OPTION_REPLY_HEADER.pack(nbd.REP_MAGIC, option, reply, len(data))
        self._sock.sendall(header + data)

    def _receive(self, count: int) -> bytes:
        """Exactly ``count`` bytes, and none of what follows them."""
        data = bytearray()
        while len(data) < count:
            part = self._sock.recv(count - len(data))
            if not part:
                raise EOFError
            data += part
        return bytes(data)

    def _drain(self, option: int, length: int) -> None:
        if length > MAX_DRAINED or option == nbd.OPT_EXPORT_NAME:
            raise ProtocolError(f"The client sent an option of {length} bytes.")
        while length:
            length -= len(self._receive(min(length, MAX_OPTION)))


class _Fields:
    """Takes an option's data apart; refuses the option where the fields do not fit the data."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def take(self, count: int) -> bytes:
        if count > len(self._data):
            raise _OptionError(nbd.REP_ERR_INVALID, "The option ends in the middle of a field.")
        taken, self._data = self._data[:count], self._data[count:]
        return taken

    def uint16(self) -> int:
        return int.from_bytes(self.take(2), "big")

    def uint32(self) -> int:
        return int.from_bytes(self.take(4), "big")

    def string(self) -> bytes:
        length = self.uint32()
        if length > nbd.MAX_STRING:
            raise _OptionError(nbd.REP_ERR_INVALID, "A string is longer than 4096 bytes.")
        return self.take(length)

    def expect_end(self) -> None:
        if self._data:
            raise _OptionError(nbd.REP_ERR_INVALID, "The option has bytes after its last field.")


def _expect_no_data(name: str, data: bytes) -> None:
    if data:
        raise _OptionError(nbd.REP_ERR_INVALID, f"{name} takes no data.")


def _check_name(name: bytes) -> None:
    if name not in (b"", EXPORT_NAME):
        raise _OptionError(nbd.REP_ERR_UNKNOWN, "There is one export here; its name is disk.")
