"""A disk that is a bytearray, and can be made to fail."""

from __future__ import annotations

import threading
from collections.abc import Sequence


class MemoryDevice:
    """Remembers the calls that it got; ``fail`` maps a method's name to what it raises."""

    sector_size = 4096
    authenticated = False

    def __init__(self, size: int = 1 << 20, *, read_only: bool = False) -> None:
        self.size = size
        self.read_only = read_only
        self.data = bytearray(size)
        self.calls: list[tuple[object, ...]] = []
        self.fail: dict[str, Exception] = {}
        self.hold = threading.Event()
        self.hold.set()

    def _enter(self, name: str, *details: object) -> None:
        self.hold.wait(20)
        self.calls.append((name, *details))
        if name in self.fail:
            raise self.fail[name]

    def read(self, offset: int, out: memoryview) -> None:
        assert offset + len(out) <= self.size
        self._enter("read", offset, len(out))
        out[:] = self.data[offset : offset + len(out)]

    def write(self, offset: int, data: memoryview) -> None:
        assert offset + len(data) <= self.size
        self._enter("write", offset, len(data))
        self.data[offset : offset + len(data)] = data

    def write_many(self, writes: Sequence[tuple[int, memoryview]]) -> None:
        for offset, data in writes:
            self.write(offset, data)

    def flush(self) -> None:
        self._enter("flush")

    def trim(self, offset: int, length: int) -> None:
        assert offset + length <= self.size
        self._enter("trim", offset, length)
        self.data[offset : offset + length] = bytes(length)

    def write_zeroes(self, offset: int, length: int, *, allocate: bool) -> None:
        assert offset + length <= self.size
        self._enter("write_zeroes", offset, length, allocate)
        self.data[offset : offset + length] = bytes(length)

    def extents(self, offset: int, length: int) -> list[tuple[int, bool]]:
        """Each 4096 bytes for themselves; those that are zeros count as never written."""
        assert offset + length <= self.size
        self._enter("extents", offset, length)
        pieces = []
        end = offset + length
        while offset < end:
            stop = min(end, offset // 4096 * 4096 + 4096)
            pieces.append((stop - offset, any(self.data[offset:stop])))
            offset = stop
        return pieces
