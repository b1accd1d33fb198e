"""Requests of a block device (VIRTIO 1.2, section 5.2.6), of any shape.

Data that lies in one piece goes from the engine right into the guest's buffer, or out of it; other
data passes through a scratch buffer. So does all data of disks that are authenticated: what is
read must not be seen before it was verified, and what is written must not change between its
encryption and its tag.
"""

from __future__ import annotations

import errno
import logging
import traceback
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from struct import Struct
from typing import TYPE_CHECKING

from vmgui.backend.counters import Counters
from vmgui.backend.throttle import Throttle
from vmgui.backend.vhost.config import MAX_DISCARD, MAX_RANGES, MAX_WRITE_ZEROES, SECTOR
from vmgui.backend.vhost.memory import BadAddress, GuestMemory
from vmgui.backend.vhost.ring import BadChain, Chain
from vmgui.errors import VmguiError
from vmgui.memory import private_memory

if TYPE_CHECKING:
    from vmgui.disk.engine import BlockDevice

# Request types
IN = 0
OUT = 1
FLUSH = 4
GET_ID = 8
DISCARD = 11
WRITE_ZEROES = 13
NAMES = {
    IN: "read", OUT: "write", FLUSH: "flush", GET_ID: "question for the disk's name",
    DISCARD: "discard", WRITE_ZEROES: "write of zeros",
}  # fmt: skip

# Status
S_OK = 0
S_IOERR = 1
S_UNSUPP = 2

HEADER = Struct("<IIQ")  # type, reserved, sector
RANGE = Struct("<QII")  # sector, number of sectors, flags
RANGE_UNMAP = 1

ID_BYTES = 20
# The most that passes through the scratch buffer at once. A multiple of every sector size.
PIECE = 1 << 20
# Long enough to be announced by itself.
LARGE = 32 << 10
# What UEFI reads at once is the longest that is known.
MAX_REQUEST = 1 << 30
_TOLD_AT_ONCE = 20

log = logging.getLogger(__name__)

Views = list[memoryview]


class DriveFull(Exception):
    """The host's drive has no room for what a guest writes. The request is not answered."""


class Refused(Exception):
    """A request that can't be served, with its status. Holds why, in words."""

    def __init__(self, why: str, status: int = S_IOERR) -> None:
        super().__init__(why)
        self.status = status


