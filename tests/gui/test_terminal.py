"""The terminal: what a guest says, whatever that is; what keys send; what can be copied."""

from __future__ import annotations

import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
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


def feed(terminal: Terminal, data: bytes) -> None:
    terminal.feed(data)
    while terminal.busy:
        QApplication.processEvents()


def test_words_colours_and_movements(terminal: Terminal) -> None:
    feed(terminal, b"login: \x1b[31mred\x1b[0m\r\nsecond\x1b[1;1HLOGIN")
    assert terminal.text() == "LOGIN: red\nsecond"
    terminal.grab()  # paints


def test_old_lines_stay_above(terminal: Terminal) -> None:
    feed(terminal, b"".join(b"line %d\r\n" % n for n in range(100)))
    assert terminal.text().startswith("line 0\nline 1\n")
    assert terminal.text().endswith("line 99")
    bar = terminal.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    bar.setValue(0)
    feed(terminal, b"more\r\n")
    assert bar.value() == 0, "whoever reads above is not pulled away"


def test_characters_in_pieces_and_wrong_ones(terminal: Terminal) -> None:
    for byte in "ä€\N{GRINNING FACE}".encode():
        feed(terminal, bytes([byte]))
    feed(terminal, b"\xff!")
    assert terminal.text().startswith("ä€")
    assert terminal.text().endswith("\N{REPLACEMENT CHARACTER}!")
    terminal.grab()


def test_titles_are_left_out_however_long(terminal: Terminal) -> None:
    feed(terminal, b"a\x1b]0;title\x07b")
    feed(terminal, b"\x1b]0;" + b"x" * 100)
    for _ in range(50):
        feed(terminal, b"y" * 1000)
    feed(terminal, b"\x07c\x1bPq\x1b\\d")
    assert terminal.text() == "abcd"


def test_a_program_that_draws_the_whole_screen_gives_the_one_before_back(
    terminal: Terminal,
) -> None:
    feed(terminal, b"$ less\r\n\x1b[?1049h\x1b[H" + b"page\r\n" * 60)
    assert "$ less" not in terminal.text()
    feed(terminal, b"\x1b[?1049l$ ")
    assert terminal.text() == "$ less\n$"


def test_lines_of_boxes_are_lines(terminal: Terminal) -> None:
    feed(terminal, b"\x1b(0lqk\x1b(Bq\x1b)0\x0ex\x0fx")
    assert terminal.text() == "┌─┐q│x"


def test_another_height_keeps_what_is_around_the_cursor(terminal: Terminal) -> None:
    terminal.resize(terminal.width(), 900)
    feed(terminal, b"one\r\ntwo\r\n$ ")
    terminal.resize(terminal.sizeHint())
    assert terminal.text() == "one\ntwo\n$"
    terminal.resize(terminal.width(), 900)
    feed(terminal, b"\x1b[2J\x1b[H" + b"".join(b"%d\r\n" % n for n in range(30)))
    terminal.resize(terminal.sizeHint())
    assert terminal.text() == "\n".join(str(n) for n in range(30))


def test_other_movements(terminal: Terminal) -> None:
    feed(terminal, b"\x1b[2;1Ha\x1b[3b\x1b7\x1b[1;1Htop\x1b8!\x1b8?")
    assert terminal.text() == "top\naaaa?"
    feed(terminal, b"\x1b[1S")
    assert terminal.text() == "top\naaaa?", "the line at the top is above now"
    feed(terminal, b"\x1b[>4;1m\x1b[!p\x1b[?5r\x1b[1;2;3Aplain")
    assert "plain" in terminal.text()


def test_marks_without_end_are_left_out(terminal: Terminal) -> None:
    feed(terminal, "x\N{ZERO WIDTH SPACE}y\r\n".encode())
    feed(terminal, b"a" + "\N{COMBINING ACUTE ACCENT}".encode() * 5000 + b"b")
    assert terminal.text().startswith("xy\n")
    assert len(terminal.text()) < 10
    assert terminal.text().endswith("b")


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.one_of(
            st.binary(max_size=60),
            st.builds(
                lambda parameters, end: b"\x1b[" + parameters + end,
                st.from_regex(rb"\A[?>]?[0-9;:]{0,12}[ !$]?\Z"),
                st.sampled_from([bytes([n]) for n in range(0x40, 0x7F)]),
            ),
            st.sampled_from(
                [b"\x1b[?1049h", b"\x1b[?1049l", b"\x1b7", b"\x1b8", b"\x1bc", b"\n" * 40]
            ),
        ),
        max_size=12,
    )
)
def test_whatever_a_guest_says(terminal: Terminal, pieces: list[bytes]) -> None:
    terminal.clear()
    for number, piece in enumerate(pieces):
        feed(terminal, piece)
        terminal.resize(terminal.width(), 500 + 150 * (number % 3))
    terminal.grab()
    terminal.clear()
    feed(terminal, b"still here")
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
    feed(terminal, b"\x1b[?1h")
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
    feed(terminal, b"first line\r\nsecond line\r\n")
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


