"""Programs that a guest needs beside QEMU: they start before it and end with it."""

from __future__ import annotations

import asyncio
import logging
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from vmgui.errors import VmguiError
from vmgui.vm import switch, tpm
from vmgui.vm.definition import Definition
from vmgui.vm.places import Places
from vmgui.vm.supervisor import logs

log = logging.getLogger(__name__)

_LEASH = os.fspath(Path(__file__).with_name("leash.py"))
# Seconds that one may take to listen, and to end in good order.
_PATIENCE = 20.0
_END = 3.0


@asynccontextmanager
async def sidecars(definition: Definition, places: Places) -> AsyncIterator[None]:
    """Whatever the definition asks for, for the time of the ``async with`` block.

    Raises :exc:`VmguiError` where one can't be started. To be entered from the main thread: they
    die with the thread that starts them.
    """
    if definition.network.kind == "private":
        # Not ours alone: it goes on for other machines and ends by itself.
        await asyncio.to_thread(switch.ensure, places.network(definition.network.name))
    if not definition.tpm:
        yield
        return
    process = await _start("swtpm", tpm.command(places), places.tpm, places.qemu_log)
    watch = asyncio.create_task(_tell_death(process))
    try:
        yield
    finally:
        watch.cancel()  # from here on it may end
        with suppress(TimeoutError):
            await asyncio.wait_for(process.wait(), _END)
        if process.returncode is None:
            process.kill()
            await process.wait()
        places.tpm.unlink(missing_ok=True)


async def _tell_death(process: asyncio.subprocess.Process) -> None:
    status = await process.wait()
    if status:  # with 0 it ends after QEMU
        log.warning(
            "swtpm ended by itself (status %d): until the next start the guest has no TPM.", status
        )


async def _start(
    name: str, command: list[str], socket: Path, log: Path
) -> asyncio.subprocess.Process:
    """Start a program; returns when it listens at ``socket``."""
    socket.unlink(missing_ok=True)
    begin = logs.size(log)
    with log.open("ab") as words:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-I", "-S", _LEASH, str(os.getpid())),
            *command,
            stdin=subprocess.DEVNULL,
            stdout=words,
            stderr=words,
        )
    loop = asyncio.get_running_loop()
    end = loop.time() + _PATIENCE
    while not socket.exists():
        if process.returncode is not None or loop.time() > end:
            if process.returncode is None:
                process.kill()
            status = await process.wait()
            said = logs.tail(log, begin).strip()
            raise VmguiError(
                f"{name}, which the guest needs, could not be started.",
                why=f"It says: {said[-500:]}" if said else f"It ended with status {status}.",
                remedy=f"Check that {name} works on this computer, or do without it.",
                code="sidecar",
            )
        await asyncio.sleep(0.01)
    return process
