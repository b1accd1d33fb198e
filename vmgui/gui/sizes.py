"""Sizes as people write them."""

from __future__ import annotations

from PySide6.QtCore import QLocale

KIB, MIB, GIB, TIB = 1 << 10, 1 << 20, 1 << 30, 1 << 40


def size_text(size: int) -> str:
    """Bytes in the largest binary unit that leaves a number of at least 1: “1.5 GiB”."""
    locale = QLocale()
    for unit, name in ((TIB, "TiB"), (GIB, "GiB"), (MIB, "MiB"), (KIB, "KiB")):
        if size >= unit:
            value = size / unit
            digits = 0 if value == int(value) or value >= 100 else 1
            return f"{locale.toString(value, 'f', digits)} {name}"
    return f"{locale.toString(size)} B"
