"""The block device of an authenticated disk: ciphertext, tags and stamps must all agree."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from vmgui.api import SectorCipher, TamperedSector
from vmgui.disk.integrity import recovery
from vmgui.disk.integrity import root as roots
from vmgui.disk.integrity.courier import Courier
from vmgui.disk.integrity.errors import StampsDamaged
from vmgui.disk.integrity.layout import BLOCK, STAMP_SIZE, STAMPS_A_BLOCK, Layout
from vmgui.disk.integrity.store import SectorStore
from vmgui.disk.sectors import DamagedSector, SectorDevice
from vmgui.storage.base import Extent, Storage

# Sectors made unwritten by one record of the journal.
_UNWRITE_STEP = 1 << 15
# Sectors that are worked on at once, and in one record of the journal.
BATCH = 64


class AuthenticatedDevice(SectorDevice):
    """Sectors in plain, each with a tag that the cipher checks and a stamp that says it is current.

    ``epoch`` is the header's; see :meth:`start_session`. Making it takes over what a crash has
    left in the journal, in memory only; with ``forgive`` also from a journal of which durable
    records are missing. Raises :exc:`IntegrityError`, OSError.
    """

    _writes_together = False  # a record holds them in their order
    authenticated = True

    def __init__(
        self,
        storage: Storage,
        cipher: SectorCipher,
        layout: Layout,
        key: bytes,
        *,
        epoch: int,
        forgive: bool = False,
        courier: Courier | None = None,
        on_error: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(
            storage,
            size=layout.size,
            sector_size=layout.sector_size,
            can_unwrite=True,
            run=BATCH * layout.sector_size,
            on_error=on_error,
        )
        self._cipher = cipher
        self._layout = layout
        self._writing = threading.RLock()
        root = roots.read(storage, layout, key, epoch)
        self._store = SectorStore(
            storage,
            layout,
            key,
            root,
            self._sync,
            courier or Courier(),
            self._run,
        )
        room = self._store.head_room(BATCH, BATCH)
        self._record = memoryview(bytearray(room + self._run))
        self._tags = memoryview(bytearray(BATCH * layout.tag_size))
        blocks = layout.journal_size // (4 * BLOCK * len(layout.levels))
        self._step = min(max(blocks, 1) * STAMPS_A_BLOCK, _UNWRITE_STEP)
        recovery.recover(self._store, storage, self._stamps, self._authentic, forgive=forgive)

    def start_session(self) -> int:
        """Finish what a crash has interrupted and begin to write: the new epoch.

        It belongs into the header before anything is written. Raises OSError; the disk can be
        opened again as it was, then.
        """
        self._store.checkpoint()
        epoch = self._store.root.epoch + 1
        self._store.start_session(epoch)
        return epoch

    def flush(self) -> None:
        if self.read_only and self._storage.read_only:
            return
        last = self._store.journal.sequence
        super().flush()
        with self._writing:
            self._store.flushed(last)

    def close(self) -> None:
        super().close()
        if self.read_only:
            return
        try:
            with self._writing:
                self._store.checkpoint()
        except OSError as error:  # all of it is in the journal: the next opening does it
            self._tell(f"The disk could not be tidied up ({error.strerror}); nothing is lost.")

    def extents(self, offset: int, length: int) -> list[Extent]:
        size, end = self.sector_size, offset + length
        pieces: list[Extent] = []
        at = offset
        try:
            runs = list(self._store.stamps.written(offset // size, -(-end // size)))
        except StampsDamaged:  # reading it will say so
            return [(length, True)]
        for first, stop in runs:
            low, high = max(first * size, offset), min(stop * size, end)
            if low > at:
                pieces.append((low - at, False))
            pieces.append((high - low, True))
            at = high
        if at < end:
            pieces.append((end - at, False))
        return pieces

    def read(self, offset: int, out: memoryview) -> None:
        # No locks: what a write has changed under a read does not verify, and is read again.
        if offset % self.sector_size == 0 and len(out) % self.sector_size == 0:
            self._read_sectors(offset, out)
        else:
            self._read_partly(offset, out)

    def write(self, offset: int, data: memoryview) -> None:
        with self._writing:
            self._check_writable()
            if offset % self.sector_size == 0 and len(data) % self.sector_size == 0:
                self._write_sectors(offset, data)
            else:
                self._write_partly(offset, data)

    def write_many(self, writes: Sequence[tuple[int, memoryview]]) -> None:
        size = self.sector_size
        batch: list[tuple[int, memoryview]] = []
        taken: set[int] = set()
        with self._writing:
            self._check_writable()
            for offset, data in writes:
                (first, rest), (count, more) = divmod(offset, size), divmod(len(data), size)
                sectors = range(first, first + count)
                odd = bool(rest or more)
                if odd or len(taken) + count > BATCH or not taken.isdisjoint(sectors):
                    self._write_runs(batch)
                    batch, taken = [], set()
                if odd:
                    self.write(offset, data)
                else:
                    batch.append((first, data))
                    taken.update(sectors)
            self._write_runs(batch)

    def _read_run(self, offset: int, out: memoryview) -> None:
        first, count = offset // self.sector_size, len(out) // self.sector_size
        try:
            self._read_once(first, count, out)
        except (TamperedSector, StampsDamaged):
            with self._writing:  # nothing changes now
                self._read_still(first, count, out)

    def _read_still(self, first: int, count: int, out: memoryview) -> None:
        try:
            self._read_once(first, count, out)
        except TamperedSector as error:
            self._tell(f"Sector {error.sector} is not what was last written there.")
            raise DamagedSector(error.sector) from None
        except StampsDamaged as error:
            self._tell_stamps(error)
            raise DamagedSector(max(first, error.first)) from None

    def _read_once(self, first: int, count: int, out: memoryview) -> None:
        size = self.sector_size
        stamps, newer = self._store.stamps.get(first, count), self._store.newer
        words = memoryview(stamps).cast("Q").tolist()
        if 0 not in words and (not newer or newer.keys().isdisjoint(range(first, first + count))):
            self._read_home(first, stamps, out)
            return
        start = 0
        while start < count:
            stop = start + 1
            if not words[start]:
                while stop < count and not words[stop]:
                    stop += 1
                out[start * size : stop * size] = bytes((stop - start) * size)
            elif first + start in newer:
                place, tag = newer[first + start]
                sealed = self._buffer(size)
                self._store.read_newer(place, sealed)
                piece = out[start * size : stop * size]
                self._decipher(
                    first + start, sealed, bytearray(tag), stamps[start * 8 :][:8], piece
                )
            else:
                while stop < count and words[stop] and first + stop not in newer:
                    stop += 1
                piece = out[start * size : stop * size]
                self._read_home(first + start, stamps[start * 8 : stop * 8], piece)
            start = stop

    def _read_home(self, first: int, stamps: bytes | bytearray, out: memoryview) -> None:
        sealed = self._buffer(len(out))
        tags = bytearray(len(stamps) // STAMP_SIZE * self._layout.tag_size)
        self._store.read_home(first, sealed, memoryview(tags))
        self._decipher(first, sealed, tags, stamps, out)

    def _decipher(
        self,
        first: int,
        sealed: memoryview,
        tags: bytearray,
        stamps: bytes | bytearray,
        out: memoryview,
    ) -> None:
        found = self._stamps(tags)
        if found != stamps:
            differs = (at for at in range(0, len(found), STAMP_SIZE)
                       if found[at : at + STAMP_SIZE] != stamps[at : at + STAMP_SIZE])  # fmt: skip
            raise TamperedSector(first + next(differs) // STAMP_SIZE)
        try:
            self._cipher.decrypt(first, sealed, out, memoryview(tags))
        except TamperedSector:
            raise
        except (Exception, SystemExit) as error:  # noqa: BLE001  (it may raise anything)
            raise self._plugin_failed(error) from None

    def _write_run(self, offset: int, plain: memoryview) -> None:
        self._write_runs([(offset // self.sector_size, plain)])

    def _write_runs(self, writes: Sequence[tuple[int, memoryview]]) -> None:
        """Write runs of sectors, (first sector, plain), that don't overlap: one record."""
        if not writes:
            return
        store, size = self._store, self.sector_size
        runs = [(first, len(plain) // size) for first, plain in writes]
        sectors = sum(count for _, count in runs)
        room = store.head_room(len(runs), sectors)
        try:
            store.make_room(len(runs), sectors, room + sectors * size)
            fresh = [store.fresh(run) for run in runs]
            if any(fresh) and not all(fresh):
                for wanted in (True, False):
                    self._write_runs(
                        [each for each, is_ in zip(writes, fresh, strict=True) if is_ is wanted]
                    )
                return
            content = self._record[: room + sectors * size]
            tags = self._tags[: sectors * self._layout.tag_size]
            stamps = self._encipher(writes, content[room:], tags)
            store.write(runs, content, tags.tobytes(), stamps, fresh=fresh[0])
        except StampsDamaged as error:
            self._tell_stamps(error)
            raise DamagedSector(max(runs[0][0], error.first)) from None

    def _encipher(
        self, writes: Sequence[tuple[int, memoryview]], sealed: memoryview, tags: memoryview
    ) -> bytes:
        """Fill ``sealed`` and ``tags``, one run after the other; the stamps."""
        size, tag_size, encrypt = self.sector_size, self._layout.tag_size, self._cipher.encrypt
        at = tags_at = 0
        try:
            for first, plain in writes:
                end = at + len(plain)
                tags_end = tags_at + len(plain) // size * tag_size
                encrypt(first, plain, sealed[at:end], tags[tags_at:tags_end])
                at, tags_at = end, tags_end
            stamps = self._stamps(tags)
            if 0 in memoryview(stamps).cast("Q").tolist():
                raise ValueError("a tag ends with zeros")
            return stamps
        except (Exception, SystemExit) as error:  # noqa: BLE001  (it may raise anything)
            raise self._plugin_failed(error) from None

    def _unwrite(self, first: int, end: int) -> None:
        store = self._store
        first, end = first // self.sector_size, end // self.sector_size
        for start in range(first, end, self._step):
            stop = min(start + self._step, end)
            with self._writing:
                try:
                    if any(True for _ in store.stamps.written(start, stop)):
                        store.make_room(1, stop - start, store.head_room(1, 0))
                        store.unwrite((start, stop - start))
                except StampsDamaged as error:
                    self._tell_stamps(error)
                    raise DamagedSector(max(start, error.first)) from None

    def _stamps(self, tags: bytes | bytearray | memoryview) -> bytes:
        """The last 8 bytes of each tag."""
        size = self._layout.tag_size
        if size % STAMP_SIZE == 0:
            words = size // STAMP_SIZE
            return memoryview(tags).cast("Q")[words - 1 :: words].tobytes()
        ends = range(size, len(tags) + 1, size)
        return b"".join([tags[end - STAMP_SIZE : end] for end in ends])

    def _authentic(self, first: int, sealed: memoryview, tags: memoryview) -> bool:
        plain = memoryview(bytearray(len(sealed)))
        try:
            self._cipher.decrypt(first, sealed, plain, tags)
        except TamperedSector:
            return False
        except (Exception, SystemExit) as error:  # noqa: BLE001  (it may raise anything)
            raise self._plugin_failed(error) from None
        return True

    def _tell_stamps(self, error: StampsDamaged) -> None:
        self._tell(
            f"The record of which state sectors {error.first} to {error.end - 1} are in was "
            "changed: they can't be read."
        )
