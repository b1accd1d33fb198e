"""A disk in memory: gone with its process."""

from __future__ import annotations

from vmgui.storage.base import Extent, Storage


class MemoryStorage(Storage):
    """Holds ``size`` bytes, zeros at first."""

    def __init__(self, size: int, *, read_only: bool = False) -> None:
        self.size = size
        self.read_only = read_only
        self.data = bytearray(size)

    def read(self, offset: int, out: memoryview) -> None:
        with memoryview(self.data) as view:
            out[:] = view[offset : offset + len(out)]

    def write(self, offset: int, data: memoryview) -> None:
        with memoryview(self.data) as view:
            view[offset : offset + len(data)] = data

    def flush(self) -> None:
        pass

    def punch(self, offset: int, length: int) -> None:
        self.write(offset, memoryview(bytes(length)))

    def extents(self, offset: int, length: int) -> list[Extent]:
        return [(length, True)]

    def resize(self, size: int) -> None:
        del self.data[size:]
        self.data.extend(bytes(size - len(self.data)))
        self.size = size

    def close(self) -> None:
        pass
