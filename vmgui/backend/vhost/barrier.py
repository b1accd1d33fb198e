"""Memory barriers, which Python has none of: made of what its locks are made of.

A ring is shared with another processor. Two things must never be reordered: what a buffer holds
against the index that announces it, and one's own index against looking at the other side's
wish to be notified (the latter even on x86, where a store may pass a later load).

Taking a lock is an atomic exchange. On x86 that is a full barrier. On Arm and RISC-V taking is an
"acquire" and giving back a "release" only, between which accesses may slip in, but a release is
not passed by the acquire behind it: two rounds make a full barrier.
"""

from __future__ import annotations

import platform
import threading

_lock = threading.Lock()
_acquire, _release = _lock.acquire, _lock.release

STRONG = platform.machine() in {"x86_64", "AMD64", "i386", "i686"}


def full_barrier() -> None:
    """Everything before it is seen by others before anything after it is done."""
    _acquire()
    _release()
    if not STRONG:
        _acquire()
        _release()


def ordered() -> None:
    """Loads before it are done before loads after it, and stores likewise: nothing on x86."""
    if not STRONG:
        full_barrier()
