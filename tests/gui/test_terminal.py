"""The terminal: what a guest says, whatever that is; what keys send; what can be copied."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import until
from vmgui.gui.console.serial import SerialView
from vmgui.gui.console.terminal import Terminal
from vmgui.gui.library.library import Machine
from vmgui.vm import definition, store
from vmgui.vm.client import Status


@pytest.fixture
def terminal(qtbot: QtBot) -> Terminal:
    made = Terminal()
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    return made


def test_words_colours_and_movements(terminal: Terminal) -> None:
    terminal.feed(b"login: \x1b[31mred\x1b[0m\r\nsecond\x1b[1;1HLOGIN")
    assert terminal.text() == "LOGIN: red\nsecond"
    terminal.grab()  # paints


def test_old_lines_stay_above(terminal: Terminal) -> None:
    terminal.feed(b"".join(b"line %d\r\n" % n for n in range(100)))
    assert terminal.text().startswith("line 0\nline 1\n")
    assert terminal.text().endswith("line 99")
    bar = terminal.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    bar.setValue(0)
    terminal.feed(b"more\r\n")
    assert bar.value() == 0, "whoever reads above is not pulled away"


def test_characters_in_pieces_and_wrong_ones(terminal: Terminal) -> None:
    for byte in "ä€\N{GRINNING FACE}".encode():
        terminal.feed(bytes([byte]))
    terminal.feed(b"\xff!")
    assert terminal.text().startswith("ä€")
    assert terminal.text().endswith("\N{REPLACEMENT CHARACTER}!")
    terminal.grab()


def test_titles_are_left_out_however_long(terminal: Terminal) -> None:
    terminal.feed(b"a\x1b]0;title\x07b")
    terminal.feed(b"\x1b]0;" + b"x" * 100)
    for _ in range(50):
        terminal.feed(b"y" * 1000)
    terminal.feed(b"\x07c\x1bPq\x1b\\d")
    assert terminal.text() == "abcd"


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.one_of(
            st.binary(max_size=60),
            st.builds(
                lambda parameters, end: b"\x1b[" + parameters + end,
                st.from_regex(rb"\A\??[0-9;]{0,12}\Z"),
                st.sampled_from([bytes([n]) for n in range(0x40, 0x7F)]),
            ),
        ),
        max_size=12,
    )
)
def test_whatever_a_guest_says(terminal: Terminal, pieces: list[bytes]) -> None:
    terminal.clear()
    for piece in pieces:
        terminal.feed(piece)
    terminal.grab()
    terminal.clear()
    terminal.feed(b"still here")
    assert terminal.text() == "still here"


@pytest.mark.parametrize(
    ("key", "modifier", "expected"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, b"\r"),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, b"\x1b[A"),
        (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier, b"\x03"),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, b"\t"),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, b"\x1b[3~"),
        (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier, b"\x1b[15~"),
        (Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier, b"\x1bx"),
        (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier, b"\x7f"),
    ],
)
def test_keys(
    terminal: Terminal, key: Qt.Key, modifier: Qt.KeyboardModifier, expected: bytes
) -> None:
    typed: list[bytes] = []
    terminal.typed.connect(typed.append)
    QTest.keyClick(terminal, key, modifier)
    assert b"".join(typed) == expected


def test_programs_may_want_other_cursor_keys(terminal: Terminal) -> None:
    typed: list[bytes] = []
    terminal.typed.connect(typed.append)
    terminal.feed(b"\x1b[?1h")
    QTest.keyClick(terminal, Qt.Key.Key_Up)
    assert typed == [b"\x1bOA"]


def test_ctrl_alt_alone_frees_the_keyboard(terminal: Terminal) -> None:
    freed: list[bool] = []
    terminal.let_go.connect(lambda: freed.append(True))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyPress(terminal, Qt.Key.Key_Control)
    QTest.keyPress(terminal, Qt.Key.Key_Alt, Qt.KeyboardModifier.ControlModifier)
    QTest.keyRelease(terminal, Qt.Key.Key_Alt, both)
    assert freed


def test_selecting_copies_and_pasting_types(terminal: Terminal) -> None:
    terminal.feed(b"first line\r\nsecond line\r\n")
    width, height = terminal._cell
    begin = QPoint(round(10 + 6 * width), round(10 + height / 2))
    end = QPoint(round(10 + 6 * width), round(10 + 1.5 * height))
    QTest.mousePress(terminal.viewport(), Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(terminal.viewport(), end)
    QApplication.processEvents()
    terminal._end = terminal._place(end)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(terminal, Qt.Key.Key_C, both)
    assert QGuiApplication.clipboard().text() == "line\nsecond"
    typed: list[bytes] = []
    terminal.typed.connect(typed.append)
    QTest.keyClick(terminal, Qt.Key.Key_V, both)
    assert typed == [b"line\rsecond"]


# --- the line -------------------------------------------------------------------------------------


@pytest.fixture
def line(home: Path) -> Iterator[QLocalServer]:
    made = QLocalServer()
    assert made.listen(str(home / "serial.sock"))
    yield made
    made.close()


def test_what_was_said_before_comes_first_and_it_connects_again(
    qtbot: QtBot, line: QLocalServer
) -> None:
    vm = definition.new("debian")
    store.create(vm)
    places = store.places(vm)
    places.make()
    places.serial_log.write_bytes(b"said before\r\n")
    view = SerialView()
    qtbot.addWidget(view)
    view.show_machine(
        Machine("debian", places.folder, vm, Status("running", serial=line.fullServerName()))
    )
    assert not line.hasPendingConnections(), "not before it is seen"
    view.show()
    guests: list[QLocalSocket] = []
    line.newConnection.connect(lambda: guests.append(line.nextPendingConnection()))
    until(qtbot, lambda: len(guests) == 1)
    guests[0].write(b"and now\r\n")
    until(qtbot, lambda: view.terminal.text() == "said before\nand now")
    QTest.keyClicks(view.terminal, "ls")
    until(qtbot, lambda: guests[0].bytesAvailable() == 2)
    assert guests[0].readAll().data() == b"ls"
    guests[0].disconnectFromServer()
    until(qtbot, lambda: len(guests) == 2)
    view.hide()
    until(qtbot, lambda: guests[1].state() == QLocalSocket.LocalSocketState.UnconnectedState)
