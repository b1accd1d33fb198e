"""The machine's disks: a backend each, started before QEMU and again whenever it dies.

QEMU keeps a guest's requests while a backend is away (see RECONNECT_DELAY in qemu/disk.py): a
restart within that time is a pause for the guest, nothing more.
"""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from vmgui.backend.client import BackendProcess
from vmgui.backend.plugin_watch import how_it_ended
from vmgui.disk.pin import Pin
from vmgui.errors import VmguiError
from vmgui.memory import LockedBuffer
from vmgui.vm.definition import Disk
from vmgui.vm.places import Places
from vmgui.vm.supervisor.measure import cpu_seconds

log = logging.getLogger(__name__)

# A backend that lived this many seconds was well; one that dies sooner waits before the next try.
_WELL = 30.0
_MAX_WAIT = 15.0


class SecretsWrong(VmguiError):
    """Some disks did not open with what was given for them."""

    code = "wrong-secret"

    def __init__(self, first: VmguiError, disks: tuple[int, ...]) -> None:
        super().__init__(first.what, why=first.why, remedy=first.remedy, code=first.code)
        self.disks = disks


@dataclass
class _Served:
    index: int
    disk: Disk
    secret: LockedBuffer | None
    backend: BackendProcess | None = None
    restarts: int = 0
    watcher: asyncio.Task[None] | None = field(default=None, repr=False)
    cpu_before: float = 0.0
    cpu_seen: float = 0.0

    def cpu(self) -> float:
        """Processor seconds of this disk's backends, of those that died as far as was seen."""
        if self.backend is not None:
            self.cpu_seen = max(self.cpu_seen, cpu_seconds(self.backend.pid))
        return self.cpu_before + self.cpu_seen


