"""One supervisor a virtual machine: a lock that ends with its holder, however that ends."""

from __future__ import annotations

import fcntl
import os
import shlex
import time
from collections.abc import Iterator
from contextlib import contextmanager

from vmgui.errors import VmguiError
from vmgui.vm.places import Places

# Who only looks whether the lock is held (see is_held) holds it for a moment too.
_ATTEMPTS = 10
_INTERVAL = 0.01  # seconds


class VmRunning(VmguiError):
    """The machine is in use by a supervisor, or being changed."""

    code = "vm-running"


def acquire(places: Places, name: str) -> int:
    """Take the machine's lock; the open file keeps it. Raises :exc:`VmRunning`."""
    places.make()
    fd = os.open(places.lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    for _ in range(_ATTEMPTS):
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            time.sleep(_INTERVAL)
        else:
            return fd
    os.close(fd)
    raise VmRunning(
        f"The virtual machine “{name}” is running.",
        remedy=f"Stop it first: vmgui vm stop {shlex.quote(name)}.",
    )


@contextmanager
def stopped(places: Places, name: str) -> Iterator[None]:
    """Keep the machine from being started meanwhile. Raises :exc:`VmRunning` where it runs."""
    fd = acquire(places, name)
    try:
        yield
    finally:
        os.close(fd)


def is_held(places: Places) -> bool:
    """Whether a supervisor has the machine."""
    try:
        fd = os.open(places.lock, os.O_RDWR | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        fcntl.flock(fd, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(fd)
    return False
