"""LUKS2 disks, and LUKS1 ones that exist already, as cryptsetup makes and opens them."""

from __future__ import annotations

from vmgui_aes_xts import xts

from vmgui.api import (
    Container,
    ContainerError,
    ContainerPlugin,
    ContainerSlot,
    Description,
    Medium,
    NewContainer,
    SectorCipher,
    Tick,
)
from vmgui_luks2 import luks1, luks2, program, slots
from vmgui_luks2.metadata import CIPHER
from vmgui_luks2.model import SECTOR, Header, Unusable, damaged, unsupported


class Luks(ContainerPlugin):
    """Reads headers itself; changes them through the program cryptsetup."""

    def read(self, medium: Medium) -> LuksContainer:
        return LuksContainer(medium, _header(medium))

    def create(self, medium: Medium, new: NewContainer, secret: memoryview, tick: Tick) -> None:
        program.create(medium, new, secret, tick)

    def add_key(
        self, medium: Medium, secret: memoryview, new: memoryview, seconds: float, tick: Tick
    ) -> int:
        header = _header(medium)
        program.add_key(medium, header, secret, new, seconds, tick)
        before = {slot.id for slot in header.slots}
        return next(slot.id for slot in _header(medium).slots if slot.id not in before)

    def remove_key(self, medium: Medium, slot: int) -> None:
        header = _header(medium)
        if [each.id for each in header.slots] == [slot]:
            raise ContainerError(
                "last-slot",
                "The last key slot can't be removed.",
                why="Nothing would open the disk any more.",
                remedy="Add another passphrase first.",
            )
        program.remove_key(medium, header, slot)

    def repair(self, medium: Medium) -> None:
        header = _header(medium)
        if header.damaged:
            program.repair(medium, header)

    def detail(self) -> str:
        return "" if program.find() else "can't make disks or change keys: no cryptsetup"


class LuksContainer(Container):
    """A header that was read, and the medium that its key slots are on."""

    def __init__(self, medium: Medium, header: Header) -> None:
        self._medium = medium
        self._header = header
        self.description = _describe(header, medium.size)

    def unlock(self, secret: memoryview, key: memoryview, tick: Tick) -> int:
        return slots.unlock(self._medium, self._header, secret, key, tick)

    def cipher(self, key: memoryview) -> SectorCipher:
        # dm-crypt's plain64 counts units of 512 bytes, whatever the sectors' size.
        size = self._header.sector_size
        return xts(key, size, tweak_step=size // SECTOR)


def _header(medium: Medium) -> Header:
    start = bytearray(min(medium.size, luks1.SIZE))
    medium.read(0, memoryview(start))
    version = int.from_bytes(start[6:8], "big")
    try:
        if start[:6] == luks2.MAGIC and version == 1:
            return luks1.parse(bytes(start))
        return luks2.read(medium)
    except Unusable as error:
        if start[:6] == luks2.MAGIC and version > 2:
            raise unsupported(f"It is of version {version}.") from None
        raise damaged(str(error)) from None


def _describe(header: Header, size: int) -> Description:
    data = max(0, size - header.offset) if header.size is None else header.size
    return Description(
        format=f"LUKS{header.version}",
        disk=header.uuid,
        head=header.head,
        offset=header.offset,
        sector_size=header.sector_size,
        sectors=data // header.sector_size,
        key_size=header.key_size,
        parameters={"cipher": CIPHER, "version": header.version},
        slots=tuple(ContainerSlot(each.id, each.kdf.summary) for each in header.slots),
        generation=header.generation,
        discards=header.discards,
        damaged=header.damaged,
    )
