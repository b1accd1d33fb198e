"""The two classes that a cipher plug-in provides."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

OptionValue = bool | int | str


@dataclass(frozen=True, slots=True)
class Geometry:
    """The disk that a cipher is made for.

    ``disk`` is the disk's UUID, ``sector_size`` the bytes in a sector, ``sectors`` their number.
    """

    disk: UUID
    sector_size: int
    sectors: int


class TamperedSector(Exception):
    """``decrypt`` found that ``sector`` is not what was written: the first one of its run."""

    def __init__(self, sector: int) -> None:
        super().__init__(sector)
        self.sector = sector


class SectorCipher(ABC):
    """Turns runs of consecutive sectors into ciphertext and back, for one disk and one key.

    Both methods get the number of the run's first sector and buffers of the same length, a
    multiple of the sector size and never empty. The buffers never overlap, belong to the caller
    and must not be kept. ``tags`` holds ``tag_size`` bytes a sector (the manifest's figure; an
    empty buffer where that is 0). Both methods are called from several threads at once.

    A tag's last 8 bytes never come twice for a sector: by them vmgui knows its present state.

    What lies in ``sealed`` must depend on the key, the sector's number and the disk; a sector's
    ciphertext has the sector's size.
    """

    @abstractmethod
    def encrypt(
        self, first_sector: int, plain: memoryview, sealed: memoryview, tags: memoryview
    ) -> None:
        """Fill ``sealed`` and ``tags`` from ``plain``."""

    @abstractmethod
    def decrypt(
        self, first_sector: int, sealed: memoryview, plain: memoryview, tags: memoryview
    ) -> None:
        """Fill ``plain`` from ``sealed``; check ``tags``.

        An authenticated cipher raises :exc:`TamperedSector` with the first sector that is not
        authentic. The content of ``plain`` is then undefined, and is never used.
        """

    def close(self) -> None:  # noqa: B027  (optional, not abstract)
        """Forget everything made from the key. No other method is called afterwards."""


class CipherPlugin(ABC):
    """What a manifest's ``entry`` names. Made without arguments, once a process."""

    @abstractmethod
    def key_size(self, options: Mapping[str, OptionValue]) -> int:
        """Bytes of key wanted with these options: one of the manifest's ``key_sizes``."""

    @abstractmethod
    def cipher(
        self, key: memoryview, geometry: Geometry, options: Mapping[str, OptionValue]
    ) -> SectorCipher:
        """The cipher of one disk.

        ``key`` has :meth:`key_size` bytes and is this disk's and this plug-in's alone: no other
        disk or plug-in ever gets it. It lies in memory that is never swapped and stays there until
        after :meth:`SectorCipher.close`, then it is wiped: use it in place, don't copy it or write
        to it. ``options`` holds a valid value for
        each option of the manifest. Raises ValueError, with a sentence that a person can read,
        for a combination that the plug-in can't serve.
        """

    def detail(self) -> str:
        """Which implementation is in use here, for ``vmgui plugin list``: a few words or ''."""
        return ""
