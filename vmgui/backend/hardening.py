"""What a backend gives up before it sees a secret. None of it needs privileges.

Each step is tried on its own; what a system can't do is told, not fatal. Confining the process to
its files and system calls (Landlock, seccomp) belongs at the end of ``process.py``'s opening.
"""

from __future__ import annotations

import ctypes
import os
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager

# From linux/prctl.h.
_PR_SET_DUMPABLE = 4
_PR_SET_NO_NEW_PRIVS = 38
_PR_SET_MDWE = 65
_PR_MDWE_REFUSE_EXEC_GAIN = 1
# From malloc.h.
_M_PERTURB = -6


def harden(*, translators: bool = False) -> list[str]:
    """Guard this process's memory; a sentence for each step that this system lacks.

    - No core dumps.
    - Not dumpable: no other process of the same user can attach to it, read its memory or what
      else ``/proc`` tells only to the owner (``PR_SET_DUMPABLE``).
    - It and its children gain no privileges from programs that they run.
    - No memory becomes executable any more, except what loads libraries from files.
    - New files are its user's alone.

    A process whose children write code as they run (emulators do) says ``translators``: the
    promise on executable memory would bind them too.
    """
    os.umask(0o077)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    steps = [
        (_PR_SET_DUMPABLE, 0, "other programs of this user can read the backend's memory"),
        (_PR_SET_NO_NEW_PRIVS, 1, "the backend could gain privileges"),
        (_PR_SET_MDWE, _PR_MDWE_REFUSE_EXEC_GAIN, "the backend's memory can become executable"),
    ]
    if translators:
        steps.pop()
    return [
        f"This system lacks a protection: {lost}." for step, value, lost in steps
        if not _prctl(step, value)
    ]  # fmt: skip


def _prctl(option: int, value: int) -> bool:
    if sys.platform != "linux":
        return False
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    arguments = [ctypes.c_ulong(number) for number in (value, 0, 0, 0)]
    return bool(prctl(option, *arguments) == 0)


@contextmanager
def freed_memory_wiped() -> Iterator[None]:
    """Whatever memory is given back to the C library meanwhile is overwritten.

    OpenSSL leaves a copy of the passphrase in freed memory when it derives a key from it. Only
    glibc can do this; too slow for more than the moment in which secrets are handled.
    """
    libc = ctypes.CDLL(None)
    if not hasattr(libc, "mallopt"):  # another C library
        yield
        return
    libc.mallopt(_M_PERTURB, 0xA5)
    try:
        yield
    finally:
        libc.mallopt(_M_PERTURB, 0)
        _wipe_thread_cache(libc)


def _wipe_thread_cache(libc: ctypes.CDLL) -> None:
    """Overwrite the small blocks that glibc keeps for this thread, which M_PERTURB passes over.

    That is up to seven blocks of each size that holds 24 to 1032 bytes: asked for, they are given
    out again.
    """
    libc.malloc.restype = ctypes.c_void_p
    blocks = []
    for size in range(24, 1033, 16):
        for _ in range(7):
            address = libc.malloc(ctypes.c_size_t(size))
            if address is not None:
                ctypes.memset(address, 0, size)
                blocks.append(address)
    for address in blocks:
        libc.free(ctypes.c_void_p(address))
