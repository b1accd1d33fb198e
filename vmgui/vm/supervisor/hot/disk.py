"""Disks that come and go while the machine runs."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import msgspec

from vmgui.backend.transport import Transport
from vmgui.disk.errors import PinMismatch
from vmgui.errors import VmguiError
from vmgui.memory import LockedBuffer
from vmgui.vm import pinning, qemu
from vmgui.vm.arch import find_machine
from vmgui.vm.definition import Definition, Disk
from vmgui.vm.places import Places
from vmgui.vm.qemu.transport import reconnect, transport
from vmgui.vm.qmp import QemuRefused
from vmgui.vm.supervisor.disks import Disks
from vmgui.vm.supervisor.hot.later import Later
from vmgui.vm.supervisor.hot.monitor import Monitor
from vmgui.vm.trusted import settled

# Seconds in which a guest's system lets go of a disk; Windows takes its time.
_PATIENCE = 15.0
# Seconds for the last flush of a disk that was unplugged.
_FLUSH = 60.0
# A node is busy for a moment after its device is gone: so often, so many seconds apart.
_TRIES, _PAUSE = 50, 0.1

# The code of the error that the guest keeps a disk.
KEPT = "guest-keeps-disk"

# What QEMU says of devices and buses that only exist from the start on.
_FIXED = "does not support hotplugging"


async def plug(
    monitor: Monitor,
    definition: Definition,
    places: Places,
    disks: Disks,
    disk: Disk,
    secret: LockedBuffer | None,
) -> list[str]:
    """Unlock the disk with ``secret``, which is taken over, and give it to the guest.

    The disk is checked against its pin as at a start. Returns what could not be made sure, and
    what was done. On any failure nothing is left of it.
    """
    try:
        bus = await _bus(monitor, definition, disk)
        alone = msgspec.structs.replace(definition, disks=(disk,))
        (wish,) = (await asyncio.to_thread(settled, alone)).disks
        by = transport(wish, shared=await monitor.shares_memory())
        if disk.transport not in ("auto", by):
            raise Later("The running machine shares no memory with the backends of its disks.")
        told = await asyncio.to_thread(pinning.check, alone)
    except BaseException:
        if secret is not None:
            secret.close()
        raise
    try:
        number = await disks.add(disk, secret, by)
    except VmguiError as error:
        if error.code == PinMismatch.code:
            error.why += f" {pinning.which_side_at_opening(told)}"
        raise
    try:
        await _insert(monitor, places, disk, number, bus, by)
    except BaseException:
        await disks.remove(disk.path, _FLUSH)
        raise
    return [*told, f"The disk {disk.path} was plugged in."]


async def _bus(monitor: Monitor, definition: Definition, disk: Disk) -> str | None:
    """The bus in QEMU that takes one more disk (None: QEMU knows best)."""
    if disk.bus == "sata":
        raise Later("A SATA disk can't be plugged in while the machine runs.")
    if disk.bus == "scsi":
        if "scsi" not in await monitor.devices():  # as vmgui.vm.qemu names the controller
            raise Later("The running machine has no SCSI controller.")
        return "scsi.0"
    port = await monitor.free_port()
    family = find_machine(definition.arch, definition.machine)
    if port is None and family is not None and family.name not in {"pc", "pseries"}:
        raise Later("The running machine has no free slot for one more disk.")
    return port


async def _insert(
    monitor: Monitor, places: Places, disk: Disk, number: int, bus: str | None, by: Transport
) -> None:
    device = qemu.disk.device(disk, number, by, bus)
    try:
        await _connect(monitor, places, disk, number, by)
        try:
            await monitor.execute("device_add", **device)
        except BaseException:
            with suppress(VmguiError):
                await _disconnect(monitor, number, by)
            raise
    except QemuRefused as error:
        if _FIXED in error.why:
            raise Later(f"The running machine's {disk.bus} bus takes no more disks.") from None
        raise VmguiError(
            f"The disk {disk.path} can't be plugged in.",
            why=error.why,
            remedy="Stop the machine, and attach the disk then.",
            code="plug",
        ) from None


async def _connect(
    monitor: Monitor, places: Places, disk: Disk, number: int, by: Transport
) -> None:  # fmt: skip
    if by == "nbd":
        await monitor.execute("blockdev-add", **qemu.disk.node(disk, number, places))
        return
    address = {"type": "unix", "data": {"path": str(places.disk(number))}}
    socket = {"addr": address, "server": False, **reconnect(await monitor.version())}
    backend = {"type": "socket", "data": socket}
    await monitor.execute("chardev-add", id=qemu.disk.name(number), backend=backend)


async def _disconnect(monitor: Monitor, number: int, by: Transport) -> None:
    if by == "nbd":
        await monitor.execute("blockdev-del", **{"node-name": qemu.disk.name(number)})
    else:
        await monitor.execute("chardev-remove", id=qemu.disk.name(number))


async def unplug(monitor: Monitor, disks: Disks, disk: Disk) -> str:
    """Have the guest let go of the disk, and close it; a sentence on what was done."""
    name = await _device(monitor, disks, disk)
    if name is not None:
        with monitor.expecting("DEVICE_DELETED", device=name) as gone:
            await _ask(monitor, disk, name)
            try:
                await asyncio.wait_for(gone, _PATIENCE)
            except TimeoutError:
                raise _kept(disk) from None
    return await _close(monitor, disks, disk)


async def _ask(monitor: Monitor, disk: Disk, name: str) -> None:
    try:
        await monitor.execute("device_del", id=name)
    except QemuRefused as error:
        if _FIXED in error.why:
            raise Later("The running machine's bus can't give the disk back.") from None
        if "already in the process of unplug" not in error.why:
            raise VmguiError(
                f"The disk {disk.path} can't be unplugged.",
                why=error.why,
                remedy="Stop the machine, and detach the disk then.",
                code="unplug",
            ) from None


def _kept(disk: Disk) -> VmguiError:
    return VmguiError(
        f"The guest has not let go of the disk {disk.path}.",
        why=f"It was asked to and did not answer within {_PATIENCE:.0f} seconds: it uses the "
        "disk, is still starting, or has no system that listens. The disk stays attached, and "
        "nothing is lost.",
        remedy="Unmount the disk in the guest and try again, or stop the machine first. Should "
        "the guest let go of it later, it is detached then.",
        code=KEPT,
    )


async def close_if_gone(monitor: Monitor, disks: Disks, disk: Disk) -> str:
    """Close the disk if its device has left the machine; a sentence then, else ""."""
    if await _device(monitor, disks, disk) is not None:
        return ""
    return await _close(monitor, disks, disk)


async def _close(monitor: Monitor, disks: Disks, disk: Disk) -> str:
    number, by = disks.number(disk.path), disks.transport(disk.path)
    for _ in range(_TRIES):
        try:
            await _disconnect(monitor, number, by)
        except QemuRefused as error:
            if "in use" not in error.why and "is busy" not in error.why:
                break  # it is gone
            await asyncio.sleep(_PAUSE)
        else:
            break
    await disks.remove(disk.path, _FLUSH)
    return f"The disk {disk.path} was unplugged; all that the guest wrote is in its file."


async def _device(monitor: Monitor, disks: Disks, disk: Disk) -> str | None:
    """The id of the device that has the disk, or None where there is none any more."""
    number = disks.number(disk.path)
    if disks.transport(disk.path) == "vhost-user":
        name = qemu.disk.device_name(disk, number)
        return name if name in await monitor.devices() else None
    node = qemu.disk.name(number)
    for block in await monitor.execute("query-block"):
        if block.get("inserted", {}).get("node-name") == node:
            # Virtio's inner device has no id of its own: /machine/peripheral/virtio0/….
            path = str(block["qdev"]).split("/")
            return path[3] if len(path) > 3 else path[0]
    return None
