"""Sizes as people write them: 512M, 2G, 1.5 TiB."""

from __future__ import annotations

import re
from fractions import Fraction

from vmgui.errors import VmguiError

_UNITS = {"": 0, "K": 1, "M": 2, "G": 3, "T": 4, "P": 5}
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([KMGTP]?)(iB|B)?", re.IGNORECASE | re.ASCII)
_DECIMAL = re.compile(r"[KMGTP]B", re.IGNORECASE)


def parse_size(text: str) -> int:
    """Bytes; K, M, G, T, P (or KiB, …) are powers of 1024, no letter means bytes.

    “2GB” is refused: half of the world means a power of 1000. Raises :exc:`VmguiError`.
    """
    match = _SIZE.fullmatch(text.strip())
    if match is None:
        raise _wrong(text, "It is not a number with a unit.")
    number, unit, suffix = match.groups()
    if unit and suffix and _DECIMAL.fullmatch(unit + suffix):
        raise _wrong(text, f"“{unit}{suffix}” may mean powers of 1000 or of 1024.")
    if not unit and suffix and suffix.lower() == "ib":
        raise _wrong(text, "Its unit is unknown.")
    size = Fraction(number) * 1024 ** _UNITS[unit.upper()]
    if size.denominator != 1:
        raise _wrong(text, "It is not a whole number of bytes.")
    return int(size)


def _wrong(text: str, why: str) -> VmguiError:
    return VmguiError(
        f"“{text}” is not a size.",
        why=why,
        remedy="Write sizes like 512M, 20G or 1.5T (M, G and T are powers of 1024).",
        code="size",
    )


def format_size(size: int) -> str:
    """For people: the largest unit with a number of at least 1, to one decimal: “1.5 GiB”."""
    for unit in ("P", "T", "G", "M", "K"):
        factor: int = 1024 ** _UNITS[unit]
        if size >= factor:
            number = f"{size / factor:.1f}".removesuffix(".0")
            return f"{number} {unit}iB"
    return f"{size} bytes"


def short_size(size: int) -> str:
    """As :func:`parse_size` reads it back, exactly: the largest unit that divides it, “2G”."""
    for unit in ("P", "T", "G", "M", "K"):
        factor: int = 1024 ** _UNITS[unit]
        if size and size % factor == 0:
            return f"{size // factor}{unit}"
    return str(size)
