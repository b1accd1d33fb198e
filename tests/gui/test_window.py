"""The main window over a library of definitions and disks; how machines run is played."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import PASSPHRASE, make_disk, until
from tests.gui.person import click, texts, tick, type_into
from tests.gui.play import Open, Play, find, make_machine, see
from vmgui.errors import VmguiError
from vmgui.gui.error_dialog import ErrorDialog
from vmgui.gui.library.sidebar import Kind
from vmgui.gui.machine.deletion import DeleteDialog
from vmgui.gui.machine.log_dialog import LogDialog
from vmgui.gui.new_disk.dialog import NewDiskAssistant
from vmgui.gui.new_vm.dialog import NewMachineAssistant
from vmgui.gui.settings import Settings
from vmgui.gui.theme import DARK, Scheme, theme
from vmgui.gui.window import MainWindow
from vmgui.paths import disks_dir
from vmgui.vm import store
from vmgui.vm.client import Status

# --- empty ----------------------------------------------------------------------------------------


@pytest.mark.usefixtures("strays")
def test_an_empty_home_shows_one_sentence_and_one_button(qtbot: QtBot, window: Open) -> None:
    shown = window()
    assert shown.pages.currentWidget() is shown.welcome
    assert shown.welcome.machine_button.hasFocus()
    QTest.keyClick(shown.welcome.machine_button, Qt.Key.Key_Space)
    until(qtbot, find(shown, NewMachineAssistant).isVisible)


@pytest.mark.usefixtures("strays")
def test_shortcuts_open_the_assistants(qtbot: QtBot, window: Open) -> None:
    shown = window()
    for _ in range(2):  # whoever presses twice gets one
        QTest.keyClick(shown, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assistant = find(shown, NewMachineAssistant)
    until(qtbot, assistant.isVisible)
    assistant.close()
    shown.activateWindow()  # what a window manager would do
    until(qtbot, shown.isActiveWindow)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(shown, Qt.Key.Key_N, both)
    until(qtbot, find(shown, NewDiskAssistant).isVisible)


# --- showing --------------------------------------------------------------------------------------


def test_machines_and_disks_are_listed_with_their_states(window: Open, play: Play) -> None:
    make_machine("debian", make_disk("system"))
    make_machine("broken")
    (store.folder("broken") / store.FILE).write_text("version = 1\nnonsense = [")
    (disks_dir() / "damaged.vmg").write_bytes(bytes(5000))
    play.states["debian"] = Status("running")
    shown = window()
    rows = shown.sidebar.model().rows  # type: ignore[attr-defined]
    assert [(row.title, row.line) for row in rows] == [
        ("Virtual machines", ""),
        ("broken", "Can't be used"),
        ("debian", "Running"),
        ("Disks", ""),
        ("damaged", "Can't be used"),
        ("system", "8 MiB, of debian"),
    ]
    shown.sidebar.choose(Kind.MACHINE, "broken")
    assert "not valid TOML" in texts(shown.machine_page.details)


def test_the_details_of_a_machine_and_its_disks_are_shown(window: Open) -> None:
    disk = make_disk("system")
    forwards = {"forwards": ({"host": 2222, "guest": 22},)}
    make_machine("debian", disk, memory="1536M", cpus=3, network=forwards, cdrom="/isos/a.iso")
    words = texts(window().machine_page.details)
    for expected in (
        "PC, 64-bit (x86-64), 3 cores",
        "1.5 GiB",
        "q35 with BIOS",
        "/isos/a.iso",
        "TCP port 2222 here leads to 22 there",
        "Encrypted",
        "aes-xts",
        "f05d8c0d-1633-4b71-98de-e201c9226e54",
        "Passphrase (slot 0",
        str(disk),
        "8 MiB, taking up",
    ):
        assert expected in words, expected


def test_a_disk_has_a_page_of_its_own_and_can_be_attached(qtbot: QtBot, window: Open) -> None:
    disk = make_disk("data")
    make_machine("debian")
    shown = window()
    shown.sidebar.choose(Kind.DISK, str(disk))
    head = shown.disk_page.head
    assert "Not attached" in head.users.text()
    head._fill_menu()
    head.menu.actions()[0].trigger()
    see(qtbot, shown, lambda: "Attached to debian" in head.users.text())
    assert store.load("debian").disks[0].pin is not None
    assert not head.attach_button.isVisible()


def test_a_disk_that_can_t_be_attached_says_why(qtbot: QtBot, window: Open) -> None:
    disk = make_disk("data")
    make_machine("arm", arch="aarch64")
    shown = window()
    shown.sidebar.choose(Kind.DISK, str(disk))
    store.delete("arm")
    shown.disk_page.attach("arm")
    until(qtbot, lambda: bool(shown.findChildren(ErrorDialog)))
    assert "no virtual machine" in find(shown, ErrorDialog).error.what


def test_a_new_state_is_seen_without_asking(qtbot: QtBot, window: Open, play: Play) -> None:
    make_machine("debian")
    shown = window()
    assert shown.machine_page.state.text() == "Off"
    play.states["debian"] = Status("running")
    until(qtbot, lambda: shown.machine_page.state.text() == "Running")
    assert shown.machine_page.tabs.currentWidget() is shown.machine_page.stack


def test_a_crash_is_explained_where_the_screen_was(qtbot: QtBot, window: Open, play: Play) -> None:
    make_machine("debian")
    play.states["debian"] = Status("running")
    shown = window()
    error = VmguiError("QEMU died.", why="Out of memory.", remedy="Give it less.")
    play.states["debian"] = Status("crashed", error=error.as_dict())
    see(qtbot, shown, lambda: shown.machine_page.state.text() == "Stopped unexpectedly")
    words = texts(shown.machine_page.stack)
    assert "QEMU died. Out of memory. Give it less." in words
    click(shown.machine_page.log_here)
    assert find(shown, LogDialog).isVisible()


def test_what_happens_to_a_running_machine_is_told(qtbot: QtBot, window: Open, play: Play) -> None:
    make_machine("debian")
    words = "/disks/a.vmg: Sector 17 is not what was last written there."
    play.states["debian"] = Status("running", message=words)
    shown = window()
    news = shown.machine_page.news
    assert (news.isVisible(), news.text()) == (True, words)
    play.states["debian"] = Status("running")
    see(qtbot, shown, lambda: not news.isVisible())


# --- doing ----------------------------------------------------------------------------------------

ALL = {"start", "pause", "resume", "shut_down", "force_off", "reset", "delete", "ctrl_alt_delete"}


@pytest.mark.parametrize(
    ("state", "possible"),
    [
        ("stopped", {"start", "delete"}),
        ("starting", {"force_off"}),
        ("running", {"pause", "shut_down", "force_off", "reset", "ctrl_alt_delete"}),
        ("paused", {"resume", "force_off", "reset"}),
        ("stopping", {"force_off"}),
        ("crashed", {"start", "delete"}),
    ],
)
def test_only_what_makes_sense_can_be_done(
    window: Open, play: Play, state: Any, possible: set[str]
) -> None:
    make_machine("debian")
    play.states["debian"] = Status(state)
    shown = window()
    enabled = {name for name in ALL if getattr(shown.actions_, name).isEnabled()}
    assert enabled == possible


def test_a_machine_is_started_paused_resumed_and_stopped_with_the_mouse(
    qtbot: QtBot, window: Open, play: Play
) -> None:
    make_machine("debian")
    shown = window()
    page = shown.machine_page
    click(page.start_button)
    see(qtbot, shown, lambda: page.state.text() == "Running")
    assert not page.start_button.isVisible()
    click(page.pause_button)
    see(qtbot, shown, lambda: page.state.text() == "Paused")
    click(page.resume_button)
    see(qtbot, shown, lambda: page.state.text() == "Running")
    click(page.stop_button)
    see(qtbot, shown, lambda: page.state.text() == "Shutting down…")
    assert "Force off" in shown.statusBar().currentMessage()
    shown.actions_.force_off.trigger()
    see(qtbot, shown, lambda: page.state.text() == "Off")
    assert [verb for _, verb in play.asked] == ["start", "pause", "resume", "shutdown", "kill"]


@pytest.mark.usefixtures("strays")
def test_a_failed_start_is_told_with_the_log_as_details(
    qtbot: QtBot, window: Open, play: Play
) -> None:
    make_machine("debian")
    places = store.places(store.load("debian"))
    places.make()
    places.qemu_log.write_text("qemu: no room\n")
    play.failure = VmguiError("It did not start.", why="No room.", remedy="Free some.")
    shown = window()
    QTest.keyClick(shown, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, lambda: bool(shown.findChildren(ErrorDialog)))
    dialog = find(shown, ErrorDialog)
    assert dialog.error.what == "It did not start."
    assert "qemu: no room" in dialog.details.toPlainText()
    dialog.accept()
    play.failure = None
    click(shown.machine_page.start_button)
    see(qtbot, shown, lambda: shown.machine_page.state.text() == "Running")


def test_a_refused_request_is_told(qtbot: QtBot, window: Open, play: Play) -> None:
    make_machine("debian")
    play.states["debian"] = Status("running")
    play.failure = VmguiError("Not now.")
    shown = window()
    click(shown.machine_page.pause_button)
    until(qtbot, lambda: bool(shown.findChildren(ErrorDialog)))
    assert find(shown, ErrorDialog).error.what == "Not now."


@pytest.mark.usefixtures("strays")
def test_deleting_keeps_the_disks_unless_told_otherwise(qtbot: QtBot, window: Open) -> None:
    disk = make_disk("system")
    make_machine("debian", disk)
    shown = window()
    shown.sidebar.setFocus()
    QTest.keyClick(shown.sidebar, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    dialog = find(shown, DeleteDialog)
    until(qtbot, dialog.keep_button.hasFocus)
    assert str(disk) in texts(dialog).replace("\u200b", "")
    click(dialog.delete_button)
    see(qtbot, shown, lambda: shown.library.snapshot.machine("debian") is None)
    assert disk.exists()
    row = shown.sidebar.current()
    assert row is not None
    assert row.kind is Kind.DISK


def test_deleting_with_disks_spares_those_that_others_use(qtbot: QtBot, window: Open) -> None:
    own, shared = make_disk("own"), make_disk("shared")
    make_machine("debian", own, shared)
    make_machine("other", shared)
    shown = window()
    shown.sidebar.choose(Kind.MACHINE, "debian")
    shown.actions_.delete.trigger()
    dialog = find(shown, DeleteDialog)
    assert str(shared) not in texts(dialog)
    tick(dialog.with_disks)
    assert dialog.delete_button.text() == "Delete machine and disks"
    assert not dialog.delete_button.isEnabled(), "not without the name"
    type_into(dialog.certain, "debia")
    assert not dialog.delete_button.isEnabled()
    type_into(dialog.certain, "debian")
    click(dialog.delete_button)
    see(qtbot, shown, lambda: shown.library.snapshot.machine("debian") is None)
    assert not own.exists()
    assert shared.exists()


def test_a_disk_made_elsewhere_stays_in_the_list(qtbot: QtBot, window: Open, home: Path) -> None:
    elsewhere = make_disk("far", PASSPHRASE, home)
    shown = window()
    assert not shown.library.snapshot.disks
    shown._remember_disk(elsewhere)
    see(qtbot, shown, lambda: shown.library.snapshot.disk(str(elsewhere)) is not None)
    assert Settings().disks == [elsewhere]


def test_a_library_that_can_t_be_read_is_told_once(qtbot: QtBot, window: Open, home: Path) -> None:
    (home / "data").mkdir()
    (home / "data" / "vms").write_text("not a folder")
    shown = MainWindow()
    qtbot.addWidget(shown)
    shown.show()
    until(qtbot, lambda: bool(shown.findChildren(ErrorDialog)))
    for _ in range(3):
        shown.library.refresh()
        qtbot.wait(100)
    assert "refused" in find(shown, ErrorDialog).error.what
    (home / "data" / "vms").unlink()
    make_machine("debian")
    see(qtbot, shown, lambda: shown.library.snapshot.machine("debian") is not None)


# --- manners --------------------------------------------------------------------------------------


def test_theme_and_geometry_are_remembered(window: Open) -> None:
    shown = window()
    shown.menus.schemes[Scheme.DARK].trigger()
    shown.resize(781, 633)
    shown.close()
    theme().choose(Scheme.LIGHT)
    again = window()
    assert theme().colours is DARK
    assert again.menus.schemes[Scheme.DARK].isChecked()
    assert (again.width(), again.height()) == (781, 633)


def test_everything_has_a_name_for_screen_readers(window: Open, play: Play) -> None:
    make_machine("debian", make_disk("system"))
    play.states["debian"] = Status("running")
    shown = window()
    for button in shown.findChildren(QAbstractButton):
        if not button.objectName().startswith("qt_") and button.isVisibleTo(shown):
            assert button.accessibleName() or button.text() or button.toolTip(), button
    for widget in (shown.sidebar, shown.machine_page.console, shown.machine_page.more_button):
        assert isinstance(widget, QWidget)
        assert widget.accessibleName()
