"""Does this open the disk? Secrets: the one to try. Changes nothing, needs no lock."""

from __future__ import annotations

from typing import Any

import msgspec

from vmgui.disk.container import read_header, unlock
from vmgui.job.progress import Progress


class Params(msgspec.Struct, forbid_unknown_fields=True):
    path: str


def run(params: Params, secrets: list[bytearray], progress: Progress) -> dict[str, Any]:
    progress(0, 0, "Trying")
    header = read_header(params.path).header
    volume_key = unlock(header, secrets[0] if secrets else None)
    if volume_key is not None:
        volume_key[:] = bytes(len(volume_key))
    return {"disk_uuid": str(header.disk)}
