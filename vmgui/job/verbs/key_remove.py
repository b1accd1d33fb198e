"""Close a key slot. Secrets: one that opens the disk; without ``slot`` it is that one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from vmgui.job.progress import Progress
from vmgui.plugin.opening import editing


class Params(msgspec.Struct, forbid_unknown_fields=True):
    path: str
    slot: int | None = None


def run(params: Params, secrets: list[bytearray], progress: Progress) -> dict[str, Any]:
    progress(0, 0, "Unlocking")
    with editing(Path(params.path), secrets[0]) as editor:
        number = params.slot if params.slot is not None else editor.opened_by(secrets[0]).id
        editor.remove(number)
        return {"slot": number}
