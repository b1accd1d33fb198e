"""One dialog for all locked disks of a machine."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import PASSPHRASE, make_disk, until
from tests.gui.person import click, texts, type_into
from tests.keyring_daemon import PASSWORD, Prompter, SecretService
from vmgui.disk.container import read_header
from vmgui.errors import VmguiError
from vmgui.gui.error_dialog import ErrorDialog
from vmgui.gui.unlock.dialog import Locked, UnlockDialog
from vmgui.gui.unlock.starter import Starter
from vmgui.job import run
from vmgui.secret import keyring_store, recovery
from vmgui.vm import client, definition, pinning, store


def locked(*paths: Path) -> list[Locked]:
    return [
        Locked(index, path, str(read_header(path).header.disk)) for index, path in enumerate(paths)
    ]


def opened(qtbot: QtBot, disks: list[Locked]) -> UnlockDialog:
    dialog = UnlockDialog("debian", disks)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def answer(dialog: UnlockDialog, passphrase: str) -> None:
    type_into(dialog.field.line, passphrase)
    QTest.keyClick(dialog.field.line, Qt.Key.Key_Return)


def test_one_passphrase_opens_all_disks_that_it_fits(qtbot: QtBot) -> None:
    dialog = opened(qtbot, locked(make_disk("a"), make_disk("b")))
    assert "2 disks" in dialog.headline.text()
    assert "a.vmg, b.vmg" in dialog.names.text()
    with qtbot.waitSignal(dialog.accepted, timeout=120_000):
        answer(dialog, PASSPHRASE)
    assert dialog.secrets() == {0: PASSPHRASE.encode(), 1: PASSPHRASE.encode()}


def test_the_disks_that_remain_are_asked_for_again(qtbot: QtBot) -> None:
    dialog = opened(qtbot, locked(make_disk("a"), make_disk("b", "another")))
    answer(dialog, PASSPHRASE)
    until(qtbot, lambda: dialog.headline.text() == "Passphrase for the disk b.vmg")
    assert "needs another passphrase" in dialog.names.text()
    assert not dialog.field.text()
    assert dialog.field.line.hasFocus()
    with qtbot.waitSignal(dialog.accepted, timeout=120_000):
        answer(dialog, "another")
    assert dialog.secrets() == {0: PASSPHRASE.encode(), 1: b"another"}


def test_a_wrong_passphrase_is_told_at_the_field(qtbot: QtBot) -> None:
    dialog = opened(qtbot, locked(make_disk("a")))
    answer(dialog, "wrong")
    assert dialog.busy.isVisible()
    assert not dialog.unlock_button.isEnabled()
    until(qtbot, lambda: "Wrong passphrase" in dialog.field.problem.text())
    assert not dialog.busy.isVisible()
    assert dialog.field.line.selectedText() == "wrong"
    assert dialog.field.line.hasFocus()
    QTest.keyClicks(dialog.field.line, PASSPHRASE)
    assert not dialog.field.problem.isVisible()
    with qtbot.waitSignal(dialog.accepted, timeout=120_000):
        click(dialog.unlock_button)


def test_the_window_stays_alive_while_a_passphrase_is_tried(qtbot: QtBot, home: Path) -> None:
    slow = home / "slow.vmg"
    params = {"path": str(slow), "size": 1 << 20, "unlock_seconds": 2.0}
    run("create", params, [PASSPHRASE.encode()])
    dialog = opened(qtbot, locked(slow))
    beats = []
    heart = QTimer()
    heart.setInterval(20)
    heart.timeout.connect(lambda: beats.append(1))
    heart.start()
    loop = QEventLoop()
    dialog.accepted.connect(loop.quit)
    answer(dialog, PASSPHRASE)
    beats.clear()
    loop.exec()
    assert len(beats) > 20


def test_cancel_works_while_a_passphrase_is_tried(qtbot: QtBot) -> None:
    dialog = opened(qtbot, locked(make_disk("a")))
    answer(dialog, PASSPHRASE)
    with qtbot.waitSignal(dialog.rejected):
        click(dialog.cancel_button)


def test_a_key_file_opens_what_was_made_with_it(
    qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, path = home / "stick.key", home / "keyed.vmg"
    key.write_bytes(bytes(range(256)))
    params = {"path": str(path), "size": 1 << 20, "unlock_seconds": 0.0, "kind": "key-file"}
    run("create", params, [key.read_bytes()])
    dialog = opened(qtbot, locked(path))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(key), ""))
    with qtbot.waitSignal(dialog.accepted, timeout=120_000):
        click(dialog.file_button)
    assert dialog.secrets() == {0: key.read_bytes()}
    assert dialog.remember() == [], "a key file is not for the keyring"


def test_a_key_file_that_fits_nothing_or_can_t_be_read_is_told(qtbot: QtBot, home: Path) -> None:
    dialog = opened(qtbot, locked(make_disk("a")))
    (home / "wrong.key").write_bytes(b"?")
    dialog.try_file(home / "wrong.key")
    until(qtbot, lambda: "opens nothing" in dialog.field.problem.text())
    dialog.try_file(home / "missing.key")
    error = dialog.findChild(ErrorDialog)
    assert error is not None
    assert "missing.key" in error.error.what


def test_the_words_of_a_recovery_key_open_as_they_are_typed(qtbot: QtBot) -> None:
    path, key = make_disk("a"), recovery.new()
    params = {"path": str(path), "kind": "recovery", "unlock_seconds": 0.0}
    run("key-add", params, [PASSPHRASE.encode(), key.secret()])
    dialog = opened(qtbot, locked(path))
    answer(dialog, "  ".join(key.words[:-1]).upper() + " zzzz")
    assert "not" in dialog.field.problem.text(), "a slip is told before anything is tried"
    assert not dialog.busy.isVisible()
    with qtbot.waitSignal(dialog.accepted, timeout=120_000):
        answer(dialog, "  ".join(key.words).upper())


def test_a_disk_that_is_gone_is_told_as_an_error(qtbot: QtBot) -> None:
    path = make_disk("a")
    dialog = opened(qtbot, locked(path))
    path.unlink()
    answer(dialog, PASSPHRASE)
    until(qtbot, lambda: dialog.findChild(ErrorDialog) is not None)
    assert dialog.field.isEnabled()


# --- with a keyring -------------------------------------------------------------------------------


def test_a_locked_keyring_is_opened_on_request(
    qtbot: QtBot, secret_service: SecretService, prompter: Prompter
) -> None:
    path = make_disk("a")
    keyring_store.store(read_header(path).header.disk, path, PASSPHRASE.encode())
    secret_service.lock()
    dialog = opened(qtbot, locked(path))
    until(qtbot, dialog.keyring.unlock.isVisible)
    assert "locked" in dialog.keyring.sentence.text()
    with qtbot.waitSignal(dialog.accepted, timeout=120_000):
        click(dialog.keyring.unlock)
        prompter.answer("Return", PASSWORD.decode())
    assert dialog.secrets() == {0: PASSPHRASE.encode()}


def test_a_no_to_the_keyring_is_taken_for_all_disks(
    qtbot: QtBot, secret_service: SecretService, prompter: Prompter
) -> None:
    paths = [make_disk("a"), make_disk("b", "another")]
    for path in paths:
        keyring_store.store(read_header(path).header.disk, path, PASSPHRASE.encode())
    secret_service.lock()
    dialog = opened(qtbot, locked(*paths))
    until(qtbot, dialog.keyring.unlock.isVisible)
    click(dialog.keyring.unlock)
    prompter.answer("Escape")
    until(qtbot, dialog.keyring.unlock.isEnabled)
    assert prompter.shown() == [], "it asks again"
    assert dialog.isVisible()
    assert dialog.secrets() == {0: b"", 1: b""}


@pytest.fixture
def machine() -> str:
    made = pinning.attach(definition.new("debian"), make_disk("a"))
    made = pinning.attach(made, make_disk("b", "another"))
    store.create(made)
    return "debian"


class Starts:
    """In place of :func:`vmgui.vm.client.start`: knows each disk's passphrase."""

    def __init__(self) -> None:
        self.secrets: list[dict[int, bytes]] = []

    def __call__(self, name: str, secrets: dict[int, bytearray], on_progress: object) -> None:
        self.secrets.append({index: bytes(secret) for index, secret in secrets.items()})
        wrong = tuple(
            index
            for index, right in enumerate((PASSPHRASE.encode(), b"another"))
            if self.secrets[-1].get(index) != right
        )
        if wrong:
            raise client.StartFailed("Wrong.", code="wrong-secret", wrong_secrets=wrong)


