"""Networks, shared folders and USB devices as a person types them."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from vmgui.vm.definition import Network, Share, Usb
from vmgui.vm.sharing import tag_for

_NETWORK = re.compile(r"(user|none)|(bridge|private):(.+)")
_SHARE = re.compile(r"(.+?)(?::([\w.-]*)(:ro)?)?", re.ASCII | re.DOTALL)
_USB = re.compile(r"([0-9a-f]{4}):([0-9a-f]{4})(?:@([\d.-]+))?", re.ASCII | re.IGNORECASE)


def parse_network(text: str) -> Network:
    """From “user”, “none”, “bridge:br0” or “private:lab”. Raises ValueError, a sentence."""
    match = _NETWORK.fullmatch(text)
    if match is None:
        raise ValueError(f"“{text}” is none of user, none, bridge:NAME and private:NAME.")
    kind = match[1] or match[2]
    return Network(kind=kind, name=match[3] or "")  # type: ignore[arg-type]


def parse_share(text: str, taken: Collection[str] = ()) -> Share:
    """From “PATH”, “PATH:TAG” or “PATH:TAG:ro”; without a tag the folder's name becomes one that
    is not ``taken``. Raises ValueError, a sentence.
    """
    match = _SHARE.fullmatch(text)
    if match is None:
        raise ValueError(f"“{text}” is not of the form PATH[:TAG[:ro]].")
    path = Path(match[1]).absolute()
    return Share(str(path), match[2] or tag_for(path, taken), read_only=match[3] is not None)


def parse_usb(text: str) -> Usb:
    """From “046d:c52b” or “046d:c52b@1-4.2”. Raises ValueError, a sentence."""
    match = _USB.fullmatch(text)
    if match is None:
        raise ValueError(f"“{text}” is not of the form VVVV:PPPP[@PORT], as lsusb prints ids.")
    return Usb(match[1].lower(), match[2].lower(), match[3] or "")
