"""What opens a disk is changed in its page, as a person would."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import PASSPHRASE, make_disk, until
from tests.gui.person import click, texts, type_into
from tests.gui.watchdog import Watchdog
from vmgui.disk.container import open_storage, read_header
from vmgui.errors import VmguiError
from vmgui.gui.disk.ask_secret import AskSecret
from vmgui.gui.disk.facts import FactsReader
from vmgui.gui.disk.key_dialogs import RecoveryKeyDialog, RemoveKeyDialog
from vmgui.gui.disk.keys_tab import KeysTab
from vmgui.gui.disk.new_key_file import NewKeyFile
from vmgui.gui.disk.new_passphrase import NewPassphrase
from vmgui.gui.error_dialog import ErrorDialog
from vmgui.gui.unlock.forget import ForgetDialog
from vmgui.job import run
from vmgui.secret import keyring_store, recovery
from vmgui.secret.keyring_store import Lookup, State

SECOND = "another fine passphrase"


@pytest.fixture(autouse=True)
def kept(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """A keyring that holds what is put in here."""
    kept: dict[str, bytes] = {}

    def lookup(disk: object, *, unlock: bool = False) -> Lookup:
        secret = kept.get(str(disk))
        if secret is None:
            return Lookup(State.NOTHING_STORED)
        return Lookup(State.AVAILABLE, bytearray(secret))

    def store(disk: object, path: Path, secret: bytearray, *, unlock: bool = True) -> None:
        kept[str(disk)] = bytes(secret)

    monkeypatch.setattr(keyring_store, "lookup", lookup)
    monkeypatch.setattr(keyring_store, "store", store)
    monkeypatch.setattr(keyring_store, "forget", lambda disk: kept.pop(str(disk)))
    return kept


@pytest.fixture(autouse=True)
def alone() -> Iterator[None]:
    """Closes what a test has left open, lest the next one takes it for its own."""
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.close()


class Shown:
    """The tab of one disk, kept up to date as the library does it."""

    def __init__(self, qtbot: QtBot, path: Path, users: str = "") -> None:
        self.path, self.users = path, users
        self.tab = KeysTab()
        self.tab.resize(760, 600)
        self.reader = FactsReader()
        self.tab.changed.connect(self.refresh)
        qtbot.addWidget(self.tab)
        self.refresh()
        self.tab.show()
        self.qtbot = qtbot

    @property
    def uuid(self) -> str:
        return str(read_header(self.path).header.disk)

    def refresh(self) -> None:
        self.tab.show_disk(self.reader.read(self.path), self.users)

    def dialog(self, kind: type[QWidget]) -> QWidget:
        def there() -> list[QWidget]:
            return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind)
                    and each.isVisible()]  # fmt: skip

        until(self.qtbot, lambda: bool(there()))
        return there()[-1]

    def answer(self, passphrase: str = PASSPHRASE) -> None:
        dialog = self.dialog(AskSecret)
        assert isinstance(dialog, AskSecret)
        until(self.qtbot, dialog.field.isEnabled)
        type_into(dialog.field.line, passphrase)
        QTest.keyClick(dialog.field.line, Qt.Key.Key_Return)

    def new_passphrase(self, words: str = SECOND, again: str = "") -> NewPassphrase:
        dialog = self.dialog(NewPassphrase)
        assert isinstance(dialog, NewPassphrase)
        type_into(dialog.first.line, words)
        type_into(dialog.second.line, again or words)
        QTest.keyClick(dialog.second.line, Qt.Key.Key_Return)
        return dialog

    def done(self, words: str) -> None:
        until(self.qtbot, lambda: words in self.tab.told.text())


def opens(path: Path, secret: str | bytes | bytearray) -> bool:
    given = secret.encode() if isinstance(secret, str) else secret
    try:
        run("unlock-test", {"path": str(path)}, [given])
    except VmguiError as error:
        if error.code == "wrong-secret":
            return False
        raise
    return True


def test_slots_are_told_in_plain_words(qtbot: QtBot, home: Path) -> None:
    shown = Shown(qtbot, make_disk("data"))
    words = texts(shown.tab)
    assert "Passphrase" in words
    assert "Each guess fills 64 MiB of memory 3 times" in words
    assert "cheap to guess" in words
    ((_, change, remove),) = shown.tab.slot_buttons
    assert change.isEnabled()
    assert not remove.isEnabled(), "the last one"


def test_a_passphrase_is_added(qtbot: QtBot, home: Path) -> None:
    shown = Shown(qtbot, make_disk("data"))
    click(shown.tab.passphrase_button)
    dialog = shown.new_passphrase(SECOND, "something else")
    assert "not the same" in dialog.second.problem.text()
    shown.new_passphrase()
    shown.answer("wrong")
    asked = shown.dialog(AskSecret)
    assert isinstance(asked, AskSecret)
    until(qtbot, lambda: "Wrong passphrase" in asked.field.problem.text())
    with Watchdog() as dog:
        shown.answer()
        shown.done("was added")
    assert dog.worst < 0.2
    assert opens(shown.path, PASSPHRASE)
    assert opens(shown.path, SECOND)
    assert len(shown.tab.slot_buttons) == 2
    assert shown.tab.slot_buttons[0][2].isEnabled()


def test_the_keyring_opens_it_without_a_question(
    qtbot: QtBot, home: Path, kept: dict[str, bytes]
) -> None:
    shown = Shown(qtbot, make_disk("data"))
    kept[shown.uuid] = PASSPHRASE.encode()
    click(shown.tab.slot_buttons[0][1])
    shown.new_passphrase()
    shown.done("also in the keyring")
    assert kept[shown.uuid] == SECOND.encode()
    assert opens(shown.path, SECOND)
    assert not opens(shown.path, PASSPHRASE)
    assert "cheap" not in texts(shown.tab)


def test_a_stale_keyring_is_said_and_the_passphrase_asked_for(
    qtbot: QtBot, home: Path, kept: dict[str, bytes]
) -> None:
    shown = Shown(qtbot, make_disk("data"))
    kept[shown.uuid] = b"of yesterday"
    click(shown.tab.recovery_button)
    dialog = shown.dialog(AskSecret)
    assert "does not open it any more" in texts(dialog)
    shown.answer()
    shown.done("was added")
    made = shown.dialog(RecoveryKeyDialog)
    assert isinstance(made, RecoveryKeyDialog)
    assert opens(shown.path, recovery.parse(" ".join(made.view.words)))
    click(made.close_button)
    assert "Recovery key" in texts(shown.tab)


def test_a_new_key_file_is_made_and_added(qtbot: QtBot, home: Path, tmp_path: Path) -> None:
    shown, file = Shown(qtbot, make_disk("data")), tmp_path / "stick.key"
    click(shown.tab.file_button)
    dialog = shown.dialog(NewKeyFile)
    assert isinstance(dialog, NewKeyFile)
    dialog.make(file)
    until(qtbot, lambda: dialog.file.path() == file)
    assert file.stat().st_mode & 0o777 == 0o600
    dialog.make(file)
    until(qtbot, lambda: "never overwritten" in dialog.told.text())
    click(dialog.add_file_button)
    shown.answer()
    shown.done("was added")
    assert opens(shown.path, file.read_bytes())


def test_a_key_file_opens_the_dialog_that_asks(
    qtbot: QtBot, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, file = make_disk("data"), tmp_path / "stick.key"
    file.write_bytes(b"\xff bytes")
    params = {"path": str(path), "kind": "key-file", "unlock_seconds": 0.0}
    run("key-add", params, [PASSPHRASE.encode(), file.read_bytes()])
    shown = Shown(qtbot, path)
    click(shown.tab.passphrase_button)
    shown.new_passphrase()
    dialog = shown.dialog(AskSecret)
    assert isinstance(dialog, AskSecret)
    until(qtbot, dialog.file_button.isEnabled)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    click(dialog.file_button)
    shown.done("was added")
    assert opens(path, SECOND)


def test_a_slot_is_removed_and_forgotten(qtbot: QtBot, home: Path, kept: dict[str, bytes]) -> None:
    path = make_disk("data")
    params = {"path": str(path), "unlock_seconds": 0.0}
    run("key-add", params, [PASSPHRASE.encode(), SECOND.encode()])
    shown = Shown(qtbot, path)
    kept[shown.uuid] = SECOND.encode()
    click(shown.tab.slot_buttons[1][2])
    dialog = shown.dialog(RemoveKeyDialog)
    assert isinstance(dialog, RemoveKeyDialog)
    assert dialog.focusWidget() is dialog.cancel_button
    click(dialog.remove_button)
    shown.done("from the keyring as well")
    assert not opens(path, SECOND)
    assert shown.uuid not in kept
    assert len(shown.tab.slot_buttons) == 1


def test_giving_up_changes_nothing(qtbot: QtBot, home: Path) -> None:
    shown = Shown(qtbot, make_disk("data"))
    click(shown.tab.passphrase_button)
    QTest.keyClick(shown.dialog(NewPassphrase), Qt.Key.Key_Escape)
    click(shown.tab.passphrase_button)
    shown.new_passphrase()
    QTest.keyClick(shown.dialog(AskSecret), Qt.Key.Key_Escape)
    until(qtbot, shown.tab.passphrase_button.isEnabled)
    assert len(read_header(shown.path).header.body.key_slots) == 1


def test_a_disk_in_use_says_by_whom(qtbot: QtBot, home: Path) -> None:
    shown = Shown(qtbot, make_disk("data"), "debian")
    assert "in use by debian" in shown.tab.hint.text()
    assert not shown.tab.passphrase_button.isEnabled()
    assert not shown.tab.slot_buttons[0][1].isEnabled()


def test_a_refusal_is_told(qtbot: QtBot, home: Path, kept: dict[str, bytes]) -> None:
    shown = Shown(qtbot, make_disk("data"))
    kept[shown.uuid] = PASSPHRASE.encode()
    storage = open_storage(shown.path, read_only=False)
    click(shown.tab.recovery_button)
    error = shown.dialog(ErrorDialog)
    storage.close()
    assert "in use" in texts(error)
    assert shown.tab.passphrase_button.isEnabled()


def test_strength_is_judged_and_a_suggestion_is_strong(qtbot: QtBot, home: Path) -> None:
    shown = Shown(qtbot, make_disk("data"))
    click(shown.tab.passphrase_button)
    dialog = shown.dialog(NewPassphrase)
    assert isinstance(dialog, NewPassphrase)
    assert not dialog.set_button.isEnabled()
    type_into(dialog.first.line, "data")
    until(qtbot, lambda: "eak." in dialog.verdict.text())
    click(dialog.suggest)
    until(qtbot, lambda: "Strong." in dialog.verdict.text())
    assert dialog.first.text() == dialog.second.text()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_other_disks_have_their_own_words(qtbot: QtBot, home: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain.vmg"
    run("create", {"path": str(plain), "size": 1 << 20, "plugin": "unencrypted"})
    shown = Shown(qtbot, plain)
    assert "not encrypted" in shown.tab.hint.text()
    assert not shown.tab.passphrase_button.isVisible()
    luks = tmp_path / "l.img"
    params = {"path": str(luks), "size": 8 << 20, "plugin": "luks2", "unlock_seconds": 0.0}
    run("create", params, [PASSPHRASE.encode()])
    foreign = Shown(qtbot, luks)
    assert "Argon2id, 64 MiB" in texts(foreign.tab)
    click(foreign.tab.slot_buttons[0][1])
    foreign.new_passphrase()
    foreign.answer()
    foreign.done("was changed")
    assert opens(luks, SECOND)
    assert not opens(luks, PASSPHRASE)


def test_the_keyring_forgets_what_opens_it(
    qtbot: QtBot, home: Path, kept: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring_store, "state", lambda *, unlock=False: State.AVAILABLE)
    shown = Shown(qtbot, make_disk("data"), users="debian")
    kept[shown.uuid] = PASSPHRASE.encode()
    click(shown.tab.forget_button)
    asking = shown.dialog(ForgetDialog)
    assert isinstance(asking, ForgetDialog)
    until(qtbot, asking.forget_button.isVisible)
    assert "opens data without asking" in texts(asking)
    click(asking.forget_button)
    until(qtbot, lambda: not kept)
