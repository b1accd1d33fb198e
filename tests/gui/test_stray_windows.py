"""Nothing is a window of its own for a moment: it would take the keyboard from the real one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import make_disk
from tests.gui.play import Open, Play, make_machine, see
from vmgui.gui.library.sidebar import Kind
from vmgui.gui.window import MainWindow
from vmgui.vm.client import Status


class Watch(QObject):
    """Remembers what was shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if shown and watched.isWindow() and not isinstance(watched, MainWindow | QMenu):
            self.seen.append(type(watched).__name__)
        return False


def test_looking_at_everything_opens_no_window(
    qtbot: QtBot, qapp: QApplication, window: Open, play: Play, home: Path
) -> None:
    make_machine("web", make_disk("system"), make_disk("data"))
    make_machine("mail")
    make_disk("alone")
    watch = Watch()
    qapp.installEventFilter(watch)
    shown = window()
    for state in ("stopped", "running", "paused", "crashed"):
        play.states["web"] = Status(state)  # type: ignore[arg-type]
        see(
            qtbot, shown, lambda wanted=state: shown.library.snapshot.machine("web").state == wanted
        )  # type: ignore[misc, union-attr]
        for row in list(shown.sidebar.model().rows):  # type: ignore[attr-defined]
            if row.kind is not Kind.HEADING:
                shown.sidebar.choose(row.kind, row.key)
                qtbot.wait(20)
                for page in (shown.machine_page, shown.disk_page):
                    tabs = page.tabs
                    for number in range(tabs.count()):
                        tabs.setCurrentIndex(number)
                        qtbot.wait(10)
    qapp.removeEventFilter(watch)
    assert not watch.seen
