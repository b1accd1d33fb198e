"""The first start, and what this computer lacks."""

from __future__ import annotations

from screenshots.stage import Stage
from vmgui.gui.welcome.dialog import ChecksDialog


def start(stage: Stage) -> None:
    welcome = stage.window.welcome
    stage.until(lambda: stage.window.pages.currentWidget() is welcome, "welcome")
    stage.until(lambda: welcome.checks.found, "the checks")


def checks(stage: Stage) -> None:
    stage.window.menus.check.trigger()
    dialog = stage.dialog(ChecksDialog)
    stage.until(lambda: dialog.view.found, "the checks")
