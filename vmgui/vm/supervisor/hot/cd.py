"""Another CD, or none."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path
from typing import Any

from vmgui.errors import VmguiError
from vmgui.vm.qmp import QemuRefused
from vmgui.vm.supervisor.hot.later import Later
from vmgui.vm.supervisor.hot.monitor import Monitor

# How often the button of a drive that the guest has locked is pressed, and seconds in between.
_TIMES = 10
_PAUSE = 1.0


async def change(monitor: Monitor, path: str | None) -> str:
    """Put the image in, or take out what is in; a sentence on what was done."""
    drive = await _drive(monitor)
    before = drive.get("inserted", {}).get("node-name", "")
    if path is None:
        await _press(monitor, drive["qdev"], None)
        told = "The CD was taken out."
    else:
        await _press(monitor, drive["qdev"], path)
        told = f"The CD {Path(path).name} was put in."
    if before and not before.startswith("#"):
        # What the command line made stays open, and the file with it, until it is told.
        with suppress(QemuRefused):
            await monitor.execute("blockdev-del", **{"node-name": before})
    return told


async def _drive(monitor: Monitor) -> dict[str, Any]:
    for block in await monitor.execute("query-block"):
        if block.get("removable") and block.get("qdev"):
            found: dict[str, Any] = block
            return found
    raise Later("The running machine has no CD drive.")


async def _press(monitor: Monitor, drive: str, path: str | None) -> None:
    """Change the medium; a guest that has locked the tray is asked to open it first.

    It is tried again meanwhile: a program that only read the CD unlocks the tray when it ends,
    and does not open it.
    """
    with monitor.expecting("DEVICE_TRAY_MOVED", **{"id": drive, "tray-open": True}) as opened:
        for _ in range(_TIMES):
            if await _changed(monitor, drive, path):
                return
            with suppress(TimeoutError):
                await asyncio.wait_for(asyncio.shield(opened), _PAUSE)
        if not await _changed(monitor, drive, path):
            raise VmguiError(
                "The guest does not give the CD back.",
                why="It uses the CD and has locked the drive.",
                remedy="Eject the CD in the guest, then try again.",
                code="cd-locked",
            )


async def _changed(monitor: Monitor, drive: str, path: str | None) -> bool:
    """Try it; False where the tray is locked."""
    try:
        await _change(monitor, drive, path)
    except QemuRefused as error:
        if "is locked" in error.why:
            return False
        raise _refusal(path, error) from None
    return True


async def _change(monitor: Monitor, drive: str, path: str | None) -> None:
    if path is None:
        await monitor.execute("eject", id=drive)
        return
    await monitor.execute(
        "blockdev-change-medium",
        id=drive,
        filename=path,  # absolute, so no protocol can be meant
        format="raw",
        **{"read-only-mode": "read-only"},
    )


def _refusal(path: str | None, error: QemuRefused) -> VmguiError:
    return VmguiError(
        f"The CD {path} can't be put in." if path else "The CD can't be taken out.",
        why=error.why,
        remedy="Check the path and the file's permissions." if path else "Try again.",
        code="cd",
    )
