"""Disks and running backends for tests, and the tools that talk to them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from vmgui.backend.client import BackendProcess
from vmgui.disk.create import NewDisk
from vmgui.plugin.found import by_name
from vmgui.plugin.opening import create_disk

SECRET = b"never before seen 5f1c passphrase"
MIB = 1 << 20
# python3-libnbd belongs to the system's Python.
SYSTEM_PYTHON = "/usr/bin/python3"


def make_disk(path: Path, *, plugin: str = "aes-xts", size: int = 64 * MIB) -> Path:
    """A new disk that :data:`SECRET` opens (unless it is not encrypted)."""
    found = by_name(plugin)
    new = NewDisk(path, size, found.manifest.options_with({}), unlock_seconds=0)
    secret = SECRET if found.manifest.cipher.encrypts else None
    create_disk(new, found, secret)
    return path


@contextmanager
def serving(disk: Path, socket: Path, **more: Any) -> Iterator[BackendProcess]:
    """A backend that serves ``disk`` to this user's programs, and is gone afterwards."""
    backend = BackendProcess.start(disk, socket, **{"secret": SECRET, "peer": "uid", **more})
    try:
        yield backend
    finally:
        backend.kill()


def uri(socket: Path) -> str:
    """The address that every NBD tool understands."""
    return f"nbd+unix:///disk?socket={socket}"


def run(*command: str | Path, status: int = 0, **more: Any) -> str:
    """Run a program, check its exit status; its output."""
    done: subprocess.CompletedProcess[str] = subprocess.run(
        list(map(str, command)), check=False, capture_output=True, text=True, timeout=300, **more
    )
    output = done.stdout + done.stderr
    assert done.returncode == status, f"{command[0]}: {done.returncode}\n{output}"
    return output


def as_root() -> list[str]:
    """What to put before a command that has to run as root."""
    return [] if os.geteuid() == 0 else ["sudo", "-n"]


def python(script: str, *words: str | Path, interpreter: str = sys.executable) -> str:
    """Run a script in another process; its output."""
    return run(interpreter, "-I", "-c", script, *words)
