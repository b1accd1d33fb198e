"""AES-XTS through OpenSSL's EVP interface: the key schedule is made once, a sector costs two calls.

See EVP_EncryptInit(3): a call of EVP_CipherInit_ex with only an IV keeps cipher and key.
"""

from __future__ import annotations

import ctypes
import functools
import threading
from ctypes import POINTER, byref, c_char, c_char_p, c_int, c_void_p

from vmgui.api import SectorCipher

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
    library.EVP_CipherInit_ex.argtypes = [c_void_p, c_void_p, c_void_p, c_char_p, c_void_p, c_int]
    library.EVP_CipherUpdate.argtypes = [c_void_p, c_void_p, POINTER(c_int), c_void_p, c_int]
    return library


def available() -> bool:
    """Whether this system has the library."""
    return _library() is not None


class _Context:
    """An EVP cipher context for one thread and one direction."""

    def __init__(self, library: ctypes.PyDLL, key: bytes, encrypting: bool) -> None:
        self._free = library.EVP_CIPHER_CTX_free
        self.pointer = library.EVP_CIPHER_CTX_new()
        cipher = library.EVP_aes_256_xts() if len(key) == 64 else library.EVP_aes_128_xts()
        if not library.EVP_CipherInit_ex(self.pointer, cipher, None, key, None, encrypting):
            raise ValueError("OpenSSL refuses AES-XTS with this key.")

    def __del__(self) -> None:
        self._free(self.pointer)  # OpenSSL clears the key schedule


class EvpXts(SectorCipher):
    """One disk's cipher; ``key`` is both AES keys, 32 or 64 bytes."""

    def __init__(self, key: memoryview, sector_size: int) -> None:
        library = _library()
        if library is None:
            raise ValueError("OpenSSL 3 is not installed.")
        self._library = library
        self._key = bytearray(key)
        self._sector_size = sector_size
        self._contexts = threading.local()
        self._context(True)  # a bad key is refused now, not at the first sector

    def encrypt(
        self, first_sector: int, plain: memoryview, sealed: memoryview, tags: memoryview
    ) -> None:
        self._run(True, first_sector, plain, sealed)

    def decrypt(
        self, first_sector: int, sealed: memoryview, plain: memoryview, tags: memoryview
    ) -> None:
        self._run(False, first_sector, sealed, plain)

    def close(self) -> None:
        self._key[:] = bytes(len(self._key))
        self._contexts = threading.local()

    def _context(self, encrypting: bool) -> c_void_p:
        name = "encrypt" if encrypting else "decrypt"
        context = getattr(self._contexts, name, None)
        if context is None:
            context = _Context(self._library, bytes(self._key), encrypting)
            setattr(self._contexts, name, context)
        return context.pointer

    def _run(self, encrypting: bool, sector: int, source: memoryview, out: memoryview) -> None:
        size = self._sector_size
        count = len(source) // size
        if len(out) != len(source) or count * size != len(source):
            raise ValueError("The buffers must have the same whole number of sectors.")
        context = self._context(encrypting)
        init, update = self._library.EVP_CipherInit_ex, self._library.EVP_CipherUpdate
        written = c_int()
        written_at = byref(written)
        source_at, out_at = _address(source), _address(out)
        tweak = (ctypes.c_uint64 * 2)()
        good = 1
        for number in range(sector, sector + count):
            tweak[0] = number
            good &= init(context, None, None, None, tweak, -1)
            good &= update(context, out_at, written_at, source_at, size)
            source_at += size
            out_at += size
        if not good:
            raise RuntimeError("OpenSSL failed to encrypt or decrypt a sector.")


def _address(view: memoryview) -> int:
    """Where a buffer lies. A read-only one must be copied to be addressed by ctypes."""
    if view.readonly:
        raise ValueError("The buffers must be writable.")
    return ctypes.addressof(c_char.from_buffer(view))
