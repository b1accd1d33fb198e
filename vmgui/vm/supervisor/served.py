"""One disk of a run: its backend, started again whenever it dies.

QEMU keeps a guest's requests while a backend is away (by NBD: for RECONNECT_DELAY of qemu/disk.py):
a restart within that time is a pause for the guest, nothing more.
"""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from vmgui.backend.client import BackendProcess
from vmgui.backend.plugin_watch import how_it_ended
from vmgui.backend.transport import Transport
from vmgui.errors import VmguiError
from vmgui.memory import LockedBuffer
from vmgui.vm.definition import Disk
from vmgui.vm.places import Places
from vmgui.vm.supervisor.did import Did
from vmgui.vm.supervisor.measure import cpu_seconds

log = logging.getLogger(__name__)

# A backend that lived this many seconds was well; one that dies sooner waits before the next try.
_WELL = 30.0
_MAX_WAIT = 15.0


@dataclass
class Run:
    """What all disks of a run share.

    ``warn`` gets sentences, ``changed`` is called at each change, ``peer`` is the QEMU that may
    connect, ``full`` is called where a drive of the host is full and by vhost-user a disk has to be
    connected anew. Every start of a backend ends once ``cancelled`` is readable.
    """

    label: str
    places: Places
    warn: Callable[[str], None]
    changed: Callable[[], None]
    full: Callable[[], None]
    threads: ThreadPoolExecutor
    cancelled: socket.socket
    peer: int | None = None


