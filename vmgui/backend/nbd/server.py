"""Connections to one disk: taking them in, a thread each, and ending them all."""

from __future__ import annotations

import logging
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from vmgui.backend.counters import Counters
from vmgui.backend.nbd.connection import Connection
from vmgui.backend.nbd.handshake import ProtocolError, negotiate
from vmgui.backend.peer import PeerCheck
from vmgui.backend.throttle import Throttle

if TYPE_CHECKING:
    from vmgui.disk.engine import BlockDevice

# Bounds the memory of a backend: see PIECE in connection.py.
MAX_CONNECTIONS = 16
# How long a client may take to accept its last replies once the server stops, in seconds.
GRACE = 5.0

log = logging.getLogger(__name__)


class Server:
    """Serves ``device`` to every peer that ``check`` admits.

    ``report`` gets a sentence for each failure of the device and each peer turned away, on
    whatever thread; it must not block.
    """

    def __init__(
        self, device: BlockDevice, check: PeerCheck, report: Callable[[str], None]
    ) -> None:
        self._device = device
        self._check = check
        self._report = report
        self._lock = threading.Lock()
        self._threads: dict[threading.Thread, socket.socket] = {}
        self._serving: dict[Connection, int] = {}  # with the thread's number
        self._finished = Counters()
        self._stopping = False
        self._refusals = Throttle(20)

    def add(self, sock: socket.socket) -> None:
        """Serve a client that has just connected; returns at once and owns the socket."""
        with self._lock:
            if self._stopping or len(self._threads) >= MAX_CONNECTIONS:
                sock.close()
                if not self._stopping:
                    log.warning("A connection beyond the first %d was refused.", MAX_CONNECTIONS)
                return
            thread = threading.Thread(target=self._run, args=(sock,), name="nbd", daemon=True)
            self._threads[thread] = sock
        thread.start()

    def counters(self) -> dict[str, int]:
        """What all connections have done, past ones included."""
        with self._lock:
            total = self._finished.as_dict()
            for connection in self._serving:
                for name, value in connection.counters.as_dict().items():
                    total[name] += value
        return total

    def done(self) -> dict[int, int]:
        """By the number of each serving thread, a figure that grows with each request."""
        with self._lock:
            serving = list(self._serving.items())
        return {thread: sum(each.counters.as_dict().values()) for each, thread in serving}

    def stop(self, patience: float | None = None) -> bool:
        """Finish the requests that were received whole, answer them, and end all connections.

        False where one was not finished within ``patience`` seconds.
        """
        with self._lock:
            self._stopping = True
            threads = list(self._threads)
        self._check.close()
        # What a client has sent can still be read, then its connection seems to have ended.
        self._shut_down(socket.SHUT_RD)
        deadline = time.monotonic() + GRACE
        for thread in threads:
            thread.join(max(0.0, deadline - time.monotonic()))
        # Who does not take the replies by now does not get them.
        self._shut_down(socket.SHUT_RDWR)
        deadline += patience or 0.0
        for thread in threads:
            thread.join(None if patience is None else max(0.0, deadline - time.monotonic()))
        return not any(thread.is_alive() for thread in threads)

    def _shut_down(self, how: int) -> None:
        with self._lock:
            for sock in self._threads.values():
                with suppress(OSError):  # the client is gone already
                    sock.shutdown(how)

    def _run(self, sock: socket.socket) -> None:
        try:
            refusal = self._check.refusal(sock)
            if refusal is None:
                self._serve(sock)
            elif not self._stopping and self._refusals.allows():
                log.warning("%s", refusal)
                self._report(refusal)
        except EOFError:
            log.info("A client left.")
        except ProtocolError as error:
            log.warning("%s The connection was closed.", error)
        except OSError as error:
            log.info("A connection broke: %s.", error.strerror)
        except Exception:
            log.exception("A connection failed")
            self._report("Serving a connection failed unexpectedly; see the backend's log.")
        finally:
            with self._lock:
                del self._threads[threading.current_thread()]
            sock.close()

    def _serve(self, sock: socket.socket) -> None:
        agreement = negotiate(sock, self._device)
        log.info("A client connected.")
        connection = Connection(sock, self._device, agreement, self._report)
        with self._lock:
            self._serving[connection] = threading.get_ident()
        try:
            connection.serve()
        finally:
            with self._lock:
                del self._serving[connection]
                self._finished.add(connection.counters)
