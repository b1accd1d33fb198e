"""The screen's tools, a window of its own, full screen."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.gui import rfb_server as rfb
from tests.gui.conftest import until
from tests.gui.person import click
from tests.gui.play import Open, Play, make_machine, see
from tests.gui.test_rfb_console import RED, Server, told
from tests.gui.test_rfb_decoder import cut_text
from vmgui.gui.console.window import ConsoleWindow
from vmgui.gui.rfb import wire
from vmgui.gui.rfb.scaling import Scaling
from vmgui.gui.rfb.thumbnail import Thumbnails
from vmgui.gui.rfb.wire import Encoding
from vmgui.gui.window import MainWindow
from vmgui.vm import store
from vmgui.vm.client import Status
from vmgui.vm.definition import Display


@pytest.fixture
def server(home: Path) -> Iterator[Server]:
    made = Server(home / "vnc.sock")
    yield made
    made.close()


@pytest.fixture
def shown(
    qtbot: QtBot, window: Open, play: Play, server: Server, monkeypatch: pytest.MonkeyPatch
) -> MainWindow:
    """The main window with a running machine's screen, which nobody else looks at."""
    monkeypatch.setattr(Thumbnails, "watch", lambda thumbnails, paths: None)
    make_machine("debian")
    made = window()
    made.panel.thumbnails.pause(True)  # they would be visitors, too
    play.states["debian"] = Status("running", vnc=server.path)
    console = made.machine_page.console
    until(qtbot, lambda: console.connection.connected)
    until(qtbot, lambda: len(server.heard) > 60)
    server.say(rfb.update(rfb.raw(0, 0, 64, 32, RED * 64 * 32)))
    return made


def resizable(width: int, height: int) -> bytes:
    screen = bytes([1, 0, 0, 0]) + (7).to_bytes(4, "big") + bytes(8) + (3).to_bytes(4, "big")
    return rfb.rectangle(0, 0, width, height, Encoding.EXTENDED_DESKTOP_SIZE, screen)


def test_keys_that_this_computer_keeps_are_sent_by_menu(
    qtbot: QtBot, shown: MainWindow, server: Server
) -> None:
    view = shown.machine_page.screen_view
    server.heard.clear()
    names = {action.text(): action for action in view.keys.menu().actions()}
    assert {"Ctrl+Alt+Del", "Ctrl+Alt+F2", "Super", "Print"} <= set(names)
    names["Ctrl+Alt+F2"].trigger()
    pressed = b"".join(wire.key_event(each, down=True) for each in (0xFFE3, 0xFFE9, 0xFFBF))
    released = b"".join(wire.key_event(each, down=False) for each in (0xFFBF, 0xFFE9, 0xFFE3))
    told(qtbot, server, pressed + released)


def test_watching_only_sends_nothing(qtbot: QtBot, shown: MainWindow, server: Server) -> None:
    view = shown.machine_page.screen_view
    click(view.watch_only)
    assert view.hint.text() == "The guest is only watched."
    server.heard.clear()
    view.console.setFocus()
    QTest.keyClick(view.console, Qt.Key.Key_A)
    click(view.console)
    click(view.watch_only)
    QTest.keyClick(view.console, Qt.Key.Key_B)
    told(qtbot, server, wire.key_event(ord("b"), down=True))
    assert wire.key_event(ord("a"), down=True) not in bytes(server.heard)


def test_the_guest_is_asked_for_the_window_s_size_once(
    qtbot: QtBot, shown: MainWindow, server: Server
) -> None:
    view = shown.machine_page.screen_view
    server.say(rfb.update(resizable(64, 32)))
    view.sizes[Scaling.GUEST].trigger()
    size = view.console.size()
    wish = wire.set_desktop_size(size.width(), size.height(), (7, 3))
    told(qtbot, server, wish)
    server.say(rfb.update(resizable(size.width(), size.height())))
    framebuffer = view.console.connection
    until(qtbot, lambda: framebuffer.framebuffer.width == size.width())
    assert bytes(server.heard).count(wish) == 1


def test_the_guest_s_own_pixels_can_be_scrolled(
    qtbot: QtBot, shown: MainWindow, server: Server
) -> None:
    view = shown.machine_page.screen_view
    server.say(rfb.update(rfb.rectangle(0, 0, 3000, 2000, Encoding.DESKTOP_SIZE)))
    until(qtbot, lambda: view.console.connection.framebuffer.width == 3000)
    view.sizes[Scaling.EXACT].trigger()
    until(qtbot, lambda: view.area.horizontalScrollBar().maximum() > 0)
    assert view.console.width() == 3000
    view.sizes[Scaling.FIT].trigger()
    until(qtbot, lambda: view.area.horizontalScrollBar().maximum() == 0)


