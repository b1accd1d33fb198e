"""*New encrypted disk*: key files, the header's backup, what is left of a creation that ended."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.gui.conftest import PASSPHRASE, make_disk, until
from tests.gui.new_disk import finish, to_passphrase, to_protection
from tests.gui.person import click, texts, tick, type_into
from vmgui.api.manifest import Option
from vmgui.disk.backup import read_backup
from vmgui.disk.container import open_disk, read_header
from vmgui.gui import jobs, secret_clipboard
from vmgui.gui.error_dialog import ErrorDialog
from vmgui.gui.new_disk import disk_fields
from vmgui.gui.new_disk.dialog import NewDiskAssistant
from vmgui.gui.new_disk.missing import needed
from vmgui.gui.new_disk.options import option_field, option_value
from vmgui.gui.new_disk.place import Place
from vmgui.paths import disks_dir
from vmgui.plugin.load import for_header
from vmgui.plugin.ranking import Choices, choices
from vmgui.vm import definition, store

BESIDES, INSTEAD = 2, 1


def opens(path: Path, secret: bytes) -> None:
    open_disk(path, secret=bytearray(secret), plugin=for_header, read_only=True).close()


def choose_key_file(page: object, index: int) -> None:
    page.opened_by.setFocus()
    for _ in range(index):
        QTest.keyClick(page.opened_by, Qt.Key.Key_Down)


def test_a_key_file_is_made_and_opens_the_disk_besides_the_passphrase(
    qtbot: QtBot, assistant: NewDiskAssistant, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to_passphrase(qtbot, assistant)
    page, key = assistant.passphrase_page, home / "stick.key"
    choose_key_file(page, BESIDES)
    assert page.first.isVisible()
    assert not assistant.next_button.isEnabled(), "no file is chosen"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(key), ""))
    click(page.key_file.create_button)
    until(qtbot, assistant.next_button.isEnabled)
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert len(key.read_bytes()) == 64
    click(page.key_file.create_button)
    until(qtbot, lambda: "already a file" in page.key_file.told.text())
    finish(qtbot, assistant)
    path = disks_dir() / "data.vmg"
    kinds = [slot.kind for slot in read_header(path).header.body.key_slots]
    assert kinds == ["passphrase", "key-file", "recovery"]
    opens(path, PASSPHRASE.encode())
    opens(path, key.read_bytes())


def test_a_key_file_alone_opens_the_disk(
    qtbot: QtBot, assistant: NewDiskAssistant, home: Path
) -> None:
    key = home / "own.key"
    key.write_bytes(b"bytes of my own\n")
    to_protection(qtbot, assistant, "keyed", "0.01")
    click(assistant.next_button)
    page = assistant.passphrase_page
    choose_key_file(page, INSTEAD)
    assert not page.first.isVisible()
    assert not page.keyring.isVisible(), "a keyring keeps text"
    type_into(page.key_file.field.line, "/no/such/file")
    assert "no such file" in page.key_file.told.text()
    assert not assistant.next_button.isEnabled()
    type_into(page.key_file.field.line, str(key))
    tick(page.recovery)
    click(assistant.next_button)
    assert "If the key file is lost" in texts(assistant.page())
    click(assistant.next_button)
    until(qtbot, lambda: assistant.page() is assistant.done_page)
    path = disks_dir() / "keyed.vmg"
    assert [slot.kind for slot in read_header(path).header.body.key_slots] == ["key-file"]
    opens(path, key.read_bytes())


def test_the_header_is_backed_up_with_all_its_keys(
    qtbot: QtBot, assistant: NewDiskAssistant, home: Path
) -> None:
    to_passphrase(qtbot, assistant)
    backup = assistant.passphrase_page.backup
    tick(backup.tick)
    assert backup.line.text().endswith("data.vmg-header")
    (home / "taken").touch()
    type_into(backup.line, str(home / "taken"))
    assert "already a file" in backup.wrong.text()
    assert not assistant.next_button.isEnabled()
    type_into(backup.line, str(home / "copy"))
    click(assistant.next_button)
    assert "A copy of the header is saved." in texts(assistant.page())
    click(assistant.next_button)
    until(qtbot, lambda: assistant.page() is assistant.done_page)
    header = read_header(disks_dir() / "data.vmg").header
    assert read_backup(home / "copy") == header
    assert len(header.body.key_slots) == 2


def test_a_backup_that_fails_is_told_and_costs_no_disk(
    qtbot: QtBot, assistant: NewDiskAssistant, home: Path
) -> None:
    to_passphrase(qtbot, assistant)
    tick(assistant.passphrase_page.backup.tick)
    type_into(assistant.passphrase_page.backup.line, str(home / "copy"))
    click(assistant.next_button)
    (home / "copy").write_text("somebody was quicker")
    click(assistant.next_button)
    until(qtbot, lambda: assistant.page() is assistant.done_page)
    assert "not backed up" in texts(assistant.done_page)
    assert (home / "copy").read_text() == "somebody was quicker"


def left(home: Path) -> list[str]:
    return sorted(path.name for path in (*disks_dir().iterdir(), home / "copy") if path.exists())


@pytest.mark.parametrize("verb", ["create", "key-add", "header-backup"])
@pytest.mark.parametrize("end", ["cancel", "kill"])
def test_whenever_it_ends_nothing_is_left(
    qtbot: QtBot,
    assistant: NewDiskAssistant,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    verb: str,
    end: str,
) -> None:
    """Cancelled or crashed in any of its steps; a backup's crash alone is only told."""

    class Ended(jobs.JobProcess):
        def __init__(self, name: str, *rest: object) -> None:
            super().__init__(name, *rest)
            if name == verb:
                (
                    disks_dir() / ".data.vmg.0badcafe.partial"
                ).touch()  # as a worker's death leaves it
                if end == "kill":
                    self._process.kill()

    page = assistant.work_page
    to_passphrase(qtbot, assistant)
    tick(assistant.passphrase_page.backup.tick)
    type_into(assistant.passphrase_page.backup.line, str(home / "copy"))
    click(assistant.next_button)
    review = assistant.page()
    monkeypatch.setattr(jobs, "JobProcess", Ended)
    disks_dir().mkdir(parents=True, exist_ok=True)
    (disks_dir() / ".data.vmg.12345678.partial").touch()  # another program's
    click(assistant.next_button)
    if end == "cancel":
        until(qtbot, lambda: (disks_dir() / ".data.vmg.0badcafe.partial").exists())
        click(assistant.cancel_button)
        assert page.doing.text() == "Stopping…"
    elif verb == "header-backup":
        until(qtbot, lambda: assistant.page() is assistant.done_page)
        assert "not backed up" in texts(assistant.done_page)
        return
    until(qtbot, lambda: assistant.page() is review)
    assert left(home) == [".data.vmg.12345678.partial"]
    if end == "kill":
        assert assistant.findChild(ErrorDialog) is not None


