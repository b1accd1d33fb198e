"""A home of its own for the demonstration, and the way out of it."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from vmgui.errors import VmguiError
from vmgui.paths import private_directory
from vmgui.vm import client, store
from vmgui.vm.lock import VmRunning

_PATIENCE = 30.0  # seconds until a machine that does not end is given up


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
    with _handling(_interrupt), _environment(environment(home)):
        try:
            yield home
        finally:
            # The second Ctrl-C of an impatient person must not leave machines behind.
            with _handling(signal.SIG_IGN):
                _end_machines(remove=temporary)
                if temporary:
                    shutil.rmtree(home, ignore_errors=True)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Put a Ctrl-C and the like off until the end of the ``with`` block.

    For what has to be known to be over, or to have begun, before the stage can be cleared.
    """
    caught: list[int] = []
    with _handling(lambda number, frame: caught.append(number)):
        yield
    if caught:
        raise KeyboardInterrupt


@contextmanager
def _handling(handler: Callable[[int, FrameType | None], None] | signal.Handlers) -> Iterator[None]:
    """Have signals that want us to end handled otherwise; ignored ones (nohup) stay so."""
    before = {
        each: signal.signal(each, handler)
        for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
        if signal.getsignal(each) is not signal.SIG_IGN
    }
    try:
        yield
    finally:
        for each, old in before.items():
            signal.signal(each, old)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


@contextmanager
def _environment(variables: dict[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


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
    """End every machine of this home, and wait until its supervisor is gone."""
    for entry in store.entries():
        deadline = time.monotonic() + _PATIENCE
        supervisor = client.status(entry.name).supervisor_pid
        while client.status(entry.name).active or _alive(supervisor):
            with suppress(VmguiError):  # it has ended already
                client.request(entry.name, "kill")
            if time.monotonic() > deadline:
                break
            time.sleep(0.05)
        if remove:
            with suppress(VmRunning):
                store.delete(entry.name)


def _alive(pid: int | None) -> bool:
    return pid is not None and Path(f"/proc/{pid}").exists()
