"""QEMU as the hot changes see it: commands, objects, and events that somebody waits for."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from vmgui.vm.qemu.transport import MEMORY
from vmgui.vm.supervisor.emulator import Emulator

# Where QEMU keeps the devices that have an id.
DEVICES = "/machine/peripheral"

Data = Mapping[str, Any]


class Monitor:
    """One QEMU. Raises :exc:`QemuGone` and :exc:`QemuRefused` as the emulator does."""

    def __init__(self, emulator: Emulator) -> None:
        self._emulator = emulator
        self._waiting: list[tuple[str, Data, asyncio.Future[None]]] = []

    async def execute(self, command: str, **arguments: Any) -> Any:
        """A QMP command's answer."""
        return await self._emulator.execute(command, **arguments)

    async def human(self, line: str) -> str:
        """What the monitor for people answers: the few things that QMP lacks."""
        answer = await self.execute("human-monitor-command", **{"command-line": line})
        return str(answer).strip()

    async def devices(self) -> dict[str, str]:
        """The model of each device that has an id, by that."""
        return await self._children(DEVICES)

    async def free_port(self) -> str | None:
        """A PCI Express root port with nothing in it, or None."""
        for name, model in sorted((await self.devices()).items()):
            if model == "pcie-root-port":
                bus = await self.execute("qom-list", path=f"{DEVICES}/{name}/{name}")
                if not any(each["name"].startswith("child[") for each in bus):
                    return name
        return None

    async def shares_memory(self) -> bool:
        """Whether backends can be given the guest's memory."""
        return MEMORY in await self._children("/objects")

    async def version(self) -> tuple[int, int, int]:
        """QEMU's."""
        numbers = (await self.execute("query-version"))["qemu"]
        return numbers["major"], numbers["minor"], numbers["micro"]

    async def property(self, device: str, name: str) -> Any:
        """A property of a device."""
        return await self.execute("qom-get", path=f"{DEVICES}/{device}", property=name)

    async def _children(self, path: str) -> dict[str, str]:
        return {
            each["name"]: each["type"].removeprefix("child<").removesuffix(">")
            for each in await self.execute("qom-list", path=path)
            if each["type"].startswith("child<")
        }

    @contextmanager
    def expecting(self, event: str, **data: Any) -> Iterator[asyncio.Future[None]]:
        """Done once QEMU reports the event with these data, seen from now on."""
        arrived: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        entry = (event, data, arrived)
        self._waiting.append(entry)
        try:
            yield arrived
        finally:
            self._waiting.remove(entry)
            arrived.cancel()

    def hear(self, event: str, data: Data) -> bool:
        """QEMU reports something; whether anybody waited for it."""
        heard = False
        for name, wanted, arrived in self._waiting:
            if name == event and wanted.items() <= data.items() and not arrived.done():
                arrived.set_result(None)
                heard = True
        return heard
