"""What was done for a client, whatever the protocol."""

from __future__ import annotations


class Counters:
    """What a connection or a queue has done so far."""

    __slots__ = ("errors", "flushes", "read_bytes", "reads", "writes", "written_bytes")

    def __init__(self) -> None:
        self.reads = self.writes = self.read_bytes = self.written_bytes = 0
        self.flushes = self.errors = 0

    def add(self, other: Counters) -> None:
        for name, value in other.as_dict().items():
            setattr(self, name, getattr(self, name) + value)

    def as_dict(self) -> dict[str, int]:
        return {name: getattr(self, name) for name in self.__slots__}
