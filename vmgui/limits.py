"""How much memory a process that runs a plug-in may take: its fault is then its own end.

The limit is on what a process writes to (RLIMIT_DATA: heap and private mappings), not on its
address space, of which threads and libraries reserve far more than they use.
"""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager

# Bytes. A backend with all its connections takes about 100 MiB, a worker less.
WORKING = 1 << 30


def limit_memory(*, final: bool = False) -> None:
    """Let this process and its children take no more than :data:`WORKING`, but for `room_for`.

    ``final``: not even that; no key will be derived from a secret any more.
    """
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    soft = WORKING if hard == resource.RLIM_INFINITY else min(WORKING, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (soft, soft if final else hard))


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let a limited process take ``size`` bytes more for a moment (Argon2id needs gigabytes)."""
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if soft == resource.RLIM_INFINITY:
        yield
        return
    more = soft + size if hard == resource.RLIM_INFINITY else min(soft + size, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (more, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
