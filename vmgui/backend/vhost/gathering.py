"""Short writes to an authenticated disk that have arrived together, and are done together.

Each write of such a disk is a record in its journal; one record for many costs a fraction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vmgui.backend.vhost.request import NAMES, OUT, S_IOERR, S_OK, DriveFull, Requests
from vmgui.memory import private_memory

if TYPE_CHECKING:
    from vmgui.disk.engine import BlockDevice

# Writes up to this length are gathered, so many at most.
LONGEST = 64 << 10
_MOST = 32
_ROOM = 1 << 20


class Gathering:
    """Writes that wait. Their data is copied, so that nothing changes it any more."""

    def __init__(self, device: BlockDevice, requests: Requests) -> None:
        self._device = device
        self._requests = requests
        self._room = memoryview(private_memory(_ROOM))
        self._end = 0
        self._writes: list[tuple[int, memoryview]] = []
        self._places: list[tuple[memoryview, int]] = []

    @property
    def enough(self) -> bool:
        """Whether it is time to write; only until then there is room for one more."""
        return len(self._writes) == _MOST or self._end + LONGEST > _ROOM

    def add(self, offset: int, data: memoryview, view: memoryview, status_at: int) -> None:
        """One more write of at most LONGEST bytes, whose status belongs there in ``view``."""
        end = self._end + len(data)
        copy = self._room[self._end : end]
        copy[:] = data
        self._end = end
        self._writes.append((offset, copy))
        self._places.append((view, status_at))

    def write(self) -> int:
        """Do all of them; how many, from the first on, have their status now.

        Fewer than all where the host's drive is full.
        """
        writes, places, requests = self._writes, self._places, self._requests
        self._writes, self._places, self._end = [], [], 0
        try:
            self._device.write_many(writes)
        except Exception:  # noqa: BLE001  (which of them failed is found out singly)
            for number, ((offset, data), (view, at)) in enumerate(zip(writes, places, strict=True)):
                try:
                    view[at] = self._one(offset, data)
                except DriveFull:
                    return number
            return len(writes)
        for view, at in places:
            view[at] = S_OK
        requests.counters.writes += len(writes)
        requests.counters.written_bytes += sum(len(data) for _, data in writes)
        return len(writes)

    def _one(self, offset: int, data: memoryview) -> int:
        requests, length = self._requests, len(data)
        try:
            self._device.write(offset, data)
        except Exception as error:  # noqa: BLE001  (reported to all who can act)
            problem = requests.full_or(error, NAMES[OUT], offset, length)
            if problem is not error:
                raise problem from None
            requests.failed(NAMES[OUT], offset, length, error)
            return S_IOERR
        requests.counters.writes += 1
        requests.counters.written_bytes += length
        return S_OK
