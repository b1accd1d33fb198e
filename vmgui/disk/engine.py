"""The way of a sector: cut a request to sectors, call the cipher once a run, call the storage.

Nothing is cached: when a write returns, the operating system has it, and a flush is a flush of
the storage. An error from a flush makes the device read-only for good, because what became of
the writes before it is unknown (and asking again would only hide that).
"""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable
from typing import Protocol

from vmgui.api import SectorCipher, TamperedSector
from vmgui.disk.ranges import RangeLocks
from vmgui.storage.base import Extent, Storage

# The largest run given to cipher and storage at once, in bytes: bounds each thread's scratch
# buffer, which then stays in the processor's cache. Longer writes would also make the page cache
# use larger folios, and ext4 (Linux 6.18) walks all blocks of a folio at each later small write
# into it: after writes of 1 MiB one of 4 KiB takes 7 µs, after writes of 64 KiB less than 3 µs.
RUN = 64 << 10


class DamagedSector(OSError):
    """A sector is not what was written there. ``sector`` is its number."""

    def __init__(self, sector: int) -> None:
        super().__init__(errno.EIO, f"Sector {sector} is not what was written there")
        self.sector = sector


class BlockDevice(Protocol):
    """What a backend serves. Offsets and lengths in bytes, within ``size``, of any alignment.

    Every method may be called from several threads. Failures are OSError with an errno that a
    guest understands (EIO, ENOSPC, EROFS).
    """

    size: int
    sector_size: int
    read_only: bool

    def read(self, offset: int, out: memoryview) -> None:
        """Fill ``out``, a writable buffer."""

    def write(self, offset: int, data: memoryview) -> None:
        """Return once the operating system has ``data``."""

    def flush(self) -> None:
        """Return once everything written is durable."""

    def trim(self, offset: int, length: int) -> None:
        """The range is no longer needed: its sectors may read as zeros, or as before."""

    def write_zeroes(self, offset: int, length: int, *, allocate: bool) -> None:
        """Make the range read as zeros; with ``allocate`` it keeps its space."""

    def extents(self, offset: int, length: int) -> list[Extent]:
        """The range in pieces, in order; a piece marked False was never written."""


