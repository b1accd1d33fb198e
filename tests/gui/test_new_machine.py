"""*New virtual machine*, driven as a person would."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.gui.conftest import PASSPHRASE, make_disk, until
from tests.gui.person import click, texts, tick, type_into
from vmgui.disk.container import read_header
from vmgui.gui.error_dialog import ErrorDialog
from vmgui.gui.new_vm.dialog import NewMachineAssistant
from vmgui.paths import disks_dir
from vmgui.vm import definition, probe, store


@pytest.fixture
def assistant(qtbot: QtBot) -> NewMachineAssistant:
    return opened(qtbot)


def opened(qtbot: QtBot) -> NewMachineAssistant:
    made = NewMachineAssistant()
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    return made


def give_passphrase(qtbot: QtBot, assistant: NewMachineAssistant) -> None:
    assert assistant.page() is assistant.protection_page
    until(qtbot, assistant.next_button.isEnabled)
    click(assistant.next_button)
    type_into(assistant.passphrase_page.first.line, PASSPHRASE)
    type_into(assistant.passphrase_page.second.line, PASSPHRASE)
    click(assistant.next_button)


def finish(qtbot: QtBot, assistant: NewMachineAssistant) -> None:
    assert assistant.next_button.text() == "Create machine"
    click(assistant.next_button)
    until(qtbot, lambda: assistant.page() is assistant.done_page)


def test_a_machine_with_an_encrypted_disk_is_made_and_started(
    qtbot: QtBot, assistant: NewMachineAssistant, home: Path
) -> None:
    image = home / "system.iso"
    image.write_bytes(bytes(2048))
    page = assistant.machine_page
    type_into(page.name, "Debian 12")
    type_into(page.cdrom.line, str(image))
    type_into(page.cpus, "3")
    type_into(page.memory, "0.5")
    click(assistant.next_button)
    assert assistant.disk_page.file.name.text() == "Debian 12", "the disk is called as the machine"
    type_into(assistant.disk_page.file.size_field, "0.01")
    click(assistant.next_button)
    give_passphrase(qtbot, assistant)
    assert "512 MiB" in texts(assistant.page())
    finish(qtbot, assistant)

    machine = store.load("Debian 12")
    assert machine.cpus == 3
    assert machine.memory_bytes == 512 << 20
    assert machine.cdrom == str(image)
    (disk,) = machine.disks
    header = read_header(disk.path).header
    assert Path(disk.path) == disks_dir() / "Debian 12.vmg"
    assert header.encrypted
    assert disk.pin is not None
    assert disk.pin.encryption_id == str(header.encryption_id)

    assert assistant.done_page.recovery is not None
    tick(assistant.done_page.recovery.skip)
    with qtbot.waitSignal(assistant.start_wanted) as wanted:
        click(assistant.next_button)
    assert wanted.args == ["Debian 12", bytearray(PASSPHRASE.encode())]
    assert not assistant.plan.disk.secret


def test_it_is_not_started_when_the_tick_is_taken_away(
    qtbot: QtBot, assistant: NewMachineAssistant
) -> None:
    click(assistant.next_button)
    tick(assistant.disk_page.none)
    click(assistant.next_button)
    assert "nothing to start from" in texts(assistant.page())
    finish(qtbot, assistant)
    tick(assistant.done_page.choice)
    with qtbot.assertNotEmitted(assistant.start_wanted):
        click(assistant.next_button)
    assert store.load("machine").disks == ()


def test_an_existing_disk_is_attached_and_pinned(
    qtbot: QtBot, assistant: NewMachineAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_disk("old")
    click(assistant.next_button)
    page = assistant.disk_page
    tick(page.existing)
    assert not assistant.next_button.isEnabled()
    assert "Choose" in page.problem.text()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    click(page.existing_file.choose)
    click(assistant.next_button)
    finish(qtbot, assistant)
    (disk,) = store.load("machine").disks
    assert disk.path == str(path)
    assert disk.pin is not None
    assert disk.pin.disk_uuid == str(read_header(path).header.disk)


def test_a_file_that_is_no_disk_makes_no_machine(
    qtbot: QtBot, assistant: NewMachineAssistant, home: Path
) -> None:
    (home / "photo.jpg").write_bytes(b"\xff\xd8" * 5000)
    click(assistant.next_button)
    tick(assistant.disk_page.existing)
    type_into(assistant.disk_page.existing_file.line, str(home / "photo.jpg"))
    click(assistant.next_button)
    review = assistant.page()
    click(assistant.next_button)
    until(qtbot, lambda: assistant.page() is review and not assistant.work_page.isVisible())
    error = assistant.findChild(ErrorDialog)
    assert error is not None
    assert "not a vmgui disk" in error.error.what
    assert not store.exists("machine")


def test_when_the_definition_can_t_be_kept_the_new_disk_is_removed_again(
    qtbot: QtBot, assistant: NewMachineAssistant
) -> None:
    click(assistant.next_button)
    type_into(assistant.disk_page.file.size_field, "0.01")
    click(assistant.next_button)
    give_passphrase(qtbot, assistant)
    review = assistant.page()
    store.create(definition.new("machine"))  # somebody was quicker
    click(assistant.next_button)
    until(qtbot, lambda: assistant.page() is review)
    assert not list(disks_dir().glob("*.vmg"))


@pytest.mark.parametrize(
    ("name", "words"), [("", "Give the machine a name"), ("a/b", "“/”"), ("taken", "already")]
)
def test_a_name_that_can_t_be_is_refused_at_once(
    assistant: NewMachineAssistant, name: str, words: str
) -> None:
    store.create(definition.new("taken"))
    page = assistant.machine_page
    type_into(page.name, name)
    assert words in page.problem.text()
    assert not assistant.next_button.isEnabled()


def test_a_missing_image_is_refused_at_once(assistant: NewMachineAssistant) -> None:
    type_into(assistant.machine_page.cdrom.line, "/no/such.iso")
    assert "no such file" in assistant.machine_page.problem.text()
    assert not assistant.next_button.isEnabled()


def test_the_name_offered_is_free(qtbot: QtBot) -> None:
    store.create(definition.new("machine"))
    assert opened(qtbot).machine_page.name.text() == "machine 2"


def test_processor_families_without_a_qemu_say_what_to_install(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    find = probe.find_binary

    def only_arm(arch: str) -> Path:
        if arch != "aarch64":
            raise probe.QemuMissing(f"No QEMU for {arch}.", remedy="Install it: sudo such.")
        return find(arch)

    monkeypatch.setattr("vmgui.gui.new_vm.machine_page.find_binary", only_arm)
    page = opened(qtbot).machine_page
    assert page.arch.currentData() == "aarch64"
    tip = page.arch.itemData(0, Qt.ItemDataRole.ToolTipRole)
    assert "sudo such" in tip


def test_without_any_qemu_it_says_so(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(arch: str) -> Path:
        raise probe.QemuMissing(f"No QEMU for {arch}.", remedy="Install it: sudo such.")

    monkeypatch.setattr("vmgui.gui.new_vm.machine_page.find_binary", none)
    assistant = opened(qtbot)
    assert "sudo such" in assistant.machine_page.problem.text()
    assert not assistant.next_button.isEnabled()
