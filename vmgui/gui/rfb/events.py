"""What a server says, for whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from vmgui.gui.rfb.wire import Lock


@dataclass(frozen=True, slots=True)
class Ready:
    """The connection is set up; ``name`` is the server's name for the screen."""

    name: str


@dataclass(frozen=True, slots=True)
class Resized:
    """The framebuffer has a new buffer of this many pixels."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Painted:
    """These pixels changed."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class UpdateEnd:
    """One framebuffer update is complete: a moment to paint."""


@dataclass(frozen=True, slots=True)
class CursorShape:
    """The guest's pointer. ``pixels``: 0xAARRGGBB, premultiplied, this machine's byte order."""

    hot_x: int
    hot_y: int
    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class PointerMode:
    """Whether the guest's pointer takes places (a tablet) or movements (a mouse)."""

    absolute: bool


@dataclass(frozen=True, slots=True)
class ExtendedKeys:
    """The server takes keys by their place on the keyboard."""


@dataclass(frozen=True, slots=True)
class Locks:
    """Which lights of its keyboard the guest has on."""

    lights: Lock


@dataclass(frozen=True, slots=True)
class Bell:
    """The guest wants to be noticed."""


@dataclass(frozen=True, slots=True)
class CutText:
    """The guest copied some text."""

    text: str


@dataclass(frozen=True, slots=True)
class CanResize:
    """The server takes wishes for another size; ``screen`` is the id and flags of its screen."""

    screen: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ClipboardOffered:
    """The guest has copied a text, which can be asked for."""


@dataclass(frozen=True, slots=True)
class ClipboardWanted:
    """The guest asks for the text that it was offered."""


@dataclass(frozen=True, slots=True)
class ClipboardShared:
    """The server speaks the clipboard extension."""


Event: TypeAlias = (
    Ready
    | Resized
    | Painted
    | UpdateEnd
    | CursorShape
    | PointerMode
    | ExtendedKeys
    | Locks
    | Bell
    | CutText
    | CanResize
    | ClipboardOffered
    | ClipboardWanted
    | ClipboardShared
)
