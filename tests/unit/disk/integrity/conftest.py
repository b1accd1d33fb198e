"""Authenticated disks in memory, without a header: layouts as small as they can be."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest

from vmgui.api import Geometry, SectorCipher
from vmgui.disk.integrity import root as roots
from vmgui.disk.integrity.courier import Courier
from vmgui.disk.integrity.device import AuthenticatedDevice
from vmgui.disk.integrity.layout import Layout
from vmgui.plugin.found import by_name
from vmgui.plugin.load import load
from vmgui.storage.base import Storage
from vmgui.storage.memory import MemoryStorage

DISK = UUID("f9168c5e-ceb2-4faa-b6bf-329bf39fa1e4")
KEY = bytes(range(32))
SECTOR = 4096


def cipher(sectors: int, name: str = "aes-gcm") -> SectorCipher:
    key = memoryview(bytearray(range(1, 33)))
    return load(by_name(name)).cipher(key, Geometry(DISK, SECTOR, sectors), {})


class Steps(Courier):
    """Goes as far as it is told to, and does long steps like short ones."""

    def __init__(self) -> None:
        super().__init__()
        self.told = 0

    def step(self, count: int) -> bool:
        self._long = False
        done = super().step(self.told)
        self.told = 0
        return done

    def _advance(self) -> None:
        super()._advance()
        self._long = False


class Machine:
    """A disk and what its header would say. ``open`` starts a session unless read-only."""

    def __init__(self, sectors: int, journal: int, storage: Storage | None = None) -> None:
        self.layout = Layout(sectors, SECTOR, 32, journal, data=0)
        self.storage = storage or MemoryStorage(self.layout.end)
        self.cipher = cipher(sectors)
        self.told: list[str] = []
        self.courier = Steps()
        self.forgive = False
        self.epoch = roots.FIRST_EPOCH
        if storage is None:
            roots.create(self.storage, self.layout, KEY)

    def look(self) -> AuthenticatedDevice:
        """The disk opened, nothing written."""
        return AuthenticatedDevice(
            self.storage,
            self.cipher,
            self.layout,
            KEY,
            epoch=self.epoch,
            forgive=self.forgive,
            courier=self.courier,
            on_error=self.told.append,
        )

    def open(self) -> AuthenticatedDevice:
        self.courier = Steps()
        device = self.look()
        self.epoch = device.start_session()
        return device

    def sector(self, device: AuthenticatedDevice, number: int) -> bytes:
        out = bytearray(SECTOR)
        device.read(number * SECTOR, memoryview(out))
        return bytes(out)


@pytest.fixture
def machine() -> Callable[..., Machine]:
    """``machine(sectors, journal)``: sizes in sectors and bytes."""

    def make(sectors: int = 64, journal: int = 128 << 10) -> Machine:
        return Machine(sectors, journal)

    return make
