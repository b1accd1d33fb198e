"""A disk's page: all its tabs."""

from __future__ import annotations

from screenshots.stage import PASSPHRASE, Stage
from vmgui.gui.disk.ask_secret import AskSecret
from vmgui.gui.library.rows import Kind
from vmgui.gui.plugins.dialog import PluginsDialog
from vmgui.paths import disks_dir

LETTER = (
    """Dear customers,

the workshop is closed from the 24th of December to the 6th of January. Orders that reach us before
the 18th are sent in time. We wish you quiet holidays.
"""
    * 30
)


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
    stage.fill("customers", LETTER)
    _tab(stage, 4)
    stage.window.disk_page.host.written_button.click()
    asked = stage.dialog(AskSecret)
    asked.field.line.setText(PASSPHRASE)
    asked.unlock_button.click()
    stage.until(stage.window.disk_page.host.view.isVisible, "what the host sees")


def plugins(stage: Stage) -> None:
    stage.window.menus.plugins.emit()
    stage.dialog(PluginsDialog)
    stage.pause(2)
