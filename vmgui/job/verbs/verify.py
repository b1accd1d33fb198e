"""Read a whole disk. Secrets: one that opens it, if it is encrypted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from vmgui.disk.sectors import DamagedSector
from vmgui.job.progress import Progress
from vmgui.plugin.opening import open_disk

_STEP = 1 << 20
# Enough to see what is wrong; a broken drive would fill the memory otherwise.
_MAX_BAD = 1000


class Params(msgspec.Struct, forbid_unknown_fields=True):
    path: str


def run(params: Params, secrets: list[bytearray], progress: Progress) -> dict[str, Any]:
    """``bad`` lists sectors that can't be read, with the reason; ``bad_sectors`` counts them."""
    secret = secrets[0] if secrets else None
    disk = open_disk(Path(params.path), secret=secret, read_only=True)
    try:
        device = disk.device
        buffer = memoryview(bytearray(_STEP))
        bad: list[dict[str, Any]] = []
        count = read = offset = 0
        for length, written in device.extents(0, device.size):
            for start in range(offset, offset + length, _STEP) if written else ():
                run_ = buffer[: min(_STEP, offset + length - start)]
                progress(start, device.size, "Reading")
                try:
                    device.read(start, run_)
                except OSError:
                    found = list(_bad_sectors(device, start, len(run_)))
                    count += len(found)
                    bad.extend(found[: _MAX_BAD - len(bad)])
                read += len(run_)
            offset += length
        progress(device.size, device.size, "Done")
        return {"read_bytes": read, "bad_sectors": count, "bad": bad, "warnings": disk.warnings}
    finally:
        disk.close()


def _bad_sectors(device: Any, start: int, length: int) -> Any:
    size = device.sector_size
    sector = memoryview(bytearray(size))
    for at in range(start, start + length, size):
        try:
            device.read(at, sector)
        except DamagedSector as error:
            yield {"sector": error.sector, "why": "it is not what was written there"}
        except OSError as error:
            yield {"sector": at // size, "why": error.strerror or "it can't be read"}