class EncryptedDevice:
    """A disk's sectors in plain, on top of a storage and a sector cipher.

    ``offset`` is where sector 0 lies in the storage. With ``zeros_unwritten`` a stored sector of
    all zeros was never written and reads as zeros (real ciphertext never looks so); otherwise
    everything stored is deciphered. ``keep_discarded`` ignores trims and allocates zeros.
    """

    def __init__(
        self,
        storage: Storage,
        cipher: SectorCipher,
        *,
        size: int,
        sector_size: int,
        offset: int,
        zeros_unwritten: bool,
        keep_discarded: bool = False,
        on_error: Callable[[str], None] | None = None,
    ) -> None:
        self.size = size
        self.sector_size = sector_size
        self.read_only = storage.read_only
        self._storage = storage
        self._cipher = cipher
        self._offset = offset
        self._zeros_unwritten = zeros_unwritten
        self._keep_discarded = keep_discarded
        self._on_error = on_error
        self._ranges = RangeLocks()
        self._scratch = threading.local()
        self._no_tags = memoryview(bytearray())

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

    def flush(self) -> None:
        if self.read_only:
            if self._storage.read_only:
                return
            self._check_writable()
        try:
            self._storage.flush()
        except OSError as error:
            self.read_only = True
            self._tell(
                f"The storage failed to make data durable ({error.strerror}). "
                "The disk is read-only from now on; stop the VM and check the drive."
            )
            raise OSError(errno.EIO, "The storage failed to make data durable") from error

    def trim(self, offset: int, length: int) -> None:
        self._check_writable()
        if not self._keep_discarded:
            self._punch(*self._whole_sectors(offset, length))

    def write_zeroes(self, offset: int, length: int, *, allocate: bool) -> None:
        self._check_writable()
        first, end = self._whole_sectors(offset, length)
        if allocate or self._keep_discarded or not self._zeros_unwritten or first >= end:
            self._fill(offset, offset + length)
            return
        self._fill(offset, first)
        self._punch(first, end)
        self._fill(end, offset + length)

    def extents(self, offset: int, length: int) -> list[Extent]:
        size = self.sector_size
        start, end = offset // size * size, -(-(offset + length) // size) * size
        pieces: list[Extent] = []
        at = start
        for piece, allocated in self._storage.extents(self._offset + start, end - start):
            # A sector that is partly in a hole counts as written.
            stop = at + piece
            to = -(-stop // size) * size if allocated else stop // size * size
            low, high = max(offset, _end_of(pieces, offset)), min(to, offset + length)
            if high > low:
                if pieces and pieces[-1][1] == allocated:
                    low -= pieces.pop()[0]
                pieces.append((high - low, allocated))
            at = stop
        covered = sum(piece for piece, _ in pieces)
        if covered < length:
            pieces.append((length - covered, True))
        return pieces

    # Sector-aligned work, the range being locked.

    def _read_sectors(self, offset: int, out: memoryview) -> None:
        total = len(out)
        if total <= RUN:
            self._read_run(offset, out)
            return
        for start in range(0, total, RUN):
            self._read_run(offset + start, out[start : start + RUN])

    def _read_run(self, offset: int, out: memoryview) -> None:
        sealed = self._buffer(len(out))
        self._storage.read(self._offset + offset, sealed)
        unwritten = self._unwritten(sealed) if self._zeros_unwritten else ()
        if len(unwritten) * self.sector_size < len(out):
            try:
                self._cipher.decrypt(offset // self.sector_size, sealed, out, self._no_tags)
            except TamperedSector as error:
                self._tell(f"Sector {error.sector} is not what was written there.")
                raise DamagedSector(error.sector) from None
            except Exception as error:  # noqa: BLE001  (a plug-in may raise anything)
                raise self._plugin_failed(error) from None
        for index in unwritten:
            start = index * self.sector_size
            out[start : start + self.sector_size] = bytes(self.sector_size)

    def _unwritten(self, sealed: memoryview) -> list[int]:
        """The indices of sectors that are all zeros.

        Almost every ciphertext differs from zero in its first eight bytes, so only those are
        looked at, all at once, before any sector is compared whole.
        """
        size = self.sector_size
        heads = sealed.cast("Q")[:: size // 8].tolist()
        if 0 not in heads:
            return []
        zeros = bytes(size)
        return [
            index
            for index, head in enumerate(heads)
            if head == 0 and sealed[index * size : (index + 1) * size] == zeros
        ]

    def _write_sectors(self, offset: int, data: memoryview) -> None:
        total = len(data)
        if 0 < total <= RUN:
            self._write_run(offset, data)
            return
        for start in range(0, total, RUN):
            self._write_run(offset + start, data[start : start + RUN])

    def _write_run(self, offset: int, plain: memoryview) -> None:
        if plain.readonly:
            plain = memoryview(bytearray(plain))
        sealed = self._buffer(len(plain))
        try:
            self._cipher.encrypt(offset // self.sector_size, plain, sealed, self._no_tags)
        except Exception as error:  # noqa: BLE001  (a plug-in may raise anything)
            raise self._plugin_failed(error) from None
        self._storage.write(self._offset + offset, sealed)

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

    def _punch(self, first: int, end: int) -> None:
        if first >= end:
            return
        locked = self._ranges.take(first // self.sector_size, end // self.sector_size, True)
        try:
            self._storage.punch(self._offset + first, end - first)
        finally:
            self._ranges.release(locked)

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
            buffer = self._scratch.buffer = memoryview(bytearray(RUN))
        return buffer[:size]

    def _check_writable(self) -> None:
        if self.read_only:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    def _plugin_failed(self, error: Exception) -> OSError:
        # Only the type: a plug-in's own text could hold anything, the key included.
        self._tell(f"The encryption plug-in failed with {type(error).__name__}.")
        return OSError(errno.EIO, "The encryption plug-in failed")

    def _tell(self, text: str) -> None:
        if self._on_error is not None:
            self._on_error(text)


def _end_of(pieces: list[Extent], offset: int) -> int:
    return offset + sum(piece for piece, _ in pieces)
