"""The machine's disks: a backend each, started before QEMU or when a disk is plugged in."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from vmgui.backend.transport import Transport
from vmgui.disk.pin import Pin
from vmgui.errors import VmguiError
from vmgui.memory import LockedBuffer
from vmgui.vm import qemu
from vmgui.vm.definition import Disk
from vmgui.vm.places import Places
from vmgui.vm.supervisor.measure import Cost
from vmgui.vm.supervisor.served import Run, Served
from vmgui.vm.validate import MAX_DISKS

log = logging.getLogger(__name__)


class SecretsWrong(VmguiError):
    """Some disks did not open with what was given for them."""

    code = "wrong-secret"

    def __init__(self, first: VmguiError, disks: tuple[int, ...]) -> None:
        super().__init__(first.what, why=first.why, remedy=first.remedy, code=first.code)
        self.disks = disks


class Disks:
    """All disks of one run. ``warn`` gets sentences, ``changed`` is called at each change.

    ``full`` is called where a drive of the host has no room for what a guest writes by vhost-user:
    the guest has to be paused, and asks again when it runs on.
    """

    def __init__(
        self,
        name: str,
        disks: tuple[Disk, ...],
        secrets: dict[int, LockedBuffer],
        places: Places,
        warn: Callable[[str], None],
        changed: Callable[[], None],
        full: Callable[[], None] = lambda: None,
    ) -> None:
        # A byte that nobody ever reads ends every start of a backend, now and later.
        cancelled, self._cancel = socket.socketpair()
        # A thread waits for each backend's end; more of them start backends.
        threads = ThreadPoolExecutor(2 * MAX_DISKS, "disk")
        self._run = Run(f"VM {name}", places, warn, changed, full, threads, cancelled)
        self._disks = [Served(i, disk, secrets.get(i), self._run) for i, disk in enumerate(disks)]
        # A number is given once in a run: QEMU may remember the last disk that had it.
        self._next = len(disks)
        self._stopping = False

    def report(self) -> tuple[dict[str, Any], ...]:
        """What the status says of the disks."""
        return tuple(served.report() for served in self._disks)

    async def costs(self) -> dict[str, Cost]:
        """What each disk has cost, by the node's name that it has in QEMU by NBD."""
        costs = {}
        for served in tuple(self._disks):
            did = await served.stats() if served.transport == "vhost-user" else None
            costs[qemu.disk.name(served.number)] = Cost(served.disk.path, served.cpu(), did)
        return costs

    async def open(
        self, tell: Callable[[str], None], transports: Mapping[str, Transport] | None = None
    ) -> None:
        """Start every backend, one after the other: each may need a gigabyte to unlock its disk.

        ``transports`` says how each is served, by its path. Raises :exc:`SecretsWrong` once all
        were tried, another :exc:`VmguiError` at once.
        """
        wrong = {}
        for served in self._disks:
            name = Path(served.disk.path).name
            tell(f"Opening the disk {name} ({served.number + 1} of {len(self._disks)}).")
            served.transport = (transports or {}).get(served.disk.path, "nbd")
            try:
                await served.start()
            except VmguiError as error:
                if not _names_disk(error, served.disk):
                    raise
                wrong[served.number] = error
        if wrong:
            raise SecretsWrong(next(iter(wrong.values())), tuple(wrong))
        for served in self._disks:
            served.watch()

    async def add(
        self, disk: Disk, secret: LockedBuffer | None, transport: Transport = "nbd"
    ) -> int:
        """One more disk, served from now on; its number. ``secret`` is taken over.

        Raises :exc:`VmguiError`, and then nothing is left of it.
        """
        number, self._next = self._next, self._next + 1
        served = Served(number, disk, secret, self._run)
        served.transport = transport
        try:
            if self._stopping:
                raise VmguiError("The virtual machine is just ending.", code="not-running")
            # Among the others right away, so that the machine's end is its end.
            self._disks.append(served)
            await served.start()
        except BaseException as error:
            await self._drop(served, 0)
            if isinstance(error, VmguiError):
                _names_disk(error, disk)
            raise
        served.watch()
        self._run.changed()
        return number

    async def remove(self, path: str, patience: float) -> None:
        """The disk is served no more: it is flushed and closed, its secret wiped."""
        await self._drop(self._find(path), patience)
        self._run.changed()

    async def _drop(self, served: Served, patience: float) -> None:
        await served.stop(patience)
        if served in self._disks:
            self._disks.remove(served)

    def number(self, path: str) -> int:
        """The number of a disk, by its path."""
        return self._find(path).number

    def transport(self, path: str) -> Transport:
        """How a disk is served, by its path."""
        return self._find(path).transport

    def _find(self, path: str) -> Served:
        return next(served for served in self._disks if served.disk.path == path)

    def cancel(self) -> None:
        """Give up every start that is under way."""
        self._cancel.send(b"!")

    def allow_peer(self, pid: int) -> None:
        """Name the QEMU that may connect. Raises :exc:`VmguiError` where a backend is gone."""
        self._run.peer = pid
        for served in self._disks:
            served.allow_peer()

    def pins(self) -> dict[str, Pin]:
        """What the disks are as of now, by disk UUID."""
        return {each.disk.pin.disk_uuid: each.disk.pin for each in self._disks if each.disk.pin}

    async def close(self, patience: float) -> None:
        """Stop every backend: what QEMU sent is written and flushed. Wipes the secrets.

        A backend that takes more than ``patience`` seconds is killed; then only the flush is lost.
        """
        self._stopping = True
        self.cancel()
        await asyncio.gather(*(served.stop(patience) for served in self._disks))
        self._run.threads.shutdown(wait=False)
        self._run.cancelled.close()
        self._cancel.close()


def _names_disk(error: VmguiError, disk: Disk) -> bool:
    """Whether a secret did not open the disk; then the error says which disk it was."""
    wrong = error.code in {"wrong-secret", "secret-wanted"}
    if wrong:
        error.what = f"{Path(disk.path).name}: {error.what}"
    return wrong
