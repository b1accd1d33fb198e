"""The window goes through all its pages and dialogs again and again while Python tidies up.

What Python or Qt would delete too early, or use too late, ends the whole process: that is how this
test fails. `VMGUI_LONG` makes it thirty times as long.
"""

from __future__ import annotations

import gc
import os
import random
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.gui.conftest import make_disk
from tests.gui.play import Open, Play, make_machine
from vmgui.gui.library.rows import Kind
from vmgui.gui.window import MainWindow
from vmgui.vm.client import Status

ROUNDS = 2000 if "VMGUI_LONG" in os.environ else 60
MACHINES, DISKS = ("web", "mail"), ("system", "data")


def _acts(window: MainWindow, play: Play) -> list[Callable[[], object]]:
    def machine(name: str) -> None:
        window.sidebar.choose(Kind.MACHINE, name)

    def disk(number: int) -> None:
        rows = [row.key for row in window.sidebar.model().rows if row.kind is Kind.DISK]
        if number < len(rows):  # the search may hide it
            window.sidebar.choose(Kind.DISK, rows[number])

    def tab() -> None:
        window.disk_page.tabs.setCurrentIndex(random.randrange(window.disk_page.tabs.count()))

    def state(name: str, words: str) -> None:
        play.states[name] = Status(words)  # type: ignore[arg-type]
        window.library.refresh()

    return [
        lambda: machine("web"),
        lambda: machine("mail"),
        lambda: disk(0),
        lambda: disk(1),
        tab,
        tab,
        lambda: state("web", "running"),
        lambda: state("web", "stopped"),
        lambda: state("mail", "crashed"),
        window.new_machine,
        window.new_disk,
        window.menus.plugins.emit,
        window.menus.check.trigger,
        lambda: window.deeds.settings("web"),
        lambda: window.deeds.settings("mail"),
        lambda: window.deeds.show_log("web"),
        lambda: window.panel.search.setText("web"),
        window.panel.search.clear,
    ]


def _close_dialogs() -> None:
    for each in QApplication.topLevelWidgets():
        if isinstance(each, QDialog) and each.isVisible():
            each.close()


@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_is_deleted_too_early(qtbot: QtBot, window: Open, play: Play, seed: int) -> None:
    made = [make_disk(name) for name in DISKS]
    for name, path in zip(MACHINES, made, strict=True):
        make_machine(name, path)
    shown = window()
    acts = _acts(shown, play)
    random.seed(seed)
    done = 0
    for _ in range(ROUNDS):
        random.choice(acts)()
        done += 1
        qtbot.wait(random.choice((0, 1, 5, 60)))
        if random.random() < 0.3:
            gc.collect()
        if random.random() < 0.5:
            _close_dialogs()
    _close_dialogs()
    qtbot.wait(100)
    assert done == ROUNDS
    assert shown.isVisible()
