"""A library with a few machines and disks."""

from __future__ import annotations

from screenshots.stage import Stage
from vmgui.gui.library.sidebar import Kind


def overview(stage: Stage) -> None:
    system, data = stage.disk("web server"), stage.disk("customers", plugin="aes-gcm")
    stage.machine("web server", system, data, group="Work", system="debian12")
    stage.machine("build box", stage.disk("build box"), group="Work", arch="aarch64")
    stage.machine("tax papers", stage.disk("tax papers", plugin="aes-gcm"), group="Home")
    stage.disk("holiday pictures", plugin="chacha20-poly1305")
    stage.refresh()
    stage.window.sidebar.choose(Kind.MACHINE, "web server")
