"""Does this open the disk? Secrets: the one to try. Changes nothing, needs no lock."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from vmgui.job.progress import Progress
from vmgui.plugin.opening import try_secret


class Params(msgspec.Struct, forbid_unknown_fields=True):
    path: str


def run(params: Params, secrets: list[bytearray], progress: Progress) -> dict[str, Any]:
    progress(0, 0, "Trying")
    header = try_secret(Path(params.path), secrets[0] if secrets else None)
    return {"disk_uuid": str(header.disk)}