class Disks:
    """All disks of one run. ``warn`` gets sentences, ``changed`` is called at each change."""

    def __init__(
        self,
        name: str,
        disks: tuple[Disk, ...],
        secrets: dict[int, LockedBuffer],
        places: Places,
        warn: Callable[[str], None],
        changed: Callable[[], None],
    ) -> None:
        self._label = f"VM {name}"
        self._disks = [_Served(i, disk, secrets.get(i)) for i, disk in enumerate(disks)]
        self._places = places
        self._warn = warn
        self._changed = changed
        self._peer: int | None = None
        self._stopping = False
        self._starting: set[asyncio.Future[BackendProcess]] = set()
        # A byte that nobody ever reads ends every start of a backend, now and later.
        self._cancelled, self._cancel = socket.socketpair()
        # A thread waits for each backend's end; one more starts them.
        self._threads = ThreadPoolExecutor(len(disks) + 1, "disk")

    def report(self) -> tuple[dict[str, Any], ...]:
        """What the status says of the disks."""
        return tuple(
            {
                "path": served.disk.path,
                "state": "open" if served.backend is not None else "lost",
                "restarts": served.restarts,
            }
            for served in self._disks
        )

    def costs(self) -> dict[str, tuple[str, float]]:
        """Each disk's path and its backends' processor seconds, by the node's name in QEMU."""
        return {f"disk{served.index}": (served.disk.path, served.cpu()) for served in self._disks}

    async def open(self, tell: Callable[[str], None]) -> None:
        """Start every backend, one after the other: each may need a gigabyte to unlock its disk.

        Raises :exc:`SecretsWrong` once all were tried, another :exc:`VmguiError` at once.
        """
        wrong = {}
        for served in self._disks:
            name = Path(served.disk.path).name
            tell(f"Opening the disk {name} ({served.index + 1} of {len(self._disks)}).")
            try:
                await self._start(served)
            except VmguiError as error:
                if error.code not in {"wrong-secret", "secret-wanted"}:
                    raise
                error.what = f"{name}: {error.what}"
                wrong[served.index] = error
        if wrong:
            raise SecretsWrong(next(iter(wrong.values())), tuple(wrong))
        for served in self._disks:
            assert served.backend is not None
            served.watcher = asyncio.create_task(self._watch(served, served.backend))

    async def _start(self, served: _Served) -> BackendProcess:
        loop = asyncio.get_running_loop()
        starting = loop.run_in_executor(self._threads, self._start_blocking, served)
        self._starting.add(starting)
        starting.add_done_callback(self._starting.discard)
        backend = await asyncio.shield(starting)
        served.backend = backend
        ready = backend.ready
        log.info(
            "%s is open: generation %s, backend process %s.",
            served.disk.path,
            ready["generation"],
            backend.pid,
        )
        for warning in ready["warnings"]:
            self._warn(f"{served.disk.path}: {warning}")
        if served.disk.pin is not None:
            # From now on nobody can slip in an older copy, or one with another key.
            pin = msgspec.structs.replace(
                served.disk.pin,
                generation=max(ready["generation"], served.disk.pin.generation),
                fingerprint=ready["fingerprint"],
            )
            served.disk = msgspec.structs.replace(served.disk, pin=pin)
        if self._peer is not None:
            backend.allow_peer(self._peer)
        self._listen(backend, served)
        return backend

    def _start_blocking(self, served: _Served) -> BackendProcess:
        return BackendProcess.start(
            Path(served.disk.path),
            self._places.disk(served.index),
            secret=served.secret.view if served.secret is not None else None,
            read_only=served.disk.read_only,
            label=self._label,
            pin=served.disk.pin,
            peer="pid",
            log=self._places.backend_log,
            cancel=self._cancelled,
        )

    def cancel(self) -> None:
        """Give up every start that is under way."""
        self._cancel.send(b"!")

    def _listen(self, backend: BackendProcess, served: _Served) -> None:
        """Pass on what the backend reports, until it has nothing more to say."""
        loop = asyncio.get_running_loop()
        fd = backend.control.sock.fileno()

        def hear() -> None:
            events = backend.events()
            if not events:
                loop.remove_reader(fd)
            for event in events:
                if event.get("event") == "error":
                    self._warn(f"{served.disk.path}: {event.get('what', '')}")

        loop.add_reader(fd, hear)

    async def _watch(self, served: _Served, backend: BackendProcess) -> None:
        """Start the disk's backend again whenever it ends, until told to stop."""
        loop = asyncio.get_running_loop()
        wait = 0.0
        while True:
            begun = loop.time()
            status = await loop.run_in_executor(self._threads, backend.wait)
            if self._stopping:
                return
            wait = 0.0 if loop.time() - begun > _WELL else wait
            self._forget(served, backend)
            self._warn(f"{_end_of(served, backend, status)}; restarting it.")
            backend, wait = await self._restart(served, wait)

    async def _restart(self, served: _Served, wait: float) -> tuple[BackendProcess, float]:
        """Try until there is a backend; with it goes how many seconds to wait at the next death."""
        while True:
            await asyncio.sleep(wait)
            wait = min(_MAX_WAIT, wait * 2 or 0.5)
            try:
                backend = await self._start(served)
            except VmguiError as error:
                self._warn(f"The disk {served.disk.path} is lost for now. {error}")
            else:
                served.restarts += 1
                self._changed()
                return backend, wait

    def _forget(self, served: _Served, backend: BackendProcess) -> None:
        asyncio.get_running_loop().remove_reader(backend.control.sock.fileno())
        backend.kill()  # it is dead; this frees what we hold of it
        served.backend = None
        served.cpu_before, served.cpu_seen = served.cpu(), 0.0
        self._changed()

    def allow_peer(self, pid: int) -> None:
        """Name the QEMU that may connect. Raises :exc:`VmguiError` where a backend is gone."""
        self._peer = pid
        for served in self._disks:
            if served.backend is not None:
                served.backend.allow_peer(pid)

    def pins(self) -> dict[str, Pin]:
        """What the disks are as of now, by disk UUID."""
        return {each.disk.pin.disk_uuid: each.disk.pin for each in self._disks if each.disk.pin}

    async def close(self, patience: float) -> None:
        """Stop every backend: what QEMU sent is written and flushed. Wipes the secrets.

        A backend that takes more than ``patience`` seconds is killed; then only the flush is lost.
        """
        self._stopping = True
        for served in self._disks:
            if served.watcher is not None and served.backend is None:
                served.watcher.cancel()
        self.cancel()
        for started in await asyncio.gather(*self._starting, return_exceptions=True):
            if isinstance(started, BackendProcess):
                started.kill()  # it came too late to serve anybody
        await asyncio.gather(*(self._stop(served, patience) for served in self._disks))
        for served in self._disks:
            if served.secret is not None:
                served.secret.close()
        self._threads.shutdown(wait=False)
        self._cancelled.close()
        self._cancel.close()

    async def _stop(self, served: _Served, patience: float) -> None:
        backend, served.backend = served.backend, None
        if backend is None:
            return
        loop = asyncio.get_running_loop()
        loop.remove_reader(backend.control.sock.fileno())
        status = await loop.run_in_executor(None, backend.stop, patience)
        if status:
            self._warn(f"{_end_of(served, backend, status)}.")


def _end_of(served: _Served, backend: BackendProcess, status: int) -> str:
    plugin = f" with the plug-in “{backend.plugin}”" if backend.plugin else ""
    return f"The backend of {served.disk.path}{plugin} ended ({how_it_ended(status)})"
