"""The console against a server of the test's own, and once against a real QEMU."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from struct import pack

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui import rfb_server as rfb
from vmgui.gui.rfb import wire
from vmgui.gui.rfb.connection import ScreenConnection
from vmgui.gui.rfb.console import Console
from vmgui.gui.rfb.wire import Button, Encoding

RED = b"\x00\x00\xff\x00"
HANDSHAKE = 12 + 1 + 1


class Server:
    """Speaks first, keeps whatever it is told."""

    def __init__(self, path: Path) -> None:
        self.path = str(path)
        self.heard = bytearray()
        self.guest: QLocalSocket | None = None
        self.visits = 0
        self._server = QLocalServer()
        self._server.newConnection.connect(self._welcome)
        assert self._server.listen(self.path)
        self.screen = (64, 32)

    def _welcome(self) -> None:
        self.visits += 1
        guest = self.guest = self._server.nextPendingConnection()
        guest.readyRead.connect(lambda: self.heard.extend(guest.readAll().data()))
        guest.write(rfb.greeting(*self.screen))

    def say(self, data: bytes) -> None:
        assert self.guest is not None
        self.guest.write(data)

    def hang_up(self) -> None:
        assert self.guest is not None
        self.guest.disconnectFromServer()

    def close(self) -> None:
        self._server.close()


@pytest.fixture
def server(home: Path) -> Iterator[Server]:
    made = Server(home / "vnc.sock")
    yield made
    made.close()


@pytest.fixture
def console(qtbot: QtBot, server: Server) -> Console:
    widget = Console()
    qtbot.addWidget(widget)
    widget.resize(128, 64)
    widget.show()
    widget.watch(server.path)
    qtbot.waitUntil(lambda: widget.connection.connected)
    qtbot.waitUntil(lambda: len(server.heard) > HANDSHAKE + len(wire.set_encodings(wire.OFFERED)))
    server.heard.clear()
    return widget


def told(qtbot: QtBot, server: Server, expected: bytes) -> None:
    qtbot.waitUntil(lambda: expected in bytes(server.heard))


def test_pixels_are_shown_scaled_and_centred(
    qtbot: QtBot, server: Server, console: Console
) -> None:
    console.resize(200, 64)
    server.say(rfb.update(rfb.raw(0, 0, 64, 32, RED * 64 * 32)))
    qtbot.waitUntil(lambda: console.picture().pixelColor(5, 5).red() == 255)
    shown = console.grab().toImage()
    assert shown.pixelColor(100, 32).name() == "#ff0000"
    assert shown.pixelColor(20, 32).name() == "#000000"
    assert shown.pixelColor(40, 1).name() == "#ff0000"


def test_a_new_size_of_the_screen_is_taken(qtbot: QtBot, server: Server, console: Console) -> None:
    data = b"\x01" + bytes(19)
    server.say(rfb.update(rfb.rectangle(0, 0, 10, 10, Encoding.EXTENDED_DESKTOP_SIZE, data)))
    server.say(rfb.update(rfb.raw(0, 0, 10, 10, RED * 100)))
    qtbot.waitUntil(lambda: console.picture().width() == 10)
    qtbot.waitUntil(lambda: console.picture().pixelColor(9, 9).red() == 255)


def test_it_connects_again_by_itself(qtbot: QtBot, server: Server, console: Console) -> None:
    with qtbot.waitSignal(console.connected_changed):
        server.hang_up()
    assert console.picture().isNull()
    qtbot.waitUntil(lambda: console.connection.connected)
    assert server.visits == 2


def test_it_waits_for_a_server_that_comes_late(qtbot: QtBot, home: Path) -> None:
    widget = Console()
    qtbot.addWidget(widget)
    widget.watch(str(home / "late.sock"))
    qtbot.wait(50)
    assert not widget.connection.connected
    late = Server(home / "late.sock")
    qtbot.waitUntil(lambda: widget.connection.connected)
    widget.stop()
    assert not widget.connection.connected
    late.close()


def test_a_server_that_breaks_the_protocol_is_named_in_the_picture(
    qtbot: QtBot, server: Server, console: Console
) -> None:
    with qtbot.waitSignal(console.connection.refused) as refused:
        server.say(b"\x7f")
    assert "unknown type 127" in refused.args[0].why
    assert not console.connection.connected


def test_keys_go_by_symbol_until_the_server_takes_places(
    qtbot: QtBot, server: Server, console: Console
) -> None:
    QTest.keyClick(console, Qt.Key.Key_A)
    told(qtbot, server, wire.key_event(ord("a"), down=True) + wire.key_event(ord("a"), down=False))
    server.say(rfb.update(rfb.rectangle(0, 0, 0, 0, Encoding.EXTENDED_KEY_EVENT)))
    qtbot.waitUntil(lambda: console.connection.extended_keys)
    server.heard.clear()
    a = (Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, 38, 0, 0, "a")
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        QApplication.sendEvent(console, QKeyEvent(kind, *a))
    told(
        qtbot,
        server,
        wire.extended_key_event(ord("a"), 0x1E, down=True)
        + wire.extended_key_event(ord("a"), 0x1E, down=False),
    )


def test_tab_and_shortcuts_belong_to_the_guest(
    qtbot: QtBot, server: Server, console: Console
) -> None:
    console.setFocus()
    QTest.keyClick(console, Qt.Key.Key_Tab)
    told(qtbot, server, wire.key_event(0xFF09, down=True))
    override = QKeyEvent(
        QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier
    )
    override.ignore()
    QApplication.sendEvent(console, override)
    assert override.isAccepted()


def test_ctrl_alt_alone_lets_go(qtbot: QtBot, server: Server, console: Console) -> None:
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    with qtbot.waitSignal(console.let_go):
        QTest.keyPress(console, Qt.Key.Key_Control, control)
        QTest.keyPress(console, Qt.Key.Key_Alt, control | alt)
        QTest.keyRelease(console, Qt.Key.Key_Alt, control)
        QTest.keyRelease(console, Qt.Key.Key_Control)
    with qtbot.assertNotEmitted(console.let_go):
        QTest.keyPress(console, Qt.Key.Key_Control, control)
        QTest.keyPress(console, Qt.Key.Key_Alt, control | alt)
        QTest.keyClick(console, Qt.Key.Key_F1, control | alt)
        QTest.keyRelease(console, Qt.Key.Key_Alt, control)
        QTest.keyRelease(console, Qt.Key.Key_Control)


def test_held_keys_are_released_when_the_focus_goes(
    qtbot: QtBot, server: Server, console: Console
) -> None:
    console.setFocus()
    QTest.keyPress(console, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)
    told(qtbot, server, wire.key_event(0xFFE1, down=True))
    console.clearFocus()
    told(qtbot, server, wire.key_event(0xFFE1, down=False))


def test_the_pointer_is_told_in_the_guests_own_pixels(
    qtbot: QtBot, server: Server, console: Console
) -> None:
    QTest.mouseClick(console, Qt.MouseButton.RightButton, pos=QPoint(64, 32))
    told(qtbot, server, wire.pointer_event(Button.RIGHT, 32, 16))
    told(qtbot, server, wire.pointer_event(Button.NONE, 32, 16))


def test_the_wheel_turns_click_by_click(qtbot: QtBot, server: Server, console: Console) -> None:
    for _ in range(2):
        turn = QWheelEvent(
            QPointF(2, 2),
            QPointF(2, 2),
            QPoint(),
            QPoint(0, 60),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(console, turn)
    expected = wire.pointer_event(Button.WHEEL_UP, 1, 1) + wire.pointer_event(Button.NONE, 1, 1)
    told(qtbot, server, expected)
    assert bytes(server.heard).count(wire.pointer_event(Button.WHEEL_UP, 1, 1)) == 1


def test_watching_only_releases_what_is_held(
    qtbot: QtBot, server: Server, console: Console
) -> None:
    server.say(rfb.update(rfb.raw(0, 0, 64, 32, RED * 64 * 32)))
    qtbot.waitUntil(lambda: not console.picture().isNull())
    QTest.keyPress(console, Qt.Key.Key_A)
    QTest.mousePress(console, Qt.MouseButton.LeftButton)
    server.heard.clear()
    console.read_only = True
    told(qtbot, server, wire.key_event(ord("a"), down=False))
    qtbot.waitUntil(lambda: any(bytes(server.heard)[at : at + 2] == b"\x05\0" for at in range(99)))
    server.heard.clear()
    QTest.keyRelease(console, Qt.Key.Key_A)
    QTest.mouseRelease(console, Qt.MouseButton.LeftButton)
    console.read_only = False
    QTest.keyClick(console, Qt.Key.Key_B)
    told(qtbot, server, wire.key_event(ord("b"), down=True))
    assert wire.key_event(ord("a"), down=False) not in bytes(server.heard)


def test_the_guest_s_pointer_is_as_large_as_its_picture(
    qtbot: QtBot, server: Server, console: Console
) -> None:
    shape = b"\xff" * (8 * 8 * 4)
    pointer = (0).to_bytes(4, "big") + shape
    server.say(rfb.update(rfb.rectangle(4, 2, 8, 8, Encoding.CURSOR_WITH_ALPHA, pointer)))
    qtbot.waitUntil(lambda: console.cursor().pixmap().width() == 16)  # 64 x 32 in 128 x 64
    assert (console.cursor().hotSpot().x(), console.cursor().hotSpot().y()) == (8, 4)
    console.resize(64, 32)
    qtbot.waitUntil(lambda: console.cursor().pixmap().width() == 8)


def test_a_guest_with_a_mouse_captures_the_pointer_until_it_is_freed(
    qtbot: QtBot, server: Server, console: Console
) -> None:
    server.say(rfb.update(rfb.rectangle(0, 0, 0, 0, Encoding.POINTER_MOTION_CHANGE)))
    with qtbot.waitSignal(console.captured_changed) as captured:
        qtbot.waitUntil(lambda: not console._absolute)
        QTest.mouseClick(console, Qt.MouseButton.LeftButton)
    assert captured.args == [True]
    centre = console.rect().center()
    QTest.mouseMove(console, centre + QPoint(3, -2))
    told(qtbot, server, pack(">BBHH", 5, 0, 0x7FFF + 3, 0x7FFF - 2))
    with qtbot.waitSignal(console.captured_changed) as captured:
        console.clearFocus()
    assert captured.args == [False]


def test_ctrl_alt_delete_is_pressed_and_released(
    qtbot: QtBot, server: Server, console: Console
) -> None:
    console.send_ctrl_alt_delete()
    down = [wire.key_event(symbol, down=True) for symbol in (0xFFE3, 0xFFE9, 0xFFFF)]
    up = [wire.key_event(symbol, down=False) for symbol in (0xFFFF, 0xFFE9, 0xFFE3)]
    told(qtbot, server, b"".join(down + up))


# Waits for a key with the BIOS, prints it on the screen and on the first serial port, for ever.
ECHO = bytes.fromhex("30e4cd16baf803eeb40ebb0700cd10ebef").ljust(510, b"\0") + b"\x55\xaa"


def test_a_real_qemu_is_seen_and_typed_into(qtbot: QtBot, home: Path) -> None:
    boot, path = home / "boot.img", home / "qemu.sock"
    boot.write_bytes(ECHO.ljust(1 << 20, b"\0"))
    qemu = subprocess.Popen(
        [
            *("qemu-system-x86_64", "-nodefaults", "-m", "64", "-display", "none"),
            *("-device", "VGA", "-vnc", f"unix:{path}", "-serial", f"file:{home / 'serial'}"),
            *("-drive", f"file={boot},format=raw,if=ide"),
        ]
    )
    try:
        widget = Console()
        qtbot.addWidget(widget)
        widget.resize(720, 400)
        widget.show()
        widget.watch(str(path))
        qtbot.waitUntil(lambda: widget.connection.extended_keys, timeout=60000)

        def lines_seen() -> int:
            picture = widget.picture()
            return sum(
                any(picture.pixelColor(x, y).red() > 100 for x in range(0, 100, 2))
                for y in range(0, picture.height(), 2)
            )

        qtbot.waitUntil(lambda: lines_seen() > 5, timeout=60000)

        def heard(text: str) -> bool:
            return text in (home / "serial").read_text()

        # By place: the keys beside the left shift and Escape, whatever they mean here.
        def type_by_place() -> bool:
            for code in (52, 53):
                for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                    key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, code, 0, 0)
                    QApplication.sendEvent(widget, key)
            qtbot.wait(300)
            return heard("zx")

        qtbot.waitUntil(type_by_place, timeout=60000)
        # By symbol, as a key event without a scan code is sent.
        QTest.keyClick(widget, Qt.Key.Key_Q)
        qtbot.waitUntil(lambda: heard("q"), timeout=60000)
    finally:
        qemu.kill()
        qemu.wait()


def test_a_real_qemu_passes_texts_between_two_screens(qtbot: QtBot, home: Path) -> None:
    """QEMU's clipboard has an agent in the guest as one peer and each screen as another."""
    path = home / "qemu.sock"
    qemu = subprocess.Popen(
        [
            *("qemu-system-x86_64", "-nodefaults", "-m", "64", "-display", "none"),
            *("-device", "VGA", "-vnc", f"unix:{path}"),
            *("-chardev", "qemu-vdagent,id=agent,name=vdagent,clipboard=on"),
            *("-device", "virtio-serial-pci"),
            *("-device", "virtserialport,chardev=agent,name=com.redhat.spice.0"),
        ]
    )
    try:
        widget = Console()
        qtbot.addWidget(widget)
        widget.show()
        widget.watch(str(path), clipboard=True)
        other = ScreenConnection()
        other.shares_clipboard = True
        other.open(str(path))
        for each in (widget.connection, other):
            qtbot.waitUntil(lambda each=each: each._clipboard_works, timeout=60000)

        # From here to there: offered with the focus, asked for by the other, and given.
        widget.activateWindow()
        widget.setFocus()
        offered: list[bool] = []
        heard: list[str] = []
        other.clipboard_offered.connect(lambda: offered.append(True))
        other.clipboard_text.connect(heard.append)
        QGuiApplication.clipboard().setText("zwei Zeilen\nmit Ümlaut")
        qtbot.waitUntil(lambda: bool(offered), timeout=60000)
        other.ask_for_clipboard()
        qtbot.waitUntil(lambda: heard == ["zwei Zeilen\nmit Ümlaut"], timeout=60000)

        # And back.
        other.clipboard_wanted.connect(lambda: other.give_clipboard("from over there"))
        other.offer_clipboard()
        qtbot.waitUntil(
            lambda: QGuiApplication.clipboard().text() == "from over there", timeout=60000
        )
        other.close()
    finally:
        qemu.kill()
        qemu.wait()
