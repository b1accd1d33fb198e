"""``vmgui gui``: the window."""

from __future__ import annotations

import importlib.util
import os
import sys

import click

from vmgui.errors import VmguiError


@click.command(name="gui", epilog="Example: vmgui gui")
def command() -> None:
    """Open the window. Virtual machines go on running when it is closed."""
    check()
    from vmgui.gui.app import run

    sys.exit(run())


def check() -> None:
    """Raises :exc:`VmguiError` where no window can be shown."""
    if importlib.util.find_spec("PySide6") is None:
        raise VmguiError(
            "The window can't be opened.",
            why="PySide6, which it is made with, is not installed.",
            remedy="Install it: pip install 'vmgui[gui]'.",
            code="no-qt",
        )
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in screens):
        raise VmguiError(
            "The window can't be opened.",
            why="There is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set.",
            remedy="Log in to a desktop, or use the command line: vmgui --help.",
            code="no-screen",
        )
