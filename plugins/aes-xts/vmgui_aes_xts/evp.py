"""AES-XTS through OpenSSL's EVP interface: the key schedule is made once, a sector costs two calls.

See EVP_EncryptInit(3): a call of EVP_CipherInit_ex with only an IV keeps cipher and key. The loop
over a run's sectors is C where that was built (`runs.py`), else Python.
"""

from __future__ import annotations

import ctypes
import functools
import threading
from ctypes import byref, c_char, c_int, c_size_t, c_uint64, c_void_p
from typing import Any

from vmgui.api import SectorCipher
from vmgui_aes_xts import runs
from vmgui_aes_xts.runs import LONG, Loop, Runs

_SIZES = "The buffers must have the same whole number of sectors."
_FAILED = "OpenSSL failed to encrypt or decrypt a sector."

_LIBRARIES = ("libcrypto.so.3", "libcrypto.3.dylib", "libcrypto-3-x64.dll")


@functools.cache
def _library() -> ctypes.PyDLL | None:
    """OpenSSL 3 as the system has it, or None.

    PyDLL keeps the interpreter's lock: a sector takes less time than giving it up and waiting
    for it again.
    """
    for name in _LIBRARIES:
        try:
            library = ctypes.PyDLL(name)
            break
        except OSError:
            continue
    else:
        return None
    library.EVP_CIPHER_CTX_new.restype = c_void_p
    library.EVP_CIPHER_CTX_free.argtypes = [c_void_p]
    library.EVP_CIPHER_CTX_free.restype = None
    for name in ("EVP_aes_128_xts", "EVP_aes_256_xts"):
        getattr(library, name).restype = c_void_p
    return library


def available() -> bool:
    """Whether this system has the library."""
    return _library() is not None


class _Context:
    """An EVP cipher context for one thread and one direction."""

    def __init__(
        self,
        library: ctypes.PyDLL,
        key: memoryview,
        sector_size: int,
        tweak_step: int,
        encrypting: bool,
    ) -> None:
        self._sector_size = sector_size
        self._tweak_step = tweak_step
        self._free = library.EVP_CIPHER_CTX_free
        self._pointer = c_void_p(library.EVP_CIPHER_CTX_new())
        self._init, self._update = library.EVP_CipherInit_ex, library.EVP_CipherUpdate
        cipher = library.EVP_aes_256_xts() if len(key) == 64 else library.EVP_aes_128_xts()
        key_at = byref(c_char.from_buffer(key))  # not copied: it lies in locked memory
        if not self._init(self._pointer, c_void_p(cipher), None, key_at, None, int(encrypting)):
            raise ValueError("OpenSSL refuses AES-XTS with this key.")

    def __del__(self) -> None:
        self._free(self._pointer)  # OpenSSL clears the key schedule

    def run(self, sector: int, source: memoryview, out: memoryview) -> None:
        """Work through the sectors of ``source``, the first one's number being ``sector``."""
        raise NotImplementedError


class _InC(_Context):
    """One call a run."""

    def __init__(self, compiled: Runs, *of_cipher: Any) -> None:
        super().__init__(*of_cipher)
        self._short, self._long = compiled.short, compiled.long
        init, update = (ctypes.cast(each, c_void_p) for each in (self._init, self._update))
        self._loop = Loop(self._pointer, init, update, self._sector_size, self._tweak_step)
        self._loop_at = byref(self._loop)

    def run(self, sector: int, source: memoryview, out: memoryview) -> None:
        """As above."""
        total = len(source)
        if len(out) != total or total % self._sector_size:
            raise ValueError(_SIZES)
        call = self._short if total < LONG else self._long
        start, end = byref(c_char.from_buffer(source)), byref(c_char.from_buffer(out))
        if not call(self._loop_at, start, end, c_size_t(total), c_uint64(sector)):
            raise RuntimeError(_FAILED)


class _InPython(_Context):
    """Two calls a sector.

    The functions declare no argument types: with these, ready-made arguments a call costs half as
    much, which is most of what a sector costs.
    """

    def __init__(self, *of_cipher: Any) -> None:
        super().__init__(*of_cipher)
        # The sector's number, in steps, is the tweak: 16 bytes, little-endian.
        self._tweak = (c_uint64.__ctype_le__ * 2)()
        self._tweak_at = byref(self._tweak)
        self._written_at = byref(c_int())

    def run(self, sector: int, source: memoryview, out: memoryview) -> None:
        """As above."""
        size, total = self._sector_size, len(source)
        if len(out) != total or total % size:
            raise ValueError(_SIZES)
        init, update, pointer = self._init, self._update, self._pointer
        tweak, tweak_at, written_at = self._tweak, self._tweak_at, self._written_at
        source_start, out_start = c_char.from_buffer(source), c_char.from_buffer(out)
        good, step = 1, self._tweak_step
        number = sector * step
        for at in range(0, total, size):
            tweak[0] = number
            good &= init(pointer, None, None, None, tweak_at, -1)
            good &= update(pointer, byref(out_start, at), written_at, byref(source_start, at), size)
            number += step
        if not good:
            raise RuntimeError(_FAILED)


class EvpXts(SectorCipher):
    """One disk's cipher; ``key`` is both AES keys, 32 or 64 bytes.

    Sector *s* has the tweak *s* × ``tweak_step``. ``in_c`` asks for the loop in C, or for the one
    in Python; else the better one that is there is taken.
    """

    def __init__(
        self, key: memoryview, sector_size: int, tweak_step: int = 1, *, in_c: bool | None = None
    ) -> None:
        library = _library()
        if library is None:
            raise ValueError("OpenSSL 3 is not installed.")
        self._compiled = None if in_c is False else runs.library()
        if in_c and self._compiled is None:
            raise ValueError("The loop in C was not built.")
        self._library = library
        self._key = key
        self._sector_size = sector_size
        self._tweak_step = tweak_step
        self._contexts = threading.local()
        self._context("encrypt")  # a bad key is refused now, not at the first sector

    def encrypt(
        self, first_sector: int, plain: memoryview, sealed: memoryview, tags: memoryview
    ) -> None:
        try:
            context: _Context = self._contexts.encrypt
        except AttributeError:  # this thread's first call
            context = self._context("encrypt")
        context.run(first_sector, plain, sealed)

    def decrypt(
        self, first_sector: int, sealed: memoryview, plain: memoryview, tags: memoryview
    ) -> None:
        try:
            context: _Context = self._contexts.decrypt
        except AttributeError:
            context = self._context("decrypt")
        context.run(first_sector, sealed, plain)

    def close(self) -> None:
        self._key = memoryview(b"")
        self._contexts = threading.local()

    def _context(self, direction: str) -> _Context:
        of_cipher = (
            self._library,
            self._key,
            self._sector_size,
            self._tweak_step,
            direction == "encrypt",
        )
        compiled = self._compiled
        context = _InPython(*of_cipher) if compiled is None else _InC(compiled, *of_cipher)
        setattr(self._contexts, direction, context)
        return context
