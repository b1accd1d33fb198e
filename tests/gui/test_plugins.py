"""*Plug-ins*: what is listed, approving and withdrawing, and the choice for a new disk."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import until
from tests.gui.person import click, texts
from tests.stranger import CRASH, plant
from vmgui.gui.new_disk.dialog import NewDiskAssistant
from vmgui.gui.new_disk.protection_page import ProtectionPage
from vmgui.gui.plugins.approval import ApproveDialog, WithdrawDialog
from vmgui.gui.plugins.dialog import PluginsDialog
from vmgui.gui.theme import Scheme, theme
from vmgui.gui.window import MainWindow
from vmgui.plugin import speed
from vmgui.plugin.found import by_name, drop_in_dir
from vmgui.plugin.ranking import FAST_ENOUGH, choices
from vmgui.plugin.speed import Speed
from vmgui.plugin.trust import Trust


def opened(qtbot: QtBot) -> PluginsDialog:
    dialog = PluginsDialog()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    until(qtbot, lambda: bool(dialog.rows))
    return dialog


def test_everything_is_listed_with_what_it_is(qtbot: QtBot) -> None:
    approved = plant()
    plant("new-one", approved=False)
    changed = plant("changed-one")
    (changed.folder / "more.py").write_text("")
    gone = plant("gone-one")
    shutil.rmtree(gone.folder)
    broken = drop_in_dir() / "broken"
    broken.mkdir()
    (broken / "plugin.toml").write_text("api = 9")
    dialog = opened(qtbot)
    for name, state in (
        ("aes-gcm", "Recommended · Came with vmgui"),
        ("aes-xts", "Came with vmgui"),
        ("acme", "Approved by you"),
        ("new-one", "Not approved"),
        ("changed-one", "Changed since you approved it"),
    ):
        assert dialog.row(name).state.text() == state
    words = texts(dialog)
    for each in (
        by_name("aes-xts").manifest.summary,
        "Its files changed since you approved it: new: more.py.",
        f"{approved.digest[:16]}…",
        "Acme, version 1.0.0",
        "Measured once it is approved",
        "version 9 of the VM Encryption API",
        "gone-one",
        str(gone.manifest.id),
    ):
        assert each in words
    click(dialog.row("acme").copy_button)
    assert QGuiApplication.clipboard().text() == approved.digest


def test_speeds_come_when_they_are_measured(qtbot: QtBot) -> None:
    speed._file().unlink()
    plant("crasher", at_encrypt=CRASH)
    dialog = opened(qtbot)
    assert dialog.row("aes-xts").speed.text() == "Being measured…"
    until(qtbot, lambda: "MB/s" in dialog.row("unencrypted").speed.text())
    assert "MB/s" in dialog.row("aes-xts").speed.text()
    assert "“crasher”" in dialog.row("crasher").speed.text()
    assert "SIGSEGV" in dialog.row("crasher").speed.text()
    assert speed.known(by_name("aes-xts")) is not None


def test_approving_and_withdrawing(qtbot: QtBot, home: Path) -> None:
    mark = home / "ran"
    plugin = plant(at_import=f"open({str(mark)!r}, 'w').close()", approved=False)
    dialog = opened(qtbot)
    click(dialog.row("acme").approve_button)
    question = dialog.findChild(ApproveDialog)
    assert question is not None
    for each in ("Acme", "1.0.0", plugin.digest[:32], plugin.digest[32:], str(plugin.folder)):
        assert each in texts(question)
    assert question.cancel_button.hasFocus(), "the careful answer is the near one"
    click(question.cancel_button)
    assert by_name("acme").trust is Trust.NOT_APPROVED
    assert not mark.exists()

    click(dialog.row("acme").approve_button)
    question = dialog.findChildren(ApproveDialog)[-1]
    click(question.approve_button)
    until(qtbot, lambda: dialog.row("acme").choice.trust is Trust.APPROVED)
    until(qtbot, mark.exists)  # measured, in a process of its own
    until(qtbot, lambda: "MB/s" in dialog.row("acme").speed.text())

    click(dialog.row("acme").withdraw_button)
    withdrawal = dialog.findChild(WithdrawDialog)
    assert withdrawal is not None
    click(withdrawal.withdraw_button)
    until(qtbot, lambda: dialog.row("acme").choice.trust is Trust.NOT_APPROVED)
    assert by_name("acme").trust is Trust.NOT_APPROVED


def test_what_changed_is_said_before_it_is_approved_again(qtbot: QtBot) -> None:
    plugin = plant()
    (plugin.folder / "more.py").write_text("")
    dialog = opened(qtbot)
    click(dialog.row("acme").approve_button)
    question = dialog.findChild(ApproveDialog)
    assert question is not None
    assert "Its files changed since you approved it: new: more.py." in texts(question)


def test_the_approval_of_what_is_gone_is_withdrawn(qtbot: QtBot) -> None:
    plant()
    shutil.rmtree(drop_in_dir())
    dialog = opened(qtbot)
    ((_, button),) = dialog.missing
    click(button)
    withdrawal = dialog.findChild(WithdrawDialog)
    assert withdrawal is not None
    click(withdrawal.withdraw_button)
    until(qtbot, lambda: not dialog.missing)


def test_a_list_of_approvals_that_can_not_be_read_is_told(qtbot: QtBot) -> None:
    plant()
    (drop_in_dir().parent / "approvals.toml").write_text("nonsense = [")
    dialog = PluginsDialog()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    until(qtbot, lambda: "approve your plug-ins again" in texts(dialog))


def test_every_button_has_words_for_screen_readers(qtbot: QtBot) -> None:
    plant()
    dialog = opened(qtbot)
    for button in dialog.findChildren(QAbstractButton):
        assert button.text() or button.accessibleName(), button


def test_the_menu_opens_it_in_both_themes(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    window.menus.scheme_chosen.emit(Scheme.DARK)
    window.menus.show_plugins.trigger()
    dialog = window.findChild(PluginsDialog)
    assert dialog is not None
    until(qtbot, lambda: bool(dialog.rows))
    assert theme().colours.dark
    dialog.close()


# The choice for a new disk.


@pytest.fixture
def assistant(qtbot: QtBot) -> NewDiskAssistant:
    """At its first page."""
    made = NewDiskAssistant()
    made.prepare()
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    return made


def test_the_recommendation_waits_for_what_it_depends_on(qtbot: QtBot) -> None:
    speed._file().unlink()
    made = NewDiskAssistant()
    made.prepare()
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    page = made.protection_page
    until(qtbot, lambda: bool(page._cards))
    assert page.card("aes-xts").choice.recommended, "the best of what needs no measurement"
    assert not page.complete()
    assert "Measuring" in page.hint
    assert "Recommended" not in texts(page)
    until(qtbot, page.complete)
    assert not page.hint
    assert "Recommended" in texts(page)
    best = choices().recommended
    assert best is not None
    assert page.card(best.name).radio.isChecked()
    assert best.plugin.manifest.cipher.authenticated == (
        max(known.slowest for each in ("aes-gcm", "chacha20-poly1305")
            if (known := speed.known(by_name(each)))) >= FAST_ENOUGH
    )  # fmt: skip


def test_who_chooses_need_not_wait(qtbot: QtBot) -> None:
    speed._file().unlink()
    made = NewDiskAssistant()
    made.prepare()
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    page = made.protection_page
    until(qtbot, lambda: bool(page._cards))
    click(made.next_button)
    click(page.another)
    assert page.complete()
    click(page.card("aes-xts").radio)
    until(qtbot, lambda: "MB/s" in page.card("unencrypted").facts.text())
    assert page.card("aes-xts").radio.isChecked()


def test_what_is_too_slow_here_is_not_recommended(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("aes-gcm", "chacha20-poly1305"):
        speed.remember(by_name(name), Speed(FAST_ENOUGH - 1, 9000.0, 9000.0, 9000.0))
    made = NewDiskAssistant()
    made.prepare()
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    until(qtbot, made.protection_page.complete)
    assert made.protection_page.card("aes-xts").radio.isChecked()


def has(page: ProtectionPage, name: str) -> bool:
    return any(card.choice.name == name for card in page._cards)


def page_of(qtbot: QtBot, assistant: NewDiskAssistant) -> ProtectionPage:
    page = assistant.protection_page
    click(assistant.next_button)
    until(qtbot, page.complete)
    return page


def test_one_is_recommended_with_its_sentence_and_speed(
    qtbot: QtBot, assistant: NewDiskAssistant
) -> None:
    page = page_of(qtbot, assistant)
    card = page.card("aes-gcm")
    assert card.radio.isChecked()
    until(qtbot, lambda: card.radio.hasFocus())
    words = texts(page)
    assert "Recommended" in words
    assert by_name("aes-gcm").manifest.summary in words
    assert "Notices tampering · 9000 MB/s here · by vmgui, version" in words
    assert "Not encrypted" not in words
    click(page.another)
    assert page.card("unencrypted").isVisible()
    assert not page.another.isVisible()


def test_a_stranger_is_approved_on_the_way(qtbot: QtBot, assistant: NewDiskAssistant) -> None:
    plant(approved=False)
    page = page_of(qtbot, assistant)
    page._look()
    until(qtbot, lambda: has(page, "acme"))
    click(page.another)
    card = page.card("acme")
    assert not card.radio.isEnabled()
    assert "It runs only after you approved it." in texts(card)
    click(card.approve_button)
    question = assistant.findChild(ApproveDialog)
    assert question is not None
    click(question.approve_button)
    until(qtbot, lambda: page.card("acme").usable())
    assert page.card("aes-gcm").radio.isChecked(), "approving is not choosing"
    click(page.card("acme").radio)
    assert page.card("acme").radio.isChecked()
    until(qtbot, lambda: "MB/s" in page.card("acme").facts.text())
    assert page.card("acme").radio.isChecked(), "a choice stays"


def test_missing_and_unusable_ones_are_marked(qtbot: QtBot, assistant: NewDiskAssistant) -> None:
    gone = plant("gone-one")
    shutil.rmtree(gone.folder)
    broken = drop_in_dir() / "broken"
    broken.mkdir(parents=True)
    (broken / "plugin.toml").write_text("api = 9")
    page = page_of(qtbot, assistant)
    page._look()
    click(page.another)
    until(qtbot, lambda: "gone-one" in texts(page))
    assert "You approved it once." in texts(page)
    assert "It is written for version 9" in texts(page)
