"""Closing the window and quitting, while virtual machines run."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from vmgui.gui.background import in_background
from vmgui.gui.error_dialog import show_error
from vmgui.gui.go_on_dialog import GoOnDialog
from vmgui.gui.library.library import Library, Machine, Snapshot
from vmgui.gui.notice import Notice
from vmgui.gui.settings import Settings
from vmgui.vm import client


class QuitDialog(Notice):
    """What to do with what runs. Stays open while guests shut down; accepted: quit now."""

    def __init__(self, live: list[Machine], library: Library, parent: QWidget) -> None:
        super().__init__("", "power", "accent", "", parent)
        self.setWindowTitle(self.tr("Quit vmgui"))
        self._library = library
        self._asked: set[str] = set()
        self._words = self.say("")
        self.buttons.addStretch()
        self.cancel_button = self.add_button(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.leave_button = self.add_button(self.tr("Quit and leave them running"))
        self.leave_button.clicked.connect(self.accept)
        self.shut_button = self.add_button(self.tr("Shut down and quit"), primary=True)
        self.shut_button.clicked.connect(self._shut_down)
        self._describe(live)
        self._words.setText(
            self.tr(
                "They can go on without the window: open vmgui again, and all is there as "
                "before. Or let their systems shut down first."
            )
        )
        self.shut_button.setFocus()
        library.changed.connect(self._look)

    def _describe(self, live: list[Machine]) -> None:
        names = QLocale().createSeparatedList([machine.name for machine in live])
        self.set_headline(self.tr("%n virtual machine(s) still running: %s", "", len(live)) % names)

    def _shut_down(self) -> None:
        self.shut_button.setEnabled(False)
        self._asked = {each.name for each in self._library.snapshot.machines if each.live}
        self._words.setText(
            self.tr(
                "Their systems were asked to shut down; vmgui quits when they have. One that "
                "does not react can be left running, or be forced off in its own page."
            )
        )
        for name in self._asked:
            in_background(
                self, _asking(name), lambda _: None, lambda error: show_error(error, self)
            )

    def _look(self, snapshot: Snapshot) -> None:
        live = [machine for machine in snapshot.machines if machine.live]
        if not live:
            self.accept()
        else:
            self._describe(live)


def _asking(name: str) -> Callable[[], object]:
    return lambda: client.request(name, "shutdown")


class Leaving(QObject):
    """Decides what closing and quitting mean now. ``window`` is told by its ``close``."""

    def __init__(self, window: QMainWindow, library: Library, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._settings = settings
        self._sure = False
        self.stays_in_tray: Callable[[], bool] = lambda: False

    def may_close(self) -> bool:
        """Whether the window may close now; where not, what is to be said or asked is shown."""
        live = self._live()
        if not live or self._sure:
            return True
        if self.stays_in_tray():
            self._window.hide()
            return False
        if self._settings.told_running:
            return True
        dialog = GoOnDialog([machine.name for machine in live], self._window)
        dialog.accepted.connect(self._told)
        dialog.open()
        return False

    def quit(self) -> None:
        """End the program; asks first where machines run."""
        live = self._live()
        if not live:
            self._end()
            return
        self._window.show()
        dialog = QuitDialog(live, self._library, self._window)
        dialog.accepted.connect(self._end)
        dialog.open()

    def _live(self) -> list[Machine]:
        return [machine for machine in self._library.snapshot.machines if machine.live]

    def _told(self) -> None:
        self._settings.told_running = True
        self._sure = True
        self._window.close()

    def _end(self) -> None:
        self._sure = True
        self._window.close()
        QApplication.quit()
