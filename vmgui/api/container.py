"""What a plug-in of kind ``container`` provides: a whole foreign format, its header and keys."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol
from uuid import UUID

from vmgui.api.cipher import OptionValue, SectorCipher

Problem = Literal[
    "header-damaged", "not-supported", "wrong-secret", "program-missing", "last-slot", "container"
]


class Medium(Protocol):
    """Where a container's bytes lie. Offsets and lengths in bytes, within ``size``.

    Every failure is an OSError; let it pass.
    """

    size: int

    def read(self, offset: int, out: memoryview) -> None:
        """Fill all of ``out``."""

    def write(self, offset: int, data: memoryview) -> None:
        """Hand all of ``data`` to the operating system."""

    def flush(self) -> None:
        """Make every finished write durable."""


class ContainerError(Exception):
    """Something that a person has to know: sentences, none of which may hold a secret.

    ``problem`` is for programs; ``container`` where none of the others fits.
    """

    def __init__(self, problem: Problem, what: str, *, why: str = "", remedy: str = "") -> None:
        super().__init__(what, why, remedy)
        self.problem = problem
        self.what = what
        self.why = why
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class ContainerSlot:
    """One secret that opens the container. ``summary`` tells a person what a guess costs."""

    id: int
    summary: str


@dataclass(frozen=True, slots=True)
class Description:
    """A container as it can be known without a secret. Sizes and offsets in bytes.

    ``format`` is its name for people. The first ``head`` bytes of the medium hold the header and
    all key slots: what a header backup is. Sector 0 lies at ``offset``; ``sectors`` is 0 where the
    medium ends before the data. ``key_size`` is the volume key's. ``parameters`` are what a
    virtual machine pins besides: whatever decides how sectors are enciphered. ``generation``
    counts the header's changes, if the format does. ``discards`` says whether the owner allowed
    them. ``damaged`` is a sentence where one of several copies of the header is not good.
    """

    format: str
    disk: UUID
    head: int
    offset: int
    sector_size: int
    sectors: int
    key_size: int
    parameters: Mapping[str, OptionValue]
    slots: tuple[ContainerSlot, ...]
    generation: int = 0
    discards: bool = False
    damaged: str = ""


@dataclass(frozen=True, slots=True)
class NewContainer:
    """What a new container shall be. ``options`` has a valid value for each of the manifest's.

    ``unlock_seconds`` is how long opening it should take here, and each guess at least.
    """

    sector_size: int
    options: Mapping[str, OptionValue]
    unlock_seconds: float


# Called now and then while something takes long; what it raises has to pass (a cancel).
Tick = Callable[[], None]


class Container(ABC):
    """A container's header, read once and checked; what was checked is what is used."""

    description: Description

    @abstractmethod
    def unlock(self, secret: memoryview, key: memoryview, tick: Tick) -> int:
        """Fill ``key``, ``key_size`` bytes, with the volume key; the number of the slot used.

        ``key`` lies in memory that is never swapped. Limits on what a slot may cost in memory and
        time are checked before they are spent, and ``tick`` is called between slots. Raises
        :exc:`ContainerError` (``wrong-secret``).
        """

    @abstractmethod
    def cipher(self, key: memoryview) -> SectorCipher:
        """The cipher of its sectors. ``key`` is as for :meth:`CipherPlugin.cipher`."""


class ContainerPlugin(ABC):
    """What the manifest's ``entry`` names for kind ``container``. Made without arguments."""

    @abstractmethod
    def read(self, medium: Medium) -> Container:
        """Read and check the header. Any bytes may be there. Raises :exc:`ContainerError`."""

    @abstractmethod
    def create(self, medium: Medium, new: NewContainer, secret: memoryview, tick: Tick) -> None:
        """Make a container of a medium that reads as zeros, or as random bytes, everywhere.

        Its data area takes all of the medium after the manifest's ``container.head`` bytes.
        """

    def add_key(
        self, medium: Medium, secret: memoryview, new: memoryview, seconds: float, tick: Tick
    ) -> int:
        """Let ``new`` open the container, too; the slot's number. ``secret`` opens it now.

        At each moment in which the power may fail, what opened it before still does.
        """
        raise _not_offered()

    def remove_key(self, medium: Medium, slot: int) -> None:
        """Close a slot for good, never the last one (``last-slot``)."""
        raise _not_offered()

    def repair(self, medium: Medium) -> None:
        """Make every copy of the header good again from one that is."""
        raise _not_offered()

    def detail(self) -> str:
        """Which implementation is in use here, for ``vmgui plugin list``: a few words or ''."""
        return ""


def _not_offered() -> ContainerError:
    return ContainerError(
        "not-supported",
        "The plug-in can't change the keys or the header of this kind of disk.",
        remedy="Use a program made for the format.",
    )
