"""Starting a backend and talking to it."""

from __future__ import annotations

import os
import select
import socket
import subprocess
import sys
import threading
from collections import deque
from contextlib import suppress
from pathlib import Path
from typing import Any

from vmgui.backend.peer import Policy
from vmgui.backend.plugin_watch import PluginWatch
from vmgui.backend.transport import Transport
from vmgui.channel import Channel, Secret
from vmgui.disk.pin import Pin
from vmgui.errors import VmguiError

Event = dict[str, Any]

# All of our environment that a backend gets to see: where things lie, and how to spell them.
_ENVIRONMENT = ("HOME", "LANG", "LC_ALL", "LC_CTYPE", "PATH", "TZ", "VMGUI_HOME", "XDG_DATA_HOME")


class BackendProcess:
    """A running backend. Its methods may be called from several threads, each blocks briefly.

    ``ready`` is what the backend told of its disk: ``size``, ``sector_size``, ``read_only``,
    ``generation``, ``fingerprint``, ``disk_uuid``, ``encryption_id``, ``warnings``. ``plugin`` is
    the name of the disk's plug-in, or "" before one was loaded. ``control``
    becomes readable when there is something for :meth:`events`.
    """

    def __init__(self, process: subprocess.Popen[bytes], control: Channel) -> None:
        self._process = process
        self._events: deque[Event] = deque()
        self._lock = threading.Lock()
        self._closed = False
        self._watch = PluginWatch()
        self.control = control
        self.ready: Event = {}

    @classmethod
    def start(
        cls,
        disk: Path,
        socket_path: Path,
        *,
        secret: Secret | None = None,
        read_only: bool = False,
        label: str = "",
        pin: Pin | None = None,
        peer: Policy = "pid",
        transport: Transport = "nbd",
        log: Path | None = None,
        cancel: socket.socket | None = None,
    ) -> BackendProcess:
        """Start a backend and wait until it serves ``disk`` at ``socket_path``.

        ``secret`` opens the disk; it stays the caller's to wipe. ``label`` tells others who has
        the disk open; ``transport`` is what is spoken at the socket. With the policy "pid" nobody
        gets in before :meth:`allow_peer`. ``log`` gets the backend's own messages (appended; None:
        nobody gets them). The start is given up once ``cancel`` is readable. Raises
        :exc:`VmguiError` where the disk can't be served.
        """
        command = [sys.executable, "-P", "-m", "vmgui.backend", os.fspath(disk.absolute())]
        command += ["--socket", os.fspath(socket_path.absolute())]
        command += ["--label", label or "another vmgui"]
        if read_only:
            command.append("--read-only")
        command += ["--transport", transport]
        ours, theirs = socket.socketpair()
        with theirs, _open_log(log) as errors:
            process = subprocess.Popen(
                [*command, "--control-fd", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
                cwd="/",
            )
        backend = cls(process, Channel(ours))
        try:
            order: Event = {"verb": "open", "peer": peer, "pin": None}
            if pin is not None:
                order["pin"] = _plain(pin)
            with suppress(BrokenPipeError, ConnectionResetError):  # told below
                backend.control.send(order, secret)
            backend.ready = backend._await_ready(disk, log, cancel)
        except BaseException:
            backend.kill()
            raise
        return backend

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def plugin(self) -> str:
        return self._watch.name

    def allow_peer(self, pid: int) -> None:
        """Name the process that may connect (policy "pid"). Raises :exc:`VmguiError`."""
        self._send({"verb": "peer", "pid": pid})

    def stats(self) -> dict[str, int]:
        """``reads``, ``writes``, ``read_bytes``, ``written_bytes``, ``flushes``, ``errors``."""
        with self._lock:
            self._send({"verb": "stats"})
            while (event := self._next()) is not None:
                if event["event"] != "stats":
                    self._events.append(event)
                    continue
                del event["event"]
                return event
        raise _gone()

    def ask_stats(self) -> None:
        """Have the same come as an event, for those who must not wait. Raises :exc:`VmguiError`."""
        self._send({"verb": "stats"})

    def events(self) -> list[Event]:
        """What the backend has told since the last call (``{"event": "error", "what": …}``)."""
        with self._lock:
            while not self._closed and self._readable():
                event = self._next()
                if event is None:
                    break
                self._events.append(event)
            events = list(self._events)
            self._events.clear()
        return events

    def poll(self) -> int | None:
        """The exit status (negative: the signal), or None while the backend runs."""
        return self._process.poll()

    def wait(self, timeout: float | None = None) -> int:
        """Wait for the end; the exit status. Raises subprocess.TimeoutExpired."""
        return self._process.wait(timeout)

    def stop(self, timeout: float = 30.0) -> int:
        """Let it finish what it received, flush and close the disk; the exit status.

        A backend that takes longer than ``timeout`` seconds is killed.
        """
        with suppress(VmguiError):  # it is gone already
            self._send({"verb": "stop"})
        try:
            status = self.wait(timeout)
        except subprocess.TimeoutExpired:
            self._process.kill()
            status = self.wait()
        self._close()
        return status

    def kill(self) -> None:
        """End it at once, as a crash would: nothing acknowledged is lost."""
        self._process.kill()
        self._process.wait()
        self._close()

    def _close(self) -> None:
        with self._lock:
            self._closed = True
            self.control.close()

    def _readable(self) -> bool:
        return self.control.pending() or bool(select.select([self.control.sock], [], [], 0)[0])

    def _send(self, message: Event) -> None:
        try:
            self.control.send(message)
        except OSError:
            raise _gone() from None

    def _next(self) -> Event | None:
        received = self.control.receive()
        return None if received is None else received[0]

    def _await_ready(self, disk: Path, log: Path | None, cancel: socket.socket | None) -> Event:
        failure = f"The disk {disk} can't be served."
        waiting = [self.control.sock, *([cancel] if cancel is not None else [])]
        while True:
            ready, _, _ = select.select(waiting, [], [], self._watch.seconds_left())
            if cancel in ready:
                raise VmguiError("The start was cancelled.", code="cancelled")
            if not ready:
                raise self._watch.hang(failure)
            event = self._next()
            if event is None:
                break
            if event["event"] == "plugin":
                self._watch.hear(event)
                continue
            if event["event"] == "ready":
                return event
            if event["event"] == "failed":
                raise VmguiError.from_dict(event)
            self._events.append(event)
        raise self._watch.death(
            failure, self.wait(), f"See its log: {log}" if log else "Try again."
        )


def _open_log(log: Path | None) -> Any:
    if log is None:
        return open(os.devnull, "wb")
    return open(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab")


def _plain(pin: Pin) -> Event:
    import msgspec

    plain: Event = msgspec.to_builtins(pin)
    return plain


def _gone() -> VmguiError:
    return VmguiError(
        "The disk's backend is gone.",
        why="It crashed or was stopped.",
        remedy="Start it again; whatever it acknowledged is in the file.",
        code="backend",
    )
