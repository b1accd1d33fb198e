"""OpenSSL as the system has it, and the loops over a run in C (`runs.c`), where they were built."""

from __future__ import annotations

import ctypes
import functools
from collections.abc import Callable
from ctypes import byref, c_char, c_int, c_size_t, c_void_p
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from typing import Any

_LIBRARIES = ("libcrypto.so.3", "libcrypto.3.dylib", "libcrypto-3-x64.dll")
# Bytes. Giving up the interpreter's lock and waiting to get it back costs more than a few sectors.
LONG = 32 << 10
GOOD, FORGED = 0, 1


class Loop(ctypes.Structure):
    """``struct loop``: what stays the same from run to run, for one EVP context."""

    _fields_ = (
        ("context", c_void_p),
        ("init", c_void_p),
        ("update", c_void_p),
        ("final", c_void_p),
        ("control", c_void_p),
        ("sector_size", c_size_t),
    )


class Context:
    """An EVP cipher context with its key, for one direction and one thread at a time."""

    loop: Loop
    loop_at: Any

    def __init__(self, free: Callable[[c_void_p], None], pointer: c_void_p) -> None:
        self.pointer = pointer
        self._free = free

    def __del__(self) -> None:
        self._free(self.pointer)  # OpenSSL clears the key schedule


class Library:
    """The functions that are called; those of a run with the lock kept and, for long ones, not."""

    def __init__(self, crypto: ctypes.PyDLL, runs: Path) -> None:
        self._crypto = crypto
        crypto.EVP_CIPHER_CTX_new.restype = c_void_p
        crypto.EVP_CIPHER_CTX_free.argtypes = [c_void_p]
        crypto.EVP_CIPHER_CTX_free.restype = None
        self._free = crypto.EVP_CIPHER_CTX_free
        self._functions = tuple(
            ctypes.cast(function, c_void_p)
            for function in (
                crypto.EVP_CipherInit_ex,
                crypto.EVP_CipherUpdate,
                crypto.EVP_CipherFinal_ex,
                crypto.EVP_CIPHER_CTX_ctrl,
            )
        )
        keeping, giving = ctypes.PyDLL(str(runs)), ctypes.CDLL(str(runs))
        for library in (keeping, giving):
            library.vmgui_aead_open.restype = c_size_t
        self.seal, self.seal_long = keeping.vmgui_aead_seal, giving.vmgui_aead_seal
        self.open, self.open_long = keeping.vmgui_aead_open, giving.vmgui_aead_open

    def context(self, cipher: str, key: bytearray, sector_size: int, *, encrypt: bool) -> Context:
        """A context of ``cipher`` (the name of an EVP function).

        Raises ValueError where OpenSSL refuses.
        """
        algorithm = getattr(self._crypto, cipher)
        algorithm.restype = c_void_p
        made = Context(self._free, c_void_p(self._crypto.EVP_CIPHER_CTX_new()))
        key_at = byref(c_char.from_buffer(key))
        if not self._crypto.EVP_CipherInit_ex(
            made.pointer, c_void_p(algorithm()), None, key_at, None, c_int(encrypt)
        ):
            raise ValueError("OpenSSL refuses the cipher or its key.")
        made.loop = Loop(made.pointer, *self._functions, sector_size)
        made.loop_at = byref(made.loop)
        return made


@functools.cache
def library() -> Library | None:
    """Both, or None where one is missing."""
    for name in _LIBRARIES:
        for suffix in EXTENSION_SUFFIXES:
            runs = Path(__file__).with_name(f"_runs{suffix}")
            try:
                return Library(ctypes.PyDLL(name), runs)
            except (OSError, AttributeError):
                continue
    return None