def test_a_picture_of_the_guest_is_saved(qtbot: QtBot, shown: MainWindow, home: Path) -> None:
    view = shown.machine_page.screen_view
    until(qtbot, lambda: not view.console.picture().isNull())
    view._name = "debian"
    path = home / "picture.png"
    said: list[str] = []
    view.said.connect(said.append)
    view._save(view.console.picture(), path)
    until(qtbot, lambda: bool(said))
    assert path.read_bytes().startswith(b"\x89PNG")
    assert str(path) in said[0]


def has_console_window() -> bool:
    return any(isinstance(each, ConsoleWindow) for each in QApplication.topLevelWidgets())


def console_window() -> ConsoleWindow:
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, ConsoleWindow)]
    assert len(found) == 1
    return found[0]


def test_a_window_of_its_own_takes_the_screen_and_gives_it_back(
    qtbot: QtBot, shown: MainWindow, server: Server
) -> None:
    page = shown.machine_page
    click(page.screen_view.own_window)
    own = console_window()
    until(qtbot, lambda: own.view.console.connection.connected)
    assert page.stack.currentIndex() == 2
    assert not page.console.connection.connected
    own.resize(700, 511)
    click(page.bring_back)
    until(qtbot, lambda: page.console.connection.connected)
    click(page.screen_view.own_window)
    assert (console_window().width(), console_window().height()) == (700, 511)
    console_window().close()


def test_the_window_manager_may_close_it(qtbot: QtBot, shown: MainWindow) -> None:
    page = shown.machine_page
    click(page.screen_view.own_window)
    until(qtbot, lambda: console_window().view.console.connection.connected)
    QTest.mouseClick(console_window().view.console, Qt.MouseButton.LeftButton)
    handle = console_window().windowHandle()
    gc.collect()  # nobody holds it but its keeper
    handle.close()
    until(qtbot, lambda: page.console.connection.connected)
    until(qtbot, lambda: not has_console_window())


def test_full_screen_shows_how_to_leave_it(qtbot: QtBot, shown: MainWindow) -> None:
    page = shown.machine_page
    click(page.screen_view.full_screen)
    own = console_window()
    assert own.isFullScreen()
    assert own._bar.isVisible()
    assert not own.view.bar.isVisible()
    own._bar.hide()
    own._hide_bar.stop()
    move = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(50, 1), QPointF(50, 1), Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(own.view.console, move)
    assert own._bar.isVisible()
    own._bar.hide()
    own.view.console.let_go.emit()
    assert own._bar.isVisible()
    click(own.leave_button)
    assert not own.isFullScreen()
    assert own.view.bar.isVisible()
    own.close()


def test_in_full_screen_keys_can_be_sent_and_names_may_be_long(
    qtbot: QtBot, window: Open, play: Play, server: Server
) -> None:
    name = ("a-very-long-name-" * 4)[:64]
    make_machine(name)
    made = window()
    made.panel.thumbnails.pause(True)
    play.states[name] = Status("running", vnc=server.path)
    until(qtbot, lambda: made.machine_page.console.connection.connected)
    click(made.machine_page.screen_view.full_screen)
    own = console_window()
    assert own._bar.width() <= own.width()
    until(qtbot, lambda: own.view.console.connection.connected)
    until(qtbot, lambda: len(server.heard) > 60)
    server.heard.clear()
    menu = own._bar.findChildren(QMenu)[0]
    next(each for each in menu.actions() if each.text() == "Ctrl+Alt+Del").trigger()
    told(qtbot, server, wire.key_event(0xFFFF, down=True))
    own.close()


def test_ctrl_alt_del_goes_to_where_the_screen_is(
    qtbot: QtBot, shown: MainWindow, server: Server
) -> None:
    click(shown.machine_page.screen_view.own_window)
    own = console_window()
    until(qtbot, lambda: own.view.console.connection.connected)
    until(qtbot, lambda: len(server.heard) > 60)
    server.heard.clear()
    shown.actions_.ctrl_alt_delete.trigger()
    told(qtbot, server, wire.key_event(0xFFFF, down=True))
    own.close()


def test_sizes_are_remembered_and_watching_only_goes_along(
    qtbot: QtBot, shown: MainWindow, server: Server
) -> None:
    view = shown.machine_page.screen_view
    view.sizes[Scaling.EXACT].trigger()
    click(view.watch_only)
    click(view.own_window)
    own = console_window().view
    assert own.console.scaling is Scaling.EXACT
    assert own.sizes[Scaling.EXACT].isChecked()
    assert own.console.read_only
    own.sizes[Scaling.FIT].trigger()
    console_window().close()
    until(qtbot, lambda: view.console.connection.connected)
    assert view.console.scaling is Scaling.FIT


def test_the_own_window_of_a_stopped_machine_says_so(
    qtbot: QtBot, shown: MainWindow, play: Play
) -> None:
    click(shown.machine_page.screen_view.own_window)
    own = console_window()
    until(qtbot, lambda: own.view.console.connection.connected)
    play.states["debian"] = Status()
    until(qtbot, lambda: own.view.console._message == "This virtual machine is off.")
    own.close()


