"""Measuring plug-ins: a worker for each, its result kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from vmgui.job.process import run
from vmgui.plugin import speed as speeds
from vmgui.plugin.found import Plugin
from vmgui.plugin.speed import Speed


def benchmark(
    plugin: Plugin, on_progress: Callable[[dict[str, Any]], None] = lambda event: None
) -> Speed:
    """Measure a plug-in and remember its speed. Takes under a second. Raises VmguiError."""
    return keep(plugin, run("benchmark", {"plugin": plugin.manifest.name}, (), on_progress))


def keep(plugin: Plugin, result: dict[str, Any]) -> Speed:
    """Remember the result of a job ``benchmark``."""
    speed = msgspec.convert(result, Speed)
    speeds.remember(plugin, speed)
    return speed
