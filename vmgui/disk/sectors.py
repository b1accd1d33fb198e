"""Requests of any alignment become runs of whole sectors; partial ones are read, changed, written.

What a run of sectors becomes is for the kinds of device derived from this: see
:mod:`vmgui.disk.engine` and :mod:`vmgui.disk.integrity.device`.

Nothing is cached: when a write returns, the operating system has it, and a flush is a flush of
the storage. An error from a flush makes the device read-only for good, because what became of
the writes before it is unknown (and asking again would only hide that).
"""

from __future__ import annotations

import errno
import os
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence

from vmgui.disk.crew import Crew
from vmgui.disk.ranges import RangeLocks
from vmgui.storage.base import Storage

# The largest run given to cipher and storage at once, in bytes: bounds each thread's scratch
# buffer, which then stays in the processor's cache. Longer writes would also make the page cache
# use larger folios, and ext4 (Linux 6.18) walks all blocks of a folio at each later small write
# into it: after writes of 1 MiB one of 4 KiB takes 7 µs, after writes of 64 KiB less than 3 µs.
RUN = 64 << 10
# Reads leave the page cache as it is, and longer runs cost less: 1 MiB in runs of 256 KiB takes a
# sixth less than in runs of 64 KiB.
READ_RUN = 256 << 10
# From this length on a request is worth being shared with other threads.
SHARED = 512 << 10


_Work = Callable[[int, memoryview], None]


class DamagedSector(OSError):
    """A sector is not what was written there. ``sector`` is its number."""

    def __init__(self, sector: int) -> None:
        super().__init__(errno.EIO, f"Sector {sector} is not what was written there")
        self.sector = sector


