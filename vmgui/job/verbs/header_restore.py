"""Put a header back from a file. Secrets: one that opens the backup's header, if encrypted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from vmgui.job.progress import Progress
from vmgui.job.verbs.header_backup import Params
from vmgui.plugin.opening import restore


def run(params: Params, secrets: list[bytearray], progress: Progress) -> dict[str, Any]:
    progress(0, 0, "Restoring the header")
    secret = secrets[0] if secrets else None
    header = restore(Path(params.path), Path(params.file), secret)
    return {"disk_uuid": str(header.disk), "generation": header.generation}
