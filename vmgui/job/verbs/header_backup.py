"""Copy a disk's header into a file. Secrets: none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from vmgui.job.progress import Progress
from vmgui.plugin.opening import backup


class Params(msgspec.Struct, forbid_unknown_fields=True):
    path: str
    file: str


def run(params: Params, secrets: list[bytearray], progress: Progress) -> dict[str, Any]:
    progress(0, 0, "Copying the header")
    header = backup(Path(params.path), Path(params.file))
    return {"disk_uuid": str(header.disk), "generation": header.generation}
