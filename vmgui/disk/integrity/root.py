"""The root: the MAC of the stamp tree's top, with what makes an older one worthless.

It lies there twice; one is written and synced, then the other, so that a torn write leaves the one
before. The header's epoch says how old a root may be: each session of writing has a higher one.
"""

from __future__ import annotations

import hmac
import struct
from dataclasses import dataclass

from vmgui.disk.integrity.errors import IntegrityError
from vmgui.disk.integrity.layout import BLOCK, MAC_SIZE, Layout
from vmgui.storage.base import Storage

FIRST_EPOCH = 1
MAGIC = b"\x93VMGROOT"
# magic, turn, epoch, sequence number, half of the journal, the beginning of that record's MAC, MAC
# of the top block
_FIELDS = struct.Struct(f">8sQQQQ16s{MAC_SIZE}s")
_MAC_LABEL = b"root"


@dataclass(frozen=True)
class Root:
    """``turn`` counts the writes; ``top`` is the MAC of the tree's top.

    ``sequence`` is the last journal record that the tree includes, ``before`` the beginning of its
    MAC; the next record begins the journal's ``half``.
    """

    turn: int
    epoch: int
    sequence: int
    half: int
    before: bytes
    top: bytes

    def encode(self, key: bytes) -> bytes:
        """One block."""
        fields = _FIELDS.pack(
            MAGIC, self.turn, self.epoch, self.sequence, self.half, self.before, self.top
        )
        return (fields + hmac.digest(key, _MAC_LABEL + fields, "sha256")).ljust(BLOCK, b"\0")


def create(storage: Storage, layout: Layout, key: bytes) -> None:
    """The root of a new disk, on which every sector is unwritten."""
    write(storage, layout, Root(1, FIRST_EPOCH, 0, 0, bytes(16), bytes(MAC_SIZE)), key)


def write(storage: Storage, layout: Layout, root: Root, key: bytes) -> None:
    """Put it into the block whose turn it is. Does not sync."""
    place = layout.roots + root.turn % 2 * BLOCK
    storage.write(place, memoryview(root.encode(key)))


def read(storage: Storage, layout: Layout, key: bytes, epoch: int) -> Root:
    """The newest root. ``epoch`` is the header's.

    Raises :exc:`IntegrityError` where there is none that belongs to the header, OSError.
    """
    area = bytearray(2 * BLOCK)
    storage.read(layout.roots, memoryview(area))
    found = []
    for start in (0, BLOCK):
        fields = bytes(area[start : start + _FIELDS.size])
        mac = bytes(area[start + _FIELDS.size : start + _FIELDS.size + 32])
        good = hmac.compare_digest(mac, hmac.digest(key, _MAC_LABEL + fields, "sha256"))
        magic, *values = _FIELDS.unpack(fields)
        if good and magic == MAGIC:
            found.append(Root(*values))
    if not found:
        raise IntegrityError(
            "The disk's record of its own state is damaged or was changed.",
            why="Neither of its two copies is authentic.",
            remedy="Restore the disk from a backup.",
        )
    newest = max(found, key=lambda root: root.turn)
    if newest.epoch < epoch:
        raise IntegrityError(
            "Parts of the disk are older than its header.",
            why="Somebody put an older state of the data back, or a copy of it was cut short.",
            remedy="Restore the whole disk from one backup.",
        )
    return newest
