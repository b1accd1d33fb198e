"""Testing a plug-in from outside: whatever it does, a report comes of it.

Its code runs in workers (:mod:`vmgui.job.verbs.plugin_test`). One that crashes fails the check that
it was at, and so does one that hangs; the remaining checks go on in a new worker.
"""

from __future__ import annotations

import select
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from vmgui.api.conformance import CHECKS, Result, Speed
from vmgui.errors import VmguiError
from vmgui.job.process import JobProcess

# A plug-in that ends this many workers is not asked further.
_MAX_LOST = 3


class Report(msgspec.Struct):
    """How a test ended. ``speed`` is empty where it could not be measured."""

    results: list[Result] = []
    speed: list[Speed] = []

    @property
    def passed(self) -> bool:
        """Whether every check that the plug-in is held to passed, and its speed was measured."""
        bad = {"failed", "not-run"}
        return bool(self.speed) and not any(each.outcome in bad for each in self.results)


def run_kit(folder: Path, patience: float, on_result: Callable[[Result], None]) -> Report:
    """Run all checks on the package in ``folder``, then measure it.

    A worker that says nothing for ``patience`` seconds is ended. ``on_result`` hears of each
    result as it is there.
    """
    report = Report()
    todo, lost = [*CHECKS], 0

    def told(result: Result) -> None:
        todo.remove(result.check)
        report.results.append(result)
        on_result(result)

    while todo:
        end = _work(folder, todo, patience, told, report)
        if not end:
            continue
        lost += 1
        if not todo:  # while it was measured
            report.results.append(Result("speed", "Its speed can be measured", "failed", end))
            on_result(report.results[-1])
            break
        title = CHECKS[todo[0]].title
        # The first check is the one that starts the plug-in.
        hopeless = not report.results or lost >= _MAX_LOST
        told(Result(todo[0], title, "failed", end, "It happened during this check."))
        for name in [*todo] if hopeless else ():
            told(Result(name, CHECKS[name].title, "not-run", "the plug-in ended its process"))
    return report


def _work(
    folder: Path, todo: list[str], patience: float, told: Callable[[Result], None], report: Report
) -> str:
    """Let a worker do what is left; "" if it got to its end, else a sentence on how it ended."""
    params = {"folder": str(folder.resolve()), "checks": [*todo]}
    job = JobProcess("plugin-test", params)
    try:
        while select.select([job], [], [], patience)[0]:
            for event in job.poll():
                if "result" in event and event["event"] == "progress":
                    told(msgspec.convert(event["result"], type=Result))
                elif event["event"] == "done":
                    return _measured(event["result"], report)
                elif event["event"] != "progress":
                    error = VmguiError.from_dict(event)
                    return f"It crashed. {error.why}"
    finally:
        if not job.finished:
            job.kill()
    return f"It hangs: it did nothing for {patience:g} seconds."


def _measured(result: dict[str, Any], report: Report) -> str:
    report.speed = [msgspec.convert(row, type=Speed) for row in result["speed"]]
    return str(result["fault"])
