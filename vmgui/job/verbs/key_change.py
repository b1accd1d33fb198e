"""Replace a passphrase. Secrets: one that opens the disk, the new one.

Without ``slot`` it is the first one's own that is replaced.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from vmgui.disk.kdf import DEFAULT_SECONDS
from vmgui.disk.keyslot import Kind
from vmgui.job.progress import Progress
from vmgui.plugin.opening import editing


class Params(msgspec.Struct, forbid_unknown_fields=True):
    path: str
    kind: Kind = "passphrase"
    unlock_seconds: float = DEFAULT_SECONDS
    slot: int | None = None


def run(params: Params, secrets: list[bytearray], progress: Progress) -> dict[str, Any]:
    old, new = secrets
    progress(0, 0, "Unlocking")
    with editing(Path(params.path), old) as editor:
        number = params.slot if params.slot is not None else editor.opened_by(old).id
        progress(0, 0, "Changing the key")
        return {"slot": editor.change(number, new, params.kind, params.unlock_seconds).id}
