"""*Settings* of a virtual machine, driven as a person would: keys and clicks."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from tests.gui.conftest import PASSPHRASE, make_disk, until
from tests.gui.person import click, texts, tick, type_into
from tests.gui.play import Open, Play, make_machine, see
from vmgui.gui.disk.ask_secret import AskSecret
from vmgui.gui.vm_settings import usb_page
from vmgui.gui.vm_settings.boot_page import BootPage
from vmgui.gui.vm_settings.cd_page import CdPage
from vmgui.gui.vm_settings.dialog import SECTIONS, SettingsDialog
from vmgui.gui.vm_settings.discard_dialog import DiscardDialog
from vmgui.gui.vm_settings.disks_page import DisksPage
from vmgui.gui.vm_settings.display_page import DisplayPage
from vmgui.gui.vm_settings.expert_page import ExpertPage
from vmgui.gui.vm_settings.firmware_page import FirmwarePage
from vmgui.gui.vm_settings.general_page import GeneralPage
from vmgui.gui.vm_settings.network_page import NetworkPage
from vmgui.gui.vm_settings.processor_page import ProcessorPage
from vmgui.gui.vm_settings.section import Section
from vmgui.gui.vm_settings.shares_page import SharesPage
from vmgui.gui.vm_settings.usb_page import UsbPage
from vmgui.vm import changes, client, store
from vmgui.vm.definition import Definition, Forward, Network
from vmgui.vm.status import Status
from vmgui.vm.usb import Device

Settings = Callable[..., SettingsDialog]


@pytest.fixture
def settings(qtbot: QtBot, home: Path) -> Settings:
    def open_settings(*disks: Path, running: bool = False, **fields: Any) -> SettingsDialog:
        make_machine("web", *disks, **fields)
        stored = store.load("web")
        dialog = SettingsDialog(stored, stored if running else None)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(
            dialog, before_close_func=lambda made: setattr(made.draft, "old", made.draft.value)
        )
        dialog.show()
        return dialog

    return open_settings


def save(qtbot: QtBot, dialog: SettingsDialog, name: str = "web") -> Definition:
    with qtbot.waitSignal(dialog.saved, timeout=120_000):
        click(dialog.save_button)
    return store.load(name)


def pick(box: QComboBox, data: str) -> None:
    """Choose with the arrow keys."""
    box.setFocus()
    step = Qt.Key.Key_Down if box.findData(data) > box.currentIndex() else Qt.Key.Key_Up
    while box.currentData() != data:
        QTest.keyClick(box, step)


def test_name_group_and_system(qtbot: QtBot, settings: Settings) -> None:
    dialog = settings()
    page = dialog.show_section(GeneralPage)
    assert not dialog.save_button.isEnabled(), "nothing is changed yet"
    until(qtbot, lambda: page.system.count() > 2)
    type_into(page.name, "shop")
    type_into(page.group, "Work")
    pick(page.system, page.system.itemData(2))
    saved = save(qtbot, dialog, "shop")
    assert (saved.name, saved.group, saved.system) == ("shop", "Work", page.system.itemData(2))
    assert not store.exists("web")


def test_processor_and_memory(qtbot: QtBot, settings: Settings) -> None:
    dialog = settings()
    page = dialog.show_section(ProcessorPage)
    type_into(page.memory, "2GB")
    assert "powers of 1000" in texts(page)
    assert not dialog.save_button.isEnabled()
    assert "wrong" in dialog.list.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    type_into(page.memory, "3G")
    assert "powers of 1000" not in texts(page)
    QTest.keyClick(page.cpus, Qt.Key.Key_Up)
    pick(page.accelerator, "tcg")
    saved = save(qtbot, dialog)
    assert (saved.memory, saved.cpus, saved.accelerator) == ("3G", 3, "tcg")


def test_firmware(qtbot: QtBot, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda *_: None)
    dialog = settings()
    page = dialog.show_section(FirmwarePage)
    assert not page.secure_boot.isEnabled()
    pick(page.kind, "uefi")
    tick(page.secure_boot)
    tick(page.tpm)
    until(qtbot, lambda: "TPM" in page.missing.text())
    saved = save(qtbot, dialog)
    assert (saved.firmware, saved.secure_boot, saved.tpm) == ("uefi", True, True)


def test_the_boot_order_is_changed_by_keys_and_buttons(qtbot: QtBot, settings: Settings) -> None:
    dialog = settings(make_disk("one"), make_disk("two"))
    page = dialog.show_section(BootPage)
    page.order.setFocus()
    QTest.keyClick(page.order, Qt.Key.Key_Down)
    click(page.up)
    assert [page.order.item(i).text() for i in range(2)] == ["two.vmg", "one.vmg"]
    assert page.order.currentRow() == 0
    QTest.keyClick(page.order, Qt.Key.Key_End)
    click(page.up)
    saved = save(qtbot, dialog)
    assert [disk.boot for disk in saved.disks] == [2, 1]
    assert saved.cd_first


def test_disks_are_attached_and_detached(
    qtbot: QtBot, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = make_disk("one"), make_disk("two")
    dialog = settings(first)
    page = dialog.show_section(DisksPage)
    until(qtbot, lambda: "encrypted by" in texts(page))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(second), ""))
    click(page.attach_button)
    until(qtbot, lambda: len(page.rows_) == 2)
    pick(page.rows_[1].bus, "sata")
    tick(page.rows_[1].read_only)
    assert "can't be read-only" in page.rows_[1].problem.text()
    pick(page.rows_[1].bus, "scsi")
    click(page.rows_[0].detach_button)
    (disk,) = save(qtbot, dialog).disks
    assert (disk.path, disk.bus, disk.read_only) == (str(second), "scsi", True)
    assert disk.pin is not None
    assert first.exists()


def test_how_a_disk_is_served(qtbot: QtBot, settings: Settings) -> None:
    dialog = settings(make_disk("one"))
    row = dialog.show_section(DisksPage).rows_[0]
    assert row.transport.currentData() == "auto"
    pick(row.transport, "nbd")
    assert save(qtbot, dialog).disks[0].transport == "nbd"


def test_only_a_virtio_disk_is_served_in_shared_memory(qtbot: QtBot, settings: Settings) -> None:
    dialog = settings(make_disk("one"))
    row = dialog.show_section(DisksPage).rows_[0]
    pick(row.transport, "vhost-user")
    pick(row.bus, "scsi")
    assert (row.transport.currentData(), row.transport.isEnabled()) == ("auto", False)
    assert not row.problem.text()
    pick(row.bus, "virtio")
    assert row.transport.isEnabled()


def test_how_a_running_machines_disk_is_served_at_present(
    qtbot: QtBot, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = make_disk("one")
    served = {"path": str(disk), "state": "open", "restarts": 0, "transport": "vhost-user"}
    monkeypatch.setattr(client, "status", lambda name: Status("running", disks=(served,)))
    page = settings(disk, running=True).show_section(DisksPage)
    until(qtbot, lambda: "Served by vhost-user at present" in texts(page))


def test_what_is_no_disk_is_refused(qtbot: QtBot, settings: Settings, tmp_path: Path) -> None:
    dialog = settings()
    page = dialog.show_section(DisksPage)
    (tmp_path / "letter.txt").write_text("Dear all")
    page.attach(tmp_path / "letter.txt")
    until(qtbot, lambda: bool(page.refused.text()))
    assert not page.draft.dirty


def test_a_cd_is_put_in_and_ejected(qtbot: QtBot, settings: Settings, tmp_path: Path) -> None:
    dialog = settings(cdrom="/old.iso")
    page = dialog.show_section(CdPage)
    click(page.eject)
    assert dialog.draft.value.cdrom is None
    type_into(page.image.line, "relative.iso")
    assert "absolute" in texts(page)
    type_into(page.image.line, str(tmp_path / "new.iso"))
    assert save(qtbot, dialog).cdrom == str(tmp_path / "new.iso")


def test_network_and_forwards(qtbot: QtBot, settings: Settings) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        dialog = settings(network=Network(forwards=(Forward(port, 22),)))
        page = dialog.show_section(NetworkPage)
        until(qtbot, lambda: page.table.rows[0].state.text() == "taken")
    until(qtbot, lambda: page.table.rows[0].state.text() == "free")
    click(page.table.add_button)
    type_into(page.table.rows[1].host, "50080")
    type_into(page.table.rows[1].guest, "80")
    type_into(page.table.rows[1].address, "here")
    assert "not an IPv4 address" in texts(page)
    type_into(page.table.rows[1].address, "127.0.0.1")
    click(page.table.rows[0].remove)
    tick(page.connected)
    pick(page.model, "e1000")
    saved = save(qtbot, dialog).network
    assert saved == Network(model="e1000", connected=False, forwards=(Forward(50080, 80),))


def test_a_private_network_needs_a_name(qtbot: QtBot, settings: Settings) -> None:
    dialog = settings()
    page = dialog.show_section(NetworkPage)
    pick(page.kind, "private")
    assert not page.forwards.isVisible()
    type_into(page.name, "no spaces")
    assert "can't name" in texts(page)
    type_into(page.name, "lab")
    assert save(qtbot, dialog).network == Network(kind="private", name="lab")


def test_usb_devices_are_ticked(
    qtbot: QtBot, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    node = Path("/dev/bus/usb/001/007")
    found = [Device("046d", "c52b", "1-4", "Receiver", node, usable=False)]
    monkeypatch.setattr(usb_page.usb, "devices", lambda: found)
    dialog = settings()
    page = dialog.show_section(UsbPage)
    until(qtbot, lambda: len(page.boxes) == 1)
    assert str(node) in texts(page)
    tick(page.boxes[0])
    (usb,) = save(qtbot, dialog).usb
    assert (usb.vendor, usb.product, usb.port) == ("046d", "c52b", "")


def test_folders_are_shared(
    qtbot: QtBot, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = settings()
    page = dialog.show_section(SharesPage)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    click(page.add_button)
    row = page.rows_[0]
    type_into(row.tag, "my files")
    assert "can't name" in row.problem.text()
    type_into(row.tag, "files")
    tick(row.read_only)
    click(row.copy)
    assert QGuiApplication.clipboard().text() == "mount -t 9p -o trans=virtio files /mnt"
    (share,) = save(qtbot, dialog).shares
    assert (share.path, share.tag, share.read_only) == (str(tmp_path), "files", True)


def test_display_and_sound(qtbot: QtBot, settings: Settings) -> None:
    dialog = settings()
    page = dialog.show_section(DisplayPage)
    tick(page.clipboard)
    tick(page.shown)
    tick(page.sound)
    saved = save(qtbot, dialog)
    assert (saved.display.kind, saved.display.clipboard, saved.sound) == ("none", False, True)


def test_experts_see_the_command_line(qtbot: QtBot, settings: Settings) -> None:
    dialog = settings(accelerator="tcg")
    page = dialog.show_section(ExpertPage)
    until(qtbot, lambda: "-machine" in page.line.toPlainText())
    type_into(page.append, "quiet")
    assert "no kernel" in texts(page)
    type_into(page.append, "")
    page.extra.setFocus()
    QTest.keyClicks(page.extra, "-device")
    QTest.keyClick(page.extra, Qt.Key.Key_Return)
    QTest.keyClicks(page.extra, "pvpanic")
    until(qtbot, lambda: "-device pvpanic" in page.line.toPlainText())
    click(page.copy)
    assert QGuiApplication.clipboard().text() == page.line.toPlainText()
    assert save(qtbot, dialog).extra_args == ("-device", "pvpanic")


def test_cancel_stores_nothing_and_asks_only_where_something_is_lost(settings: Settings) -> None:
    dialog = settings()
    type_into(dialog.show_section(GeneralPage).group, "Work")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    question = dialog.findChild(DiscardDialog)
    assert question is not None
    click(question.stay_button)
    assert dialog.isVisible()
    click(dialog.cancel_button)
    question = dialog.findChildren(DiscardDialog)[-1]
    click(question.discard_button)
    assert not dialog.isVisible()
    assert store.load("web").group == ""


def test_pages_are_made_when_they_are_seen_and_marked_before(settings: Settings) -> None:
    dialog = settings()
    assert [type(each) for each in dialog.findChildren(Section)] == [GeneralPage]
    dialog.draft.put(memory="2GB")
    marked = dialog.list.item(SECTIONS.index(ProcessorPage))
    assert not marked.icon().isNull()
    assert "wrong" in marked.data(Qt.ItemDataRole.AccessibleTextRole)
    assert not dialog.save_button.isEnabled()
    page = dialog.show_section(ProcessorPage)
    assert "powers of 1000" in texts(page), "said at the field as soon as there is one"
    dialog.show_section(GeneralPage)
    dialog.draft.put(memory="2G")
    assert marked.icon().isNull()
    assert dialog.show_section(ProcessorPage) is page
    assert "powers of 1000" not in texts(page)


def test_the_tab_key_goes_through_a_page_before_the_buttons(settings: Settings) -> None:
    dialog = settings(network=Network(forwards=(Forward(50080, 80),)))
    page = dialog.show_section(NetworkPage)
    click(page.table.add_button)
    first, second = page.table.rows
    dialog.list.setFocus()
    dialog.activateWindow()
    expected = [
        page.kind, page.model, page.connected,
        *(each for row in (first, second) for each in row.widgets() if each is not row.state),
        page.table.add_button, dialog.cancel_button, dialog.save_button, dialog.list,
    ]  # fmt: skip
    for way, key in ((expected, Qt.Key.Key_Tab), (expected[-2::-1], Qt.Key.Key_Backtab)):
        gone = []
        for _ in way:
            QTest.keyClick(dialog, key)
            gone.append(dialog.focusWidget())
        assert gone == way


def test_an_unchanged_dialog_closes_at_once(settings: Settings) -> None:
    dialog = settings()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_waits_for_the_next_start_is_said(qtbot: QtBot, settings: Settings) -> None:
    dialog = settings(running=True)
    assert not dialog.banner.isVisible()
    assert not dialog.show_section(GeneralPage).name.isEnabled()
    assert "from next start" in texts(dialog.show_section(ProcessorPage))
    cd = dialog.show_section(CdPage)
    assert "from next start" not in texts(cd)
    type_into(cd.image.line, "/new.iso")
    assert not dialog.banner.isVisible(), "a CD is changed at once"
    type_into(dialog.show_section(ProcessorPage).memory, "3G")
    assert dialog.banner.isVisible()
    assert "memory" in dialog.banner.text()
    assert save(qtbot, dialog).memory == "3G"


def test_a_running_machine_asks_for_a_new_disks_passphrase(
    qtbot: QtBot, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[bytes] = []

    def apply(name: str, new: Definition, secrets: dict[str, bytearray], *, since: Any) -> None:
        given.append(bytes(secrets[new.disks[0].path]))
        if given[-1] != PASSPHRASE.encode():
            error = changes.VmguiError("It does not open.", code="wrong-secret")
            raise changes.Refused([error], [new.disks[0].path])

    monkeypatch.setattr(changes, "apply", apply)
    disk = make_disk("new")
    dialog = settings(running=True)
    dialog.show_section(DisksPage).attach(disk)
    until(qtbot, lambda: dialog.draft.dirty)
    click(dialog.save_button)

    def asked() -> list[AskSecret]:
        return [each for each in dialog.findChildren(AskSecret) if each.isVisible()]

    until(qtbot, lambda: bool(asked()))
    type_into(asked()[0].field.line, "something else")
    click(asked()[0].unlock_button)
    until(qtbot, lambda: len(given) == 1 and bool(asked()))
    assert "Wrong passphrase" in asked()[0].field.problem.text()
    type_into(asked()[0].field.line, PASSPHRASE)
    with qtbot.waitSignal(dialog.saved, timeout=60_000):
        click(asked()[0].unlock_button)
    assert given == [b"something else", PASSPHRASE.encode()]


def test_the_window_opens_the_settings(
    qtbot: QtBot, window: Open, play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_machine("web")
    play.states["web"] = Status("running")
    running = msgspec.structs.replace(store.load("web"), memory="1G")
    monkeypatch.setattr(client, "running", lambda _: running)
    shown = window()
    see(qtbot, shown, shown.actions_.settings.isEnabled)
    QTest.keyClick(shown, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, lambda: shown.findChild(SettingsDialog) is not None)
    dialog = shown.findChild(SettingsDialog)
    assert dialog is not None
    assert "memory" in dialog.banner.text()
    click(dialog.cancel_button)
