"""Buffers that notice when somebody writes beside them."""

from __future__ import annotations

import gc
import random

# At least one sector on each side: what a wrong length is usually wrong by.
_GUARD = random.Random(7).randbytes(8192)


class Guarded:
    """A writable buffer between guard bytes; a plug-in gets slices of ``view``."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._memory = bytearray(_GUARD + content + _GUARD)
        self.view = memoryview(self._memory)[len(_GUARD) : len(_GUARD) + len(content)]

    def bytes(self) -> bytes:
        """What lies in the buffer now."""
        return bytes(self.view)

    @property
    def changed(self) -> bool:
        """Whether the buffer holds something else than at first."""
        return self.view != self._content

    @property
    def overrun(self) -> bool:
        """Whether somebody wrote beside it."""
        before, after = self._memory[: len(_GUARD)], self._memory[-len(_GUARD) :]
        return before != _GUARD or after != _GUARD

    def kept(self) -> bool:
        """Give the view back; whether somebody still holds on to the memory."""
        self.view.release()
        gc.collect()
        try:
            self._memory.append(0)
        except BufferError:
            return True
        return False
