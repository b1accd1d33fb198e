"""The loop over a run's sectors in C (`runs.c`), where it was built when this was installed."""

from __future__ import annotations

import ctypes
import functools
from ctypes import c_size_t, c_uint64, c_void_p
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

# Bytes. Giving up the interpreter's lock and waiting to get it back costs more than a few sectors.
LONG = 32 << 10


class Loop(ctypes.Structure):
    """``struct loop``: what stays the same from run to run, for one EVP context."""

    _fields_ = (
        ("context", c_void_p),
        ("init", c_void_p),
        ("update", c_void_p),
        ("sector_size", c_size_t),
        ("tweak_step", c_uint64),
    )


class Runs:
    """The library. ``short`` keeps the interpreter's lock, ``long`` lets other threads run."""

    def __init__(self, path: Path) -> None:
        self.short = ctypes.PyDLL(str(path)).vmgui_xts_run
        self.long = ctypes.CDLL(str(path)).vmgui_xts_run


@functools.cache
def library() -> Runs | None:
    """Runs, or None where no compiler was there."""
    for suffix in EXTENSION_SUFFIXES:
        path = Path(__file__).with_name(f"_runs{suffix}")
        if path.exists():
            try:
                return Runs(path)
            except (OSError, AttributeError):  # made for another system
                continue
    return None