def test_a_generated_passphrase_leaves_the_clipboard_again(
    qtbot: QtBot, assistant: NewDiskAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    to_passphrase(qtbot, assistant)
    page = assistant.passphrase_page
    assert not page.copy.isVisible()
    click(page.suggest)
    words = page.first.text()
    assert len(words.split("-")) == 7
    click(page.copy)
    assert QGuiApplication.clipboard().text() == words
    assert "45" in page.copied.text()
    secret_clipboard.copy_secret("short", page, seconds=0)
    until(qtbot, lambda: QGuiApplication.clipboard().text() == "")
    QGuiApplication.clipboard().setText("something else")
    secret_clipboard.copy_secret("mine", page, seconds=1)
    QGuiApplication.clipboard().setText("theirs")
    qtbot.wait(1200)
    assert QGuiApplication.clipboard().text() == "theirs"


def test_caps_lock_is_told_at_the_field(qtbot: QtBot, assistant: NewDiskAssistant) -> None:
    to_passphrase(qtbot, assistant)
    field = assistant.passphrase_page.first
    QTest.keyClick(field.line, "a")
    assert not field.caps.isVisible()
    QTest.keyClick(field.line, "A", Qt.KeyboardModifier.ShiftModifier)
    assert not field.caps.isVisible()
    QTest.keyClick(field.line, "A")
    assert field.caps.isVisible()


def test_another_free_name_is_offered(qtbot: QtBot, assistant: NewDiskAssistant) -> None:
    make_disk("data")
    fields = assistant.disk_page.file
    type_into(fields.name, "data")
    until(qtbot, fields.other.isVisible)
    assert fields.other.text() == "Call it “data-2”"
    assert not assistant.next_button.isEnabled()
    click(fields.other)
    assert fields.name.text() == "data-2"
    until(qtbot, lambda: "free on this drive" in fields.room.text())
    assert assistant.next_button.isEnabled()


@pytest.mark.parametrize(
    ("drive", "free", "words", "refused"),
    [
        ("ext4", 1 << 30, "larger than the room", False),
        ("nfs4", 1 << 50, "another computer", False),
        ("vfat", 1 << 50, "FAT", True),
    ],
)
def test_what_a_drive_is_like_is_told(
    qtbot: QtBot,
    assistant: NewDiskAssistant,
    monkeypatch: pytest.MonkeyPatch,
    drive: str,
    free: int,
    words: str,
    refused: bool,
) -> None:
    def look(path: Path) -> Place:
        return Place(path, True, True, False, "", free, drive)

    monkeypatch.setattr(disk_fields, "look", look)
    type_into(assistant.disk_page.file.name, "other")
    type_into(assistant.disk_page.file.size_field, "20")
    until(qtbot, lambda: words in texts(assistant.disk_page))
    assert assistant.next_button.isEnabled() != refused


def test_the_disk_is_attached_to_a_machine_at_the_end(
    qtbot: QtBot, assistant: NewDiskAssistant
) -> None:
    store.create(definition.new("debian & more"))
    to_passphrase(qtbot, assistant)
    tick(assistant.passphrase_page.recovery)
    finish(qtbot, assistant)
    attach = assistant.done_page.attach
    until(qtbot, attach.isEnabled)
    (action,) = attach.menu_.actions()
    assert action.text() == "debian && more"
    action.trigger()
    until(qtbot, lambda: "Attached to debian & more." in attach.told.text())
    (disk,) = store.load("debian & more").disks
    assert disk.path == str(disks_dir() / "data.vmg")
    assert disk.pin is not None


@pytest.mark.parametrize(
    ("option", "value"),
    [
        (Option("Tick", True), True),
        (Option("Number", 7), 7),
        (Option("Text", "a word"), "a word"),
        (Option("Large", 1 << 40), 1 << 40),
        (Option("List", "b", ["a", "b"]), "b"),
    ],
)
def test_each_type_of_option_has_its_field(qtbot: QtBot, option: Option, value: object) -> None:
    field = option_field(option)
    qtbot.addWidget(field)
    assert option_value(field) == value
    assert type(option_value(field)) is type(value)


def test_a_plugin_that_disks_need_and_nobody_has_is_named(
    qtbot: QtBot, assistant: NewDiskAssistant
) -> None:
    make_disk("a")
    make_disk("b")
    found = choices()
    needs = {slot.plugin.manifest.id for slot in found.ranked if slot.name == "aes-xts"}
    without = Choices(tuple(each for each in found.ranked if each.name != "aes-xts"), (), ())
    (gone,) = needed(without)
    assert ({gone.id}, gone.name, gone.disks) == (needs, "aes-xts", ("a.vmg", "b.vmg"))
    assert needed(found) == []
    page = assistant.protection_page
    until(qtbot, page.complete)
    page._show_plugins(without)
    click(assistant.next_button)
    click(page.another)
    until(qtbot, lambda: "Not installed" in texts(page))
    assert "2 disk" in texts(page)
    assert str(gone.id) in texts(page)
    assert "then look again" in texts(page)
