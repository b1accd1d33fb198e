"""What a first start shows: the button, and what this computer lacks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from tests.gui.new_disk import until
from tests.gui.person import click, texts
from tests.gui.test_new_machine import image, opened
from vmgui.gui.welcome.dialog import ChecksDialog
from vmgui.gui.welcome.page import Welcome
from vmgui.vm import checks, definition, probe, store
from vmgui.vm.checks import Check

GOOD = Check("qemu", "QEMU", "good", "QEMU runs machines.")
KVM = Check(
    "kvm", "KVM", "limited", "Machines run slowly.", "Join the group.", "sudo usermod -aG kvm ada"
)
MISSING = Check(
    "qemu", "QEMU", "missing", "QEMU is not installed.", "Install it.", "sudo such qemu"
)


class Computer:
    """What a look finds."""

    found: tuple[Check, ...] = (GOOD,)


@pytest.fixture
def computer(monkeypatch: pytest.MonkeyPatch) -> Computer:
    made = Computer()
    monkeypatch.setattr(checks, "look", lambda: list(made.found))
    return made


def welcome(qtbot: QtBot) -> Welcome:
    page = Welcome()
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    until(qtbot, page.checks.again.isEnabled)
    return page


def test_where_nothing_is_missing_there_is_one_quiet_line(qtbot: QtBot, computer: Computer) -> None:
    page = welcome(qtbot)
    assert "This computer is ready." in texts(page)
    assert "QEMU runs machines." not in texts(page)
    with qtbot.waitSignal(page.new_machine):
        click(page.machine_button)


def test_what_is_missing_has_its_remedy_to_copy(qtbot: QtBot, computer: Computer) -> None:
    computer.found = (MISSING, KVM)
    page = welcome(qtbot)
    for words in (MISSING.words, MISSING.remedy, MISSING.command, KVM.words, KVM.command):
        assert words in texts(page)
    buttons = {each.accessibleName(): each for each in page.findChildren(QToolButton)}
    click(buttons["Copy the command sudo usermod -aG kvm ada"])
    assert QGuiApplication.clipboard().text() == "sudo usermod -aG kvm ada"
    assert page.machine_button.isEnabled(), "nothing is forbidden"


def test_once_it_is_installed_check_again_says_so(qtbot: QtBot, computer: Computer) -> None:
    computer.found = (MISSING,)
    page = welcome(qtbot)
    computer.found = (GOOD,)
    with qtbot.waitSignal(page.checks.looked):
        click(page.checks.again)
    until(qtbot, lambda: "This computer is ready." in texts(page))
    until(qtbot, lambda: MISSING.words not in texts(page))


def test_a_look_that_fails_says_so(
    qtbot: QtBot, computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> list[Check]:
        raise OSError(13, "Permission denied", "/proc")

    monkeypatch.setattr(checks, "look", broken)
    page = welcome(qtbot)
    assert "Permission denied" in texts(page)


def test_the_whole_list_is_there_later_too(qtbot: QtBot, computer: Computer) -> None:
    computer.found = (KVM, GOOD)
    dialog = ChecksDialog()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    until(qtbot, dialog.view.again.isEnabled)
    assert GOOD.words in texts(dialog)
    assert KVM.command in texts(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_images_that_lie_about_are_offered(
    qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    downloads = home / "Downloads"
    downloads.mkdir()
    (downloads / "photo.jpg").write_bytes(b"x")
    (downloads / "empty.iso").touch()
    image(home).rename(downloads / "Debian & more.ISO")
    other = image(home)
    store.create(definition.new("other", cdrom=str(other)))
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(downloads))
    assistant = opened(qtbot)
    page = assistant.medium_page
    until(qtbot, page.suggestions.isVisible)
    names = {each.accessibleName(): each for each in page.suggestions.buttons}
    assert set(names) == {"Install from Debian & more.ISO", "Install from medium.iso"}
    click(names["Install from Debian & more.ISO"])
    until(qtbot, lambda: "Recognised" in page.words.text())
    assert page.cdrom.path() == downloads / "Debian & more.ISO"
    assert not page.suggestions.isVisible()


def test_without_any_image_nothing_is_offered(
    qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(home / "none"))
    page = opened(qtbot).medium_page
    with qtbot.assertNotEmitted(page.suggestions.found, wait=300):
        pass
    assert not page.suggestions.isVisible()


def test_a_medium_for_processors_that_can_t_be_had_says_what_to_install(
    qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    find = probe.find_binary

    def no_arm(arch: str) -> Path:
        if arch == "aarch64":
            raise probe.QemuMissing("No QEMU for Arm.", remedy="Install it: sudo such.")
        return find(arch)

    monkeypatch.setattr("vmgui.gui.new_vm.hardware_fields.find_binary", no_arm)
    assistant = opened(qtbot, image(home, b"Debian 12.5.0 arm64 n"))
    until(qtbot, lambda: "Recognised" in assistant.medium_page.words.text())
    assert "another processor (Arm, 64-bit)" in assistant.medium_page.words.text()
    warning = assistant.summary.hardware.warning
    assert "sudo such" in warning.text()
    assert warning.isVisibleTo(assistant.summary)
