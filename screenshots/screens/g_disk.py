"""A disk's page: all its tabs."""

from __future__ import annotations

from screenshots.stage import Stage
from vmgui.gui.library.rows import Kind
from vmgui.gui.plugins.dialog import PluginsDialog
from vmgui.paths import disks_dir


def _tab(stage: Stage, number: int) -> None:
    stage.window.disk_page.tabs.setCurrentIndex(number)
    stage.pause(0.7)


def overview(stage: Stage) -> None:
    stage.window.sidebar.choose(Kind.DISK, str(disks_dir() / "customers.vmg"))
    _tab(stage, 0)


def keys(stage: Stage) -> None:
    _tab(stage, 1)


def backup(stage: Stage) -> None:
    _tab(stage, 2)


def check(stage: Stage) -> None:
    _tab(stage, 3)


def host(stage: Stage) -> None:
    _tab(stage, 4)


def plugins(stage: Stage) -> None:
    stage.window.menus.plugins.emit()
    stage.dialog(PluginsDialog)
    stage.pause(2)