class Requests:
    """Serves the requests of one queue.

    ``report`` gets a sentence for each failure of the device, on the queue's thread; it must not
    block. ``write_through``: the driver knows of no flush, so each write is one. ``large`` is set
    by a request for which the guest should not have to wait until others are done.
    """

    def __init__(
        self,
        device: BlockDevice,
        name: bytes,
        report: Callable[[str], None],
        *,
        write_through: bool = False,
    ) -> None:
        self._device = device
        self._name = name[:ID_BYTES].ljust(ID_BYTES, b"\0")
        self.report = report
        self._refusals = Throttle(_TOLD_AT_ONCE)
        self._failures = Throttle(_TOLD_AT_ONCE)
        self.write_through = write_through
        self.direct = not device.authenticated
        self.counters = Counters()
        self.large = False

    @cached_property
    def scratch(self) -> memoryview:
        """Room for PIECE bytes, which most queues never need."""
        return memoryview(private_memory(PIECE))

    def serve(self, memory: GuestMemory, chain: Chain) -> int:
        """Do what a chain asks for and write its status; how many bytes the guest got in all.

        Raises :exc:`BadChain` where there is no place for a status, and :exc:`DriveFull`.
        """
        readable, writable = _views(memory, chain.readable), _views(memory, chain.writable)
        status_at, data_in = _split_last(writable)
        header, data_out = _split(readable, HEADER.size)
        kind, offset = -1, 0
        try:
            if header is None:
                raise Refused("its header is too short")
            kind, _, sector = HEADER.unpack(header)
            offset = sector * SECTOR
            written = self._do(kind, offset, data_out, data_in)
            status = S_OK
        except Refused as refused:
            status, written = refused.status, 0
            if self._refusals.allows():
                what = NAMES.get(kind, f"request of type {kind}")
                log.warning("A %s at offset %d was refused: %s.", what, offset, str(refused))
        except DriveFull:
            raise
        except Exception as error:  # noqa: BLE001  (reported to all who can act)
            self.failed(NAMES[kind], offset, _length(data_out or data_in), error)
            status, written = S_IOERR, 0
        status_at[0] = status
        return written + 1

    def _do(self, kind: int, offset: int, data_out: Views, data_in: Views) -> int:
        if kind == IN:
            return self._read(offset, data_in)
        if kind == OUT:
            self._write(offset, data_out)
        elif kind == FLUSH:
            self._device.flush()
            self.counters.flushes += 1
        elif kind == GET_ID:
            return _scatter(memoryview(self._name), data_in)
        elif kind in (DISCARD, WRITE_ZEROES):
            self._ranges(kind, data_out)
        else:
            raise Refused("the device does not know it", S_UNSUPP)
        return 0

    def _read(self, offset: int, views: Views) -> int:
        total = self._checked(offset, _length(views))
        if len(views) == 1 and self.direct:
            self._device.read(offset, views[0])
        else:
            places, at = iter(views), memoryview(b"")
            for start, length in _pieces(offset, total):
                piece = self.scratch[:length]
                self._device.read(start, piece)
                at = _copy_out(piece, at, places)
        self.counters.reads += 1
        self.counters.read_bytes += total
        return total

    def _write(self, offset: int, views: Views) -> None:
        total = self._checked(offset, _length(views), writing=True)
        try:
            if len(views) == 1 and self.direct:
                self._device.write(offset, views[0])
            else:
                places, at = iter(views), memoryview(b"")
                for start, length in _pieces(offset, total):
                    piece = self.scratch[:length]
                    at = _copy_in(piece, at, places)
                    self._device.write(start, piece)
            if self.write_through:
                self._device.flush()
        except OSError as error:
            raise self.full_or(error, "write", offset, total) from None
        self.counters.writes += 1
        self.counters.written_bytes += total

    def _checked(self, offset: int, length: int, *, writing: bool = False) -> int:
        """The same length. Raises :exc:`Refused`."""
        if writing and self._device.read_only:
            raise Refused("the disk is read-only")
        if not length or length % SECTOR or length > MAX_REQUEST:
            raise Refused(f"it has {length} bytes")
        if offset + length > self._device.size:
            raise Refused(f"it ends beyond the disk's {self._device.size} bytes")
        self.large = length >= LARGE
        return length

    def _ranges(self, kind: int, data_out: Views) -> None:
        count, rest = divmod(_length(data_out), RANGE.size)
        if rest or not 0 < count <= MAX_RANGES:
            raise Refused(f"its list of ranges has {_length(data_out)} bytes")
        ranges, _ = _split(data_out, count * RANGE.size)
        assert ranges is not None
        limit = MAX_DISCARD if kind == DISCARD else MAX_WRITE_ZEROES
        todo = []
        for sector, sectors, flags in RANGE.iter_unpack(ranges):
            if sectors > limit:
                raise Refused(f"a range has {sectors} sectors, at most {limit} are possible")
            if flags & ~RANGE_UNMAP or (kind == DISCARD and flags):
                raise Refused(f"a range has the flags {flags:#x}", S_UNSUPP)
            length = self._checked(sector * SECTOR, sectors * SECTOR, writing=True)
            todo.append((sector * SECTOR, length, flags))
        for offset, length, flags in todo:
            try:
                if kind == DISCARD:
                    self._device.trim(offset, length)
                else:
                    allocate = not flags & RANGE_UNMAP
                    self._device.write_zeroes(offset, length, allocate=allocate)
            except OSError as error:
                raise self.full_or(error, NAMES[kind], offset, length) from None

    def full_or(self, error: Exception, what: str, offset: int, length: int) -> Exception:
        """What to raise for an error: :exc:`DriveFull` where that is what it means."""
        if getattr(error, "errno", None) not in (errno.ENOSPC, errno.EDQUOT):
            return error
        self.failed(what, offset, length, error)
        return DriveFull()

    def failed(self, what: str, offset: int, length: int, error: Exception) -> None:
        """Tell a failure of the device to the log and to the owner."""
        if isinstance(error, VmguiError):
            why = str(error)
        elif isinstance(error, OSError):
            why = f"{error.strerror or error}."
        else:
            # Somebody's mistake; the exception's text could be anything, even a secret.
            why = f"Unexpected {type(error).__name__}."
        sentence = f"A {what} of {length} bytes at offset {offset} failed: {why}"
        self.counters.errors += 1
        if self._failures.allows():
            log.error("%s", sentence)
            if not isinstance(error, VmguiError | OSError):
                log.error("%s", "".join(traceback.format_tb(error.__traceback__)))
            self.report(sentence)

    def malformed(self, why: object) -> None:
        """Tell the log of a chain that can't be followed."""
        if self._refusals.allows():
            log.warning("A request was refused: %s.", str(why))