class SectorDevice(ABC):
    """A disk's sectors in plain, on top of a storage. ``size`` and ``sector_size`` in bytes.

    ``plugin`` names the cipher's plug-in in what is told of it.
    """

    plugin = ""
    # Whether several runs may be written at the same time.
    _writes_together = True
    authenticated = False

    def __init__(
        self,
        storage: Storage,
        *,
        size: int,
        sector_size: int,
        can_unwrite: bool,
        run: int | None = None,
        on_error: Callable[[str], None] | None,
    ) -> None:
        self.size = size
        self.sector_size = sector_size
        self.read_only = storage.read_only
        self._storage = storage
        self._can_unwrite = can_unwrite
        self._run = run or RUN
        self._read_size = run or READ_RUN
        self._on_error = on_error
        self._ranges = RangeLocks()
        self._scratch = threading.local()
        self._crew = Crew()

    @abstractmethod
    def _read_run(self, offset: int, out: memoryview) -> None:
        """Fill ``out``: whole sectors, at most a run of them."""

    @abstractmethod
    def _write_run(self, offset: int, plain: memoryview) -> None:
        """Write whole sectors, at most a run of them. ``plain`` is writable."""

    @abstractmethod
    def _unwrite(self, first: int, end: int) -> None:
        """Make the sectors between two offsets read as zeros; their range is not locked yet."""

    def read(self, offset: int, out: memoryview) -> None:
        size, length = self.sector_size, len(out)
        first, end = offset // size, -(-(offset + length) // size)
        locked = self._ranges.take(first, end, False)
        try:
            if length == (end - first) * size:
                self._read_sectors(offset, out)
            else:
                self._read_partly(offset, out)
        finally:
            self._ranges.release(locked)

    def write(self, offset: int, data: memoryview) -> None:
        self._check_writable()
        size, length = self.sector_size, len(data)
        first, end = offset // size, -(-(offset + length) // size)
        locked = self._ranges.take(first, end, True)
        try:
            if length == (end - first) * size:
                self._write_sectors(offset, data)
            else:
                self._write_partly(offset, data)
        finally:
            self._ranges.release(locked)

    def write_many(self, writes: Sequence[tuple[int, memoryview]]) -> None:
        """Several writes of at most RUN bytes each, as (offset, data), in this order.

        Raises OSError when any fails; what became of the others is not known then.
        """
        for offset, data in writes:
            self.write(offset, data)

    def flush(self) -> None:
        if self.read_only and self._storage.read_only:
            return
        self._check_writable()
        self._sync()

    def _sync(self) -> None:
        try:
            self._storage.flush()
        except OSError as error:
            self.read_only = True
            self._tell(
                f"The storage failed to make data durable ({error.strerror}). "
                "The disk is read-only from now on; stop the VM and check the drive."
            )
            raise OSError(errno.EIO, "The storage failed to make data durable") from error

    def write_zeroes(self, offset: int, length: int, *, allocate: bool) -> None:
        self._check_writable()
        first, end = self._whole_sectors(offset, length)
        if allocate or not self._can_unwrite or first >= end:
            self._fill(offset, offset + length)
            return
        self._fill(offset, first)
        self._unwrite(first, end)
        self._fill(end, offset + length)

    def trim(self, offset: int, length: int) -> None:
        self._check_writable()
        if self._can_unwrite:
            self._unwrite(*self._whole_sectors(offset, length))

    def close(self) -> None:
        """Leave the storage as its next user likes it best."""
        self._crew.close()

    # Sector-aligned work, the range being locked.

    def _read_sectors(self, offset: int, out: memoryview) -> None:
        run = self._read_size
        if len(out) <= run:
            self._read_run(offset, out)
        else:
            self._in_runs(self._read_run, offset, out, run, together=True)

    def _write_sectors(self, offset: int, data: memoryview) -> None:
        if data.readonly:
            data = memoryview(bytearray(data))  # some ciphers' libraries want to be able to write
        total = len(data)
        run = self._run
        if 0 < total <= run:
            self._write_run(offset, data)
            return
        self._in_runs(self._write_run, offset, data, run, together=self._writes_together)

    def _in_runs(
        self, work: _Work, offset: int, data: memoryview, run: int, *, together: bool
    ) -> None:
        total = len(data)
        starts = range(0, total, run)
        if total < SHARED or not together:
            for start in starts:
                work(offset + start, data[start : start + run])
        else:
            self._crew.share(lambda start: work(offset + start, data[start : start + run]), starts)

    # Partial sectors: read-modify-write at the edges.

    def _read_partly(self, offset: int, out: memoryview) -> None:
        for at, length, start, whole in self._pieces(offset, len(out)):
            piece = out[at - offset : at - offset + length]
            if whole:
                self._read_sectors(at, piece)
            else:
                sector = memoryview(bytearray(self.sector_size))
                self._read_run(start, sector)
                piece[:] = sector[at - start : at - start + length]

    def _write_partly(self, offset: int, data: memoryview) -> None:
        for at, length, start, whole in self._pieces(offset, len(data)):
            piece = data[at - offset : at - offset + length]
            if whole:
                self._write_sectors(at, piece)
            else:
                sector = memoryview(bytearray(self.sector_size))
                self._read_run(start, sector)
                sector[at - start : at - start + length] = piece
                self._write_sectors(start, sector)

    def _pieces(self, offset: int, length: int) -> list[tuple[int, int, int, bool]]:
        """(offset, length, its sector's start, whole sectors?) for head, middle and tail."""
        size = self.sector_size
        end = offset + length
        first, last = self._whole_sectors(offset, length)
        if first > last:  # within one sector
            return [(offset, length, last, False)]
        pieces = []
        if offset < first:
            pieces.append((offset, first - offset, first - size, False))
        if first < last:
            pieces.append((first, last - first, first, True))
        if last < end:
            pieces.append((last, end - last, last, False))
        return pieces

    def _whole_sectors(self, offset: int, length: int) -> tuple[int, int]:
        size = self.sector_size
        return -(-offset // size) * size, (offset + length) // size * size

    def _fill(self, offset: int, end: int) -> None:
        while offset < end:
            step = min(RUN, end - offset)
            self.write(offset, memoryview(bytearray(step)))
            offset += step

    def _buffer(self, size: int) -> memoryview:
        """This thread's scratch buffer, for ciphertext only."""
        try:
            buffer: memoryview = self._scratch.buffer
        except AttributeError:
            most = max(self._run, self._read_size)
            buffer = self._scratch.buffer = memoryview(bytearray(most))
        return buffer[:size]

    def _check_writable(self) -> None:
        if self.read_only:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    def _plugin_failed(self, error: BaseException) -> OSError:
        # Only the type: a plug-in's own text could hold anything, the key included.
        name = f" “{self.plugin}”" if self.plugin else ""
        self._tell(f"The encryption plug-in{name} failed with {type(error).__name__}.")
        return OSError(errno.EIO, "The encryption plug-in failed")

    def _tell(self, text: str) -> None:
        if self._on_error is not None:
            self._on_error(text)
