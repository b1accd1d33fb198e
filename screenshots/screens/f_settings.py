"""The settings of a machine, section by section, and its other dialogs."""

from __future__ import annotations

from screenshots.stage import Stage
from vmgui.errors import VmguiError
from vmgui.gui.error_dialog import ErrorDialog, show_error
from vmgui.gui.library.rows import Kind
from vmgui.gui.unlock.dialog import UnlockDialog
from vmgui.gui.vm_settings.dialog import SettingsDialog


def _show(stage: Stage, section: int) -> None:
    dialog = stage.dialog(SettingsDialog)
    dialog.list.setCurrentRow(section)
    stage.pause(1)


def general(stage: Stage) -> None:
    stage.window.sidebar.choose(Kind.MACHINE, "web server")
    stage.window.deeds.settings("web server")
    _show(stage, 0)


def processor(stage: Stage) -> None:
    _show(stage, 1)


def firmware(stage: Stage) -> None:
    _show(stage, 2)


def boot(stage: Stage) -> None:
    _show(stage, 3)


def disks(stage: Stage) -> None:
    _show(stage, 4)


def cd(stage: Stage) -> None:
    _show(stage, 5)


def network(stage: Stage) -> None:
    _show(stage, 6)


def usb(stage: Stage) -> None:
    _show(stage, 7)


def shares(stage: Stage) -> None:
    _show(stage, 8)


def display(stage: Stage) -> None:
    _show(stage, 9)


def expert(stage: Stage) -> None:
    _show(stage, 10)


def unlock(stage: Stage) -> None:
    stage.close_dialogs()
    stage.window.deeds.start("web server")
    stage.dialog(UnlockDialog)


def error(stage: Stage) -> None:
    stage.close_dialogs()
    show_error(
        VmguiError(
            "The disk /home/ada/disks/customers.vmg is in use.",
            why="Another program has it open.",
            remedy="Stop the virtual machine or program that uses it, then try again.",
        ),
        stage.window,
    )
    stage.dialog(ErrorDialog)
