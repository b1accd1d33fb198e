"""Messages of vhost-user: the numbers, the shapes, and what makes one invalid.

To be read beside "Message specification" and "Front-end message types". Integers are in the
host's byte order, which is little endian wherever this device is offered.
"""

from __future__ import annotations

import array
import os
import socket
from dataclasses import dataclass, field
from struct import Struct
from typing import NamedTuple

# Front-end message types
GET_FEATURES = 1
SET_FEATURES = 2
SET_OWNER = 3
RESET_OWNER = 4
SET_MEM_TABLE = 5
SET_VRING_NUM = 8
SET_VRING_ADDR = 9
SET_VRING_BASE = 10
GET_VRING_BASE = 11
SET_VRING_KICK = 12
SET_VRING_CALL = 13
SET_VRING_ERR = 14
GET_PROTOCOL_FEATURES = 15
SET_PROTOCOL_FEATURES = 16
GET_QUEUE_NUM = 17
SET_VRING_ENABLE = 18
GET_CONFIG = 24
SET_CONFIG = 25
GET_INFLIGHT_FD = 31
SET_INFLIGHT_FD = 32

# Header flags
VERSION = 1
VERSION_MASK = 3
REPLY = 1 << 2
NEED_REPLY = 1 << 3

# Protocol features
PROTOCOL_F_MQ = 1 << 0
PROTOCOL_F_REPLY_ACK = 1 << 3
PROTOCOL_F_CONFIG = 1 << 9
PROTOCOL_F_INFLIGHT_SHMFD = 1 << 12

# A feature of the device: that protocol features can be negotiated at all.
F_PROTOCOL_FEATURES = 1 << 30

# SET_VRING_KICK and the like: the queue, and whether a descriptor comes along.
VRING_INDEX_MASK = 0xFF
VRING_NOFD = 1 << 8

MAX_REGIONS = 8
MAX_FDS = 8
# A configuration space has at most this many bytes.
MAX_CONFIG = 256
_MAX_PAYLOAD = 4096

HEADER = Struct("=III")  # request, flags, size of the payload
U64 = Struct("=Q")
VRING_STATE = Struct("=II")  # queue, number
VRING_ADDR = Struct("=IIQQQQ")  # queue, flags, descriptors, used, available, log
MEMORY_HEAD = Struct("=II")  # number of regions, padding
MEMORY_REGION = Struct("=QQQQ")  # guest address, size, user address, offset in the file
CONFIG_HEAD = Struct("=III")  # offset, size, flags
INFLIGHT = Struct("=QQHH")  # size, offset in the file, number of queues, their size
INFLIGHT_PADDED = 24  # as QEMU sends it, being compiled C


class ProtocolError(Exception):
    """The front-end broke the protocol: the connection can only be closed. Holds a sentence."""


class VringAddresses(NamedTuple):
    """Where a ring's three parts lie, as user addresses (those of the front-end's process)."""

    descriptors: int
    used: int
    available: int


class MemoryRegion(NamedTuple):
    """A region as it is announced; ``offset`` is where it begins in its file."""

    guest: int
    size: int
    user: int
    offset: int


