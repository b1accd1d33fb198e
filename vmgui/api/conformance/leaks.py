"""Does a text hold a key, or a piece of it, in one of the forms in which keys get into texts?"""

from __future__ import annotations

import base64
import re
from typing import Literal

# Bytes of a piece of the key that never stand in a text by chance.
_PIECE = 8


def shows(text: str, key: bytes) -> str:
    """In which form ``text`` holds at least eight bytes of ``key``; "" if it does not."""
    hexadecimal = re.sub(r"0x|[^0-9a-f]", "", text.lower())
    numbers = " ".join(re.findall(r"\d+", text))
    spaced = f" {numbers} "
    for at in range(len(key) - _PIECE + 1):
        piece = key[at : at + _PIECE]
        if piece.hex() in hexadecimal or piece[::-1].hex() in hexadecimal:
            return "in hexadecimal"
        if repr(piece)[2:-1] in text or piece.decode("latin-1") in text:
            return "as bytes"
        if f" {' '.join(map(str, piece))} " in spaced:
            return "as numbers"
        if any(letters in text for letters in _base64(key[at:])):
            return "in base64"
    if any(str(int.from_bytes(key, order)) in text for order in _ORDERS):
        return "as a number"
    return ""


_ORDERS: tuple[Literal["little", "big"], ...] = ("little", "big")


def _base64(key: bytes) -> list[str]:
    """Nine bytes make twelve letters, wherever in the key the encoded text began."""
    if len(key) < 9:
        return []
    return [encode(key[:9]).decode() for encode in (base64.b64encode, base64.urlsafe_b64encode)]
