"""*New encrypted disk* opened, and its first pages gone through as a person would."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.person import click, type_into
from vmgui.gui.new_disk.dialog import NewDiskAssistant

PASSPHRASE = "correct horse battery staple"


def until(qtbot: QtBot, condition: object) -> None:
    """Wait for something that another process or thread does."""
    qtbot.waitUntil(condition, timeout=120_000)


@pytest.fixture
def assistant(qtbot: QtBot) -> NewDiskAssistant:
    made = NewDiskAssistant()
    made.prepare()
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    return made


def to_protection(qtbot: QtBot, assistant: NewDiskAssistant, name: str, size: str) -> None:
    page = assistant.disk_page
    type_into(page.file.name, name)
    type_into(page.file.size_field, size)
    click(assistant.next_button)
    until(qtbot, lambda: assistant.next_button.isEnabled())


def to_passphrase(qtbot: QtBot, assistant: NewDiskAssistant, name: str = "data") -> None:
    to_protection(qtbot, assistant, name, "0.01")
    click(assistant.next_button)
    assert assistant.page() is assistant.passphrase_page
    type_into(assistant.passphrase_page.first.line, PASSPHRASE)
    type_into(assistant.passphrase_page.second.line, PASSPHRASE)


def finish(qtbot: QtBot, assistant: NewDiskAssistant) -> None:
    click(assistant.next_button)
    assert assistant.next_button.text() == "Create disk"
    click(assistant.next_button)
    until(qtbot, lambda: assistant.page() is assistant.done_page)
