"""How fast a plug-in is, by itself: one thread, buffers in the processor's cache."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

from vmgui.api.conformance.buffers import Guarded
from vmgui.api.conformance.subject import Disk, Subject

RUNS = (4096, 1 << 20)
_SECONDS = 0.2


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
    """What one call takes, in seconds: encrypt and decrypt."""
    text, sealed = Guarded(disk.subject.bytes(run, "speed")), Guarded(bytes(run))
    tags, back = Guarded(bytes(disk.tags_for(bytes(run)))), Guarded(bytes(run))
    taken = []
    for method, buffers in ((disk.encrypt, (text, sealed)), (disk.decrypt, (sealed, back))):
        method(0, *buffers, tags)
        cipher = disk.cipher.encrypt if method == disk.encrypt else disk.cipher.decrypt
        views = [buffer.view for buffer in (*buffers, tags)]
        calls, start = 0, time.perf_counter()
        while (spent := time.perf_counter() - start) < _SECONDS:
            cipher(0, *views)
            calls += 1
        taken.append(spent / calls)
        disk.subject.beat()
    encrypt, decrypt = taken
    return encrypt, decrypt
