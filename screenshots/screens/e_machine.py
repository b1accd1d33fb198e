"""A machine that runs: its screen and its serial line."""

from __future__ import annotations

from pathlib import Path

from screenshots.stage import Stage
from tests.gui.real_screen import guest_image
from vmgui.gui.library.sidebar import Kind
from vmgui.paths import data_dir


def screen(stage: Stage) -> None:
    image = Path(data_dir()) / "guest.iso"
    guest_image(image)
    stage.machine("hello", stage.disk("hello"), cdrom=str(image), memory="128M")
    stage.start("hello")
    stage.refresh()
    stage.window.sidebar.choose(Kind.MACHINE, "hello")
    page = stage.window.machine_page
    stage.until(lambda: page.console.connection.connected, "the screen")
    stage.pause(4)


def serial(stage: Stage) -> None:
    page = stage.window.machine_page
    page.tabs.setCurrentWidget(page.serial_view)
    stage.pause(0.5)
    page.serial_view.terminal.setFocus()


def details(stage: Stage) -> None:
    page = stage.window.machine_page
    page.tabs.setCurrentWidget(page.details)
    stage.pause(3)
