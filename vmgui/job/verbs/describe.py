"""What a foreign container's plug-in says of a disk, or of a header backup. Secrets: none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from vmgui.disk.errors import DiskError
from vmgui.job.progress import Progress
from vmgui.plugin.opening import read_backup, read_header


class Params(msgspec.Struct, forbid_unknown_fields=True):
    path: str
    backup: bool = False


def run(params: Params, secrets: list[bytearray], progress: Progress) -> dict[str, Any]:
    path = Path(params.path)
    header = read_backup(path) if params.backup else read_header(path).header
    if header.foreign is None:
        raise DiskError(
            f"{path} changed while it was looked at.",
            remedy="Try again.",
            code="disk-changed",
        )
    return {"description": msgspec.to_builtins(header.foreign)}
