"""Where a container's bytes lie: an interface of seven verbs."""

from __future__ import annotations

from abc import ABC, abstractmethod

# The bytes of a range and whether anything was ever written there (False: it reads as zeros).
Extent = tuple[int, bool]


class Storage(ABC):
    """A run of bytes that can be read and written at any offset, from several threads at once.

    Offsets and lengths are in bytes and lie within ``size``; the caller sees to that. Every
    failure is an OSError with its errno.
    """

    size: int
    read_only: bool

    @abstractmethod
    def read(self, offset: int, out: memoryview) -> None:
        """Fill all of ``out``. Raises OSError(EIO) where the medium ends early."""

    @abstractmethod
    def write(self, offset: int, data: memoryview) -> None:
        """Hand all of ``data`` to the operating system: it survives this process, not the power."""

    @abstractmethod
    def flush(self) -> None:
        """Make every finished write durable. After an OSError what was written is unknown."""

    @abstractmethod
    def punch(self, offset: int, length: int) -> None:
        """Make a range read as zeros, giving its space back where the medium can."""

    @abstractmethod
    def extents(self, offset: int, length: int) -> list[Extent]:
        """The range cut into pieces, in order; a piece marked False reads as zeros."""

    @abstractmethod
    def resize(self, size: int) -> None:
        """Grow (the new part reads as zeros) or shrink."""

    @abstractmethod
    def close(self) -> None:
        """Give up the medium and any lock on it. Does not flush."""
