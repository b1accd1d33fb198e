"""What a person reads when something fails."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.gui.person import click, texts
from vmgui.errors import VmguiError
from vmgui.gui.error_dialog import show_error

ERROR = VmguiError("It did not start.", why="No <b>room</b>.", remedy="Free some.")


def test_it_says_what_why_and_what_to_do_as_plain_text(qtbot: QtBot) -> None:
    dialog = show_error(ERROR, None)
    qtbot.addWidget(dialog)
    for words in ("It did not start.", "No <b>room</b>.", "Free some."):
        assert words in texts(dialog)
    assert all(
        label.textFormat() is Qt.TextFormat.PlainText
        for label in dialog.findChildren(QLabel)
        if label.text()
    )
    assert dialog.unfold.isHidden()


def test_details_unfold_and_are_copied(qtbot: QtBot) -> None:
    dialog = show_error(ERROR, None, "qemu: no room")
    qtbot.addWidget(dialog)
    assert dialog.details.isHidden()
    click(dialog.unfold)
    assert dialog.details.isVisible()
    click(dialog.copy)
    copied = QGuiApplication.clipboard().text()
    assert copied == "It did not start. No <b>room</b>. Free some.\n\nqemu: no room"
    click(dialog.unfold)
    assert dialog.details.isHidden()


def test_enter_closes_it(qtbot: QtBot) -> None:
    dialog = show_error(ERROR, None)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
