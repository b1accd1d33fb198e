"""Disks given to machines and taken away, from the disk's page."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import PASSPHRASE, make_disk, until
from tests.gui.person import click, texts, type_into
from tests.gui.play import Open, Play, make_machine
from tests.gui.test_disk_keys import alone as alone
from tests.gui.test_disk_keys import kept as kept
from tests.gui.test_disk_page import dialog
from vmgui.errors import VmguiError
from vmgui.gui.disk.ask_secret import AskSecret
from vmgui.gui.disk.attaching import DetachDialog
from vmgui.gui.error_dialog import ErrorDialog
from vmgui.gui.library.sidebar import Kind
from vmgui.job.header import read_header
from vmgui.vm import changes
from vmgui.vm.client import Status
from vmgui.vm.definition import Definition


class Applied:
    """What was asked of a running machine that opens its disks with one passphrase."""

    def __init__(self) -> None:
        self.disks: list[list[str]] = []
        self.secrets: list[bytes] = []
        self.failure: VmguiError | None = None

    def __call__(
        self, name: str, new: Definition, secrets: Mapping[str, bytes | bytearray] = {}
    ) -> None:
        if self.failure is not None:
            raise self.failure
        self.secrets += [bytes(each) for each in secrets.values()]
        wrong = [path for path, each in secrets.items() if each != PASSPHRASE.encode()]
        if wrong:
            error = VmguiError("That doesn't open the disk.", code="wrong-secret")
            raise changes.Refused([error], wrong)
        self.disks.append([disk.path for disk in new.disks])


@pytest.fixture
def applied(monkeypatch: pytest.MonkeyPatch) -> Applied:
    made = Applied()
    monkeypatch.setattr(changes, "apply", made)
    return made


def test_a_running_machine_gets_it_at_once(
    qtbot: QtBot, window: Open, play: Play, applied: Applied, kept: dict[str, bytes]
) -> None:
    disk = make_disk("data")
    make_machine("debian")
    play.states["debian"] = Status("running")
    kept[str(read_header(disk).header.disk)] = b"of yesterday"
    shown = window()
    shown.sidebar.choose(Kind.DISK, str(disk))
    shown.disk_page.attach("debian")
    asked = dialog(qtbot, AskSecret)
    assert isinstance(asked, AskSecret)
    assert "gets the disk at once" in texts(asked)
    assert "keyring" in asked.field.problem.text()
    for words, sign in (("wrong", "Wrong passphrase"), (PASSPHRASE, "")):
        type_into(asked.field.line, words)
        QTest.keyClick(asked.field.line, Qt.Key.Key_Return)
        if sign:
            until(qtbot, lambda: sign in asked.field.problem.text())  # noqa: B023
    until(qtbot, lambda: bool(applied.disks))
    assert applied.disks == [[str(disk)]]
    assert applied.secrets == [b"of yesterday", b"wrong", PASSPHRASE.encode()]


def test_the_keyring_opens_it_for_a_running_machine(
    qtbot: QtBot, window: Open, play: Play, applied: Applied, kept: dict[str, bytes]
) -> None:
    disk = make_disk("data")
    make_machine("debian")
    play.states["debian"] = Status("running")
    kept[str(read_header(disk).header.disk)] = PASSPHRASE.encode()
    shown = window()
    shown.sidebar.choose(Kind.DISK, str(disk))
    shown.disk_page.attach("debian")
    until(qtbot, lambda: bool(applied.disks))
    assert applied.secrets == [PASSPHRASE.encode()]


def test_taking_it_from_a_running_machine_is_asked_about(
    qtbot: QtBot, window: Open, play: Play, applied: Applied
) -> None:
    disk = make_disk("data")
    make_machine("debian", disk)
    play.states["debian"] = Status("running")
    shown = window()
    shown.sidebar.choose(Kind.DISK, str(disk))
    click(shown.disk_page.head.detach_button)
    asked = dialog(qtbot, DetachDialog)
    assert isinstance(asked, DetachDialog)
    assert "Unmount it" in texts(asked)
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    assert not applied.disks
    applied.failure = VmguiError("The guest does not let go of the disk.")
    shown.disk_page.detach("debian")
    asked = dialog(qtbot, DetachDialog)
    assert isinstance(asked, DetachDialog)
    click(asked.detach_button)
    assert "does not let go" in texts(dialog(qtbot, ErrorDialog))
    assert Path(disk).exists()
