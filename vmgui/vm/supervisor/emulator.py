"""The QEMU process and its QMP connection."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from vmgui.vm.qmp import QemuGone, QemuRefused, Qmp

# A script that is never imported: it turns into another program.
_LEASH = os.fspath(Path(__file__).with_name("leash.py"))

# Seconds that QEMU may take to end in good order. Nothing is lost where it can't: what it was
# told to be written is with the backends.
_QUIT_TIMEOUT = 5.0


class Emulator:
    """A running QEMU, which ends with this process at the latest."""

    def __init__(self, process: asyncio.subprocess.Process, sock: socket.socket) -> None:
        self._process = process
        self._socket = sock
        self._qmp = Qmp()

    @classmethod
    async def start(
        cls, command: Callable[[int], list[str]], log: Path, fds: Sequence[int] = ()
    ) -> Emulator:
        """Start QEMU; ``command`` makes its command line from the descriptor for QMP.

        It inherits that and ``fds``.

        What it writes to its standard error is appended to ``log``. To be called from the main
        thread: QEMU dies with the thread that starts it.
        """
        ours, theirs = socket.socketpair()
        with theirs, log.open("ab") as errors:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-I", "-S", _LEASH, str(os.getpid())),
                *command(theirs.fileno()),
                pass_fds=[theirs.fileno(), *fds],
                stdin=subprocess.DEVNULL,
                stdout=errors,
                stderr=errors,
            )
        return cls(process, ours)

    @property
    def pid(self) -> int:
        return self._process.pid

    async def connect(self) -> None:
        """Wait until QEMU listens to us. Raises :exc:`QemuGone` where it ended instead."""
        await self._qmp.connect(self._socket)

    async def execute(self, command: str, **arguments: Any) -> Any:
        """A QMP command's answer. Raises :exc:`QemuGone`, :exc:`QemuRefused`."""
        return await self._qmp.execute(command, **arguments)

    def events(self) -> AsyncIterator[Mapping[str, Any]]:
        """QMP's events."""
        return self._qmp.events()

    async def ended(self) -> None:
        """Wait for QEMU's end."""
        await self._process.wait()

    async def wait(self) -> int:
        """Wait for QEMU's end and tidy up; its exit status (negative: the signal)."""
        status = await self._process.wait()
        await self._qmp.close()
        self._socket.close()
        return status

    async def end(self) -> None:
        """End it now: as a power cut for the guest, but what it wrote goes to the disks."""
        try:
            async with asyncio.timeout(_QUIT_TIMEOUT):
                with suppress(QemuGone, QemuRefused):
                    await self.execute("quit")
                await self._process.wait()
        except TimeoutError:
            self.kill()
            await self._process.wait()

    def kill(self) -> None:
        """End it as it is."""
        with suppress(ProcessLookupError):
            self._process.kill()
