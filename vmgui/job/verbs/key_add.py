"""Add a passphrase, key file or recovery key. Secrets: one that opens the disk, the new one."""

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


def run(params: Params, secrets: list[bytearray], progress: Progress) -> dict[str, Any]:
    opens, new = secrets
    progress(0, 0, "Unlocking")
    with editing(Path(params.path), opens) as editor:
        progress(0, 0, "Adding the key")
        return {"slot": editor.add(new, params.kind, params.unlock_seconds).id}
