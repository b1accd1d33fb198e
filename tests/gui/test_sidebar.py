"""The list of machines and disks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from vmgui.gui.library.sidebar import Kind, Row, Sidebar

HEADING = Row(Kind.HEADING, "machines", "Virtual machines")


def machine(name: str, line: str = "Off", tone: str = "") -> Row:
    return Row(Kind.MACHINE, name, name, line, tone, "machine")


def shown(qtbot: QtBot, *names: str) -> Sidebar:
    sidebar = Sidebar()
    qtbot.addWidget(sidebar)
    sidebar.resize(260, 400)
    sidebar.show()
    sidebar.show_rows([HEADING, *(machine(name) for name in names)])
    return sidebar


def chosen(sidebar: Sidebar) -> str:
    row = sidebar.current()
    return row.key if row else ""


def test_the_first_machine_is_chosen_and_arrows_go_on(qtbot: QtBot) -> None:
    sidebar = shown(qtbot, "a", "b")
    assert chosen(sidebar) == "a"
    QTest.keyClick(sidebar, Qt.Key.Key_Down)
    assert chosen(sidebar) == "b"
    QTest.keyClick(sidebar, Qt.Key.Key_Up)
    QTest.keyClick(sidebar, Qt.Key.Key_Up)
    assert chosen(sidebar) == "a", "the heading can't be chosen"


def test_typing_a_name_finds_it(qtbot: QtBot) -> None:
    sidebar = shown(qtbot, "alpha", "beta", "gamma")
    QTest.keyClick(sidebar, Qt.Key.Key_G)
    assert chosen(sidebar) == "gamma"


def test_a_click_chooses(qtbot: QtBot) -> None:
    sidebar = shown(qtbot, "a", "b")
    place = sidebar.visualRect(sidebar.model().index(2, 0)).center()
    with qtbot.waitSignal(sidebar.chosen) as signal:
        QTest.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert signal.args[0].key == "b"


def test_a_new_state_does_not_disturb_the_choice(qtbot: QtBot) -> None:
    sidebar = shown(qtbot, "a", "b")
    sidebar.choose(Kind.MACHINE, "b")
    with qtbot.assertNotEmitted(sidebar.chosen):
        sidebar.show_rows([HEADING, machine("a", "Running", "good"), machine("b")])
    assert chosen(sidebar) == "b"
    text = sidebar.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text == "a, Running"


def test_a_machine_that_comes_or_goes_leaves_the_choice_where_it_was(qtbot: QtBot) -> None:
    sidebar = shown(qtbot, "b", "c", "d")
    sidebar.choose(Kind.MACHINE, "c")
    sidebar.show_rows([HEADING, *(machine(name) for name in "abcd")])
    assert chosen(sidebar) == "c"
    sidebar.show_rows([HEADING, *(machine(name) for name in "abd")])
    assert chosen(sidebar) in "bd", "a neighbour takes its place"


def test_an_empty_list_chooses_nothing(qtbot: QtBot) -> None:
    sidebar = shown(qtbot, "a")
    with qtbot.waitSignal(sidebar.chosen) as signal:
        sidebar.show_rows([])
    assert signal.args == [None]
