"""One run of a machine, from the opening of its disks to its end."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from dataclasses import replace
from typing import Any

import msgspec

from vmgui.disk.errors import PinMismatch
from vmgui.errors import VmguiError
from vmgui.memory import LockedBuffer
from vmgui.vm import firmware, pinning, qemu
from vmgui.vm.definition import Definition
from vmgui.vm.explain import explain
from vmgui.vm.figures import Figures
from vmgui.vm.host import Host, choose, emulated
from vmgui.vm.places import Places
from vmgui.vm.qemu.transport import shares_memory, transport
from vmgui.vm.qmp import QemuGone
from vmgui.vm.status import Status
from vmgui.vm.supervisor import logs, measure, requests
from vmgui.vm.supervisor.control import Act, ControlSocket
from vmgui.vm.supervisor.conversation import Conversation
from vmgui.vm.supervisor.disks import Disks
from vmgui.vm.supervisor.emulator import Emulator
from vmgui.vm.supervisor.guest import Guest
from vmgui.vm.supervisor.hot.changing import Changing
from vmgui.vm.supervisor.journal import Journal
from vmgui.vm.supervisor.requests import Request
from vmgui.vm.supervisor.sidecars import sidecars
from vmgui.vm.supervisor.starter import Starter
from vmgui.vm.trusted import settled

log = logging.getLogger(__name__)

# Seconds between looks at the size of the logs.
_TRIM_INTERVAL = 10.0
# Seconds that a guest gets to shut down when its supervisor is told to end.
_PATIENCE = 30.0
# Seconds that the disks get for their last flush; the second where somebody has lost patience.
_FLUSH = 60.0
_FORCED_FLUSH = 10.0
# Where KVM works badly it shows in the first moments, long before a guest has written anything.
_KVM_TRIAL = 15.0


class Session:
    """Runs the machine once."""

    def __init__(
        self,
        definition: Definition,
        places: Places,
        secrets: dict[int, LockedBuffer],
        starter: Starter,
        tap: int | None = None,
    ) -> None:
        self._definition = self._settled = definition
        self._places = places
        self._starter = starter
        self._tap = tap
        self._guest: Guest | None = None
        self._cancelled = False
        self._tasks: set[asyncio.Task[None]] = set()
        self.journal = Journal(places, Status(supervisor_pid=os.getpid()))
        self._disks = Disks(
            definition.name,
            definition.disks,
            secrets,
            places,
            self.journal.warn,
            lambda: self.journal.note(disks=self._disks.report()),
            lambda: self._soon(self._wait_for_room()),
        )
        self._changing = Changing(definition, places, self._disks, self.journal)
        self._control = ControlSocket(places.control, self.journal, self._acts())

    def _acts(self) -> dict[type[Request], Act]:
        """What the control socket may ask for."""

        def plain(act: Callable[[], Awaitable[None]]) -> Act:
            return lambda request, conversation: act()

        async def definition(request: Request, conversation: Conversation) -> dict[str, Any]:
            return self._changing.as_dict()

        async def change(request: requests.Change, conversation: Conversation) -> dict[str, Any]:
            new, secrets = request.definition, conversation.secrets
            try:
                return {"refused": await self._changing.change(new, secrets)}
            finally:
                conversation.forget()

        async def figures(request: Request, conversation: Conversation) -> dict[str, Any]:
            return {"figures": msgspec.to_builtins(await self._measure())}

        return {
            requests.Shutdown: plain(self._shutdown),
            requests.Kill: plain(self._kill),
            requests.Reset: plain(self._reset),
            requests.Pause: plain(self._pause),
            requests.Resume: plain(self._resume),
            requests.GetDefinition: definition,
            requests.GetFigures: figures,
            requests.Change: change,
        }

    async def run(self, release: Callable[[], None]) -> VmguiError | None:
        """Run until the guest ends; why it could not be started, or None.

        When this returns nothing of the machine is left, and ``release`` was called, from when on
        it may be started anew.
        """
        await self._control.listen()
        self.journal.enter("starting")
        self._mind_signals()
        self._starter.watch(lambda: self._soon(self._kill()))
        chores = asyncio.create_task(self._trim_logs())
        failure: VmguiError | None = None
        try:
            failure = await self._live()
            crashed = failure is not None
        except VmguiError as error:
            failure, crashed = error, False
        finally:
            chores.cancel()
            await self._disks.close(_FORCED_FLUSH if self._cancelled else _FLUSH)
        self._control.withdraw()
        self._remove_sockets()
        message = self._guest.farewell if self._guest else ""
        self.journal.note(
            accelerator="", vnc="", serial="", qemu_pid=None, supervisor_pid=None, disks=()
        )
        self.journal.enter("crashed" if crashed else "stopped", message, failure)
        release()
        await self._control.close()
        return None if crashed else failure

    async def _live(self) -> VmguiError | None:
        """Everything up to QEMU's end; how it crashed, if so. Raises VmguiError before that."""
        definition = self._settled = await asyncio.to_thread(settled, self._definition)
        host = replace(await asyncio.to_thread(choose, definition), tap=self._tap)
        for note in host.notes:
            self._tell(note)
        if host.uefi is not None:
            variables = self._places.variables(secure=host.uefi.secure)
            told = firmware.prepare_variables(host.uefi, variables)
            if told:
                self._tell(told)
        doubts = await asyncio.to_thread(pinning.check, definition)
        for doubt in doubts:
            self.journal.warn(doubt)
        try:
            shared = shares_memory(definition, host)
            by = {disk.path: transport(disk, shared=shared) for disk in definition.disks}
            await self._disks.open(self._tell, by)
        except VmguiError as error:
            if error.code == PinMismatch.code:
                # The backend looks later, and also at the volume key.
                error.why += f" {pinning.which_side_at_opening(doubts)}"
            raise
        await self._renew_pins()
        self._tell("Starting the guest.")
        failure = await self._run_guest(host)
        if failure is not None and self._kvm_is_to_blame(failure, host):
            self._tell("KVM failed; starting again without it, which is slower.")
            failure = await self._run_guest(emulated(definition, host))
        return failure

    async def _renew_pins(self) -> None:
        try:
            await asyncio.to_thread(pinning.renew, self._definition.name, self._disks.pins())
        except VmguiError as error:
            self.journal.warn(f"The disks' newer generation could not be noted. {error}")

    async def _run_guest(self, host: Host) -> VmguiError | None:
        """Start QEMU and wait for its end; how it crashed, if so. Raises where it can't start."""
        async with sidecars(self._definition, self._places):
            return await self._run_qemu(host)

    async def _run_qemu(self, host: Host) -> VmguiError | None:
        definition, places = self._settled, self._places
        self._check_cancelled()
        begin = logs.size(places.qemu_log)
        emulator = await Emulator.start(
            lambda fd: qemu.command(definition, host, places, fd),
            places.qemu_log,
            () if host.tap is None else (host.tap,),
        )
        log.info("QEMU is process %s: %s, %s.", emulator.pid, host.qemu.binary, host.accelerator)
        self._disks.allow_peer(emulator.pid)
        guest = self._guest = Guest(emulator, self.journal)
        started = False
        try:
            may_fall_back = host.accelerator == "kvm" and definition.accelerator == "auto"
            network = definition.network
            await guest.start(
                _KVM_TRIAL if may_fall_back else 0.0,
                unplugged=network.kind != "none" and not network.connected,
            )
            self._changing.attend(guest)
            started = True
            self.journal.note(
                accelerator=host.accelerator,
                vnc=str(places.vnc) if definition.display.kind == "vnc" else "",
                serial=str(places.serial),
                qemu_pid=emulator.pid,
                disks=self._disks.report(),
            )
            self._starter.started()
        except QemuGone:
            pass
        await guest.stay()
        status = await emulator.wait()
        if not started:
            self._check_cancelled()
        if guest.wanted or (started and status == 0):
            return None
        words = logs.tail(places.qemu_log, begin)
        failure = explain(definition.name, status, words, started=started)
        if not started and not self._kvm_is_to_blame(failure, host):
            raise failure
        return failure

    def _remove_sockets(self) -> None:
        """QEMU leaves its own behind."""
        for path in self._places.runtime.iterdir():
            if path.is_socket():
                path.unlink(missing_ok=True)

    def _check_cancelled(self) -> None:
        if self._cancelled:
            raise VmguiError("The start was cancelled.", code="cancelled")

    def _kvm_is_to_blame(self, failure: VmguiError, host: Host) -> bool:
        """Whether the same could work without KVM, which nobody insists on."""
        return (
            host.accelerator == "kvm"
            and self._definition.accelerator == "auto"
            and failure.code.startswith(("kvm", "no-kvm"))
        )

    def _tell(self, text: str) -> None:
        log.info("%s", text)
        self._starter.progress(text)
        self.journal.note(message=text)

    async def _trim_logs(self) -> None:
        places = self._places
        while True:
            await asyncio.sleep(_TRIM_INTERVAL)
            for path in (places.serial_log, places.qemu_log, places.log, places.backend_log):
                with suppress(OSError):
                    logs.trim(path)

    def _mind_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        loop.add_signal_handler(signal.SIGTERM, lambda: self._soon(self._leave()))

    def _soon(self, act: Coroutine[None, None, None]) -> None:
        """Do it beside everything else."""
        self._tasks.add(asyncio.create_task(act))

    async def _leave(self) -> None:
        """The computer goes down: let the guest do so too, but not for ever."""
        with suppress(VmguiError):
            await self._shutdown()
            await asyncio.sleep(_PATIENCE)
        with suppress(VmguiError):
            await self._kill()

    async def _wait_for_room(self) -> None:
        """A drive is full: the guest waits, and tries again when somebody lets it run on."""
        if self._guest is not None:
            with suppress(VmguiError):  # it has just ended
                await self._guest.wait_for_room()

    def _running(self) -> Guest:
        if self._guest is None:
            raise VmguiError(
                "The virtual machine is still starting.", remedy="Wait a moment.", code="starting"
            )
        return self._guest

    async def _measure(self) -> Figures:
        stats = await self._guest.disk_stats() if self._guest is not None else []
        return measure.figures(self.journal.status.qemu_pid, stats, await self._disks.costs())

    async def _shutdown(self) -> None:
        await self._running().shut_down()

    async def _reset(self) -> None:
        await self._running().reset()

    async def _pause(self) -> None:
        await self._running().pause()

    async def _resume(self) -> None:
        await self._running().resume()

    async def _kill(self) -> None:
        self._cancelled = True
        self._disks.cancel()
        if self._guest is not None:
            await self._guest.end()
