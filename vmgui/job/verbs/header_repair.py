"""Write both copies of the header from the good one. Secrets: one that opens the disk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from vmgui.job.progress import Progress
from vmgui.job.verbs.unlock_test import Params
from vmgui.plugin.opening import editing


def run(params: Params, secrets: list[bytearray], progress: Progress) -> dict[str, Any]:
    progress(0, 0, "Unlocking")
    with editing(Path(params.path), secrets[0] if secrets else None) as editor:
        editor.repair()
        return {"generation": editor.header.generation}
