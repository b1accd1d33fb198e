"""A guest's driver and its QEMU in one, which says exactly what a test wants said.

Numbers and layouts are its own, written from the specifications.
"""

from __future__ import annotations

import array
import fcntl
import mmap
import os
import select
import socket
from collections.abc import Sequence
from struct import pack, pack_into, unpack, unpack_from

GET_FEATURES, SET_FEATURES, SET_OWNER = 1, 2, 3
SET_MEM_TABLE = 5
SET_VRING_NUM, SET_VRING_ADDR, SET_VRING_BASE, GET_VRING_BASE = 8, 9, 10, 11
SET_VRING_KICK, SET_VRING_CALL, SET_VRING_ERR = 12, 13, 14
GET_PROTOCOL_FEATURES, SET_PROTOCOL_FEATURES, GET_QUEUE_NUM, SET_VRING_ENABLE = 15, 16, 17, 18
GET_CONFIG, SET_CONFIG = 24, 25
GET_INFLIGHT_FD, SET_INFLIGHT_FD = 31, 32

F_RO, F_FLUSH, F_DISCARD = 1 << 5, 1 << 9, 1 << 13
F_INDIRECT, F_EVENT_IDX, F_PROTOCOL, F_VERSION_1 = 1 << 28, 1 << 29, 1 << 30, 1 << 32
P_MQ, P_REPLY_ACK, P_CONFIG, P_INFLIGHT = 1 << 0, 1 << 3, 1 << 9, 1 << 12

NEXT, WRITE, INDIRECT = 1, 2, 4
IN, OUT, FLUSH, GET_ID, DISCARD, ZEROES = 0, 1, 4, 8, 11, 13
OK, IOERR, UNSUPP, UNTOUCHED = 0, 1, 2, 0xEE

# Seconds until an answer that never comes is a failure.
PATIENCE = 20
# Where the guest's memory lies for the guest, and for its QEMU.
GUEST, USER = 0x40000000, 0x7F0000000000

Buffer = tuple[int, int, int]  # offset in the memory, length, WRITE or 0


class Memory:
    """Memory that can be shared: a file that no longer shrinks."""

    def __init__(self, size: int, seals: int = fcntl.F_SEAL_SHRINK) -> None:
        self.size = size
        self.fd = os.memfd_create("guest", os.MFD_ALLOW_SEALING)
        os.ftruncate(self.fd, size)
        if seals:
            fcntl.fcntl(self.fd, fcntl.F_ADD_SEALS, seals)
        self.bytes = mmap.mmap(self.fd, size)

    def close(self) -> None:
        self.bytes.close()
        os.close(self.fd)


