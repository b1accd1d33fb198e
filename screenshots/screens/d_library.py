"""A library with a few machines and disks."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel

from screenshots.stage import Stage
from vmgui.gui.library.rows import Kind
from vmgui.gui.machine.deletion import DeleteDialog


def overview(stage: Stage) -> None:
    system, data = stage.disk("web server"), stage.disk("customers", plugin="aes-gcm")
    stage.machine("web server", system, data, group="Work", system="debian12")
    stage.machine("build box", stage.disk("build box"), group="Work", arch="aarch64")
    stage.machine("tax papers", stage.disk("tax papers", plugin="aes-gcm"), group="Home")
    stage.disk("holiday pictures", plugin="chacha20-poly1305")
    stage.refresh()
    stage.window.sidebar.choose(Kind.MACHINE, "web server")


def search(stage: Stage) -> None:
    stage.window.panel.search.setText("tax")


def nothing(stage: Stage) -> None:
    stage.window.panel.search.setText("zebra")


def group(stage: Stage) -> None:
    stage.window.panel.search.clear()
    stage.window.sidebar.choose(Kind.GROUP, "Work")


def several(stage: Stage) -> None:
    sidebar = stage.window.sidebar
    sidebar.choose(Kind.MACHINE, "web server")
    for number, row in enumerate(sidebar.model().rows):  # type: ignore[attr-defined]
        if row.key in ("build box", "tax papers") and row.kind is Kind.MACHINE:
            index = sidebar.model().index(number, 0)
            sidebar.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)


def delete(stage: Stage) -> None:
    stage.window.sidebar.choose(Kind.MACHINE, "build box")
    stage.window.deeds.delete("build box")
    dialog = stage.dialog(DeleteDialog)
    dialog.with_disks.setChecked(True)