def test_a_pasted_text_holds_no_keys_and_is_marked_where_programs_want_it(
    terminal: Terminal,
) -> None:
    typed: list[bytes] = []
    terminal.typed.connect(typed.append)
    feed(terminal, b"\x1b[?2004h")
    QGuiApplication.clipboard().setText("a\x1b[201~\nb")
    terminal.paste()
    assert typed == [b"\x1b[200~a[201~\rb\x1b[201~"]


def test_a_word_is_selected_by_two_clicks(terminal: Terminal) -> None:
    feed(terminal, b"first /dev/vda1 third")
    width, height = terminal._cell
    QTest.mouseDClick(
        terminal.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(round(10 + 9.5 * width), round(10 + height / 2)),
    )
    assert terminal.chosen_text() == "/dev/vda1"


def test_pages_are_turned_with_shift(terminal: Terminal) -> None:
    feed(terminal, b"\r\n" * 100)
    bar = terminal.verticalScrollBar()
    QTest.keyClick(terminal, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() == bar.maximum() - bar.pageStep()
    terminal.live = False
    QTest.keyClick(terminal, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()


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


def show(view: SerialView, path: str, state: str = "running") -> definition.Definition:
    vm = definition.new("debian")
    store.create(vm)
    places = store.places(vm)
    places.make()
    places.serial_log.write_bytes(b"said before\r\nwhere is the cursor? \x1b[6n")
    view.show_machine(Machine("debian", places.folder, vm, Status(state, serial=path)))  # type: ignore[arg-type]
    view.show()
    return vm


def test_a_machine_that_is_off_shows_what_it_said_and_keeps_no_keys(
    qtbot: QtBot, home: Path
) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    view, button = SerialView(), QPushButton("after it")
    layout = QVBoxLayout(box)
    layout.addWidget(view)
    layout.addWidget(button)
    box.show()
    box.activateWindow()
    show(view, "", "stopped")
    until(qtbot, lambda: view.terminal.text().startswith("said before"))
    assert "off" in view.note.text()
    view.terminal.setFocus()
    QTest.keyClick(view.terminal, Qt.Key.Key_Tab)
    assert button.hasFocus()


def test_questions_in_what_was_said_before_are_not_answered(
    qtbot: QtBot, line: QLocalServer
) -> None:
    view = SerialView()
    qtbot.addWidget(view)
    show(view, line.fullServerName())
    until(qtbot, line.hasPendingConnections)
    guest = line.nextPendingConnection()
    guest.write(b"\r\nand now?\x1b[5n")
    until(qtbot, lambda: guest.bytesAvailable() > 0)
    assert guest.readAll().data() == b"\x1b[0n"


def test_a_line_that_another_program_has_is_noticed(
    qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vmgui.gui.console.serial._TAKEN_MS", 20)
    path = str(home / "busy.sock")
    with socket.socket(socket.AF_UNIX) as busy:
        busy.bind(path)
        busy.listen()  # and accepts nobody, as QEMU while it has a client
        view = SerialView()
        qtbot.addWidget(view)
        show(view, path)
        until(qtbot, lambda: "Keys go" in view.note.text())
        QTest.keyClicks(view.terminal, "ls")
        until(qtbot, lambda: "another program" in view.note.text())
        guest, _ = busy.accept()
        assert guest.recv(10) == b"ls"
        until(qtbot, lambda: "Keys go" in view.note.text())
        guest.close()


# mov dx,0x3fd | in al,dx | test al,1 | jz | mov dx,0x3f8 | in al,dx | out dx,al | jmp
ECHO = bytes.fromhex("bafd03eca80174fbbaf803eceeebf1").ljust(510, b"\0") + b"\x55\xaa"


def test_a_real_guest_hears_and_answers(qtbot: QtBot, home: Path) -> None:
    boot, path = home / "boot.img", home / "serial.sock"
    boot.write_bytes(ECHO.ljust(1 << 20, b"\0"))
    qemu = subprocess.Popen(
        [
            *("qemu-system-x86_64", "-nodefaults", "-m", "64", "-display", "none"),
            *("-chardev", f"socket,id=line,path={path},server=on,wait=off"),
            *("-device", "VGA", "-serial", "chardev:line"),
            *("-drive", f"file={boot},format=raw,if=ide"),
        ]
    )
    try:
        view = SerialView()
        qtbot.addWidget(view)
        show(view, str(path))
        until(qtbot, lambda: view.terminal.live)

        def answered() -> bool:
            QTest.keyClicks(view.terminal, "x")
            qtbot.wait(200)
            return "xx" in view.terminal.text()

        until(qtbot, answered)
        QTest.keyClick(view.terminal, Qt.Key.Key_Return)
        QTest.keyClicks(view.terminal, "root")
        until(qtbot, lambda: view.terminal.text().splitlines()[-1].startswith("root"))
    finally:
        qemu.kill()
        qemu.wait()
