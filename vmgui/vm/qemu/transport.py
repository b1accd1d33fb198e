"""Which disks are served in the guest's own memory, and what that takes of QEMU."""

from __future__ import annotations

from vmgui.backend.transport import Transport
from vmgui.vm.definition import Definition, Disk
from vmgui.vm.host import Host

# QEMU's name for the guest's memory, where it is shared.
MEMORY = "memory"


def transport(disk: Disk, *, shared: bool) -> Transport:
    """How a disk is served; ``shared``: backends get the guest's memory."""
    possible = shared and disk.bus == "virtio" and disk.transport != "nbd"
    return "vhost-user" if possible else "nbd"


def shares_memory(definition: Definition, host: Host) -> bool:
    """Whether backends get the guest's memory: only where a disk makes use of it."""
    by = (transport(disk, shared=host.vhost_user) for disk in definition.disks)
    return "vhost-user" in by


def reconnect(version: tuple[int, int, int]) -> dict[str, int]:
    """How often QEMU looks for a backend that died; meanwhile the guest waits, however long."""
    return {"reconnect-ms": 200} if version >= (9, 2, 0) else {"reconnect": 1}
