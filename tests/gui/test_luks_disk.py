"""LUKS disks in the window: shown like any other, made like any other."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests import luks_images
from tests.gui.conftest import PASSPHRASE
from tests.gui.new_disk import finish, to_protection
from tests.gui.person import click, texts, type_into
from vmgui.gui.disk.facts import FactsReader
from vmgui.gui.disk.view import DiskView
from vmgui.gui.new_disk.dialog import NewDiskAssistant
from vmgui.paths import disks_dir
from vmgui.plugin.opening import open_disk
from vmgui.secret import recovery


def test_a_luks_disk_is_described(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "old.img"
    slots = [(b"a", luks_images.PBKDF2), (b"b", {**luks_images.ARGON2ID, "memory": 65536})]
    path.write_bytes(luks_images.luks2(bytes(8 << 20), slots=slots, sector_size=4096))
    facts = FactsReader().read(path)
    view = DiskView(facts)
    qtbot.addWidget(view)
    words = texts(view)
    for expected in (
        "Encrypted",
        "luks2, cipher aes-xts-plain64, version 2, sectors of",
        "does not notice tampering",
        "b832da8c-18dc-48df-b572-175e9c1eda0b",
        "Slot 0: PBKDF2 (SHA256), 1000 iterations",
        "Slot 1: Argon2id, 64 MiB, 4 passes",
        luks_images.UUID,
        "8 MiB, taking up",
    ):
        assert expected in words, expected
    with open(path, "r+b") as file:
        file.write(bytes(4096))
    damaged = FactsReader().read(path)
    assert "first copy" in damaged.warning
    assert damaged.stable != facts.stable


def test_a_luks_disk_is_made_with_a_recovery_key(qtbot: QtBot, assistant: NewDiskAssistant) -> None:
    to_protection(qtbot, assistant, "portable", "0.01")
    click(assistant.protection_page.card("luks2"))
    click(assistant.next_button)
    type_into(assistant.passphrase_page.first.line, PASSPHRASE)
    type_into(assistant.passphrase_page.second.line, PASSPHRASE)
    finish(qtbot, assistant)
    view = assistant.done_page.recovery
    assert view is not None
    words = recovery.parse(" ".join(view.words))
    for secret in (words, bytearray(PASSPHRASE.encode())):
        disk = open_disk(disks_dir() / "portable.vmg", secret=secret, read_only=True)
        assert disk.header.foreign is not None
        assert disk.header.body.size == 10 << 20
        disk.close()
