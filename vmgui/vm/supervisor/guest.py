"""The guest as QMP shows it: its states, what it does by itself, and what it is told to do."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from vmgui.vm.qmp import QemuGone
from vmgui.vm.supervisor.emulator import Emulator
from vmgui.vm.supervisor.hot import network
from vmgui.vm.supervisor.hot.monitor import Monitor
from vmgui.vm.supervisor.journal import Journal

log = logging.getLogger(__name__)

# Why QEMU pauses a guest by itself, under the names of QMP's query-status.
_PAUSES = {
    "io-error": "A disk could not be written: the drive that holds it is full. Free some room, "
    "then resume.",
    "internal-error": "The processor's virtualisation (KVM) failed. Stop the machine, and set "
    "accelerator = “tcg” in its definition: slower, works everywhere.",
    "guest-panicked": "The guest's system has crashed.",
    "watchdog": "The guest's watchdog found it hanging.",
}

# Seconds in which firmware makes KVM fail where it does.
_FIRST_MOMENT = 0.3

_SHUTDOWNS = {
    "guest-shutdown": "The guest has shut down.",
    "guest-reset": "The guest has shut down.",
    "guest-panic": "The guest's system crashed.",
    "host-signal": "QEMU was told to end by another program.",
}


class Guest:
    """A guest in a running QEMU. ``wanted``: its end was somebody's wish, perhaps its own.

    ``on_event`` gets every event that nobody waits for at ``monitor``.
    """

    def __init__(self, emulator: Emulator, journal: Journal) -> None:
        self._emulator = emulator
        self._journal = journal
        self._powering_off = False
        self._give_up_kvm_until = 0.0
        self._last_error = ""
        self._reason = ""
        self._listening: asyncio.Task[None] | None = None
        self.monitor = Monitor(emulator)
        self.on_event: Callable[[str, Mapping[str, Any]], None] = lambda event, data: None
        self.wanted = False
        self.farewell = ""

    async def start(self, kvm_trial: float, *, unplugged: bool = False) -> None:
        """Wait for QEMU and let the guest run. Raises :exc:`QemuGone`, :exc:`QemuRefused`.

        ``unplugged``: the network's cable is not in, which no argument of QEMU's says.
        Where KVM fails in the first ``kvm_trial`` seconds, QEMU is ended instead of left paused;
        in most cases it does so before this returns.
        """
        await self._emulator.connect()
        self._give_up_kvm_until = asyncio.get_running_loop().time() + kvm_trial
        self._listening = asyncio.create_task(self._listen())
        if unplugged:
            await network.connect(self.monitor, connected=False)
        await self._emulator.execute("cont")
        if kvm_trial:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._emulator.ended(), _FIRST_MOMENT)
                raise QemuGone

    async def stay(self) -> None:
        """Follow the guest until QEMU ends."""
        await self._emulator.ended()
        if self._listening is not None:
            self._listening.cancel()

    async def _listen(self) -> None:
        with suppress(QemuGone):
            async for event in self._emulator.events():
                await self._hear(event["event"], event.get("data", {}))

    def keep_kvm(self) -> None:
        """From now on a failure of KVM leaves the guest paused, as it is."""
        self._give_up_kvm_until = 0.0

    async def _hear(self, event: str, data: Mapping[str, Any]) -> None:
        if not self.monitor.hear(event, data):
            self.on_event(event, data)
        if event == "RESUME":
            self._reason = ""
            self._journal.enter("stopping" if self._powering_off else "running")
        elif event == "STOP" and not self.wanted:
            await self._stopped()
        elif event == "SHUTDOWN":
            self.wanted = True
            self.farewell = self.farewell or _SHUTDOWNS.get(data.get("reason", ""), "")
        elif event == "BLOCK_IO_ERROR":
            self._io_error(data)
        elif event == "GUEST_PANICKED":
            self._journal.warn(_PAUSES["guest-panicked"])
        elif event in {"RESET", "POWERDOWN", "WATCHDOG", "SUSPEND", "WAKEUP"}:
            log.info("QEMU reports: %s.", event.lower())

    async def _stopped(self) -> None:
        status = (await self._emulator.execute("query-status"))["status"]
        now = asyncio.get_running_loop().time()
        if status == "internal-error" and now < self._give_up_kvm_until:
            self._emulator.kill()
        elif status != "running":
            self._journal.enter("paused", self._reason or _PAUSES.get(status, ""))

    def _io_error(self, data: Mapping[str, Any]) -> None:
        node = data.get("node-name") or data.get("device")
        reason = data.get("reason", "unknown")
        message = f"The guest met an error on {node}, operation {data.get('operation')}: {reason}."
        if message != self._last_error:
            self._last_error = message
            self._journal.warn(message)

    async def shut_down(self) -> None:
        """Press the power button. A guest that is paused runs on first, else it can't notice."""
        if self._journal.status.state == "paused":
            await self._emulator.execute("cont")
        self._powering_off = True
        await self._emulator.execute("system_powerdown")
        self._journal.enter("stopping", "The guest was asked to shut down.")

    async def reset(self) -> None:
        """Press the reset button."""
        self._powering_off = False
        await self._emulator.execute("system_reset")
        if self._journal.status.state == "stopping":
            self._journal.enter("running")

    async def pause(self) -> None:
        """Stop the guest's processors."""
        await self._emulator.execute("stop")
        self._journal.enter("paused")

    async def wait_for_room(self) -> None:
        """The same, as QEMU does it by itself where it knows that a drive is full."""
        self._reason = _PAUSES["io-error"]
        await self._emulator.execute("stop")
        self._journal.enter("paused", self._reason)

    async def resume(self) -> None:
        """Let them run on."""
        self._powering_off = False
        await self._emulator.execute("cont")
        self._journal.enter("running")

    async def disk_stats(self) -> list[dict[str, Any]]:
        """What QEMU counts of its disks (query-blockstats); nothing once it has ended."""
        try:
            stats: list[dict[str, Any]] = await self._emulator.execute("query-blockstats")
        except QemuGone:
            return []
        return stats

    async def end(self) -> None:
        """Pull the plug; returns when QEMU has ended."""
        self.wanted = True
        self.farewell = "It was ended by force."
        self._journal.enter("stopping", self.farewell)
        await self._emulator.end()
