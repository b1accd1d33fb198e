"""Hold a plug-in to the conformance kit, then measure its speed. No secrets."""

from __future__ import annotations

import resource
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import msgspec

from vmgui.api.conformance import CHECKS, Fault, Subject, measure, run_checks
from vmgui.api.conformance.restart import end_with_parent
from vmgui.job.progress import Progress

# More than a plug-in and the kit ever need; address space, which is more than memory in use.
_MEMORY = 2 << 30


class Params(msgspec.Struct, forbid_unknown_fields=True):
    folder: str
    checks: list[str]


def run(params: Params, secrets: list[bytearray], progress: Progress) -> dict[str, Any]:
    """Tells each check's ``result`` as it is there; ``speed`` has a row a sector size and run."""
    end_with_parent()
    _limit_memory()
    folder = Path(params.folder)
    title, done = "", 0

    def beat() -> None:
        progress(done, len(params.checks), title)

    title = CHECKS[params.checks[0]].title if params.checks else "Measuring"
    beat()
    started = True
    for done, result in enumerate(run_checks(folder, params.checks, beat), 1):
        started = started and result.outcome != "not-run"
        progress.tell(result=asdict(result))
        title = CHECKS[params.checks[done]].title if done < len(params.checks) else "Measuring"
        beat()
    rows: list[dict[str, Any]] = []
    if started:
        try:
            rows = [asdict(speed) for speed in measure(Subject(folder, beat))]
        except Fault as fault:
            return {"speed": [], "fault": fault.what}
    return {"speed": rows, "fault": ""}


def _limit_memory() -> None:
    """Let the plug-in run out of memory before this computer does."""
    if sys.platform == "linux":
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        limit = pages * resource.getpagesize() + _MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