@pytest.fixture
def starts(monkeypatch: pytest.MonkeyPatch) -> Starts:
    made = Starts()
    monkeypatch.setattr(client, "start", made)
    return made


def uuids(name: str) -> list[str]:
    return [str(read_header(disk.path).header.disk) for disk in store.load(name).disks]


def dialog_of(starter: Starter) -> UnlockDialog:
    assert starter.dialog is not None
    return starter.dialog


def test_what_the_keyring_has_is_not_asked_for(
    qtbot: QtBot, secret_service: SecretService, machine: str, starts: Starts
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    for uuid, passphrase in zip(uuids(machine), (PASSPHRASE, "another"), strict=True):
        keyring_store.store(uuid, Path("x.vmg"), passphrase.encode())
    starter = Starter(machine, window)
    with qtbot.waitSignal(starter.started, timeout=120_000):
        pass
    assert starter.dialog is None
    assert starts.secrets == [{0: PASSPHRASE.encode(), 1: b"another"}]


def test_what_was_asked_for_is_remembered_when_wanted(
    qtbot: QtBot, secret_service: SecretService, machine: str, starts: Starts
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    keyring_store.store(uuids(machine)[0], Path("x.vmg"), PASSPHRASE.encode())
    starter = Starter(machine, window)
    until(qtbot, lambda: starter.dialog is not None)
    dialog = dialog_of(starter)
    assert dialog.headline.text() == "Passphrase for the disk b.vmg"
    until(qtbot, dialog.keyring.tick.isEnabled)
    assert dialog.keyring.tick.isChecked(), "kept unless somebody says no"
    with qtbot.waitSignal(starter.started, timeout=120_000):
        answer(dialog, "another")
    kept = uuids(machine)[1]
    until(qtbot, lambda: keyring_store.lookup(kept).secret == bytearray(b"another"))


def test_a_stale_passphrase_in_the_keyring_is_asked_for_anew(
    qtbot: QtBot, secret_service: SecretService, machine: str, starts: Starts
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    for uuid, passphrase in zip(uuids(machine), (PASSPHRASE, "yesterday's"), strict=True):
        keyring_store.store(uuid, Path("x.vmg"), passphrase.encode())
    starter = Starter(machine, window)
    until(qtbot, lambda: starter.dialog is not None)
    dialog = dialog_of(starter)
    assert "does not open it any more" in texts(dialog)
    with qtbot.waitSignal(starter.started, timeout=120_000):
        answer(dialog, "another")
    assert starts.secrets[-1] == {0: PASSPHRASE.encode(), 1: b"another"}


def test_giving_up_starts_nothing(qtbot: QtBot, machine: str, starts: Starts) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    starter = Starter(machine, window)
    until(qtbot, lambda: starter.dialog is not None)
    with qtbot.waitSignal(starter.given_up):
        QTest.keyClick(dialog_of(starter), Qt.Key.Key_Escape)
    assert not starts.secrets


def test_another_failure_is_passed_on(
    qtbot: QtBot, machine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    def fail(*_: object) -> None:
        raise VmguiError("QEMU is missing.")

    monkeypatch.setattr(client, "start", fail)
    starter = Starter(machine, window)
    until(qtbot, lambda: starter.dialog is not None)
    answer(dialog_of(starter), PASSPHRASE)
    until(qtbot, lambda: "b.vmg" in dialog_of(starter).headline.text())
    with qtbot.waitSignal(starter.failed, timeout=120_000) as failed:
        answer(dialog_of(starter), "another")
    assert failed.args[0].what == "QEMU is missing."
