"""A backend: the process that holds one disk's key and serves the disk.

Its parent talks to it over an inherited socket (see :mod:`vmgui.backend.client`):

- parent: ``{"verb": "open", "pin": …, "peer": "uid" | "pid"}`` with the disk's secret;
- backend: ``{"event": "plugin", …}`` on each way into a plug-in's code and out of it, then
  ``{"event": "ready", …}`` once clients can connect, or ``{"event": "failed", …}``;
- parent, any time later: ``{"verb": "peer", "pid": …}``, ``{"verb": "stats"}``,
  ``{"verb": "stop"}``;
- backend, any time later: ``{"event": "stats", …}`` in answer, ``{"event": "error", "what": …}``,
  and by vhost-user ``{"event": "full"}``: the host's drive has no room for what the guest writes,
  and the disk waits to be connected anew.

The end of the control channel (a parent that died) and SIGTERM stop it like ``stop``: requests
that were received are finished, the disk is flushed and closed, the exit status is 0.
"""

from __future__ import annotations

import logging
import os
import select
import signal
import socket
import stat
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vmgui.backend.hardening import freed_memory_wiped, harden
from vmgui.backend.nbd import server as nbd
from vmgui.backend.peer import PeerCheck
from vmgui.backend.plugin_watch import tell_parent
from vmgui.backend.stuck import INTERVAL, StuckCalls
from vmgui.backend.transport import Transport, serial_number
from vmgui.backend.vhost import server as vhost
from vmgui.channel import Channel
from vmgui.disk import crew
from vmgui.errors import VmguiError
from vmgui.limits import limit_memory
from vmgui.memory import lock

if TYPE_CHECKING:
    from vmgui.disk.container import Disk

# Reports that wait for the parent; where it does not listen, the oldest are dropped.
_MAX_REPORTS = 100
# Seconds that requests get at the end; one that takes longer hangs, in a plug-in or on its drive.
_STUCK = 120.0

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Order:
    """What to serve and where."""

    disk: Path
    socket: Path
    read_only: bool = False
    transport: Transport = "nbd"


class Reports:
    """Events for the parent, from any thread. ``bell`` is readable once there is one."""

    def __init__(self) -> None:
        self._waiting: deque[dict[str, Any]] = deque(maxlen=_MAX_REPORTS)
        self.bell, self._rope = socket.socketpair()
        self.bell.setblocking(False)
        self._rope.setblocking(False)

    def tell(self, sentence: str) -> None:
        """Leave a sentence; never blocks."""
        self._leave({"event": "error", "what": sentence})

    def full(self) -> None:
        """Say that the host's drive is full; never blocks."""
        self._leave({"event": "full"})

    def _leave(self, event: dict[str, Any]) -> None:
        self._waiting.append(event)
        with suppress(BlockingIOError):  # it has been rung often enough
            self._rope.send(b"!")

    def take(self) -> Iterator[dict[str, Any]]:
        """Every event that waits, oldest first."""
        with suppress(BlockingIOError):
            self.bell.recv(4096)
        while self._waiting:
            yield self._waiting.popleft()

    def ring_on_signals(self) -> None:
        """Let the signals that Python handles ring as well."""
        signal.set_wakeup_fd(self._rope.fileno(), warn_on_full_buffer=False)


def run(order: Order, channel: Channel) -> int:
    """The whole life of a backend; returns its exit status."""
    for warning in harden():
        log.warning("%s", warning)
    limit_memory()
    tell_parent(channel)
    received = channel.receive()
    if received is None:
        return 0
    message, secret = received
    reports = Reports()
    disk = None
    try:
        disk = _open(order, message, secret, reports)
        limit_memory(final=True)
        listener = _listen(order.socket)
    except VmguiError as error:
        return _fail(channel, disk, error)
    except Exception as error:
        log.exception("Opening the disk failed")
        problem = VmguiError(
            f"The disk {order.disk} can't be served.",
            why=f"The backend failed with {type(error).__name__}.",
            remedy="Its log says more.",
            code="backend",
        )
        return _fail(channel, disk, problem)
    check = PeerCheck("pid" if message.get("peer") == "pid" else "uid")
    backend = _Backend(order, channel, disk, listener, check, reports)
    backend.serve()
    return 0


def _fail(channel: Channel, disk: Disk | None, error: VmguiError) -> int:
    if disk is not None:
        disk.close()
    with suppress(OSError):  # the parent is gone
        channel.send({"event": "failed", **error.as_dict()})
    return 1


def _open(
    order: Order, message: dict[str, Any], secret: bytearray | None, reports: Reports
) -> Disk:
    # Imported this late so that the process is hardened before any of it runs.
    import msgspec

    from vmgui.disk.pin import Pin
    from vmgui.plugin.opening import open_disk

    pin = message.get("pin")
    try:
        if secret is not None and not lock(secret):
            log.warning("The passphrase could not be locked in memory.")
        with freed_memory_wiped():
            return open_disk(
                order.disk,
                secret=secret,
                read_only=order.read_only,
                pin=None if pin is None else msgspec.convert(pin, Pin),
                on_error=reports.tell,
            )
    finally:
        if secret is not None:
            secret[:] = bytes(len(secret))


