"""The way of a sector where ciphertext has the sector's size: one call of the cipher, one of the
storage. For authenticated disks see :mod:`vmgui.disk.integrity`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from vmgui.api import SectorCipher, TamperedSector
from vmgui.disk.sectors import DamagedSector, SectorDevice
from vmgui.storage.base import Extent, Storage


class BlockDevice(Protocol):
    """What a backend serves. Offsets and lengths in bytes, within ``size``, of any alignment.

    Every method may be called from several threads. Failures are OSError with an errno that a
    guest understands (EIO, ENOSPC, EROFS).

    ``authenticated``: what is written must not change meanwhile, and what is read may be seen only
    once it was returned, since until then it may be something that does not verify. Otherwise a
    buffer may be memory that a guest looks at and changes at any time.
    """

    size: int
    sector_size: int
    read_only: bool
    authenticated: bool

    def read(self, offset: int, out: memoryview) -> None:
        """Fill ``out``, a writable buffer."""

    def write(self, offset: int, data: memoryview) -> None:
        """Return once the operating system has ``data``."""

    def write_many(self, writes: Sequence[tuple[int, memoryview]]) -> None:
        """The same for several of at most RUN bytes each, in order; cheaper than one by one.

        When it fails, what became of each of them is not known: write them again, singly.
        """

    def flush(self) -> None:
        """Return once everything written is durable."""

    def trim(self, offset: int, length: int) -> None:
        """The range is no longer needed: its sectors may read as zeros, or as before."""

    def write_zeroes(self, offset: int, length: int, *, allocate: bool) -> None:
        """Make the range read as zeros; with ``allocate`` it keeps its space."""

    def extents(self, offset: int, length: int) -> list[Extent]:
        """The range in pieces, in order; a piece marked False was never written."""

    def close(self) -> None:
        """Leave the storage as its next user likes it best. Nothing else is called afterwards."""


class EncryptedDevice(SectorDevice):
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
        super().__init__(
            storage,
            size=size,
            sector_size=sector_size,
            can_unwrite=zeros_unwritten and not keep_discarded,
            on_error=on_error,
        )
        self._cipher = cipher
        self._offset = offset
        self._zeros_unwritten = zeros_unwritten
        self._no_tags = memoryview(bytearray())

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
            except (Exception, SystemExit) as error:  # noqa: BLE001  (it may raise anything)
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

    def _write_run(self, offset: int, plain: memoryview) -> None:
        sealed = self._buffer(len(plain))
        try:
            self._cipher.encrypt(offset // self.sector_size, plain, sealed, self._no_tags)
        except (Exception, SystemExit) as error:  # noqa: BLE001  (it may raise anything)
            raise self._plugin_failed(error) from None
        self._storage.write(self._offset + offset, sealed)

    def _unwrite(self, first: int, end: int) -> None:
        if first >= end:
            return
        locked = self._ranges.take(first // self.sector_size, end // self.sector_size, True)
        try:
            self._storage.punch(self._offset + first, end - first)
        finally:
            self._ranges.release(locked)


def _end_of(pieces: list[Extent], offset: int) -> int:
    return offset + sum(piece for piece, _ in pieces)
