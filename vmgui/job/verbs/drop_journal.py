"""Give up what a damaged journal holds. Secrets: one that opens the disk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from vmgui.disk.container import open_disk
from vmgui.job.progress import Progress
from vmgui.job.verbs.unlock_test import Params
from vmgui.plugin.load import for_header


def run(params: Params, secrets: list[bytearray], progress: Progress) -> dict[str, Any]:
    """Afterwards the disk opens as usual; sectors of lost records are as they were before."""
    progress(0, 0, "Unlocking")
    secret = secrets[0] if secrets else None
    disk = open_disk(Path(params.path), secret=secret, plugin=for_header, forgive=True)
    disk.close()
    return {"generation": disk.generation}
