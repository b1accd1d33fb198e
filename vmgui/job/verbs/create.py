"""Make a disk. Secrets: one that opens it (none for a disk that is not encrypted)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from vmgui.api import ManifestError, OptionValue
from vmgui.disk.create import NewDisk
from vmgui.disk.errors import DiskError
from vmgui.disk.kdf import DEFAULT_SECONDS
from vmgui.disk.keyslot import Kind
from vmgui.job.progress import Progress
from vmgui.plugin.found import by_name
from vmgui.plugin.opening import create_disk


class Params(msgspec.Struct, forbid_unknown_fields=True):
    path: str
    size: int
    plugin: str = "aes-xts"
    options: dict[str, OptionValue] = {}
    sector_size: int = 4096
    kind: Kind = "passphrase"
    unlock_seconds: float = DEFAULT_SECONDS
    fill: bool = False


def run(params: Params, secrets: list[bytearray], progress: Progress) -> dict[str, Any]:
    plugin = by_name(params.plugin)
    try:
        options = plugin.manifest.options_with(params.options)
    except ManifestError as error:
        raise DiskError(str(error), remedy=f"See vmgui plugin show {params.plugin}.") from None
    new = NewDisk(
        path=Path(params.path),
        size=params.size,
        options=options,
        sector_size=params.sector_size,
        kind=params.kind,
        unlock_seconds=params.unlock_seconds,
        fill=params.fill,
    )
    secret = secrets[0] if secrets else None
    header = create_disk(new, plugin, secret, progress)
    return {"disk_uuid": str(header.disk), "encrypted": header.encrypted}