@dataclass
class Message:
    """A message that arrived. It owns its descriptors until one takes them."""

    request: int
    flags: int
    payload: bytes
    fds: list[int] = field(default_factory=list)

    def __str__(self) -> str:
        return f"The vhost-user message {self.request} with {len(self.payload)} bytes"

    @property
    def needs_reply(self) -> bool:
        return bool(self.flags & NEED_REPLY)

    def close(self) -> None:
        """Close the descriptors that nobody took."""
        while self.fds:
            os.close(self.fds.pop())

    def take_fds(self, count: int) -> list[int]:
        """The descriptors, which must be so many. Raises :exc:`ProtocolError`."""
        if len(self.fds) != count:
            raise ProtocolError(f"{self} came with {len(self.fds)} descriptors, not {count}.")
        taken, self.fds = self.fds, []
        return taken

    def unpack(self, shape: Struct) -> tuple[int, ...]:
        """The payload, which must have this shape. Raises :exc:`ProtocolError`."""
        if len(self.payload) != shape.size:
            raise ProtocolError(f"{self} should have {shape.size}.")
        return shape.unpack(self.payload)

    def u64(self) -> int:
        """The one number that it holds."""
        return self.unpack(U64)[0]

    def vring_state(self) -> tuple[int, int]:
        """A queue and a number."""
        queue, number = self.unpack(VRING_STATE)
        return queue, number

    def vring_addresses(self) -> tuple[int, VringAddresses]:
        """A queue and where its ring lies."""
        queue, flags, descriptors, used, available, _ = self.unpack(VRING_ADDR)
        if flags:
            raise ProtocolError(f"{self} asks for a log of writes, which was not offered.")
        return queue, VringAddresses(descriptors, used, available)

    def vring_fd(self) -> tuple[int, int | None]:
        """A queue and a descriptor, or None where the message says that there is none."""
        number = self.u64()
        queue = number & VRING_INDEX_MASK
        if number & VRING_NOFD:
            self.take_fds(0)
            return queue, None
        return queue, self.take_fds(1)[0]

    def memory(self) -> list[tuple[MemoryRegion, int]]:
        """The regions, each with its descriptor, which is the caller's then."""
        if len(self.payload) < MEMORY_HEAD.size:
            raise ProtocolError(f"{self} is too short.")
        count, _ = MEMORY_HEAD.unpack_from(self.payload)
        whole = MEMORY_HEAD.size + count * MEMORY_REGION.size
        if not 0 < count <= MAX_REGIONS or len(self.payload) < whole:
            raise ProtocolError(f"{self} announces {count} regions of memory.")
        regions = [
            MemoryRegion(*MEMORY_REGION.unpack_from(self.payload, at))
            for at in range(MEMORY_HEAD.size, whole, MEMORY_REGION.size)
        ]
        return list(zip(regions, self.take_fds(count), strict=True))

    def config(self) -> tuple[int, int, bytes]:
        """Offset and length in the configuration space, and the bytes sent along."""
        if len(self.payload) < CONFIG_HEAD.size:
            raise ProtocolError(f"{self} is too short.")
        offset, size, _ = CONFIG_HEAD.unpack_from(self.payload)
        data = self.payload[CONFIG_HEAD.size :]
        if size > MAX_CONFIG or offset + size > MAX_CONFIG or len(data) != size:
            raise ProtocolError(f"{self} asks for {size} bytes of configuration at {offset}.")
        return offset, size, data

    def inflight(self) -> tuple[int, int, int, int]:
        """Size and offset of the buffer, number of queues and their size."""
        if len(self.payload) not in (INFLIGHT.size, INFLIGHT_PADDED):
            raise ProtocolError(f"{self} should have {INFLIGHT.size}.")
        size, offset, queues, queue_size = INFLIGHT.unpack_from(self.payload)
        return size, offset, queues, queue_size


def receive(sock: socket.socket) -> Message | None:
    """The next message; None where the front-end has left. Raises :exc:`ProtocolError`, OSError."""
    room = socket.CMSG_SPACE(MAX_FDS * array.array("i").itemsize)
    data, ancillary, flags, _ = sock.recvmsg(HEADER.size, room, socket.MSG_CMSG_CLOEXEC)
    message = Message(0, 0, b"", _descriptors(ancillary))
    try:
        if flags & socket.MSG_CTRUNC:
            raise ProtocolError(f"A vhost-user message came with more than {MAX_FDS} descriptors.")
        if not data:
            return None
        data += _exactly(sock, HEADER.size - len(data))
        message.request, message.flags, size = HEADER.unpack(data)
        if message.flags & VERSION_MASK != VERSION or message.flags & REPLY:
            raise ProtocolError(f"{message} has the flags {message.flags:#x}.")
        if size > _MAX_PAYLOAD:
            raise ProtocolError(f"The vhost-user message {message.request} announces {size} bytes.")
        message.payload = _exactly(sock, size)
    except BaseException:
        message.close()
        raise
    return message


def _descriptors(ancillary: list[tuple[int, int, bytes]]) -> list[int]:
    found = array.array("i")
    for level, kind, data in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            found.frombytes(data[: len(data) - len(data) % found.itemsize])
    return found.tolist()


def _exactly(sock: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size:
        part, _, flags, _ = sock.recvmsg(size - len(data))
        if flags & socket.MSG_CTRUNC:  # the kernel has closed them
            raise ProtocolError("Descriptors came in the middle of a vhost-user message.")
        if not part:
            raise ProtocolError("The front-end left in the middle of a vhost-user message.")
        data += part
    return data


def reply(
    sock: socket.socket, request: int, payload: bytes, fds: tuple[int, ...] = ()
) -> None:  # fmt: skip
    """Answer a message. Raises OSError."""
    header = HEADER.pack(request, VERSION | REPLY, len(payload))
    if fds:
        socket.send_fds(sock, [header + payload], list(fds))
    else:
        sock.sendall(header + payload)
