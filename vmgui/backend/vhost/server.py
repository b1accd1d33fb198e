"""The one front-end of a disk: taken in when there is no other, served by a thread."""

from __future__ import annotations

import logging
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from vmgui.backend.counters import Counters
from vmgui.backend.peer import PeerCheck
from vmgui.backend.throttle import Throttle
from vmgui.backend.vhost.protocol import ProtocolError
from vmgui.backend.vhost.session import Session

if TYPE_CHECKING:
    from vmgui.disk.engine import BlockDevice

# Seconds for a front-end to be gone when the next one is there: QEMU may connect anew before we
# have noticed that it hung up.
_PARTING = 5.0
_MAX_WAITING = 16

log = logging.getLogger(__name__)


class Server:
    """Serves ``device`` to the peer that ``check`` admits, one at a time.

    ``name`` is what the guest is told as the disk's serial number. ``report`` gets a sentence for
    each failure of the device and each peer turned away; ``full`` is called where the host's
    drive has no room for what a guest writes. Both on whatever thread; they must not block.
    """

    def __init__(
        self,
        device: BlockDevice,
        name: bytes,
        check: PeerCheck,
        report: Callable[[str], None],
        full: Callable[[], None],
    ) -> None:
        self._device = device
        self._name = name
        self._check = check
        self._report = report
        self._full = full
        self._lock = threading.Lock()
        self._threads: dict[threading.Thread, socket.socket] = {}
        self._turn = threading.Lock()
        self._session: Session | None = None
        self._finished = Counters()
        self._stopping = False
        self._refusals = Throttle(20)

    def add(self, sock: socket.socket) -> None:
        """Serve a front-end that has just connected; returns at once and owns the socket."""
        with self._lock:
            if self._stopping or len(self._threads) >= _MAX_WAITING:
                sock.close()
                return
            thread = threading.Thread(
                target=self._run, args=(sock,), name="vhost-user", daemon=True
            )  # fmt: skip
            self._threads[thread] = sock
        thread.start()

    def counters(self) -> dict[str, int]:
        """What was done, for earlier front-ends as well."""
        total = Counters()
        with self._lock:
            total.add(self._finished)
            if self._session is not None:
                total.add(self._session.counters())
        return total.as_dict()

    def done(self) -> dict[int, int]:
        """By the number of each serving thread, a figure that grows with each request."""
        with self._lock:
            return self._session.done() if self._session is not None else {}

    def stop(self, patience: float | None = None) -> bool:
        """Finish the requests under way and end the connection.

        False where one was not finished within ``patience`` seconds.
        """
        with self._lock:
            self._stopping = True
            threads = list(self._threads)
            for sock in self._threads.values():
                with suppress(OSError):  # it is gone already
                    sock.shutdown(socket.SHUT_RDWR)
        self._check.close()
        deadline = time.monotonic() + (patience or 0.0)
        for thread in threads:
            thread.join(None if patience is None else max(0.0, deadline - time.monotonic()))
        return not any(thread.is_alive() for thread in threads)

    def _run(self, sock: socket.socket) -> None:
        try:
            refusal = self._check.refusal(sock)
            if refusal is None:
                self._serve_alone(sock)
            elif not self._stopping and self._refusals.allows():
                log.warning("%s", refusal)
                self._report(refusal)
        except ProtocolError as error:
            log.warning("%s The connection was closed.", str(error))
        except OSError as error:
            log.info("The connection broke: %s.", error.strerror)
        except Exception:
            log.exception("The connection failed")
            self._report("Serving a connection failed unexpectedly; see the backend's log.")
        finally:
            with self._lock:
                del self._threads[threading.current_thread()]
                sock.close()

    def _serve_alone(self, sock: socket.socket) -> None:
        if not self._turn.acquire(timeout=_PARTING):
            if self._refusals.allows():
                log.warning("A second connection to the disk was refused.")
            return
        try:
            self._serve(sock)
        finally:
            self._turn.release()

    def _serve(self, sock: socket.socket) -> None:
        log.info("The virtual machine connected.")
        session = Session(sock, self._device, self._name, self._report, self._full)
        with self._lock:
            self._session = session
        try:
            session.serve()
        finally:
            with self._lock:
                self._session = None
                self._finished.add(session.counters())
