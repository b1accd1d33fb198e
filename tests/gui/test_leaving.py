"""Closing the window and quitting while machines run; the tray."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.gui.conftest import until
from tests.gui.person import click, texts
from tests.gui.play import Open, Play, find, make_machine, see
from vmgui.gui.go_on_dialog import GoOnDialog
from vmgui.gui.leaving import QuitDialog
from vmgui.vm.client import Status


def test_closing_with_a_machine_running_says_once_that_it_goes_on(
    qtbot: QtBot, window: Open, play: Play
) -> None:
    make_machine("debian")
    play.states["debian"] = Status("running")
    shown = window()
    shown.close()
    dialog = find(shown, GoOnDialog)
    assert "debian will go on running." in texts(dialog)
    click(dialog.stay_button)
    assert shown.isVisible()
    shown.close()
    dialog = next(each for each in shown.findChildren(GoOnDialog) if each.isVisible())
    click(dialog.close_button)
    assert not shown.isVisible()
    again = window()
    again.close()
    assert not again.isVisible()
    assert not play.asked, "nothing was stopped"


def test_quitting_with_nothing_running_asks_nothing(window: Open) -> None:
    make_machine("debian")
    shown = window()
    shown.menus.quit.emit()
    assert not shown.isVisible()


def test_quitting_can_leave_machines_running(window: Open, play: Play) -> None:
    make_machine("debian")
    make_machine("arch")
    play.states = {"debian": Status("running"), "arch": Status("paused")}
    shown = window()
    shown.menus.quit.emit()
    dialog = find(shown, QuitDialog)
    assert "arch" in texts(dialog)
    assert "debian" in texts(dialog)
    click(dialog.cancel_button)
    assert shown.isVisible()
    shown.menus.quit.emit()
    dialog = next(each for each in shown.findChildren(QuitDialog) if each.isVisible())
    click(dialog.leave_button)
    assert not shown.isVisible()
    assert not play.asked


def test_quitting_can_wait_until_all_have_shut_down(qtbot: QtBot, window: Open, play: Play) -> None:
    make_machine("debian")
    make_machine("arch")
    play.states = {"debian": Status("running"), "arch": Status("running")}
    shown = window()
    shown.menus.quit.emit()
    dialog = find(shown, QuitDialog)
    click(dialog.shut_button)
    until(qtbot, lambda: len(play.asked) == 2)
    assert set(play.asked) == {("debian", "shutdown"), ("arch", "shutdown")}
    play.states["arch"] = Status("stopped")
    see(qtbot, shown, lambda: "arch" not in texts(dialog))
    assert shown.isVisible()
    play.states["debian"] = Status("stopped")
    see(qtbot, shown, lambda: not shown.isVisible())


def test_with_an_icon_in_the_tray_the_window_only_hides(
    qtbot: QtBot, window: Open, play: Play
) -> None:
    make_machine("debian")
    play.states["debian"] = Status("running")
    shown = window()
    shown.leaving.stays_in_tray = lambda: True
    shown.close()
    assert not shown.isVisible()
    shown.tray.machine_wanted.emit("debian")
    assert shown.isVisible()
    assert shown.sidebar.current().key == "debian"


def test_the_tray_lists_what_runs_and_tells_what_stopped(
    qtbot: QtBot, window: Open, play: Play, monkeypatch
) -> None:
    make_machine("debian & friends")
    play.states["debian & friends"] = Status("running")
    shown = window()
    told: list[tuple[str, str]] = []
    monkeypatch.setattr(
        shown.tray, "_notify", lambda title, words: told.append((title, str(words)))
    )
    shown.tray._fill()
    words = [action.text() for action in shown.tray._menu.actions()]
    assert "debian && friends: Running" in words
    play.states["debian & friends"] = Status("crashed", message="QEMU was killed.")
    see(qtbot, shown, lambda: bool(told))
    assert told == [("debian & friends stopped unexpectedly", "QEMU was killed.")]
