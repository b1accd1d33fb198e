"""The watchdog sees work and waiting."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.gui.watchdog import Watchdog


def turn(qtbot: QtBot, work: object) -> float:
    """Do something in a turn of the loop; how long the loop stood still."""
    with Watchdog() as dog:
        qtbot.wait(20)
        dog.start_anew()
        QTimer.singleShot(0, work)  # type: ignore[call-overload]
        qtbot.wait(250)
        return dog.worst


def test_waiting_counts(qtbot: QtBot) -> None:
    assert turn(qtbot, lambda: time.sleep(0.2)) >= 0.15


def test_working_counts(qtbot: QtBot) -> None:
    def work() -> None:
        end = time.thread_time() + 0.2
        while time.thread_time() < end:
            pass

    assert turn(qtbot, work) >= 0.15


def test_doing_nothing_does_not(qtbot: QtBot) -> None:
    assert turn(qtbot, lambda: None) < 0.15
