"""The same cipher as :mod:`vmgui_aead.sessions`, with whole runs in one call of C."""

from __future__ import annotations

import threading
from collections.abc import Callable
from ctypes import byref, c_char, c_int, c_size_t, c_uint64

from vmgui.api import Geometry, TamperedSector
from vmgui_aead.openssl import FORGED, LONG, Context, Library
from vmgui_aead.portable import Aead, PortableCipher
from vmgui_aead.sessions import SALT_SIZE, TAG_SIZE

# Contexts that a thread keeps ready in each direction; one takes about a KiB.
_KEPT = 256


class RunCipher(PortableCipher):
    """``evp`` is the name of OpenSSL's function for ``aead``.

    A single sector takes the portable way, where a call costs less.
    """

    def __init__(
        self,
        key: memoryview,
        geometry: Geometry,
        aead: Callable[[bytearray], Aead],
        evp: str,
        label: bytes,
        library: Library,
    ) -> None:
        super().__init__(key, geometry, aead, label)
        self._evp = evp
        self._library = library
        self._contexts = threading.local()

    def encrypt(
        self, first_sector: int, plain: memoryview, sealed: memoryview, tags: memoryview
    ) -> None:
        if len(plain) == self._size:
            super().encrypt(first_sector, plain, sealed, tags)
            return
        count = self._sectors(plain, sealed, tags)
        salt, number = self._numbers(count)
        library = self._library
        seal = library.seal if len(plain) < LONG else library.seal_long
        done = seal(
            self._context(salt, "seal").loop_at,
            byref(c_char.from_buffer(plain)),
            byref(c_char.from_buffer(sealed)),
            byref(c_char.from_buffer(tags)),
            c_size_t(count),
            c_uint64(first_sector),
            salt,
            c_uint64(number),
        )
        if not done:
            raise RuntimeError("OpenSSL failed to encrypt a sector.")

    def decrypt(
        self, first_sector: int, sealed: memoryview, plain: memoryview, tags: memoryview
    ) -> None:
        if len(sealed) == self._size:
            super().decrypt(first_sector, sealed, plain, tags)
            return
        count = self._sectors(sealed, plain, tags)
        size, library, state = self._size, self._library, c_int()
        open_ = library.open if len(sealed) < LONG else library.open_long
        source, out = c_char.from_buffer(sealed), c_char.from_buffer(plain)
        tags_start = c_char.from_buffer(tags)
        done = 0
        while done < count:
            at, tag_at = done * size, done * TAG_SIZE
            salt = bytes(tags[tag_at : tag_at + SALT_SIZE])
            done += open_(
                self._context(salt, "open").loop_at,
                byref(source, at),
                byref(out, at),
                byref(tags_start, tag_at),
                c_size_t(count - done),
                c_uint64(first_sector + done),
                byref(state),
            )
            if state.value == FORGED:
                raise TamperedSector(first_sector + done)
            if state.value:
                raise RuntimeError("OpenSSL failed to decrypt a sector.")

    def close(self) -> None:
        self._contexts = threading.local()
        super().close()

    def _context(self, salt: bytes, direction: str) -> Context:
        """This thread's for a session."""
        try:
            kept: dict[bytes, Context] = getattr(self._contexts, direction)
        except AttributeError:
            kept = {}
            setattr(self._contexts, direction, kept)
        found = kept.get(salt)
        if found is None:
            key = self._session_key(salt)
            try:
                found = self._library.context(
                    self._evp, key, self._size, encrypt=direction == "seal"
                )
            finally:
                key[:] = bytes(len(key))
            if len(kept) >= _KEPT:
                kept.clear()
            kept[salt] = found
        return found