def test_caps_lock_of_the_guest_is_told(qtbot: QtBot, shown: MainWindow, server: Server) -> None:
    view = shown.machine_page.screen_view
    view.console.setFocus()
    server.say(rfb.update(rfb.rectangle(0, 0, 1, 1, Encoding.LED_STATE, b"\x04")))
    until(qtbot, lambda: "Caps Lock" in view.hint.text())
    server.say(rfb.update(rfb.rectangle(0, 0, 1, 1, Encoding.LED_STATE, b"\0")))
    until(qtbot, lambda: "Caps Lock" not in view.hint.text())


def test_a_machine_without_a_screen_leads_to_its_serial_line(
    qtbot: QtBot, window: Open, play: Play
) -> None:
    make_machine("server", display=Display(kind="none"))
    play.states["server"] = Status("running")
    page = window().machine_page
    until(qtbot, page.serial_here.isVisible)
    click(page.serial_here)
    assert page.tabs.currentWidget() is page.serial_view


def test_windows_of_machines_that_are_gone_close(
    qtbot: QtBot, shown: MainWindow, play: Play
) -> None:
    click(shown.machine_page.screen_view.own_window)
    assert "debian" in shown.console_windows
    play.states["debian"] = Status()
    store.delete("debian")
    see(qtbot, shown, lambda: "debian" not in shown.console_windows)


# --- the clipboard --------------------------------------------------------------------------------


def test_the_clipboard_is_shared_while_the_screen_has_the_keyboard(
    qtbot: QtBot, shown: MainWindow, server: Server
) -> None:
    console = shown.machine_page.console
    server.say(cut_text(wire.CLIPBOARD_CAPS | wire.CLIPBOARD_TEXT, bytes(4)))
    told(qtbot, server, wire.clipboard_caps())
    shown.sidebar.setFocus()
    server.heard.clear()
    QGuiApplication.clipboard().setText("a secret between two other programs")
    server.say(cut_text(wire.CLIPBOARD_REQUEST | wire.CLIPBOARD_TEXT))
    server.say(cut_text(wire.CLIPBOARD_NOTIFY | wire.CLIPBOARD_TEXT))
    server.say(rfb.update())
    told(qtbot, server, wire.update_request(64, 32, incremental=True))
    assert wire.clipboard(wire.CLIPBOARD_NOTIFY) not in bytes(server.heard)
    assert b"\x06\0\0\0" not in bytes(server.heard)

    console.setFocus()
    QGuiApplication.clipboard().setText("for the guest")
    told(qtbot, server, wire.clipboard(wire.CLIPBOARD_NOTIFY))
    server.say(cut_text(wire.CLIPBOARD_REQUEST | wire.CLIPBOARD_TEXT))
    told(qtbot, server, wire.clipboard_provide("for the guest"))

    server.say(cut_text(wire.CLIPBOARD_NOTIFY | wire.CLIPBOARD_TEXT))
    told(qtbot, server, wire.clipboard(wire.CLIPBOARD_REQUEST))
    given = wire.clipboard_provide("from the guest")[12:]
    server.say(cut_text(wire.CLIPBOARD_PROVIDE | wire.CLIPBOARD_TEXT, given))
    until(qtbot, lambda: QGuiApplication.clipboard().text() == "from the guest")


# --- thumbnails -----------------------------------------------------------------------------------


def test_a_thumbnail_is_taken_and_the_screen_left_alone(
    qtbot: QtBot, qtlog: Any, server: Server
) -> None:
    server.screen = (1600, 800)
    thumbnails = Thumbnails()
    pictures: list[tuple[str, tuple[int, int]]] = []
    thumbnails.changed.connect(
        lambda name, image: pictures.append((name, (image.width(), image.height())))
    )
    thumbnails.watch({"debian": server.path})
    until(qtbot, lambda: len(server.heard) > 60)
    server.say(rfb.update(rfb.rectangle(0, 0, 1600, 800, Encoding.DESKTOP_SIZE)))
    qtbot.wait(50)
    assert not pictures, "a size is no picture"
    server.say(rfb.update(rfb.raw(0, 0, 1600, 800, RED * 1600 * 800)))
    until(qtbot, lambda: bool(pictures))
    assert pictures == [("debian", (320, 160))]
    assert not [each.message for each in qtlog.records if "not open" in each.message]
    guest = server.guest
    assert guest is not None
    until(qtbot, lambda: guest.state() == guest.LocalSocketState.UnconnectedState)
    thumbnails.pause(True)
    visits = server.visits
    thumbnails.watch({"debian": server.path, "other": server.path})
    qtbot.wait(100)
    assert server.visits == visits
