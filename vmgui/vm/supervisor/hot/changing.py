"""A running machine is changed: first it is done, then it is stored."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import Any

import msgspec

from vmgui.errors import VmguiError
from vmgui.memory import LockedBuffer
from vmgui.vm import pinning, store
from vmgui.vm.definition import Definition, Disk, Forward, Usb, validate
from vmgui.vm.places import Places
from vmgui.vm.qmp import QemuGone
from vmgui.vm.supervisor.disks import Disks
from vmgui.vm.supervisor.guest import Guest
from vmgui.vm.supervisor.hot import cd, disk, network, usb
from vmgui.vm.supervisor.hot.later import Later
from vmgui.vm.supervisor.hot.monitor import Data, Monitor
from vmgui.vm.supervisor.journal import Journal
from vmgui.vm.supervisor.plan import Plug, SetCd, SetLink, Step, Unplug, plan

log = logging.getLogger(__name__)

replace = msgspec.structs.replace


@dataclass
class _Refused:
    step: Step
    error: VmguiError

    def as_dict(self) -> dict[str, str]:
        item = getattr(self.step, "item", None)
        return {**self.error.as_dict(), "disk": item.path if isinstance(item, Disk) else ""}


class Changing:
    """``running`` is what the machine is now: as it was started, and as it was changed since."""

    def __init__(
        self, definition: Definition, places: Places, disks: Disks, journal: Journal
    ) -> None:
        self.running = definition
        self._places = places
        self._disks = disks
        self._journal = journal
        self._guest: Guest | None = None
        self._one_at_a_time = asyncio.Lock()
        # Disks that the guest was asked for and has kept so far, by path.
        self._wanted_back: set[str] = set()
        self._tidying: set[asyncio.Task[None]] = set()

    def attend(self, guest: Guest) -> None:
        """This guest runs from now on."""
        self._guest = guest
        guest.on_event = self._hear

    async def change(
        self, new: Definition, secrets: dict[str, LockedBuffer]
    ) -> list[dict[str, str]]:
        """Make the machine like ``new``, now where that is possible, and store it.

        ``secrets`` opens new disks, by path; those that are used are taken out of it. Returns
        what was refused (and not stored): errors as VmguiError.as_dict() has them, with the path
        of the ``disk`` that an error is about. Raises :exc:`VmguiError`, and then nothing is done.
        """
        validate(new)
        if (new.name, new.id) != (self.running.name, self.running.id):
            raise VmguiError("That is the definition of another virtual machine.", code="verb")
        if self._guest is None or self._journal.status.state == "starting":
            raise VmguiError(
                "The virtual machine is still starting.", remedy="Wait a moment.", code="starting"
            )
        async with self._one_at_a_time:
            self._guest.keep_kvm()
            old = await asyncio.to_thread(store.load, new.name)
            refused = []
            for step in plan(self.running, old, new):
                try:
                    await self._carry_out(step, secrets)
                except QemuGone:
                    raise
                except VmguiError as error:
                    log.warning("Refused: %s", error)
                    refused.append(_Refused(step, error))
            for each in reversed(refused):
                new = each.step.refused(new, old)
            await self._store(new)
        return [each.as_dict() for each in refused]

    async def _carry_out(self, step: Step, secrets: dict[str, LockedBuffer]) -> None:
        assert self._guest is not None
        try:
            told = await self._do(self._guest.monitor, step, secrets)
        except Later as reason:
            log.info("%s The change waits for the next start.", reason)
            return
        self.running = step.done(self.running)
        for sentence in told:
            self._journal.warn(sentence)

    async def _do(
        self, monitor: Monitor, step: Step, secrets: dict[str, LockedBuffer]
    ) -> list[str]:
        """Carry out a step; sentences on how that went."""
        match step:
            case SetCd(path):
                return [await cd.change(monitor, path)]
            case SetLink(connected):
                return [await network.connect(monitor, connected)]
            case Plug(Forward() as rule):
                return [await network.forward(monitor, rule)]
            case Unplug(Forward() as rule):
                return [await network.stop_forwarding(monitor, rule)]
            case Plug(Usb() as device):
                return [await usb.plug(monitor, device)]
            case Unplug(Usb() as device):
                return [await usb.unplug(monitor, device)]
            case Plug(Disk() as new):
                secret = secrets.pop(new.path, None)
                return await disk.plug(
                    monitor, self.running, self._places, self._disks, new, secret
                )
            case Unplug(Disk() as gone):
                return [await self._unplug(monitor, gone)]
        raise AssertionError(step)

    async def _unplug(self, monitor: Monitor, gone: Disk) -> str:
        if self._journal.status.state == "paused":
            raise VmguiError(
                f"The disk {gone.path} can't be unplugged now.",
                why="The guest is paused, and has to let go of the disk itself.",
                remedy="Resume the machine, then try again.",
                code="paused",
            )
        self._journal.note(message=f"Waiting for the guest to let go of the disk {gone.path}.")
        try:
            told = await disk.unplug(monitor, self._disks, gone)
        except VmguiError as error:
            if error.code == disk.KEPT:
                self._wanted_back.add(gone.path)
            self._journal.note(message="")
            raise
        self._wanted_back.discard(gone.path)
        return told

    async def _store(self, new: Definition) -> None:
        def keep() -> None:
            store.update(new.name, lambda old: pinning.with_newer(new, old))
            try:
                pinning.renew(new.name, self._disks.pins())
            except VmguiError as error:
                self._journal.warn(f"The disks' newer generation could not be noted. {error}")

        await asyncio.to_thread(keep)

    def _hear(self, event: str, data: Data) -> None:
        """QEMU reports something that no change waits for."""
        if event == "DEVICE_DELETED" and "device" in data:
            task = asyncio.create_task(self._tidy())
            self._tidying.add(task)
            task.add_done_callback(self._tidying.discard)

    async def _tidy(self) -> None:
        """A guest has let go of a disk without being asked, or after we had given up waiting."""
        async with self._one_at_a_time:
            assert self._guest is not None
            for each in self.running.disks:
                try:
                    told = await disk.close_if_gone(self._guest.monitor, self._disks, each)
                except QemuGone:
                    return
                if told:
                    self.running = Unplug(each).done(self.running)
                    self._journal.warn(told)
                    if each.path in self._wanted_back:
                        self._wanted_back.discard(each.path)
                        await asyncio.to_thread(self._detach, each)

    def _detach(self, gone: Disk) -> None:
        """It was wanted so when the guest was asked."""

        def change(old: Definition) -> Definition:
            left = tuple(each for each in old.disks if each.path != gone.path)
            return replace(old, disks=left)

        try:
            store.update(self.running.name, change)
        except VmguiError as error:
            self._journal.warn(str(error))

    def as_dict(self) -> dict[str, Any]:
        """What runs, for the control socket."""
        return {"definition": msgspec.to_builtins(self.running)}
