"""How a disk comes to QEMU."""

from __future__ import annotations

from typing import Literal

# NBD: over a socket, which works everywhere. vhost-user: in memory that QEMU shares.
Transport = Literal["nbd", "vhost-user"]


def serial_number(disk_uuid: str) -> str:
    """A serial number that stays with the disk: 20 characters are what every bus carries."""
    return disk_uuid.replace("-", "")[:20]