def _listen(path: Path) -> socket.socket:
    """A listening socket at ``path``, its owner's alone. Replaces one that nobody listens at."""
    _remove_stale(path)
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    umask = os.umask(0o177)
    try:
        listener.bind(os.fspath(path))
        listener.listen(16)
        listener.setblocking(False)
    except OSError as error:
        listener.close()
        raise VmguiError(
            f"The socket {path} can't be made.",
            why=f"{error.strerror or error}.",
            remedy="Choose a short path in an existing folder of your own.",
            code="socket",
        ) from None
    finally:
        os.umask(umask)
    return listener


def _remove_stale(path: Path) -> None:
    try:
        if not stat.S_ISSOCK(path.lstat().st_mode):
            return  # bind() will say so
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
            probe.connect(os.fspath(path))
    except ConnectionRefusedError:
        path.unlink(missing_ok=True)
    except OSError:
        return


def _server(
    transport: Transport, disk: Disk, check: PeerCheck, reports: Reports
) -> nbd.Server | vhost.Server:  # fmt: skip
    if transport == "nbd":
        return nbd.Server(disk.device, check, reports.tell)
    name = serial_number(str(disk.header.disk)).encode()
    return vhost.Server(disk.device, name, check, reports.tell, reports.full)


class _Backend:
    """An open disk and a listening socket, served until somebody says stop."""

    def __init__(
        self,
        order: Order,
        channel: Channel,
        disk: Disk,
        listener: socket.socket,
        check: PeerCheck,
        reports: Reports,
    ) -> None:
        self._socket_path = order.socket
        self._socket_inode = order.socket.lstat().st_ino
        self._channel = channel
        self._disk = disk
        self._listener = listener
        self._check = check
        self._reports = reports
        self._server = _server(order.transport, disk, check, reports)
        self._stopping = False

    def serve(self) -> None:
        """Tell the parent that all is ready, serve until told to stop, and close the disk."""
        self._reports.ring_on_signals()
        signal.signal(signal.SIGTERM, self._on_sigterm)
        # The terminal's signals go to the parent as well, which decides.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        try:
            with suppress(BrokenPipeError, ConnectionResetError):  # the parent is gone: stop
                self._channel.send(self._ready())
                self._loop()
        finally:
            self._close()

    def _ready(self) -> dict[str, Any]:
        disk = self._disk
        return {
            "event": "ready",
            "size": disk.device.size,
            "sector_size": disk.device.sector_size,
            "read_only": disk.device.read_only,
            "generation": disk.generation,
            "fingerprint": disk.fingerprint,
            "disk_uuid": str(disk.header.disk),
            "encryption_id": str(disk.header.encryption_id),
            "warnings": disk.warnings,
        }

    def _loop(self) -> None:
        control, bell = self._channel.sock, self._reports.bell
        waiting = select.poll()
        for sock in (control, self._listener, bell):
            waiting.register(sock, select.POLLIN)
        stuck = StuckCalls(self._reports.tell)
        while not self._stopping:
            ready = {fd for fd, _ in waiting.poll(1000 * INTERVAL)}
            stuck.look({**self._server.done(), **crew.done})
            if bell.fileno() in ready:
                for event in self._reports.take():
                    self._channel.send(event)
            if control.fileno() in ready:
                self._hear()
            if self._listener.fileno() in ready and not self._stopping:
                with suppress(BlockingIOError, ConnectionAbortedError):
                    sock, _ = self._listener.accept()
                    sock.setblocking(True)
                    self._server.add(sock)

    def _hear(self) -> None:
        """Do what the parent says: everything that has arrived."""
        while not self._stopping:
            received = self._channel.receive()
            if received is None:
                self._stopping = True
                return
            message, _ = received
            verb = message.get("verb")
            if verb == "stop":
                self._stopping = True
            elif verb == "peer":
                self._check.allow(int(message["pid"]))
            elif verb == "stats":
                self._channel.send({"event": "stats", **self._server.counters()})
            else:
                log.warning("The parent asked for something unknown.")
            if not self._channel.pending():
                return

    def _on_sigterm(self, number: int, frame: object) -> None:
        self._stopping = True  # the bell ends the wait

    def _close(self) -> None:
        with suppress(OSError):  # gone already
            if self._socket_path.lstat().st_ino == self._socket_inode:
                self._socket_path.unlink()
        self._listener.close()
        if not self._server.stop(_STUCK):
            # Whatever was acknowledged is in the file; nothing else could end this thread.
            log.error("A request was not finished within %s seconds.", _STUCK)
            os._exit(1)
        device = self._disk.device
        try:
            if not device.read_only:
                device.flush()
        except OSError as error:
            log.error("The disk could not be flushed: %s.", error.strerror)
        self._disk.close()
        log.info("Stopped.")
