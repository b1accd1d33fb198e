"""How fast a plug-in is, by itself: one thread, buffers in the processor's cache."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vmgui.api.conformance.buffers import Guarded
from vmgui.api.conformance.fault import ANYTHING, raised
from vmgui.api.conformance.subject import Disk, Subject

RUNS = (4096, 1 << 20)
_ROUNDS = 4
_SECONDS = 0.05
_Method = Callable[[int, memoryview, memoryview, memoryview], None]


@dataclass(frozen=True)
class Speed:
    """``run``: bytes a call; speeds in MB/s (10^6 bytes), times in µs for each 4096 bytes."""

    sector_size: int
    run: int
    encrypt_mb_s: float
    decrypt_mb_s: float
    encrypt_us: float
    decrypt_us: float


def measure(subject: Subject) -> Iterator[Speed]:
    """With the default options, each sector size, runs of 4 KiB and of 1 MiB."""
    defaults = next(subject.combinations())
    for setting in subject.settings:
        if setting.options == defaults:
            disk = subject.make(setting)
            for run in RUNS:
                encrypt, decrypt = _seconds(disk, run)
                yield Speed(
                    setting.sector_size,
                    run,
                    round(run / encrypt / 1e6, 1),
                    round(run / decrypt / 1e6, 1),
                    round(encrypt / run * 4096 * 1e6, 2),
                    round(decrypt / run * 4096 * 1e6, 2),
                )


def _seconds(disk: Disk, run: int) -> tuple[float, float]:
    """What one call takes, in seconds: encrypt and decrypt. Raises :exc:`Fault`."""
    text = disk.subject.bytes(run, "speed")
    sealed = disk.seal(0, text)
    disk.open(0, sealed)
    views = [Guarded(content).view for content in (text, sealed.data, sealed.tags)]
    back = Guarded(bytes(run)).view
    return (
        _seconds_of(disk, disk.cipher.encrypt, (views[0], back, Guarded(sealed.tags).view)),
        _seconds_of(disk, disk.cipher.decrypt, (views[1], back, views[2])),
    )


def _seconds_of(disk: Disk, method: _Method, views: tuple[memoryview, ...]) -> float:
    """The best of a few rounds: what else this computer does only makes it slower."""
    source, out, tags = views
    best = float("inf")
    for _ in range(_ROUNDS):
        calls, start = 0, time.perf_counter()
        while (spent := time.perf_counter() - start) < _SECONDS:
            try:
                method(0, source, out, tags)
            except ANYTHING as error:
                raise raised(error, "while its speed was measured", disk.subject.folder) from None
            calls += 1
        best = min(best, spent / calls)
        disk.subject.beat()
    return best
