"""What the host sees: two pictures of the same stretch, and a search."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import PASSPHRASE, until
from tests.gui.person import click, texts, type_into
from tests.gui.watchdog import Watchdog
from vmgui.disk.container import open_storage
from vmgui.gui.disk.ask_secret import AskSecret
from vmgui.gui.disk.badges import known_plugins
from vmgui.gui.disk.byte_map import COLUMNS, ROWS, ByteMap, colour_of
from vmgui.gui.disk.entropy import RANDOM, entropy
from vmgui.gui.disk.facts import FactsReader
from vmgui.gui.disk.host_tab import LENGTH, HostTab
from vmgui.gui.disk.host_view import hex_line
from vmgui.gui.theme import Scheme, theme
from vmgui.job import run
from vmgui.plugin.opening import open_disk

TEXT = (b"Dear diary, nobody shall read this. " * 500)[:LENGTH]
AT = 2 << 20


@pytest.mark.parametrize(
    ("data", "bits"),
    [
        (b"", 0.0),
        (b"aaaa", 0.0),
        (b"ab", 1.0),
        (b"aab", -(2 / 3 * math.log2(2 / 3) + 1 / 3 * math.log2(1 / 3))),
        (bytes(range(256)), 8.0),
        (bytes(range(16)) * 7, 4.0),
    ],
)
def test_entropy_of_known_bytes(data: bytes, bits: float) -> None:
    assert entropy(data) == pytest.approx(bits)
    assert entropy(memoryview(bytearray(data))) == pytest.approx(bits)


@given(st.binary(max_size=2000))
def test_entropy_has_its_bounds(data: bytes) -> None:
    assert 0 <= entropy(data) <= math.log2(max(len(set(data)), 1)) + 1e-9
    assert entropy(data) == pytest.approx(entropy(bytes(sorted(data))))


def test_a_byte_is_a_dot_of_its_colour(qtbot: QtBot) -> None:
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        theme().choose(scheme)
        shown = ByteMap("bytes")
        qtbot.addWidget(shown)
        shown.resize(2 * COLUMNS, 2 * ROWS)
        shown.show_bytes(bytes(range(256)) * (LENGTH // 256))
        image = shown.grab().toImage()
        for value in (0, ord("o"), 0x10, 0xC0, 0xFF):
            column, row = value % COLUMNS, 20 + value // COLUMNS
            found = image.pixelColor(2 * column + (column < 64), 2 * row + 1)
            assert found.name() == colour_of(value, theme().colours).name()
        shown.clear()
        blank = shown.grab().toImage().pixelColor(101, 41)
        assert blank.name() == colour_of(0, theme().colours).name()
        assert shown.line() == b""


def test_the_mark_follows_mouse_and_keys(qtbot: QtBot) -> None:
    shown = ByteMap("bytes")
    qtbot.addWidget(shown)
    shown.resize(2 * COLUMNS, 2 * ROWS)
    shown.show_bytes(bytes(range(256)) * (LENGTH // 256))
    shown.pointed.connect(shown.point_at)
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(2 * 40, 2 * 3))
    assert shown.mark == 3 * COLUMNS + 40
    assert shown.line() == bytes(range(160, 176))
    for key, mark in (
        (Qt.Key.Key_Right, 3 * COLUMNS + 56),
        (Qt.Key.Key_Down, 4 * COLUMNS + 56),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_PageDown, 8 * COLUMNS),
        (Qt.Key.Key_End, LENGTH - 1),
        (Qt.Key.Key_Down, LENGTH - 1),
    ):
        QTest.keyClick(shown, key)
        assert shown.mark == mark


def test_a_line_of_bytes() -> None:
    line = hex_line(0x300000, b"The guest\x00\xff wrot")
    assert line.startswith("0000300000  54 68 65 20")
    assert line.endswith("The guest·· wrot")
    assert hex_line(5, b"") == ""


def make(folder: Path, plugin: str) -> Path:
    path = folder / f"{plugin}.vmg"
    secrets = [] if plugin == "unencrypted" else [PASSPHRASE.encode()]
    params = {"path": str(path), "size": 8 << 20, "plugin": plugin, "unlock_seconds": 0.0}
    run("create", params, secrets)
    disk = open_disk(path, secret=PASSPHRASE.encode())
    disk.device.write(AT, memoryview(bytearray(TEXT)))
    disk.close()
    return path


def shown(qtbot: QtBot, path: Path, *, in_use: bool = False) -> HostTab:
    tab = HostTab()
    tab.resize(820, 900)
    qtbot.addWidget(tab)
    tab.show_disk(FactsReader().read(path), known_plugins(), in_use=in_use)
    tab.show()
    return tab


def answer(qtbot: QtBot) -> None:
    def there() -> list[AskSecret]:
        tops = QApplication.topLevelWidgets()
        return [each for each in tops if isinstance(each, AskSecret) and each.isVisible()]

    until(qtbot, lambda: bool(there()) and there()[-1].field.isEnabled())
    type_into(there()[-1].field.line, PASSPHRASE)
    QTest.keyClick(there()[-1].field.line, Qt.Key.Key_Return)


@pytest.mark.parametrize("plugin", ["aes-xts", "aes-gcm", "luks2"])
def test_an_encrypted_disk(qtbot: QtBot, home: Path, tmp_path: Path, plugin: str) -> None:
    path = make(tmp_path, plugin)
    tab = shown(qtbot, path)
    assert not tab.view.isVisible()
    with Watchdog() as dog:
        with qtbot.waitSignal(tab.looked, timeout=120_000):
            tab.look(AT)
            answer(qtbot)
        qtbot.wait(50)
    assert dog.worst < 0.2
    assert bytes(tab.view.guest._data) == TEXT
    sealed = bytes(tab.view.file._data)
    content = path.read_bytes()
    assert content.count(sealed) == 1
    assert entropy(sealed) >= RANDOM
    words = texts(tab)
    assert "can't be told from random" in words
    assert f"byte {QLocale().toString(content.index(sealed))} of the file" in words
    assert "Dear diary" in tab.view.hex.text()
    if plugin == "luks2":
        assert "4c 55 4b 53 ba be" in words
    else:
        assert "00 00 00 01" in words
        assert "encryption is on" in words
        assert content[16:32].hex(" ") in words
    # What opened it is remembered while the page is there: no second question.
    with qtbot.waitSignal(tab.looked, timeout=120_000):
        click(tab.after_button)
    assert tab._start == AT + LENGTH
    with qtbot.waitSignal(tab.looked, timeout=120_000):
        type_into(tab.line, "NOBODY shall read")
        QTest.keyClick(tab.line, Qt.Key.Key_Return)
    assert "Nowhere in the" in tab.result.text()
    assert tab._start == AT
    assert "Dear diary, nobo" in tab.view.hex.text()


def test_an_unencrypted_disk_is_a_warning(qtbot: QtBot, home: Path, tmp_path: Path) -> None:
    tab = shown(qtbot, make(tmp_path, "unencrypted"))
    with qtbot.waitSignal(tab.looked, timeout=120_000):
        click(tab.written_button)
    assert tab._start == AT
    assert tab.view.guest._data == tab.view.file._data == TEXT
    assert "not encrypted" in tab.view.verdict.text()
    assert tab.view.verdict.property("look") == "warning"
    assert "encryption is off" in texts(tab)
    with qtbot.waitSignal(tab.looked, timeout=120_000):
        type_into(tab.line, "dear DIARY")
        click(tab.find_button)
    assert "in the file as well" in tab.result.text()
    assert tab.result.property("look") == "warning"


def test_nothing_stays_when_the_page_is_left(qtbot: QtBot, home: Path, tmp_path: Path) -> None:
    tab = shown(qtbot, make(tmp_path, "aes-xts"))
    with qtbot.waitSignal(tab.looked, timeout=120_000):
        tab.look(AT)
        answer(qtbot)
    secret, guest = tab._secret, tab.view.guest._data
    assert secret == PASSPHRASE.encode()
    tab.hide()
    assert not any(secret)
    assert not any(guest)
    assert not tab._secret
    assert tab.view.hex.text() == ""
    assert not tab.view.verdict.text()


def test_an_answer_that_comes_too_late_is_not_shown(
    qtbot: QtBot, home: Path, tmp_path: Path
) -> None:
    tab = shown(qtbot, make(tmp_path, "unencrypted"))
    tab.look(AT)
    job = tab._job
    assert job is not None
    with qtbot.waitSignal(job.destroyed, timeout=120_000):
        tab.forget()
    # The worker was done just before it would have heard of the cancel.
    private = bytearray(TEXT + TEXT)
    told = {"start": AT, "length": LENGTH, "file_offset": 0, "busy": "", "bad": [], "head": ""}
    tab._done(job, tab._show, {**told, "private": private})
    assert not any(private)
    assert not tab.view.guest._data
    assert tab.written_button.isEnabled()


def test_a_disk_in_use_shows_its_file_without_a_question(
    qtbot: QtBot, home: Path, tmp_path: Path
) -> None:
    path = make(tmp_path, "aes-gcm")
    tab = shown(qtbot, path, in_use=True)
    storage = open_storage(path, read_only=False)
    with qtbot.waitSignal(tab.looked, timeout=120_000):
        tab.look(AT)
    storage.close()
    assert not tab.view.guest._data
    assert path.read_bytes().count(bytes(tab.view.file._data)) == 1
    assert "in use" in tab.view.verdict.text()
    assert not tab.line.isEnabled()


def test_a_search_that_finds_nothing(qtbot: QtBot, home: Path, tmp_path: Path) -> None:
    tab = shown(qtbot, make(tmp_path, "unencrypted"))
    type_into(tab.line, "ab")
    assert not tab.find_button.isEnabled()
    type_into(tab.line, "not there at all")
    click(tab.find_button)
    until(qtbot, lambda: "nowhere" in tab.result.text())
