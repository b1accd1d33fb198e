"""A home of its own for the demonstration, and the way out of it."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from vmgui.errors import VmguiError
from vmgui.paths import private_directory
from vmgui.vm import client, store
from vmgui.vm.lock import VmRunning

_PATIENCE = 30.0  # seconds until a machine that does not end is given up
_SIGNALS = (signal.SIGTERM, signal.SIGHUP)


def environment(home: Path) -> dict[str, str]:
    """What makes vmgui, and all processes that it starts, live in ``home`` and in no keyring."""
    return {
        "VMGUI_HOME": str(home),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }


@contextmanager
def stage(keep: Path | None, *, temporary: bool) -> Iterator[Path]:
    """Make ``keep`` (None: a new folder) vmgui's home for as long as the ``with`` block lasts.

    At its end, however it comes about, no machine runs any more, and a ``temporary`` home is
    gone. SIGTERM and SIGHUP end the block as Ctrl-C does. Raises :exc:`VmguiError`.
    """
    # Below /tmp the names of sockets stay short enough, whatever TMPDIR says.
    home = _empty(keep) if keep else Path(tempfile.mkdtemp(prefix="vmgui-demo-", dir="/tmp"))
    before = {name: os.environ.get(name) for name in environment(home)}
    os.environ.update(environment(home))
    handlers = {each: signal.signal(each, _interrupt) for each in _SIGNALS}
    try:
        yield home
    finally:
        # The second Ctrl-C of an impatient person must not leave machines behind.
        handlers[signal.SIGINT] = signal.getsignal(signal.SIGINT)
        for each in handlers:
            signal.signal(each, signal.SIG_IGN)
        _end_machines(remove=temporary)
        if temporary:
            shutil.rmtree(home, ignore_errors=True)
        for name, value in before.items():
            os.environ.pop(name)
            if value is not None:
                os.environ[name] = value
        for each, handler in handlers.items():
            signal.signal(each, handler)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _empty(folder: Path) -> Path:
    folder = private_directory(folder.absolute())
    if any(folder.iterdir()):
        raise VmguiError(
            f"The folder {folder} is not empty.",
            remedy="Name a new one, or an empty one, for the demonstration to leave its files in.",
            code="folder",
        )
    return folder


def _end_machines(*, remove: bool) -> None:
    """End every machine of this home; one that is just starting is caught as well."""
    for entry in store.entries():
        deadline = time.monotonic() + _PATIENCE
        while client.status(entry.name).active and time.monotonic() < deadline:
            with suppress(VmguiError):  # it has ended, or does not listen yet
                client.request(entry.name, "kill")
            time.sleep(0.1)
        if remove:
            # A machine that can't be found can't start: whatever is on its way gives up.
            with suppress(VmRunning):
                store.delete(entry.name)
