"""A passphrase's life in a real keyring: asked for, kept, used in silence, forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import PASSPHRASE, make_disk, until
from tests.gui.person import click, texts, tick, type_into
from tests.keyring_daemon import PASSWORD, Prompter, SecretService
from vmgui.disk.container import read_header
from vmgui.gui.unlock import starter as starters
from vmgui.gui.unlock.dialog import UnlockDialog
from vmgui.gui.unlock.forget import forget, forget_of_machine
from vmgui.gui.unlock.starter import Starter
from vmgui.secret import keyring_store, recovery
from vmgui.secret.keyring_state import State
from vmgui.vm import client, definition, pinning, store


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def disk() -> Path:
    return make_disk("a")


@pytest.fixture
def machine(disk: Path) -> str:
    store.create(pinning.attach(definition.new("debian"), disk))
    return "debian"


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[dict[int, bytes]]:
    """What machines were started with; nothing is started."""
    seen: list[dict[int, bytes]] = []

    def start(name: str, secrets: dict[int, bytearray], on_progress: object) -> None:
        seen.append({index: bytes(secret) for index, secret in secrets.items()})
        wrong = tuple(i for i, secret in seen[-1].items() if secret != PASSPHRASE.encode())
        if wrong:
            raise client.StartFailed("Wrong.", code="wrong-secret", wrong_secrets=wrong)

    monkeypatch.setattr(client, "start", start)
    return seen


def uuid(disk: Path) -> str:
    return str(read_header(disk).header.disk)


def asked(qtbot: QtBot, starter: Starter) -> UnlockDialog:
    until(qtbot, lambda: starter.dialog is not None)
    assert starter.dialog is not None
    return starter.dialog


def answer(dialog: UnlockDialog, passphrase: str) -> None:
    type_into(dialog.field.line, passphrase)
    QTest.keyClick(dialog.field.line, Qt.Key.Key_Return)


def test_locked_unlocked_stored_silent_forgotten_asked_again(
    qtbot: QtBot,
    secret_service: SecretService,
    prompter: Prompter,
    window: QWidget,
    machine: str,
    disk: Path,
    given: list[dict[int, bytes]],
) -> None:
    secret_service.lock()
    starter = Starter(machine, window)
    dialog = asked(qtbot, starter)
    until(qtbot, dialog.keyring.unlock.isVisible)
    assert "The keyring is locked." in texts(dialog)
    click(dialog.keyring.unlock)
    prompter.answer("Return", PASSWORD.decode())
    until(qtbot, lambda: "holds no passphrase" in texts(dialog))
    until(qtbot, lambda: "The keyring is unlocked." in texts(dialog))
    assert dialog.keyring.tick.isChecked(), "kept unless somebody says no"
    with qtbot.waitSignal(starter.started, timeout=120_000):
        answer(dialog, PASSPHRASE)
    until(qtbot, lambda: keyring_store.lookup(uuid(disk)).secret is not None)

    again = Starter(machine, window)
    with qtbot.waitSignal(again.started, timeout=120_000):
        pass
    assert again.dialog is None, "it was asked for although the keyring has it"
    assert given == [{0: PASSPHRASE.encode()}] * 2

    asking = forget(window, read_header(disk).header, "a")
    until(qtbot, asking.forget_button.isVisible)
    assert "opens a without asking" in texts(asking)
    with qtbot.waitSignal(asking.forgotten, timeout=120_000):
        click(asking.forget_button)
    assert keyring_store.lookup(uuid(disk)).state is State.NOTHING_STORED

    last = Starter(machine, window)
    assert "holds no passphrase" in texts(asked(qtbot, last))


def test_nothing_stays_in_the_window_once_the_machine_runs(
    qtbot: QtBot, window: QWidget, machine: str, given: list[dict[int, bytes]]
) -> None:
    starter = Starter(machine, window)
    dialog = asked(qtbot, starter)
    assert "locked again when the machine stops" in texts(dialog)
    disks, typed = dialog.disks, dialog.field
    left: list[str] = []
    dialog.accepted.connect(lambda: left.append(typed.text()))
    with qtbot.waitSignal(starter.started, timeout=120_000):
        answer(dialog, PASSPHRASE)
    assert given == [{0: PASSPHRASE.encode()}]
    assert not any(any(disk.secret) for disk in disks)
    assert not any(dialog._secret)
    assert left == [""]


def test_what_opens_nothing_can_be_forgotten_where_it_is_told(
    qtbot: QtBot,
    secret_service: SecretService,
    window: QWidget,
    machine: str,
    disk: Path,
    given: list[dict[int, bytes]],
) -> None:
    keyring_store.store(uuid(disk), disk, b"yesterday's")
    dialog = asked(qtbot, Starter(machine, window))
    assert "does not open it any more" in texts(dialog)
    click(dialog.forget_button)
    until(qtbot, lambda: not dialog.forget_button.isVisible())
    assert "holds no passphrase" in texts(dialog)
    assert keyring_store.lookup(uuid(disk)).state is State.NOTHING_STORED


def test_a_frozen_keyring_holds_nobody_up(
    qtbot: QtBot,
    secret_service: SecretService,
    monkeypatch: pytest.MonkeyPatch,
    window: QWidget,
    machine: str,
    disk: Path,
    given: list[dict[int, bytes]],
) -> None:
    keyring_store.store(uuid(disk), disk, PASSPHRASE.encode())
    monkeypatch.setattr(starters, "PATIENCE_MS", 100)
    with secret_service.frozen():
        starter = Starter(machine, window)
        dialog = asked(qtbot, starter)
        assert "has not answered yet" in texts(dialog)
        assert dialog.field.isEnabled()
    with qtbot.waitSignal(starter.started, timeout=120_000):
        pass  # it thaws, and what it has is taken
    assert given == [{0: PASSPHRASE.encode()}]


def test_a_keyring_that_stays_frozen_has_words_of_its_own(
    qtbot: QtBot,
    secret_service: SecretService,
    monkeypatch: pytest.MonkeyPatch,
    window: QWidget,
    machine: str,
    given: list[dict[int, bytes]],
) -> None:
    with monkeypatch.context() as hasty, secret_service.frozen():
        hasty.setattr(keyring_store, "ANSWER_SECONDS", 0.3)
        hasty.setattr(keyring_store, "_GRACE", 0.1)
        dialog = asked(qtbot, Starter(machine, window))
        until(qtbot, lambda: "The keyring does not answer." in texts(dialog))
        assert not dialog.keyring.tick.isEnabled()
        assert dialog.keyring.again.isVisible()
    click(dialog.keyring.again)
    until(qtbot, lambda: "The keyring is unlocked." in texts(dialog))


@pytest.mark.parametrize(
    ("trouble", "words"),
    [("refuse", "did not give access"), ("leave", "no keyring here")],
)
def test_each_trouble_with_the_keyring_has_its_words(
    qtbot: QtBot,
    secret_service: SecretService,
    window: QWidget,
    machine: str,
    disk: Path,
    given: list[dict[int, bytes]],
    trouble: str,
    words: str,
) -> None:
    getattr(secret_service, trouble)()
    dialog = asked(qtbot, Starter(machine, window))
    until(qtbot, lambda: words in texts(dialog))
    asking = forget(window, uuid(disk), "a")
    until(qtbot, lambda: words in texts(asking))
    assert not asking.forget_button.isVisible()


def test_a_machines_menu_forgets_what_is_ticked(
    qtbot: QtBot, secret_service: SecretService, window: QWidget
) -> None:
    disks = [make_disk("a"), make_disk("b"), make_disk("c")]
    made = definition.new("debian")
    for disk in disks:
        made = pinning.attach(made, disk)
    store.create(made)
    for disk in disks[:2]:
        keyring_store.store(uuid(disk), disk, PASSPHRASE.encode())
    asking = forget_of_machine(window, "debian")
    until(qtbot, asking.forget_button.isVisible)
    assert set(asking.ticks) == {uuid(disk) for disk in disks[:2]}, "the third has none"
    for each in asking.ticks.values():
        tick(each)
    assert not asking.forget_button.isEnabled()
    tick(asking.ticks[uuid(disks[1])])
    with qtbot.waitSignal(asking.forgotten, timeout=120_000):
        click(asking.forget_button)
    kept = [keyring_store.lookup(uuid(disk)).secret is not None for disk in disks]
    assert kept == [True, False, False]


def test_a_locked_keyring_is_opened_to_forget(
    qtbot: QtBot,
    secret_service: SecretService,
    prompter: Prompter,
    window: QWidget,
    disk: Path,
) -> None:
    keyring_store.store(uuid(disk), disk, PASSPHRASE.encode())
    secret_service.lock()
    asking = forget(window, uuid(disk), "a")
    until(qtbot, asking.unlock_button.isVisible)
    assert "is locked" in texts(asking)
    click(asking.unlock_button)
    prompter.answer("Return", PASSWORD.decode())
    until(qtbot, asking.forget_button.isVisible)


def test_the_words_of_a_recovery_key_open_all_disks(
    qtbot: QtBot, window: QWidget, disk: Path
) -> None:
    from vmgui.gui.unlock.dialog import Locked
    from vmgui.gui.unlock.recovery_dialog import RecoveryDialog
    from vmgui.job import run

    key = recovery.new()
    params = {"path": str(disk), "kind": "recovery", "unlock_seconds": 0.0}
    run("key-add", params, [PASSPHRASE.encode(), key.secret()])
    dialog = UnlockDialog("debian", [Locked(0, disk, uuid(disk))], parent=window)
    dialog.open()
    click(dialog.words_button)
    typed = dialog.findChild(RecoveryDialog)
    assert typed is not None
    typed.words_field.setFocus()
    QTest.keyClicks(typed.words_field, " ".join(key.words[:23]))
    assert typed.told.text() == "23 of 24 words"
    click(typed.unlock_button)
    assert "has 24 words" in typed.told.text()
    assert typed.isVisible()
    QTest.keyClicks(typed.words_field, " " + key.words[23])
    with qtbot.waitSignal(dialog.accepted, timeout=120_000):
        click(typed.unlock_button)
    assert dialog.remember() == [], "a recovery key is for no keyring"
