"""Calls that may take time, in threads; their answers arrive in the window's thread."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from vmgui.errors import VmguiError
from vmgui.gui.record import record

T = TypeVar("T")
Then = Callable[[T], object]


class Mailbox(QObject):
    """Carries answers into the window's thread; lives as long as the application."""

    _posted = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._posted.connect(self._open, Qt.ConnectionType.QueuedConnection)

    def _open(self, letter: Callable[[], None]) -> None:
        letter()

    def post(self, owner: QObject, then: Then[T], value: T) -> None:
        """Call ``then(value)`` in the window's thread, unless ``owner`` is deleted by then."""

        def letter() -> None:
            if isValid(owner):
                then(value)

        if isValid(self):
            self._posted.emit(letter)


def mailbox() -> Mailbox:
    """The application's mailbox. To be asked for in the window's thread."""
    app = QApplication.instance()
    assert app is not None
    found = app.findChild(Mailbox)
    return found if isinstance(found, Mailbox) else Mailbox(app)


def in_background(
    owner: QObject, call: Callable[[], T], done: Then[T], failed: Then[VmguiError]
) -> None:
    """Run ``call`` in a thread, then ``done`` with its result or ``failed`` with its error here.

    Neither runs once ``owner`` is deleted. Called from the window's thread.
    """
    box = mailbox()

    def work() -> None:
        try:
            result = call()
        except VmguiError as error:
            box.post(owner, failed, error)
        except Exception as error:  # noqa: BLE001  (a thread's end: nobody above could catch it)
            record(traceback.format_exc())
            box.post(owner, failed, mistake(error))
        else:
            box.post(owner, done, result)

    threading.Thread(target=work, name="vmgui background", daemon=True).start()


def mistake(error: BaseException) -> VmguiError:
    """What a person is told of an exception that should not have happened."""
    if isinstance(error, OSError) and error.strerror:
        about = f": {error.filename}" if error.filename else ""
        return VmguiError(
            "The operating system refused something.",
            why=f"{error.strerror}{about}.",
            remedy="Check the drive, permissions and free room, then try again.",
        )
    return VmguiError(
        "vmgui made a mistake.",
        why=f"{type(error).__name__}: {error}.",
        remedy="Running virtual machines are not affected. Please report it with the window's log.",
    )
