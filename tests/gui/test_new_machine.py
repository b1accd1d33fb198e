"""*New virtual machine*, driven as a person would."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.gui.conftest import PASSPHRASE, make_disk, until
from tests.gui.person import click, texts, tick, type_into
from tests.gui.real_screen import guest_image
from vmgui.disk.container import read_header
from vmgui.gui.error_dialog import ErrorDialog
from vmgui.gui.new_vm.dialog import NewMachineAssistant
from vmgui.paths import disks_dir
from vmgui.vm import definition, firmware, probe, store, tpm


@pytest.fixture
def assistant(qtbot: QtBot) -> NewMachineAssistant:
    return opened(qtbot)


def opened(qtbot: QtBot, cdrom: Path | None = None) -> NewMachineAssistant:
    made = NewMachineAssistant(cdrom=cdrom)
    made.prepare()
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    return made


def image(home: Path, volume: bytes = b"Debian 12.5.0 amd64 n") -> Path:
    """A medium with this volume id."""
    path = home / "medium.iso"
    guest_image(path)
    data = bytearray(path.read_bytes())
    data[16 * 2048 + 40 : 16 * 2048 + 72] = volume.ljust(32)
    path.write_bytes(data)
    return path


def go_on(qtbot: QtBot, assistant: NewMachineAssistant) -> None:
    until(qtbot, assistant.next_button.isEnabled)
    click(assistant.next_button)


def give_passphrase(qtbot: QtBot, assistant: NewMachineAssistant) -> None:
    assert assistant.page() is assistant.passphrase_page
    type_into(assistant.passphrase_page.first.line, PASSPHRASE)
    type_into(assistant.passphrase_page.second.line, PASSPHRASE)
    go_on(qtbot, assistant)
    assert assistant.page() is assistant.summary


def finish(qtbot: QtBot, assistant: NewMachineAssistant) -> None:
    assert assistant.next_button.text() == "Create machine"
    go_on(qtbot, assistant)
    until(qtbot, lambda: assistant.page() is assistant.done_page)


def without_medium(qtbot: QtBot, assistant: NewMachineAssistant) -> None:
    tick(assistant.medium_page.nothing)
    go_on(qtbot, assistant)


def small(assistant: NewMachineAssistant) -> None:
    type_into(assistant.summary.disk.file.size_field, "0.01")


def test_from_an_iso_to_a_running_guest_in_five_decisions(
    qtbot: QtBot, assistant: NewMachineAssistant, home: Path
) -> None:
    """The ISO, the passphrase, Create, the recovery key, Start: nothing else is asked for."""
    iso = image(home)
    decisions = 0

    type_into(assistant.medium_page.cdrom.line, str(iso))
    until(qtbot, lambda: "Recognised" in assistant.medium_page.words.text())
    go_on(qtbot, assistant)
    decisions += 1
    give_passphrase(qtbot, assistant)
    decisions += 1
    summary = assistant.summary
    assert summary.hardware.name.text().startswith("Debian")
    assert summary.disk.file.name.text() == summary.hardware.name.text()
    small(assistant)  # not a decision: only for the test's speed
    finish(qtbot, assistant)
    decisions += 1
    assert assistant.done_page.recovery is not None
    tick(assistant.done_page.recovery.skip)
    decisions += 1
    with qtbot.waitSignal(assistant.start_wanted) as wanted:
        click(assistant.next_button)
    decisions += 1
    assert decisions == 5

    name = wanted.args[0]
    assert wanted.args[1] == bytearray(PASSPHRASE.encode())
    machine = store.load(name)
    assert machine.system.startswith("debian")
    assert machine.cdrom == str(iso)
    (disk,) = machine.disks
    header = read_header(disk.path).header
    assert header.encrypted
    assert disk.pin is not None
    assert disk.pin.encryption_id == str(header.encryption_id)
    assert not assistant.plan.disk.secret


def test_windows_11_gets_what_it_asks_for(qtbot: QtBot, home: Path) -> None:
    assistant = opened(qtbot, image(home, b"CCCOMA_X64FRE_EN-US_DV9"))
    until(qtbot, lambda: "Windows 11" in assistant.medium_page.words.text())
    go_on(qtbot, assistant)
    give_passphrase(qtbot, assistant)
    devices = assistant.summary.devices
    until(qtbot, lambda: devices.tpm.isChecked() and devices.secure_boot.isChecked())
    small(assistant)
    finish(qtbot, assistant)
    machine = store.load("Windows 11")
    assert machine.tpm
    assert machine.secure_boot
    assert machine.firmware == "uefi"
    assert machine.network.model == "e1000e"
    assert machine.disks[0].bus == "sata"


def test_what_can_t_be_had_here_says_so_and_is_left_out(
    qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> str:
        raise tpm.TpmMissing("A TPM 2 can't be given.", remedy="Install it: sudo such swtpm.")

    def none(*args: object, **kinds: object) -> object:
        raise firmware.FirmwareMissing("No firmware.", remedy="Install it: sudo such ovmf.")

    monkeypatch.setattr(tpm, "find", missing)
    monkeypatch.setattr(firmware, "find", none)
    assistant = opened(qtbot, image(home, b"CCCOMA_X64FRE_EN-US_DV9"))
    until(qtbot, lambda: "Windows 11" in assistant.medium_page.words.text())
    go_on(qtbot, assistant)
    give_passphrase(qtbot, assistant)
    until(qtbot, lambda: "sudo such swtpm" in texts(assistant.summary))
    until(qtbot, lambda: "sudo such ovmf" in texts(assistant.summary))
    small(assistant)
    finish(qtbot, assistant)
    machine = store.load("Windows 11")
    assert not machine.tpm
    assert not machine.secure_boot


def test_an_unknown_medium_is_taken_too_and_the_system_can_be_chosen(
    qtbot: QtBot, assistant: NewMachineAssistant, home: Path
) -> None:
    page = assistant.medium_page
    type_into(page.cdrom.line, str(image(home, b"SOMETHING ELSE")))
    until(qtbot, lambda: "not known here" in page.words.text())
    until(qtbot, lambda: page.system.findText("Haiku") > 0 or page.system.count() > 20)
    place = page.system.findText("Alpine Linux", Qt.MatchFlag.MatchStartsWith)
    page.system.setCurrentIndex(place)
    page.system.activated.emit(place)
    go_on(qtbot, assistant)
    give_passphrase(qtbot, assistant)
    assert assistant.summary.hardware.name.text().startswith("Alpine Linux")


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"no image", "not the image of a CD"), (bytes(40000), "not the image of a CD")],
)
def test_a_file_that_is_no_image_is_refused_at_once(
    qtbot: QtBot, assistant: NewMachineAssistant, home: Path, content: bytes, words: str
) -> None:
    (home / "x.iso").write_bytes(content)
    page = assistant.medium_page
    type_into(page.cdrom.line, str(home / "x.iso"))
    until(qtbot, lambda: words in page.problem.text())
    assert not assistant.next_button.isEnabled()
    type_into(page.cdrom.line, "/no/such.iso")
    assert "no such file" in page.problem.text()


def test_an_image_can_be_dropped(qtbot: QtBot, assistant: NewMachineAssistant, home: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(image(home)))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    tick(assistant.medium_page.nothing)
    assistant.medium_page.dropEvent(event)
    until(qtbot, lambda: "Recognised" in assistant.medium_page.words.text())


def test_everything_can_be_changed_on_the_summary(
    qtbot: QtBot, assistant: NewMachineAssistant
) -> None:
    without_medium(qtbot, assistant)
    give_passphrase(qtbot, assistant)
    summary = assistant.summary
    type_into(summary.hardware.name, "My machine")
    assert summary.disk.file.name.text() == "My machine", "the disk is called as the machine"
    type_into(summary.hardware.cpus, "3")
    type_into(summary.hardware.memory, "0.5")
    tick(summary.devices.network)
    tick(summary.devices.sound)
    summary.devices.bus.setCurrentIndex(summary.devices.bus.findData("nvme"))
    small(assistant)
    finish(qtbot, assistant)
    machine = store.load("My machine")
    assert (machine.cpus, machine.memory_bytes) == (3, 512 << 20)
    assert machine.network.kind == "none"
    assert machine.sound
    assert machine.disks[0].bus == "nvme"
    assert Path(machine.disks[0].path) == disks_dir() / "My machine.vmg"


def test_another_encryption_can_be_chosen(qtbot: QtBot, assistant: NewMachineAssistant) -> None:
    without_medium(qtbot, assistant)
    give_passphrase(qtbot, assistant)
    click(assistant.summary.change)
    page = assistant.protection_page
    assert assistant.page() is page
    until(qtbot, page.another.isVisible)
    click(page.another)
    tick(page.card("aes-xts").radio)
    go_on(qtbot, assistant)
    go_on(qtbot, assistant)  # the passphrase is still there
    assert assistant.page() is assistant.summary
    assert "aes-xts" in texts(assistant.summary)
    small(assistant)
    finish(qtbot, assistant)
    (disk,) = store.load("machine").disks
    assert read_header(disk.path).header.body.cipher.plugin == "aes-xts"


def test_it_is_not_started_when_the_tick_is_taken_away(
    qtbot: QtBot, assistant: NewMachineAssistant
) -> None:
    without_medium(qtbot, assistant)
    give_passphrase(qtbot, assistant)
    tick(assistant.summary.disk.none)
    assert "nothing to start from" in texts(assistant.summary)
    finish(qtbot, assistant)
    tick(assistant.done_page.choice)
    with qtbot.assertNotEmitted(assistant.start_wanted):
        click(assistant.next_button)
    assert store.load("machine").disks == ()


def test_an_existing_disk_is_attached_and_pinned(
    qtbot: QtBot, assistant: NewMachineAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_disk("old")
    page = assistant.medium_page
    tick(page.existing)
    assert not assistant.next_button.isEnabled()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    click(page.disk.choose)
    go_on(qtbot, assistant)
    assert assistant.page() is assistant.summary, "its passphrase is not for now"
    finish(qtbot, assistant)
    (disk,) = store.load("machine").disks
    assert disk.path == str(path)
    assert disk.pin is not None
    assert disk.pin.disk_uuid == str(read_header(path).header.disk)


def test_a_new_disk_after_all_asks_for_its_passphrase(
    qtbot: QtBot, assistant: NewMachineAssistant
) -> None:
    path = make_disk("old")
    tick(assistant.medium_page.existing)
    type_into(assistant.medium_page.disk.line, str(path))
    go_on(qtbot, assistant)
    tick(assistant.summary.disk.new)
    small(assistant)
    go_on(qtbot, assistant)
    give_passphrase(qtbot, assistant)
    finish(qtbot, assistant)
    (disk,) = store.load("machine").disks
    assert disk.path != str(path)


def test_a_file_that_is_no_disk_makes_no_machine(
    qtbot: QtBot, assistant: NewMachineAssistant, home: Path
) -> None:
    (home / "photo.jpg").write_bytes(b"\xff\xd8" * 5000)
    tick(assistant.medium_page.existing)
    type_into(assistant.medium_page.disk.line, str(home / "photo.jpg"))
    go_on(qtbot, assistant)
    go_on(qtbot, assistant)
    until(qtbot, lambda: assistant.findChild(ErrorDialog) is not None)
    until(qtbot, lambda: assistant.page() is assistant.summary)
    assert "not a vmgui disk" in assistant.findChild(ErrorDialog).error.what
    assert not store.exists("machine")


def test_when_the_definition_can_t_be_kept_the_new_disk_is_removed_again(
    qtbot: QtBot, assistant: NewMachineAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    def quicker(_: object) -> None:
        raise store.VmExists("There is a virtual machine “machine” already.")

    without_medium(qtbot, assistant)
    give_passphrase(qtbot, assistant)
    small(assistant)
    until(qtbot, assistant.next_button.isEnabled)
    monkeypatch.setattr(store, "create", quicker)
    click(assistant.next_button)
    until(qtbot, lambda: assistant.findChild(ErrorDialog) is not None)
    until(qtbot, lambda: assistant.page() is assistant.summary)
    assert not list(disks_dir().glob("*.vmg"))


@pytest.mark.parametrize(
    ("name", "words"), [("", "Give the machine a name"), ("a/b", "“/”"), ("taken", "already")]
)
def test_a_name_that_can_t_be_is_refused_at_once(
    qtbot: QtBot, assistant: NewMachineAssistant, name: str, words: str
) -> None:
    store.create(definition.new("taken"))
    without_medium(qtbot, assistant)
    give_passphrase(qtbot, assistant)
    fields = assistant.summary.hardware
    type_into(fields.name, name)
    assert words in fields.problem.text()
    assert not assistant.next_button.isEnabled()


def test_the_name_offered_is_free(qtbot: QtBot) -> None:
    store.create(definition.new("machine"))
    assert opened(qtbot).summary.hardware.name.text() == "machine 2"


def test_the_keyboard_alone_is_enough(
    qtbot: QtBot, assistant: NewMachineAssistant, home: Path
) -> None:
    iso = image(home)
    QTest.keyClicks(assistant.focusWidget(), " ")
    assistant.medium_page.cdrom.line.setFocus()
    QTest.keyClicks(assistant.medium_page.cdrom.line, str(iso))
    until(qtbot, assistant.next_button.isEnabled)
    QTest.keyClick(assistant, Qt.Key.Key_Return)
    assert assistant.page() is assistant.passphrase_page
    QTest.keyClicks(assistant.focusWidget(), PASSPHRASE)
    type_into(assistant.passphrase_page.second.line, PASSPHRASE)
    QTest.keyClick(assistant, Qt.Key.Key_Return)
    assert assistant.page() is assistant.summary


def test_processor_families_without_a_qemu_say_what_to_install(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    find = probe.find_binary

    def only_arm(arch: str) -> Path:
        if arch != "aarch64":
            raise probe.QemuMissing(f"No QEMU for {arch}.", remedy="Install it: sudo such.")
        return find(arch)

    monkeypatch.setattr("vmgui.gui.new_vm.hardware_fields.find_binary", only_arm)
    fields = opened(qtbot).summary.hardware
    assert fields.arch.currentData() == "aarch64"
    tip = fields.arch.itemData(0, Qt.ItemDataRole.ToolTipRole)
    assert "sudo such" in tip


def test_without_any_qemu_it_says_so(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(arch: str) -> Path:
        raise probe.QemuMissing(f"No QEMU for {arch}.", remedy="Install it: sudo such.")

    monkeypatch.setattr("vmgui.gui.new_vm.hardware_fields.find_binary", none)
    assistant = opened(qtbot)
    assert "sudo such" in assistant.summary.hardware.problem.text()
    assert not assistant.summary.complete()
