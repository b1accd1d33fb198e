"""What the device says of itself: features, and its configuration space (VIRTIO 1.2, 5.2.4)."""

from __future__ import annotations

from struct import Struct
from typing import TYPE_CHECKING

from vmgui.backend.vhost import protocol

if TYPE_CHECKING:
    from vmgui.disk.engine import BlockDevice

# Features of a block device
BLK_F_SEG_MAX = 1 << 2
BLK_F_RO = 1 << 5
BLK_F_BLK_SIZE = 1 << 6
BLK_F_FLUSH = 1 << 9
BLK_F_TOPOLOGY = 1 << 10
BLK_F_MQ = 1 << 12
BLK_F_DISCARD = 1 << 13
BLK_F_WRITE_ZEROES = 1 << 14

# Features of every device
RING_F_INDIRECT_DESC = 1 << 28
RING_F_EVENT_IDX = 1 << 29
F_VERSION_1 = 1 << 32

PROTOCOL_FEATURES = (
    protocol.PROTOCOL_F_MQ
    | protocol.PROTOCOL_F_REPLY_ACK
    | protocol.PROTOCOL_F_CONFIG
    | protocol.PROTOCOL_F_INFLIGHT_SHMFD
)

# The unit of sector numbers, whatever the disk's own sectors are.
SECTOR = 512
MAX_QUEUES = 16
# Buffers of one request: what a ring of 128 descriptors holds besides header and status.
SEG_MAX = 126
# So many ranges a request, each of so many SECTORs at most. Where zeros have to be written, that
# is what a guest waits for.
MAX_RANGES = 16
MAX_DISCARD = (1 << 30) // SECTOR
MAX_WRITE_ZEROES = (64 << 20) // SECTOR

_SPACE = Struct("<QIIHBBIBBHIBxHIIIIIB3x12x")


def features(device: BlockDevice) -> int:
    """All that the device offers."""
    offered = (
        BLK_F_SEG_MAX | BLK_F_BLK_SIZE | BLK_F_FLUSH | BLK_F_TOPOLOGY | BLK_F_MQ
        | RING_F_INDIRECT_DESC | RING_F_EVENT_IDX | F_VERSION_1 | protocol.F_PROTOCOL_FEATURES
    )  # fmt: skip
    if device.read_only:
        return offered | BLK_F_RO
    return offered | BLK_F_DISCARD | BLK_F_WRITE_ZEROES


def space(device: BlockDevice) -> bytes:
    """The configuration space. Blocks are of 512 bytes, as BIOS and boot loaders know them; the
    physical ones are the disk's sectors.
    """
    exponent = (device.sector_size // SECTOR).bit_length() - 1
    return _SPACE.pack(
        device.size // SECTOR,
        0,  # size_max: no limit
        SEG_MAX,
        *(0, 0, 0),  # geometry
        SECTOR,
        exponent, 0, 1 << exponent, 0,  # topology: physical_block_exp, alignment, minimum, optimum
        1,  # writeback: there is a flush
        MAX_QUEUES,
        MAX_DISCARD, MAX_RANGES, 1 << exponent,
        MAX_WRITE_ZEROES, MAX_RANGES, 1,
    )  # fmt: skip
