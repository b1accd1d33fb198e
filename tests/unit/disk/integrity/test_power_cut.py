"""The power goes at every moment: each sector is as last flushed, or later; never an error.

Between two syncs each block of 512 bytes may keep any of the states it has had since the first.
Set VMGUI_LONG for at least 100,000 cuts instead of 2,000.
"""

from __future__ import annotations

import itertools
import os
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from tests.unit.disk.integrity.conftest import SECTOR, Machine
from vmgui.disk.integrity.device import AuthenticatedDevice
from vmgui.storage.memory import MemoryStorage

BLOCK = 512
SECTORS = 24
JOURNAL = 192 << 10
LONG = "VMGUI_LONG" in os.environ
SEEDS = range(8 if LONG else 2)
STATES_A_CUT = 5 if LONG else 4
# Cuts with fewer unsynced blocks than this are tried in every way.
ALL_OF = 4


class Recorder(MemoryStorage):
    """Keeps the order of writes and syncs."""

    def __init__(self, size: int) -> None:
        super().__init__(size)
        self.log: list[tuple[int, bytes] | None] = []  # None: a sync

    def write(self, offset: int, data: memoryview) -> None:
        self.log.append((offset, bytes(data)))
        super().write(offset, data)

    def flush(self) -> None:
        self.log.append(None)


@dataclass
class History:
    """What each sector has held, and from which entry of the log on; and what was flushed."""

    versions: dict[int, list[tuple[int, bytes]]] = field(
        default_factory=lambda: defaultdict(lambda: [(0, bytes(SECTOR))])
    )
    # (entry of the log after which it holds, the number of versions of each sector)
    flushed: list[tuple[int, dict[int, int]]] = field(default_factory=list)
    # (entry of the log after which the header says so, epoch)
    epochs: list[tuple[int, int]] = field(default_factory=list)

    def allowed(self, sector: int, cut: int) -> list[bytes]:
        floor = 1
        for entry, counts in self.flushed:
            if entry <= cut:
                floor = counts.get(sector, 1)
        return [text for start, text in self.versions[sector][floor - 1 :] if start <= cut]

    def epoch(self, cut: int) -> int:
        return max(epoch for entry, epoch in self.epochs if entry <= cut)


def work(seed: int) -> tuple[Recorder, History, Machine]:
    """A workload that makes several checkpoints, with the disk opened twice."""
    source = random.Random(seed)
    machine = Machine(SECTORS, JOURNAL)
    recorder = Recorder(machine.layout.end)
    recorder.data[:] = machine.storage.data
    machine.storage = recorder
    history = History()
    history.epochs.append((0, machine.epoch))
    device = machine.open()
    history.epochs.append((len(recorder.log), machine.epoch))
    for step in range(60):
        first = source.randrange(SECTORS)
        count = min(source.choice((1, 1, 1, 2, 6)), SECTORS - first)
        verb = source.choice(("write",) * 6 + ("trim", "flush", "flush"))
        machine.courier.told = source.choice((0, 0, 1, 2, 20))
        if step == 40:
            device = machine.open()  # as after a kill: nothing was closed
            history.epochs.append((len(recorder.log), machine.epoch))
        if verb == "flush":
            counts = {sector: len(found) for sector, found in history.versions.items()}
            device.flush()
            history.flushed.append((len(recorder.log), counts))
            continue
        texts = [bytes(SECTOR)] * count
        if verb == "write":
            texts = [bytes([step + 1, sector]) * (SECTOR // 2) for sector in range(count)]
        for sector, text in enumerate(texts, first):
            history.versions[sector].append((len(recorder.log), text))
        if verb == "write":
            device.write(first * SECTOR, memoryview(b"".join(texts)))
        else:
            device.trim(first * SECTOR, count * SECTOR)
    device.close()
    return recorder, history, machine


def states(base: bytearray, pending: dict[int, list[bytes]], source: random.Random) -> Iterator[
    bytearray
]:  # fmt: skip
    """Media that a cut can leave: ``pending`` has the states of each block since the sync."""
    places = sorted(pending)
    if len(places) <= ALL_OF:
        choices = itertools.product(*(range(-1, len(pending[place])) for place in places))
    else:
        choices = iter(
            [
                [-1] * len(places),
                [len(pending[place]) - 1 for place in places],
                *(
                    [
                        source.randrange(-1, len(pending[place]))
                        if source.random() < odds
                        else len(pending[place]) - 1
                        for place in places
                    ]
                    for odds in [0.02, 0.1, 0.5, 0.9][: STATES_A_CUT - 2]
                ),
            ]
        )
    for choice in choices:
        medium = bytearray(base)
        for place, version in zip(places, choice, strict=True):
            if version >= 0:
                medium[place : place + BLOCK] = pending[place][version]
        yield medium


def cuts(recorder: Recorder, start: bytes, source: random.Random) -> Iterator[
    tuple[int, bytearray]
]:  # fmt: skip
    """(how much of the log was begun, a medium) for every entry of the log."""
    base, pending = bytearray(start), defaultdict(list)
    for number, entry in enumerate(recorder.log, 1):
        if entry is None:
            for place, versions in pending.items():
                base[place : place + BLOCK] = versions[-1]
            pending.clear()
        else:
            offset, data = entry
            for at in range(offset // BLOCK * BLOCK, offset + len(data), BLOCK):
                last = pending[at][-1] if pending[at] else bytes(base[at : at + BLOCK])
                low, high = max(at, offset), min(at + BLOCK, offset + len(data))
                block = bytearray(last)
                block[low - at : high - at] = data[low - offset : high - offset]
                pending[at].append(bytes(block))
        for medium in states(base, pending, source):
            yield number, medium


def content(machine: Machine, device: AuthenticatedDevice) -> list[bytes]:
    return [machine.sector(device, number) for number in range(SECTORS)]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_sector_is_as_flushed_or_later(seed):
    recorder, history, machine = work(seed)
    source = random.Random(seed)
    start = Machine(SECTORS, JOURNAL).storage.data
    tried = 0
    for cut, medium in cuts(recorder, start, source):
        storage = MemoryStorage(len(medium))
        storage.data = medium
        again = Machine(SECTORS, JOURNAL, storage)
        again.cipher, again.epoch = machine.cipher, history.epoch(cut)
        found = content(again, again.look())
        for sector, text in enumerate(found):
            assert text in history.allowed(sector, cut), (seed, cut, sector)
        if tried % 5 == 0:
            # Tidying up changes nothing, wherever the power goes once more.
            again.storage = Recorder(len(medium))
            again.storage.data[:] = medium
            device = again.open()
            assert content(again, device) == found
            nested = list(cuts(again.storage, bytes(medium), source))
            for _, torn in source.sample(nested, min(3, len(nested))):
                storage = MemoryStorage(len(torn))
                storage.data = torn
                third = Machine(SECTORS, JOURNAL, storage)
                third.cipher, third.epoch = machine.cipher, history.epoch(cut)
                assert content(third, third.look()) == found
                tried += 1
        assert not again.told
        tried += 1
    assert tried >= 1_000
