"""The application: one window, and a place where mistakes end."""

from __future__ import annotations

import signal
import sys
import traceback
from types import TracebackType

from PySide6.QtWidgets import QApplication

from vmgui import __version__
from vmgui.gui.background import mailbox, mistake
from vmgui.gui.error_dialog import show_error
from vmgui.gui.garbage import Garbage
from vmgui.gui.icons import application_icon
from vmgui.gui.language import choose_language
from vmgui.gui.record import record
from vmgui.gui.settings import Settings
from vmgui.gui.theme import theme
from vmgui.gui.window import MainWindow


def run() -> int:
    """Show the window until it is closed; returns the exit status."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("vmgui")
    app.setApplicationDisplayName("vmgui")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("vmgui")
    choose_language(Settings().language)
    theme()
    mailbox()
    Garbage(app)
    app.setWindowIcon(application_icon())
    # Qt's loop is not Python's: let Ctrl-C on the terminal end the program as it ends others.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    window = MainWindow()

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        record("".join(traceback.format_exception(kind, error, trace)))
        show_error(mistake(error), window)

    sys.excepthook = tell
    window.show()
    return app.exec()
