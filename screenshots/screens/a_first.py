"""The first start."""

from __future__ import annotations

from screenshots.stage import Stage


def start(stage: Stage) -> None:
    stage.until(lambda: stage.window.pages.currentWidget() is stage.window.welcome, "welcome")
