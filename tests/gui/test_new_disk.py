"""*New encrypted disk*, driven as a person would: keys and clicks."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QFileDialog,
    QLineEdit,
)
from pytestqt.qtbot import QtBot

from tests.gui.conftest import PASSPHRASE, until
from tests.gui.new_disk import finish, to_passphrase, to_protection
from tests.gui.person import click, texts, tick, type_into
from tests.keyring_daemon import SecretService
from vmgui.disk.container import open_disk, read_header
from vmgui.gui.error_dialog import ErrorDialog
from vmgui.gui.new_disk.dialog import NewDiskAssistant
from vmgui.paths import disks_dir
from vmgui.plugin.load import for_header
from vmgui.secret import keyring_store, recovery


def test_a_disk_with_a_recovery_key_is_made(qtbot: QtBot, assistant: NewDiskAssistant) -> None:
    to_passphrase(qtbot, assistant)
    with qtbot.waitSignal(assistant.made, timeout=120_000) as made:
        finish(qtbot, assistant)
    path = disks_dir() / "data.vmg"
    assert made.args == [path]
    header = read_header(path).header
    assert header.encrypted
    assert [slot.kind for slot in header.body.key_slots] == ["passphrase", "recovery"]
    assert header.body.size == 10 << 20
    view = assistant.done_page.recovery
    assert view is not None
    words = recovery.parse(" ".join(view.words))
    for secret in (words, bytearray(PASSPHRASE.encode())):
        open_disk(path, secret=secret, plugin=for_header, read_only=True).close()
    assert not assistant.cancel_button.isVisible()
    assert not assistant.back_button.isVisible(), "there is no way back from what was made"
    assert not assistant.next_button.isEnabled(), "the recovery key would be lost"
    assert view.save_button.hasFocus()
    QTest.keyClick(view.save_button, Qt.Key.Key_Tab)
    QTest.keyClick(view.print_button, Qt.Key.Key_Tab)
    assert view.skip.hasFocus()
    QTest.keyClick(assistant, Qt.Key.Key_Escape)
    assert assistant.isVisible()
    assert "Save or print" in texts(assistant.done_page)
    tick(view.skip)
    click(assistant.next_button)
    assert not assistant.isVisible()
    assert not assistant.plan.secret, "the passphrase was wiped"


def test_the_recovery_key_is_saved_for_its_owner_only(
    qtbot: QtBot, assistant: NewDiskAssistant, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to_passphrase(qtbot, assistant)
    finish(qtbot, assistant)
    sheet = home / "sheet.txt"
    sheet.write_text("something older, and readable by all")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(sheet), ""))
    view = assistant.done_page.recovery
    assert view is not None
    assert not view.settled()
    click(view.save_button)
    until(qtbot, lambda: "Saved" in view.saved.text())
    assert stat.S_IMODE(sheet.stat().st_mode) == 0o600
    assert all(word in sheet.read_text() for word in view.words)
    assert assistant.next_button.isEnabled()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(home / "no/where"), ""))
    click(view.save_button)
    until(qtbot, lambda: assistant.findChild(ErrorDialog) is not None)
    error = assistant.findChild(ErrorDialog)
    assert error is not None
    assert "could not be saved" in error.error.what


def test_the_passphrase_goes_to_the_keyring_when_asked(
    qtbot: QtBot, secret_service: SecretService, assistant: NewDiskAssistant
) -> None:
    to_passphrase(qtbot, assistant)
    keyring = assistant.passphrase_page.keyring
    until(qtbot, keyring.tick.isEnabled)
    assert "unlocked" in keyring.sentence.text()
    assert keyring.tick.isChecked(), "kept unless somebody says no"
    tick(assistant.passphrase_page.recovery)
    finish(qtbot, assistant)
    disk = read_header(assistant.plan.path).header.disk
    assert keyring_store.lookup(disk).secret == bytearray(PASSPHRASE.encode())
    assert assistant.done_page.recovery is None


def test_without_a_keyring_it_says_so_and_offers_nothing(
    qtbot: QtBot, assistant: NewDiskAssistant
) -> None:
    to_passphrase(qtbot, assistant)
    keyring = assistant.passphrase_page.keyring
    until(qtbot, lambda: "no keyring" in keyring.sentence.text())
    assert not keyring.tick.isEnabled()


def test_two_different_passphrases_are_refused_at_the_field(
    qtbot: QtBot, assistant: NewDiskAssistant
) -> None:
    to_passphrase(qtbot, assistant)
    page = assistant.passphrase_page
    type_into(page.second.line, "something else")
    click(assistant.next_button)
    assert assistant.page() is page
    assert page.second.problem.text() == "The two are not the same."
    QTest.keyClicks(page.second.line, "x")
    assert not page.second.problem.isVisible(), "typing takes the reproach away"


def test_the_strength_follows_what_is_typed(qtbot: QtBot, assistant: NewDiskAssistant) -> None:
    to_passphrase(qtbot, assistant)
    page = assistant.passphrase_page
    type_into(page.first.line, "password")
    until(qtbot, lambda: page.verdict.text().startswith("Very weak."))
    assert page.bar.value() == 1
    click(page.suggest)
    until(qtbot, lambda: page.verdict.text().startswith("Strong."))
    assert page.bar.value() == 5
    assert page.first.text() == page.second.text()


def test_the_recommended_plugin_is_chosen_and_the_unencrypted_asks_no_passphrase(
    qtbot: QtBot, assistant: NewDiskAssistant
) -> None:
    to_protection(qtbot, assistant, "plain", "0.01")
    page = assistant.protection_page
    assert page.card("aes-gcm").radio.isChecked()
    unencrypted = page.card("unencrypted")
    assert not unencrypted.isVisible(), "the others are there on request"
    click(page.another)
    click(unencrypted)
    assert unencrypted.radio.isChecked()
    click(assistant.next_button)
    assert "will not be encrypted" in texts(assistant.page())
    click(assistant.next_button)
    until(qtbot, lambda: assistant.page() is assistant.done_page)
    assert not read_header(disks_dir() / "plain.vmg").header.encrypted


def test_a_plugin_option_reaches_the_disk(qtbot: QtBot, assistant: NewDiskAssistant) -> None:
    to_protection(qtbot, assistant, "small-key", "0.01")
    click(assistant.protection_page.another)
    card = assistant.protection_page.card("aes-xts")
    click(card.radio)
    combo = card.option_field("key_bits")
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    click(assistant.next_button)
    type_into(assistant.passphrase_page.first.line, PASSPHRASE)
    type_into(assistant.passphrase_page.second.line, PASSPHRASE)
    finish(qtbot, assistant)
    header = read_header(disks_dir() / "small-key.vmg").header
    assert header.body.cipher.options == {"key_bits": 128}


@pytest.mark.parametrize(
    ("name", "words"),
    [("a/b", "slash"), (".hidden", "dot"), ("taken", "already"), ("x" * 250, "too long")],
)
def test_a_name_that_can_t_be_is_refused(
    qtbot: QtBot, assistant: NewDiskAssistant, home: Path, name: str, words: str
) -> None:
    disks_dir().mkdir(parents=True)
    (disks_dir() / "taken.vmg").touch()
    type_into(assistant.disk_page.file.name, name)
    until(qtbot, lambda: words in assistant.disk_page.file.room.text())
    assert not assistant.next_button.isEnabled()


def test_cancel_while_filling_leaves_nothing_and_leads_back(
    qtbot: QtBot, assistant: NewDiskAssistant
) -> None:
    to_protection(qtbot, assistant, "large", "40")
    page = assistant.protection_page
    assert not page.fill.isVisible(), "not with one that notices tampering"
    click(page.another)
    click(page.card("aes-xts").radio)
    tick(page.fill)
    click(assistant.next_button)
    type_into(assistant.passphrase_page.first.line, PASSPHRASE)
    type_into(assistant.passphrase_page.second.line, PASSPHRASE)
    click(assistant.next_button)
    review = assistant.page()
    click(assistant.next_button)
    assert assistant.page() is assistant.work_page
    until(qtbot, lambda: assistant.work_page.bar.value() > 0)
    click(assistant.cancel_button)
    until(qtbot, lambda: assistant.page() is review)
    assert assistant.isVisible()
    assert not list(disks_dir().iterdir())


def test_a_failure_is_told_and_nothing_is_left(qtbot: QtBot, assistant: NewDiskAssistant) -> None:
    to_passphrase(qtbot, assistant, "late")
    click(assistant.next_button)
    review = assistant.page()
    disks_dir().mkdir(parents=True, exist_ok=True)
    (disks_dir() / "late.vmg").write_text("somebody was quicker")
    click(assistant.next_button)
    until(qtbot, lambda: assistant.page() is review)
    error = assistant.findChild(ErrorDialog)
    assert error is not None
    assert "already a file" in error.error.what
    assert [path.name for path in disks_dir().iterdir()] == ["late.vmg"]
    assert (disks_dir() / "late.vmg").read_text() == "somebody was quicker"


def test_everything_can_be_reached_by_keyboard(qtbot: QtBot, assistant: NewDiskAssistant) -> None:
    assert assistant.disk_page.file.name.hasFocus()
    QTest.keyClicks(assistant.disk_page.file.name, "keys")
    QTest.keyClick(assistant, Qt.Key.Key_Return)
    assert assistant.page() is assistant.protection_page
    until(qtbot, lambda: assistant.next_button.isEnabled())
    QTest.keyClick(assistant, Qt.Key.Key_Return)
    assert assistant.passphrase_page.first.line.hasFocus()
    QTest.keyClick(assistant, Qt.Key.Key_Escape)
    assert not assistant.isVisible()


def test_every_field_has_a_name_for_screen_readers(
    qtbot: QtBot, assistant: NewDiskAssistant
) -> None:
    until(qtbot, assistant.protection_page.complete)
    fields = [
        field
        for kind in (QLineEdit, QAbstractSpinBox, QComboBox, QAbstractButton)
        for field in assistant.findChildren(kind)
        if not field.objectName().startswith("qt_") and not field.isHidden()
    ]
    assert len(fields) > 15
    for field in fields:
        assert field.accessibleName() or getattr(field, "text", str)(), field