def _views(memory: GuestMemory, buffers: Iterable[tuple[int, int]]) -> Views:
    """The buffers' bytes, neighbours joined. Raises :exc:`BadChain`."""
    joined: list[tuple[int, int]] = []
    for address, length in buffers:
        if joined and sum(joined[-1]) == address:
            joined[-1] = (joined[-1][0], joined[-1][1] + length)
        else:
            joined.append((address, length))
    try:
        return [view for each in joined for view in memory.segments(*each)]
    except BadAddress as error:
        raise BadChain(str(error)) from None


def _split(views: Views, size: int) -> tuple[bytes | None, Views]:
    """A copy of the first ``size`` bytes (None: there are fewer), and the views of the rest."""
    head, rest = b"", list(views)
    while rest and len(head) < size:
        missing = size - len(head)
        head += rest[0][:missing]
        if len(rest[0]) > missing:
            rest[0] = rest[0][missing:]
        else:
            del rest[0]
    return (head if len(head) == size else None), rest


def _split_last(views: Views) -> tuple[memoryview, Views]:
    """The last byte, and the views of what comes before it. Raises :exc:`BadChain`."""
    if not views:
        raise BadChain("it has no place for a status")
    last = views[-1]
    before = [last[:-1]] if len(last) > 1 else []
    return last[-1:], [*views[:-1], *before]


def _length(views: Views) -> int:
    return sum(map(len, views))


def _pieces(offset: int, length: int) -> Iterator[tuple[int, int]]:
    """(offset, length) of what passes through the scratch buffer at once."""
    end = offset + length
    while offset < end:
        step = min(end - offset, PIECE - offset % PIECE)
        yield offset, step
        offset += step


def _copy_out(data: memoryview, place: memoryview, places: Iterator[memoryview]) -> memoryview:
    """Fill ``place`` and those behind it; what is left of the last one."""
    while len(data):
        if not len(place):
            place = next(places)
        count = min(len(place), len(data))
        place[:count] = data[:count]
        data, place = data[count:], place[count:]
    return place


def _copy_in(data: memoryview, place: memoryview, places: Iterator[memoryview]) -> memoryview:
    """Fill ``data`` from ``place`` and those behind it; what is left of the last one."""
    while len(data):
        if not len(place):
            place = next(places)
        count = min(len(place), len(data))
        data[:count] = place[:count]
        data, place = data[count:], place[count:]
    return place


def _scatter(data: memoryview, views: Views) -> int:
    """Copy as much as there is room for; how much."""
    data = data[: _length(views)]
    _copy_out(data, memoryview(b""), iter(views))
    return len(data)
