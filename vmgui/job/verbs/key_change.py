"""Replace a passphrase. Secrets: the old one, the new one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from vmgui.job.progress import Progress
from vmgui.job.verbs.key_add import Params
from vmgui.plugin.opening import editing


def run(params: Params, secrets: list[bytearray], progress: Progress) -> dict[str, Any]:
    old, new = secrets
    progress(0, 0, "Unlocking")
    with editing(Path(params.path), old) as editor:
        number = editor.opened_by(old).id
        progress(0, 0, "Changing the key")
        return {"slot": editor.change(number, new, params.kind, params.unlock_seconds).id}
