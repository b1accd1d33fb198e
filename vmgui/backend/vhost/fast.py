"""The usual request without detours: one read or write of one buffer, in three descriptors.

What it does not know is left to :meth:`Requests.serve`, which does the same for any shape; the
speed of a disk comes from here.
"""

from __future__ import annotations

from collections.abc import Callable
from struct import Struct
from typing import TYPE_CHECKING

from vmgui.backend.vhost.gathering import LONGEST, Gathering
from vmgui.backend.vhost.request import (
    HEADER,
    IN,
    LARGE,
    NAMES,
    OUT,
    PIECE,
    S_IOERR,
    S_OK,
    Requests,
)
from vmgui.backend.vhost.ring import INDIRECT, NEXT, WRITE, Ring

if TYPE_CHECKING:
    from vmgui.disk.engine import BlockDevice

# Three descriptors, as an indirect table has them.
_THREE = Struct("<QIHHQIHHQIHH")
_HEADER_SIZE, _STATUS_SIZE = HEADER.size, 1
_TABLE = _THREE.size | INDIRECT << 32  # the second word of a descriptor for such a table
_LENGTH, _FLAGS = 0xFFFFFFFF, 0xFFFF

# What is said instead of a length: not a usual request; a write that waits for others.
UNUSUAL = -1
GATHERED = -2


def usual_requests(
    ring: Ring, device: BlockDevice, requests: Requests, gathering: Gathering | None
) -> Callable[[int], int]:
    """``serve(head)``: how many bytes the guest got, or UNUSUAL and nothing was done.

    GATHERED where it was left to ``gathering``, which is there for authenticated disks only. It
    raises DriveFull. Made once for a ring, so that all it needs is at hand.
    """
    words, regions = ring.descriptors, ring.memory.regions
    size, limit, indirect = ring.size, device.size, ring.indirect
    read, write, counters = device.read, device.write, requests.counters
    unpack_three, unpack_header = _THREE.unpack_from, HEADER.unpack_from
    scratch = None if requests.direct else requests.scratch

    def serve(head: int) -> int:
        address, word = words[2 * head], words[2 * head + 1]
        if word & 0xFFFFFFFFFFFF == _TABLE and indirect:
            for low, high, _, view in regions:  # noqa: B007  (used behind the loop)
                if low <= address and address + 48 <= high:
                    break
            else:
                return UNUSUAL
            a0, l0, f0, n0, a1, l1, f1, n1, a2, l2, f2, _ = unpack_three(view, address - low)
            if n0 != 1 or n1 != 2:
                return UNUSUAL
        else:
            a0, l0, f0, second = address, word & _LENGTH, word >> 32 & _FLAGS, word >> 48
            if second >= size:
                return UNUSUAL
            a1, word = words[2 * second], words[2 * second + 1]
            l1, f1, third = word & _LENGTH, word >> 32 & _FLAGS, word >> 48
            if third >= size:
                return UNUSUAL
            a2, word = words[2 * third], words[2 * third + 1]
            l2, f2 = word & _LENGTH, word >> 32 & _FLAGS
        if f0 != NEXT or l0 != _HEADER_SIZE or f2 != WRITE or l2 != _STATUS_SIZE or l1 > PIECE:
            return UNUSUAL
        for low, high, _, view in regions:  # noqa: B007  (used behind the loop)
            if low <= a1 and a1 + l1 <= high:
                break
        else:
            return UNUSUAL
        if not (low <= a0 <= high - _HEADER_SIZE and low <= a2 < high):
            return UNUSUAL
        kind, _, sector = unpack_header(view, a0 - low)
        offset = sector << 9
        if offset + l1 > limit or l1 & 511 or not l1:
            return UNUSUAL
        start = a1 - low
        if l1 >= LARGE:
            requests.large = True
        if kind == IN and f1 == NEXT | WRITE:
            try:
                if scratch is None:
                    read(offset, view[start : start + l1])
                else:
                    read(offset, scratch[:l1])
                    view[start : start + l1] = scratch[:l1]
            except Exception as error:  # noqa: BLE001  (reported to all who can act)
                requests.failed(NAMES[IN], offset, l1, error)
                view[a2 - low] = S_IOERR
                return 1
            view[a2 - low] = S_OK
            counters.reads += 1
            counters.read_bytes += l1
            return int(l1) + 1
        if kind == OUT and f1 == NEXT and not (requests.write_through or device.read_only):
            if gathering is not None and l1 <= LONGEST:
                gathering.add(offset, view[start : start + l1], view, a2 - low)
                return GATHERED
            try:
                if scratch is None:
                    write(offset, view[start : start + l1])
                else:
                    scratch[:l1] = view[start : start + l1]
                    write(offset, scratch[:l1])
            except Exception as error:  # noqa: BLE001
                problem = requests.full_or(error, NAMES[OUT], offset, l1)
                if problem is not error:
                    raise problem from None
                requests.failed(NAMES[OUT], offset, l1, error)
                view[a2 - low] = S_IOERR
                return 1
            view[a2 - low] = S_OK
            counters.writes += 1
            counters.written_bytes += l1
            return 1
        return UNUSUAL

    return serve
