"""Calls that may take time, in threads; their answers arrive in the window's thread."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable
from typing import Generic, TypeVar

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
        self.deliver(lambda: then(value) if isValid(owner) else None)

    def deliver(self, letter: Callable[[], object]) -> None:
        """Call ``letter`` in the window's thread."""
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
    errand = _Errand(owner, call, done, failed)

    def work() -> None:
        try:
            result = errand.run()
        except VmguiError as error:
            told = error
            box.deliver(lambda: errand.fail(told))
        except Exception as error:  # noqa: BLE001  (a thread's end: nobody above could catch it)
            record(traceback.format_exc())
            wrong = mistake(error)
            box.deliver(lambda: errand.fail(wrong))
        else:
            box.deliver(lambda: errand.end(result))

    threading.Thread(target=work, name="vmgui background", daemon=True).start()


class _Errand(Generic[T]):
    """What a thread does for ``owner``. All that leads to a widget lies here and nowhere else.

    The window's thread empties it when the answer is there: were the thread the last to know a
    widget, it would delete it, which only the window's thread may do.
    """

    def __init__(
        self, owner: QObject, call: Callable[[], T], done: Then[T], failed: Then[VmguiError]
    ) -> None:
        self._parts: tuple[QObject, Callable[[], T], Then[T], Then[VmguiError]] | None = (
            owner, call, done, failed,
        )  # fmt: skip

    def run(self) -> T:
        """In the thread."""
        assert self._parts is not None
        return self._parts[1]()

    def end(self, result: T) -> None:
        """In the window's thread."""
        owner, _, done, _ = self._empty()
        if isValid(owner):
            done(result)

    def fail(self, error: VmguiError) -> None:
        """In the window's thread."""
        owner, _, _, failed = self._empty()
        if isValid(owner):
            failed(error)

    def _empty(self) -> tuple[QObject, Callable[[], T], Then[T], Then[VmguiError]]:
        parts, self._parts = self._parts, None
        assert parts is not None
        return parts


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
