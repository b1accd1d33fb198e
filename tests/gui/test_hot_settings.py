"""The settings of machines that really run: QEMU gets what it can get at once."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.guest.conftest import Linux, Machine
from tests.guest.conftest import linux as linux
from tests.guest.conftest import make_machine as make_machine
from tests.gui.conftest import PASSPHRASE, make_disk, until
from tests.gui.person import click, tick, type_into
from tests.keyring_daemon import SecretService
from vmgui.disk.container import read_header
from vmgui.gui.disk.ask_secret import AskSecret
from vmgui.gui.vm_settings.cd_page import CdPage
from vmgui.gui.vm_settings.dialog import SettingsDialog
from vmgui.gui.vm_settings.disks_page import DisksPage
from vmgui.gui.vm_settings.network_page import NetworkPage
from vmgui.gui.vm_settings.processor_page import ProcessorPage
from vmgui.secret import keyring_store
from vmgui.vm import changes, client, store
from vmgui.vm.definition import Definition, Network

Settings = Callable[[Machine], SettingsDialog]


@pytest.fixture
def settings(qtbot: QtBot) -> Settings:
    def open_settings(machine: Machine) -> SettingsDialog:
        dialog = SettingsDialog(store.load(machine.name), client.running(machine.name))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return open_settings


def running(machine: Machine) -> Definition:
    found = client.running(machine.name)
    assert found is not None
    return found


def asked() -> list[AskSecret]:
    tops = QApplication.topLevelWidgets()
    return [each for each in tops if isinstance(each, AskSecret) and each.isVisible()]


def answer(qtbot: QtBot, words: str) -> None:
    until(qtbot, lambda: bool(asked()) and asked()[-1].field.isEnabled())
    type_into(asked()[-1].field.line, words)
    QTest.keyClick(asked()[-1].field.line, Qt.Key.Key_Return)


def attach(qtbot: QtBot, dialog: SettingsDialog, disk: Path) -> None:
    page = dialog.show_section(DisksPage)
    count = len(page.rows_)
    page.attach(disk)
    until(qtbot, lambda: len(page.rows_) > count)


def open_files(machine: Machine) -> set[str]:
    folder = Path(f"/proc/{client.status(machine.name).qemu_pid}/fd")
    return {os.readlink(each) for each in folder.iterdir()}


def log(machine: Machine) -> str:
    return store.places(store.load(machine.name)).log.read_text()


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port


def test_a_running_linux_is_changed(
    qtbot: QtBot,
    settings: Settings,
    make_machine: Callable[..., Machine],
    linux: Linux,
    tmp_path: Path,
) -> None:
    image, disk, port = tmp_path / "tools.iso", make_disk("data"), free_port()
    image.write_bytes(bytes(1 << 20))
    script = linux.running("hotplug", disk="vda")
    machine = make_machine(memory="512M", cpus=2, network=Network(), **script)
    machine.start()
    machine.wait_for("guest: waiting")

    dialog = settings(machine)
    type_into(dialog.show_section(CdPage).image.line, str(image))
    network = dialog.show_section(NetworkPage)
    tick(network.connected)
    click(network.table.add_button)
    type_into(network.table.rows[0].host, str(port))
    attach(qtbot, dialog, disk)
    assert not dialog.banner.isVisible(), "all of that is done at once"
    type_into(dialog.show_section(ProcessorPage).memory, "768M")
    assert "memory" in dialog.banner.text()
    with qtbot.waitSignal(dialog.saved, timeout=120_000):
        click(dialog.save_button)
        answer(qtbot, PASSPHRASE)
    now = running(machine)
    assert (now.cdrom, [each.path for each in now.disks]) == (str(image), [str(disk)])
    assert (now.network.connected, now.network.forwards[0].host) == (False, port)
    assert now.memory == "512M"
    assert changes.pending(now, store.load(machine.name)) == ("memory",)
    assert str(image) in open_files(machine)
    assert "The network cable was pulled." in log(machine)
    with socket.create_connection(("127.0.0.1", port)):
        pass
    machine.wait_for("sectors has come")
    machine.wait_for("guest: written")

    dialog = settings(machine)
    assert "memory" in dialog.banner.text(), "it still waits"
    click(dialog.show_section(CdPage).eject)
    network = dialog.show_section(NetworkPage)
    tick(network.connected)
    until(qtbot, lambda: network.table.rows[0].state.text() == "used by this machine")
    click(network.table.rows[0].remove)
    click(dialog.show_section(DisksPage).rows_[0].detach_button)
    with qtbot.waitSignal(dialog.saved, timeout=120_000):
        click(dialog.save_button)
    now = running(machine)
    assert (now.cdrom, now.disks, now.network) == (None, (), Network())
    assert str(image) not in open_files(machine)
    assert "The network cable was plugged in." in log(machine)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port))
    machine.wait_for("guest: the disk has gone")
    assert client.status(machine.name).disks == ()


def test_the_keyring_opens_a_plugged_disk_in_silence(
    qtbot: QtBot,
    settings: Settings,
    secret_service: SecretService,
    make_machine: Callable[..., Machine],
) -> None:
    disk = make_disk("data")
    keyring_store.store(read_header(disk).header.disk, disk, PASSPHRASE.encode())
    machine = make_machine()
    machine.start()
    dialog = settings(machine)
    attach(qtbot, dialog, disk)
    click(dialog.save_button)
    until(qtbot, lambda: bool(asked()) or not dialog.isVisible())
    assert not asked()
    assert [each["state"] for each in client.status(machine.name).disks] == ["open"]


@pytest.mark.parametrize("stored", [None, "of yesterday"])
def test_what_the_keyring_does_not_open_is_asked_for_once(
    qtbot: QtBot,
    settings: Settings,
    secret_service: SecretService,
    make_machine: Callable[..., Machine],
    stored: str | None,
) -> None:
    disk, other = make_disk("data"), make_disk("other")
    keyring_store.store(read_header(other).header.disk, other, PASSPHRASE.encode())
    if stored is not None:
        keyring_store.store(read_header(disk).header.disk, disk, stored.encode())
    machine = make_machine()
    machine.start()
    dialog = settings(machine)
    attach(qtbot, dialog, disk)
    attach(qtbot, dialog, other)
    click(dialog.save_button)
    until(qtbot, lambda: bool(asked()))
    (question,) = asked()
    assert "data.vmg" in question.windowTitle()
    words = question.field.problem.text()
    assert words == "" if stored is None else "keyring does not open it any more" in words
    answer(qtbot, "something else")
    until(qtbot, lambda: bool(asked()) and "Wrong passphrase" in asked()[0].field.problem.text())
    assert client.running(machine.name).disks[0].path == str(other), "what opens is there already"
    with qtbot.waitSignal(dialog.saved, timeout=120_000):
        answer(qtbot, PASSPHRASE)
    assert not asked()
    assert [each["state"] for each in client.status(machine.name).disks] == ["open", "open"]
    assert keyring_store.lookup(read_header(disk).header.disk).secret != PASSPHRASE.encode()
