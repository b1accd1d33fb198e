"""Memory for secrets: never swapped, never dumped, wiped when done."""

from __future__ import annotations

import ctypes
import mmap
import os
import platform
import sys
from contextlib import suppress
from types import TracebackType

# memfd_secret(2) has no wrapper in the C library; the number is the same on all newer systems.
_SYS_MEMFD_SECRET = 447
_MACHINES = ("x86_64", "aarch64", "riscv64")


class LockedBuffer:
    """``size`` bytes for a secret, zero at first: ``view`` reads and writes them.

    Where Linux offers secret memory (memfd_secret) not even the kernel can read them on behalf of
    another process; elsewhere the pages are locked and left out of core dumps. ``warning`` is a
    sentence where a system offers neither, else "".

    Other copies are the business of whoever makes them; Python's ``bytes`` can't be wiped.
    """

    def __init__(self, size: int) -> None:
        if size <= 0:
            raise ValueError("A buffer has at least one byte.")
        self.warning = ""
        pages = -(-size // mmap.PAGESIZE) * mmap.PAGESIZE
        self._memory = _secret_memory(pages) or self._locked_memory(pages)
        self._whole = memoryview(self._memory)
        self.view = self._whole[:size]

    def _locked_memory(self, size: int) -> mmap.mmap:
        memory = mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
        address = ctypes.addressof(ctypes.c_char.from_buffer(memory))
        if sys.platform == "linux":
            memory.madvise(mmap.MADV_DONTDUMP)
            memory.madvise(mmap.MADV_DONTFORK)
        if ctypes.CDLL(None).mlock(ctypes.c_void_p(address), ctypes.c_size_t(size)):
            self.warning = (
                "A secret could not be locked in memory and may be swapped to disk: "
                "the limit of locked memory is used up (see ulimit -l)."
            )
        return memory

    def close(self) -> None:
        """Wipe the bytes and give the memory back. The view can't be used afterwards."""
        if self._memory.closed:
            return
        self._whole[:] = bytes(len(self._whole))
        # Somebody who still holds a view keeps the memory, but finds only zeros in it.
        with suppress(BufferError):
            self.view.release()
            self._whole.release()
            self._memory.close()

    def __enter__(self) -> LockedBuffer:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _secret_memory(size: int) -> mmap.mmap | None:
    """Pages of memfd_secret(2), or None where the kernel lacks or forbids it."""
    if sys.platform != "linux" or platform.machine() not in _MACHINES:
        return None
    fd = ctypes.CDLL(None, use_errno=True).syscall(
        ctypes.c_long(_SYS_MEMFD_SECRET), ctypes.c_ulong(os.O_CLOEXEC)
    )
    if fd < 0:
        return None
    try:
        os.ftruncate(fd, size)
        return mmap.mmap(fd, size, flags=mmap.MAP_SHARED)
    except OSError:  # over the limit of locked memory, which these pages count to
        return None
    finally:
        os.close(fd)


def lock(buffer: bytearray) -> bool:
    """Keep the pages that hold ``buffer`` from being swapped; False where that is refused.

    The lock lasts until the process ends.
    """
    if not buffer:
        return True
    address = ctypes.addressof(ctypes.c_char.from_buffer(buffer))
    mlock = ctypes.CDLL(None).mlock
    return bool(mlock(ctypes.c_void_p(address), ctypes.c_size_t(len(buffer))) == 0)


def private_memory(size: int) -> mmap.mmap:
    """Zeroed memory for plaintext, left out of core dumps, taken from the system only as used."""
    memory = mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    memory.madvise(mmap.MADV_DONTDUMP)
    return memory
