"""A disk's page: overview, header backups, checks."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import PASSPHRASE, make_disk, until
from tests.gui.person import click, texts, type_into
from tests.gui.play import Open, make_machine, see
from tests.gui.test_disk_keys import alone as alone
from tests.gui.test_disk_keys import kept as kept
from vmgui.gui.disk import backups
from vmgui.gui.disk.ask_secret import AskSecret
from vmgui.gui.disk.backup_tab import BackupTab
from vmgui.gui.disk.check_tab import CheckTab, DropDialog
from vmgui.gui.disk.facts import FactsReader
from vmgui.gui.disk.job_line import JobLine
from vmgui.gui.disk.restore_dialog import RestoreDialog
from vmgui.gui.error_dialog import ErrorDialog
from vmgui.gui.library.sidebar import Kind
from vmgui.gui.new_disk.plan import SUFFIX
from vmgui.job import run
from vmgui.job.header import read_header
from vmgui.plugin.opening import open_disk
from vmgui.vm import store

SECRET = PASSPHRASE.encode()


def make(folder: Path, plugin: str, name: str = "data") -> Path:
    path = folder / f"{name}{SUFFIX}"
    params = {"path": str(path), "size": 8 << 20, "plugin": plugin, "unlock_seconds": 0.0}
    run("create", params, [] if plugin == "unencrypted" else [SECRET])
    return path


def dialog(qtbot: QtBot, kind: type[QWidget]) -> QWidget:
    def there() -> list[QWidget]:
        tops = QApplication.topLevelWidgets()
        return [each for each in tops if isinstance(each, kind) and each.isVisible()]

    until(qtbot, lambda: bool(there()))
    return there()[-1]


def answer(qtbot: QtBot, passphrase: str = PASSPHRASE) -> None:
    asked = dialog(qtbot, AskSecret)
    assert isinstance(asked, AskSecret)
    until(qtbot, asked.field.isEnabled)
    type_into(asked.field.line, passphrase)
    QTest.keyClick(asked.field.line, Qt.Key.Key_Return)


def backup_tab(qtbot: QtBot, path: Path, users: str = "") -> BackupTab:
    tab, reader = BackupTab(), FactsReader()
    qtbot.addWidget(tab)
    tab.changed.connect(lambda: tab.show_disk(reader.read(path), users))
    tab.show_disk(reader.read(path), users)
    tab.show()
    return tab


def check_tab(qtbot: QtBot, path: Path, users: str = "") -> CheckTab:
    tab = CheckTab()
    qtbot.addWidget(tab)
    tab.show_disk(FactsReader().read(path), users)
    tab.show()
    return tab


# --- the page --------------------------------------------------------------------------------


def test_badges_lead_to_what_mends_them(qtbot: QtBot, window: Open) -> None:
    disk = make_disk("data")
    shown = window()
    shown.sidebar.choose(Kind.DISK, str(disk))
    page = shown.disk_page
    until(qtbot, lambda: "no-backup" in page.overview.rows)
    words = texts(page.head)
    assert "Encrypted with AES-XTS. It does not notice tampering." in words
    assert "No header backup" in texts(page.overview)
    click(page.overview.rows["no-recovery"].button)
    assert page.tabs.currentIndex() == 1
    QTest.keyClick(dialog(qtbot, AskSecret), Qt.Key.Key_Escape)


def test_a_disk_is_detached(qtbot: QtBot, window: Open) -> None:
    disk = make_disk("data")
    make_machine("debian", disk)
    shown = window()
    shown.sidebar.choose(Kind.DISK, str(disk))
    head = shown.disk_page.head
    assert head.detach_button.accessibleName() == "Detach from debian"
    click(head.detach_button)
    see(qtbot, shown, lambda: "Not attached" in head.users.text())
    assert not store.load("debian").disks
    assert disk.exists()


def test_each_tab_can_be_reached_by_keys(qtbot: QtBot, window: Open) -> None:
    disk = make_disk("data")
    shown = window()
    shown.sidebar.choose(Kind.DISK, str(disk))
    tabs = shown.disk_page.tabs
    for index in range(1, tabs.count()):
        QTest.keyClick(tabs.tabBar(), Qt.Key.Key_Right)
        assert tabs.currentIndex() == index
    for button in shown.disk_page.findChildren(QWidget):
        if button.focusPolicy() is Qt.FocusPolicy.StrongFocus and hasattr(button, "text"):
            assert button.accessibleName() or button.text() or button.objectName(), button


# --- header backups --------------------------------------------------------------------------


def test_a_backup_is_made_and_remembered(qtbot: QtBot, home: Path, tmp_path: Path) -> None:
    path, file = make(tmp_path, "aes-gcm"), tmp_path / "data.header"
    tab = backup_tab(qtbot, path)
    assert "No backup was made" in tab.state.text()
    tab.make(file)
    until(qtbot, lambda: "less than a day ago" in tab.state.text())
    assert str(file) in tab.place.text().replace("\u200b", "")
    assert file.read_bytes() == path.read_bytes()[: 64 << 10]
    tab.make(file)
    assert "never overwritten" in texts(dialog(qtbot, ErrorDialog))


def test_a_backup_older_than_a_key_is_said(qtbot: QtBot, home: Path, tmp_path: Path) -> None:
    path = make(tmp_path, "aes-xts")
    uuid = str(read_header(path).header.disk)
    backups.remember(uuid, tmp_path / "x", 1)
    known = backups.known()[uuid]
    old = known.at - datetime.timedelta(days=40)
    backups._file().write_bytes(msgspec.json.encode({uuid: backups.Backup(known.path, old, 1)}))
    tab = backup_tab(qtbot, path)
    assert "older than what opens" in tab.state.text()
    assert tab.state.property("look") == "warning"
    # No key is newer than this one: only its age is said.
    late = backups.Backup(known.path, old + datetime.timedelta(days=80), 1)
    early = msgspec.structs.replace(late, at=old)
    tab.show_disk(replace(FactsReader().read(path), backup=late), "")
    assert "less than a day ago" in tab.state.text()
    assert "40 day" in tab._age(early)


def test_a_header_is_restored_after_saying_what_happens(
    qtbot: QtBot, home: Path, tmp_path: Path
) -> None:
    path, file = make(tmp_path, "aes-gcm"), tmp_path / "data.header"
    run("header-backup", {"path": str(path), "file": str(file)})
    run("key-change", {"path": str(path), "unlock_seconds": 0.0}, [SECRET, b"newer"])
    tab = backup_tab(qtbot, path)
    tab.restore(file)
    asked = dialog(qtbot, RestoreDialog)
    assert isinstance(asked, RestoreDialog)
    words = texts(asked)
    assert "Passphrase: Key slot 0" in words
    assert "opens the disk no more" in words
    click(asked.restore_button)
    answer(qtbot)
    until(qtbot, lambda: "was restored" in tab.told.text())
    run("unlock-test", {"path": str(path)}, [SECRET])


def test_a_lost_header_is_restored(qtbot: QtBot, home: Path, tmp_path: Path) -> None:
    path, file = make(tmp_path, "unencrypted"), tmp_path / "data.header"
    run("header-backup", {"path": str(path), "file": str(file)})
    with path.open("r+b") as opened:
        opened.write(bytes(1 << 20))
    tab = backup_tab(qtbot, path)
    assert not tab.make_button.isEnabled()
    tab.restore(file)
    asked = dialog(qtbot, RestoreDialog)
    assert isinstance(asked, RestoreDialog)
    click(asked.restore_button)
    until(qtbot, lambda: "was restored" in tab.told.text())
    assert read_header(path).header.body.size == 8 << 20


def test_what_is_no_backup_is_refused(qtbot: QtBot, home: Path, tmp_path: Path) -> None:
    tab = backup_tab(qtbot, make(tmp_path, "aes-xts"))
    (tmp_path / "photo").write_bytes(b"jpg")
    tab.restore(tmp_path / "photo")
    assert "not a usable header backup" in texts(dialog(qtbot, ErrorDialog))
    assert tab.restore_button.isEnabled()


def test_a_damaged_copy_is_repaired(qtbot: QtBot, home: Path, tmp_path: Path) -> None:
    path = make(tmp_path, "aes-xts")
    assert not backup_tab(qtbot, path).repair_button.isVisible()
    with path.open("r+b") as file:
        file.write(bytes(512))
    tab = backup_tab(qtbot, path)
    assert "first copy" in tab.damaged.text()
    click(tab.repair_button)
    answer(qtbot)
    until(qtbot, lambda: "are good" in tab.told.text())
    assert not read_header(path).damaged
    assert not tab.repair_button.isVisible()


# --- checks ----------------------------------------------------------------------------------


def test_a_good_disk_reads_well(qtbot: QtBot, home: Path, tmp_path: Path) -> None:
    tab = check_tab(qtbot, make(tmp_path, "aes-gcm"))
    assert "what was last written there" in tab.hint.text()
    click(tab.check_button)
    answer(qtbot)
    until(qtbot, lambda: "reads well" in tab.result.text())
    assert tab.result.property("look") == "good"
    assert not tab.list.isVisible()


def test_damaged_sectors_are_listed(
    qtbot: QtBot, home: Path, tmp_path: Path, kept: dict[str, bytes]
) -> None:
    path = make(tmp_path, "aes-gcm")
    disk = open_disk(path, secret=SECRET)
    kept[str(disk.header.disk)] = SECRET
    disk.device.write(0, memoryview(bytearray(b"x" * 40960)))
    disk.close()
    with path.open("r+b") as file:
        file.seek((1 << 20) + 3 * 4096)
        file.write(b"tampered")
    tab = check_tab(qtbot, path)
    click(tab.check_button)
    until(qtbot, tab.list.isVisible)
    assert "Sector 3 (byte 12" in tab.list.toPlainText()
    assert "not what was written" in tab.list.toPlainText()
    assert "somebody changed the file" in tab.meaning.text()
    assert tab.result.property("look") == "bad"


def test_a_check_is_cancelled(
    qtbot: QtBot, home: Path, tmp_path: Path, kept: dict[str, bytes]
) -> None:
    path = make(tmp_path, "aes-xts")
    tab = check_tab(qtbot, path)
    click(tab.check_button)
    asked = dialog(qtbot, AskSecret)
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    until(qtbot, lambda: tab.result.text() == "Cancelled.")
    assert tab.check_button.isEnabled()
    kept[str(read_header(path).header.disk)] = SECRET
    click(tab.check_button)
    until(qtbot, tab.line.isVisible)
    click(tab.line.cancel_button)
    until(qtbot, tab.check_button.isEnabled)
    assert tab.result.text() == "Cancelled."


def test_a_damaged_journal_can_be_given_up(
    qtbot: QtBot, home: Path, tmp_path: Path, kept: dict[str, bytes]
) -> None:
    path = make(tmp_path, "aes-gcm")
    disk = open_disk(path, secret=SECRET)
    kept[str(disk.header.disk)] = SECRET
    # A crash after writes that were made durable: the journal holds them, and is then damaged.
    disk.device.write(0, memoryview(bytearray(b"y" * 65536)))
    disk.device.flush()
    disk.close_cipher = lambda: None
    disk.close()
    body = disk.header.body
    assert body.integrity
    journal = body.layout().journal
    with path.open("r+b") as file:
        file.seek(journal + 20)
        file.write(b"\xff\xff")
    tab = check_tab(qtbot, path)
    click(tab.check_button)
    until(qtbot, tab.drop_button.isVisible)
    assert "journal was changed or damaged" in tab.result.text()
    click(tab.drop_button)
    asked = dialog(qtbot, DropDialog)
    assert isinstance(asked, DropDialog)
    click(asked.drop_button)
    until(qtbot, lambda: "opens again" in tab.result.text())
    click(tab.check_button)
    until(qtbot, lambda: "reads well" in tab.result.text())


def test_a_disk_in_use_is_not_checked(qtbot: QtBot, home: Path, tmp_path: Path) -> None:
    tab = check_tab(qtbot, make(tmp_path, "aes-xts"), "debian")
    assert "in use by debian" in tab.hint.text()
    assert not tab.check_button.isEnabled()


def test_time_left_is_said_when_it_is_known(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    line, now = JobLine(), [100.0]
    qtbot.addWidget(line)
    monkeypatch.setattr("vmgui.gui.disk.job_line.time.monotonic", lambda: now[0])
    line.start()
    line.progress(0, 0, "Unlocking")
    assert line.words.text() == "Unlocking"
    line.progress(0, 1000, "Reading")
    now[0] += 10
    line.progress(10, 1000, "Reading")
    assert "about 17 minute" in line.words.text() or "about 16 minute" in line.words.text()
    now[0] += 10
    line.progress(900, 1000, "Reading")
    assert "less than a minute" in line.words.text()
    assert line.bar.value() == 900
