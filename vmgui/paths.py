"""Where vmgui keeps its things.

With ``VMGUI_HOME`` set, everything lies below that directory; otherwise where the platform
wants it (on Linux the XDG base directories).
"""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from vmgui.errors import VmguiError


def _base(kind: str) -> Path:
    home = os.environ.get("VMGUI_HOME")
    if home:
        return Path(home).absolute() / kind
    import platformdirs  # imported late: a backend never needs it

    if kind == "data":
        return platformdirs.user_data_path("vmgui")
    return platformdirs.user_state_path("vmgui")


def private_directory(path: Path) -> Path:
    """Make ``path`` a directory that only its owner can enter (0700), and return it.

    Raises :exc:`VmguiError` where it can't be made, belongs to somebody else or is a link: a
    directory that another user prepared could show them our sockets.
    """
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        info = path.lstat()
        if stat.S_ISDIR(info.st_mode) and info.st_uid == os.getuid() and info.st_mode & 0o077:
            path.chmod(0o700)
    except OSError as error:
        raise VmguiError(
            f"The folder {path} can't be used.",
            why=f"{error.strerror or error}.",
            remedy="Check that its parent exists, is yours and has room.",
            code="folder",
        ) from None
    if not stat.S_ISDIR(info.st_mode) or info.st_uid != os.getuid():
        raise VmguiError(
            f"The folder {path} can't be used.",
            why="It is a link or belongs to another user.",
            remedy="Remove it, or set VMGUI_HOME to a folder of your own.",
            code="folder",
        )
    return path


def data_dir() -> Path:
    """Definitions, disks made without a place of their own, approvals."""
    return _base("data")


def vms_dir() -> Path:
    """One folder a virtual machine."""
    return data_dir() / "vms"


def disks_dir() -> Path:
    """Where new disks go when nobody says otherwise."""
    return data_dir() / "disks"


def state_dir() -> Path:
    """Logs and the last known state of each virtual machine."""
    return _base("state")


def runtime_dir() -> Path:
    """Sockets: a private directory that is gone after a reboot, with a short name.

    A Unix socket's path holds at most 107 bytes, so everything below is named tersely.
    """
    home = os.environ.get("VMGUI_HOME")
    if home:
        path = Path(home).absolute() / "run"
        if len(os.fsencode(path)) > 60:
            # Sockets below would not fit; a short name derived from the long one will.
            import hashlib

            digest = hashlib.sha256(os.fsencode(path)).hexdigest()[:8]
            path = Path(tempfile.gettempdir()) / f"vmgui-{os.getuid()}-{digest}"
        return private_directory(path)
    if os.environ.get("XDG_RUNTIME_DIR"):
        return private_directory(Path(os.environ["XDG_RUNTIME_DIR"]) / "vmgui")
    return private_directory(Path(tempfile.gettempdir()) / f"vmgui-{os.getuid()}")