class Served:
    """The disk with this ``number``, which names its socket and its node in QEMU.

    ``transport`` is how it is served from its start on. ``secret`` opens it, at each start of its
    backend; it is wiped at the end.
    """

    def __init__(self, number: int, disk: Disk, secret: LockedBuffer | None, run: Run) -> None:
        self.number = number
        self.disk = disk
        self.transport: Transport = "nbd"
        self._secret = secret
        self._run = run
        self._backend: BackendProcess | None = None
        self._restarts = 0
        self._watcher: asyncio.Task[None] | None = None
        self._starting: asyncio.Future[BackendProcess] | None = None
        self._leaving = False
        self._cpu_before = 0.0
        self._cpu_seen = 0.0
        self._did = Did()

    def report(self) -> dict[str, Any]:
        """What the status says of it."""
        return {
            "path": self.disk.path,
            "state": "open" if self._backend is not None else "lost",
            "restarts": self._restarts,
            "transport": self.transport,
        }

    def cpu(self) -> float:
        """Processor seconds of its backends; of those that died as far as was seen."""
        if self._backend is not None:
            self._cpu_seen = max(self._cpu_seen, cpu_seconds(self._backend.pid))
        return self._cpu_before + self._cpu_seen

    async def stats(self) -> dict[str, int]:
        """What its backends did, as far as is known: see BackendProcess.ask_stats()."""
        if self._backend is not None:
            with suppress(VmguiError):  # it has just died
                await self._did.ask(self._backend.ask_stats)
        return self._did.total()

    async def start(self) -> BackendProcess:
        """Start the backend. Raises :exc:`VmguiError`."""
        loop = asyncio.get_running_loop()
        self._starting = loop.run_in_executor(self._run.threads, self._start_blocking)
        backend = await asyncio.shield(self._starting)
        if self._leaving:  # it came too late to serve anybody
            backend.kill()
            raise VmguiError("The start was cancelled.", code="cancelled")
        self._backend = backend
        ready = backend.ready
        log.info(
            "%s is open: generation %s, backend process %s.",
            self.disk.path,
            ready["generation"],
            backend.pid,
        )
        for warning in ready["warnings"]:
            self._run.warn(f"{self.disk.path}: {warning}")
        if self.disk.pin is not None:
            # From now on nobody can slip in an older copy, or one with another key.
            pin = msgspec.structs.replace(
                self.disk.pin,
                generation=max(ready["generation"], self.disk.pin.generation),
                fingerprint=ready["fingerprint"],
            )
            self.disk = msgspec.structs.replace(self.disk, pin=pin)
        if self._run.peer is not None:
            backend.allow_peer(self._run.peer)
        self._listen(backend)
        return backend

    def _start_blocking(self) -> BackendProcess:
        return BackendProcess.start(
            Path(self.disk.path),
            self._run.places.disk(self.number),
            secret=self._secret.view if self._secret is not None else None,
            read_only=self.disk.read_only,
            label=self._run.label,
            pin=self.disk.pin,
            peer="pid",
            transport=self.transport,
            log=self._run.places.backend_log,
            cancel=self._run.cancelled,
        )

    def allow_peer(self) -> None:
        """Tell the backend which QEMU may connect. Raises :exc:`VmguiError` where it is gone."""
        if self._backend is not None and self._run.peer is not None:
            self._backend.allow_peer(self._run.peer)

    def watch(self) -> None:
        """From now on start the backend again whenever it ends."""
        assert self._backend is not None
        self._watcher = asyncio.create_task(self._watch(self._backend))

    def _listen(self, backend: BackendProcess) -> None:
        """Pass on what the backend reports, until it has nothing more to say."""
        loop = asyncio.get_running_loop()
        fd = backend.control.sock.fileno()

        def hear() -> None:
            events = backend.events()
            if not events:
                loop.remove_reader(fd)
            for event in events:
                if event.get("event") == "error":
                    self._run.warn(f"{self.disk.path}: {event.get('what', '')}")
                elif event.get("event") == "full":
                    self._run.full()
                elif event.get("event") == "stats":
                    self._did.told(event)

        loop.add_reader(fd, hear)

    async def _watch(self, backend: BackendProcess) -> None:
        loop = asyncio.get_running_loop()
        wait = 0.0
        while True:
            begun = loop.time()
            status = await loop.run_in_executor(self._run.threads, backend.wait)
            if self._leaving:
                return
            wait = 0.0 if loop.time() - begun > _WELL else wait
            self._forget(backend)
            self._run.warn(f"{self._end_of(backend, status)}; restarting it.")
            backend, wait = await self._restart(wait)

    async def _restart(self, wait: float) -> tuple[BackendProcess, float]:
        """Try until there is a backend; with it goes how many seconds to wait at the next death."""
        while True:
            await asyncio.sleep(wait)
            wait = min(_MAX_WAIT, wait * 2 or 0.5)
            try:
                backend = await self.start()
            except VmguiError as error:
                self._run.warn(f"The disk {self.disk.path} is lost for now. {error}")
            else:
                self._restarts += 1
                self._run.changed()
                return backend, wait

    def _forget(self, backend: BackendProcess) -> None:
        asyncio.get_running_loop().remove_reader(backend.control.sock.fileno())
        backend.kill()  # it is dead; this frees what we hold of it
        self._backend = None
        self._cpu_before, self._cpu_seen = self.cpu(), 0.0
        self._did.begin_anew()
        self._run.changed()

    async def stop(self, patience: float) -> None:
        """Stop the backend: what QEMU sent is written and flushed. Wipes the secret.

        One that takes more than ``patience`` seconds is killed; then only the flush is lost.
        """
        self._leaving = True
        if self._watcher is not None and self._backend is None:
            self._watcher.cancel()
        if self._starting is not None:
            await asyncio.wait([self._starting])
            if not self._starting.exception() and self._starting.result() is not self._backend:
                self._starting.result().kill()  # it came too late to serve anybody
        backend, self._backend = self._backend, None
        if backend is not None:
            loop = asyncio.get_running_loop()
            loop.remove_reader(backend.control.sock.fileno())
            status = await loop.run_in_executor(None, backend.stop, patience)
            if status:
                self._run.warn(f"{self._end_of(backend, status)}.")
        if self._secret is not None:
            self._secret.close()

    def _end_of(self, backend: BackendProcess, status: int) -> str:
        plugin = f" with the plug-in “{backend.plugin}”" if backend.plugin else ""
        return f"The backend of {self.disk.path}{plugin} ended ({how_it_ended(status)})"
