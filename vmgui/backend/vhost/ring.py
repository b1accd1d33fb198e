"""A split virtqueue: descriptors, available ring, used ring (VIRTIO 1.2, section 2.7).

Indices are read and written as 16-bit units, never byte by byte: the other side looks at them at
the same time.
"""

from __future__ import annotations

from struct import Struct
from typing import NamedTuple

from vmgui.backend.vhost.barrier import full_barrier
from vmgui.backend.vhost.memory import BadAddress, GuestMemory
from vmgui.backend.vhost.protocol import VringAddresses

# Descriptor flags
NEXT = 1
WRITE = 2
INDIRECT = 4

DESCRIPTOR = Struct("<QIHH")  # address, length, flags, next

# Flags of the rings, where there is no event index
AVAIL_NO_INTERRUPT = 1
USED_NO_NOTIFY = 1

MAX_SIZE = 1024
# An indirect table may be longer than its ring; Linux keeps to this (VIRTQUEUE_MAX_SIZE of QEMU).
MAX_CHAIN = 1024


class BadChain(Exception):
    """A request's descriptors can't be followed: the request fails. Holds why, in words."""


class RingBroken(Exception):
    """A ring makes no sense any more: it stops. Holds why, in words."""


class Chain(NamedTuple):
    """The buffers of a request, as (guest address, length): those to read, those to write."""

    readable: list[tuple[int, int]]
    writable: list[tuple[int, int]]


class Ring:
    """The three parts of a ring of ``size`` descriptors (a power of two).

    ``descriptors`` has two words of 64 bits for each; ``available`` the whole available ring in
    16 bits, ``heads`` its entries; ``used_head`` flags and index; ``used_elements`` two of 32 bits
    for each.
    """

    def __init__(
        self,
        memory: GuestMemory,
        size: int,
        places: VringAddresses,
        *,
        event_index: bool,
        indirect: bool,
    ) -> None:
        """Raises :exc:`BadAddress`, :exc:`RingBroken`."""
        if places.descriptors % 16 or places.available % 2 or places.used % 4:
            raise RingBroken("its parts lie at odd addresses")
        table = memory.at_user(places.descriptors, 16 * size)
        available = memory.at_user(places.available, 6 + 2 * size)
        used = memory.at_user(places.used, 6 + 8 * size)
        self.memory = memory
        self.size = size
        self.event_index = event_index
        self.indirect = indirect
        self._table = table
        self.descriptors = table.cast("Q")
        self.available = available.cast("H")
        self.heads = self.available[2 : 2 + size]
        self.used_head = used[:4].cast("H")
        self.used_elements = used[4 : 4 + 8 * size].cast("I")
        self.used_event = self.available[2 + size : 3 + size]
        self._avail_event = used[4 + 8 * size :].cast("H")

    def wants_notification(self, before: int, now: int) -> bool:
        """Whether the driver wants to hear that the used index went from ``before`` to ``now``."""
        full_barrier()
        if self.event_index:
            return (now - self.used_event[0] - 1) & 0xFFFF < (now - before) & 0xFFFF
        return not self.available[0] & AVAIL_NO_INTERRUPT

    def ask_for_kick(self, last: int) -> bool:
        """Have the driver kick at the next request; False where there is one already.

        ``last`` is how far the available ring was read.
        """
        if self.event_index:
            self._avail_event[0] = last
        else:
            self.used_head[0] = 0
        full_barrier()
        return bool(self.available[1] == last)

    def no_kicks(self) -> None:
        """We look by ourselves. (With an event index nothing need be said: it is passed.)"""
        if not self.event_index:
            self.used_head[0] = USED_NO_NOTIFY

    def chain(self, head: int) -> Chain:
        """Follow a chain, looking at each descriptor once. Raises :exc:`BadChain`."""
        table, count, index, limit = self._table, self.size, head, self.size
        readable: list[tuple[int, int]] = []
        writable: list[tuple[int, int]] = []
        seen = 0
        while True:
            if index >= count:
                raise BadChain(f"a descriptor's number is {index} of {count}")
            if seen == limit:
                raise BadChain("its descriptors go in a circle")
            seen += 1
            address, length, flags, after = DESCRIPTOR.unpack_from(table, 16 * index)
            if flags & INDIRECT:
                if table is not self._table or seen > 1 or flags & NEXT or not self.indirect:
                    raise BadChain("an indirect descriptor stands where none may")
                count, rest = divmod(length, 16)
                if rest or not 0 < count <= MAX_CHAIN:
                    raise BadChain(f"an indirect table has {length} bytes")
                try:
                    table = self.memory.whole(address, length)
                except BadAddress as error:
                    raise BadChain(str(error)) from None
                index, seen, limit = 0, 0, count
                continue
            if flags & WRITE:
                writable.append((address, length))
            elif writable:
                raise BadChain("a buffer to read follows one to write")
            else:
                readable.append((address, length))
            if not flags & NEXT:
                return Chain(readable, writable)
            index = after