class Driver:
    """One ring of ``size`` descriptors at the beginning of a memory; the rest is for buffers.

    Each ``queue`` has a memory of its own, side by side for the guest and for its QEMU.
    """

    def __init__(
        self,
        sock: socket.socket,
        *,
        size: int = 16,
        queue: int = 0,
        features: int = F_VERSION_1 | F_PROTOCOL | F_FLUSH | F_INDIRECT | F_EVENT_IDX,
    ) -> None:
        sock.settimeout(PATIENCE)
        self.sock = sock
        self.size = size
        self.queue = queue
        self.guest, self.user = GUEST + (queue << 24), USER + (queue << 24)
        self.features = features
        self.memory = Memory(1 << 20)
        self.kick = os.eventfd(0, os.EFD_NONBLOCK)
        self.call = os.eventfd(0, os.EFD_NONBLOCK)
        self.error = os.eventfd(0, os.EFD_NONBLOCK)
        self.available_at = 16 * size
        self.used_at = -(-(self.available_at + 6 + 2 * size) // 4096) * 4096
        self.buffers = self.used_at + 4096 * 4
        self.available = self.last_used = 0

    # vhost-user

    def send(
        self, request: int, payload: bytes = b"", fds: Sequence[int] = (), flags: int = 1
    ) -> None:
        message = pack("=III", request, flags, len(payload)) + payload
        rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", fds))] if fds else []
        self.sock.sendmsg([message], rights)

    def receive(self) -> tuple[int, bytes, list[int]]:
        """A reply: the message's number, its payload, descriptors."""
        header, fds, _, _ = socket.recv_fds(self.sock, 12, 8)
        if not header:
            raise EOFError
        request, flags, size = unpack("=III", header)
        assert flags == 5
        payload = b""
        while len(payload) < size:
            payload += self.sock.recv(size - len(payload))
        return request, payload, fds

    def ask(self, request: int, payload: bytes = b"") -> bytes:
        self.send(request, payload)
        answered, answer, _ = self.receive()
        assert answered == request
        return answer

    def ask_u64(self, request: int) -> int:
        number: int = unpack("=Q", self.ask(request))[0]
        return number

    def synchronize(self) -> None:
        """All that was said so far was heard."""
        self.ask_u64(GET_QUEUE_NUM)

    def hung_up(self) -> bool:
        """Whether the device closed the connection."""
        try:
            while self.sock.recv(4096):
                pass
        except ConnectionResetError:
            pass
        return True

    def share(self, *regions: tuple[int, int, int, int, int]) -> None:
        """SET_MEM_TABLE: (guest address, size, user address, offset, descriptor) each."""
        table = b"".join(pack("=QQQQ", *region[:4]) for region in regions)
        self.send(
            SET_MEM_TABLE, pack("=II", len(regions), 0) + table, [each[4] for each in regions]
        )

    @property
    def region(self) -> tuple[int, int, int, int, int]:
        """All of the memory."""
        return self.guest, self.memory.size, self.user, 0, self.memory.fd

    def share_all(self) -> None:
        self.share(self.region)

    def connect(self, *, protocol_features: int = P_REPLY_ACK) -> None:
        """Everything up to a ring that is served."""
        assert not self.features & ~self.ask_u64(GET_FEATURES)
        self.ask_u64(GET_PROTOCOL_FEATURES)
        self.send(SET_PROTOCOL_FEATURES, pack("=Q", protocol_features))
        self.send(SET_OWNER)
        self.send(SET_FEATURES, pack("=Q", self.features))
        self.share_all()
        self.start()

    def start(self, base: int | None = None) -> None:
        """Have the ring served, from an index on."""
        self.send(SET_VRING_NUM, pack("=II", self.queue, self.size))
        self.send(SET_VRING_BASE, pack("=II", self.queue, self.available if base is None else base))
        places = self.user, self.user + self.used_at, self.user + self.available_at, 0
        self.send(SET_VRING_ADDR, pack("=IIQQQQ", self.queue, 0, *places))
        self.send(SET_VRING_ERR, pack("=Q", self.queue), [self.error])
        self.send(SET_VRING_CALL, pack("=Q", self.queue), [self.call])
        self.send(SET_VRING_KICK, pack("=Q", self.queue), [self.kick])
        self.send(SET_VRING_ENABLE, pack("=II", self.queue, 1))
        self.synchronize()

    def track(self, fd: int | None = None) -> int:
        """Have the device keep track of requests, in a new buffer or this one; its descriptor."""
        if fd is None:
            self.send(GET_INFLIGHT_FD, pack("=QQHHI", 0, 0, 1, self.size, 0))
            request, payload, (fd,) = self.receive()
            assert request == GET_INFLIGHT_FD
            assert unpack("=QQHHI", payload)[1:] == (0, 1, self.size, 0)
        size = os.fstat(fd).st_size
        self.send(SET_INFLIGHT_FD, pack("=QQHHI", size, 0, 1, self.size, 0), [fd])
        return fd

    def reconnect(self, sock: socket.socket, inflight: int) -> None:
        """Go on with the next device, as QEMU does: all that is known is the used ring."""
        self.sock.close()
        sock.settimeout(PATIENCE)
        self.sock = sock
        self.send(SET_PROTOCOL_FEATURES, pack("=Q", P_INFLIGHT))
        self.send(SET_FEATURES, pack("=Q", self.features))
        self.share_all()
        self.track(inflight)
        self.start(base=self.used_index)

    def started(self) -> None:
        """Wait for the notification that each start of a ring brings, and forget it."""
        assert select.select([self.call], [], [], PATIENCE)[0]
        os.eventfd_read(self.call)

    def stop(self) -> int:
        """Have the ring served no more; where it would go on."""
        index, base = unpack("=II", self.ask(GET_VRING_BASE, pack("=II", self.queue, 0)))
        assert index == self.queue
        return int(base)

    # The ring

    def describe(self, index: int, buffer: Buffer, flags: int = 0, after: int = 0) -> None:
        """Fill a descriptor of the ring."""
        self.describe_at(16 * index, buffer, flags, after)

    def describe_at(self, at: int, buffer: Buffer, flags: int = 0, after: int = 0) -> None:
        """Fill one anywhere in memory."""
        offset, length, write = buffer
        pack_into("<QIHH", self.memory.bytes, at, self.guest + offset, length, flags | write, after)

    def chain(self, buffers: Sequence[Buffer], first: int = 0) -> int:
        """Describe buffers one after the other; the head."""
        for index, buffer in enumerate(buffers, start=first):
            last = index == first + len(buffers) - 1
            self.describe(index, buffer, 0 if last else NEXT, index + 1)
        return first

    def indirect(self, head: int, table: int, buffers: Sequence[Buffer]) -> int:
        """Describe buffers in a table at ``table``; the head."""
        for index, buffer in enumerate(buffers):
            last = index == len(buffers) - 1
            self.describe_at(table + 16 * index, buffer, 0 if last else NEXT, index + 1)
        self.describe(head, (table, 16 * len(buffers), 0), INDIRECT)
        return head

    def offer(self, *heads: int, kick: bool = True) -> None:
        """Put requests into the available ring."""
        data, at = self.memory.bytes, self.available_at
        for head in heads:
            pack_into("<H", data, at + 4 + 2 * (self.available % self.size), head)
            self.available = (self.available + 1) & 0xFFFF
        pack_into("<H", data, at + 4 + 2 * self.size, self.last_used)  # used_event
        pack_into("<H", data, at + 2, self.available)
        if kick:
            os.eventfd_write(self.kick, 1)

    @property
    def used_index(self) -> int:
        index: int = unpack_from("<H", self.memory.bytes, self.used_at + 2)[0]
        return index

    def used(self, count: int = 1) -> list[tuple[int, int]]:
        """Wait for so many answers: heads, and how many bytes were written."""
        answers = []
        while len(answers) < count:
            if self.used_index == self.last_used:
                pack_into("<H", self.memory.bytes,
                          self.available_at + 4 + 2 * self.size, self.last_used)  # fmt: skip
                if self.used_index == self.last_used:
                    assert select.select([self.call], [], [], PATIENCE)[0], "no notification came"
                    os.eventfd_read(self.call)
                continue
            at = self.used_at + 4 + 8 * (self.last_used % self.size)
            answers.append(unpack_from("<II", self.memory.bytes, at))
            self.last_used = (self.last_used + 1) & 0xFFFF
        return answers

    def put(self, at: int, data: bytes) -> None:
        self.memory.bytes[at : at + len(data)] = data

    def header(self, at: int, kind: int, sector: int = 0) -> Buffer:
        """Put a request's header there; its buffer."""
        self.put(at, pack("<IIQ", kind, 0, sector))
        return at, 16, 0

    def status_at(self, at: int) -> Buffer:
        self.put(at, bytes([UNTOUCHED]))
        return at, 1, WRITE

    def request(
        self,
        kind: int,
        sector: int = 0,
        data: bytes = b"",
        room: int = 0,
        *,
        indirect: bool = False,
    ) -> tuple[int, bytes]:
        """A request of its usual shape, to its end: status, and what the guest got."""
        header, body = self.buffers, self.buffers + 4096
        buffers = [self.header(header, kind, sector)]
        if data:
            self.put(body, data)
            buffers.append((body, len(data), 0))
        if room:
            buffers.append((body, room, WRITE))
        buffers.append(self.status_at(header + 16))
        head = self.indirect(3, header + 1024, buffers) if indirect else self.chain(buffers)
        self.offer(head)
        ((answered, written),) = self.used()
        assert answered == head
        status = self.memory.bytes[header + 16]
        return status, self.memory.bytes[body : body + max(0, min(written - 1, room))]

    def close(self) -> None:
        self.sock.close()
        self.memory.close()
        for fd in (self.kick, self.call, self.error):
            os.close(fd)
