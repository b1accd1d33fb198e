"""Each page of the settings and each tab of a disk, by keyboard alone and for a screen reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.conftest import make_disk, until
from tests.gui.play import Open, make_machine
from vmgui.gui.language import choose_language, say
from vmgui.gui.library.sidebar import Kind
from vmgui.gui.vm_settings import usb_page
from vmgui.gui.vm_settings.dialog import SECTIONS, SettingsDialog
from vmgui.gui.vm_settings.usb_page import UsbPage
from vmgui.vm import store
from vmgui.vm.definition import Forward, Network, Share
from vmgui.vm.usb import Device

TABS = 5
Role = QAccessible.Role
# What a screen reader calls something that can be used; anything else would be a mere region.
ROLES = {
    Role.Button, Role.ButtonMenu, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.SpinBox,
    Role.EditableText, Role.StaticText, Role.List, Role.Table, Role.Tree, Role.PageTabList,
    Role.Graphic, Role.Client,  # the latter is what scrolls
}  # fmt: skip


@pytest.fixture(params=["en", "de"], autouse=True)
def _language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    choose_language(request.param)
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)
    say.cache_clear()


def controls(window: QWidget) -> list[QWidget]:
    """All that can be seen in here and used; not the parts that Qt makes others of."""
    return [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and each.focusProxy() is None
        and (isinstance(each, QAbstractButton) or each.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and not isinstance(each.parentWidget(), (QLineEdit, QComboBox, QTabBar))
        and not each.objectName().startswith("qt_")
    ]


def told(widget: QWidget) -> tuple[str, Role]:
    """What a screen reader is told: the name and what it is."""
    interface = QAccessible.queryAccessibleInterface(widget)
    which = QAccessible.Text.Name
    if isinstance(widget, QComboBox):  # its name is the present entry
        which = QAccessible.Text.Description
    return interface.text(which), interface.role()


def walk(window: QWidget, key: Qt.Key) -> list[QWidget]:
    """Where Tab or Shift+Tab stops until it comes back."""
    start = window.focusWidget()
    stops: list[QWidget] = []
    while start not in stops:
        QTest.keyClick(window, key)
        stops.append(window.focusWidget())
        assert len(stops) < 200, "it never comes back"
    return stops


def mnemonics(window: QWidget) -> Counter[str]:
    """How many visible things of a window each Alt+letter is for."""
    words = [
        each.text()
        for each in window.findChildren(QAbstractButton) + window.findChildren(QLabel)
        if each.isVisible() and (not isinstance(each, QLabel) or each.buddy() is not None)
    ]
    for bar in window.findChildren(QTabBar):
        words += [bar.tabText(index) for index in range(bar.count()) if bar.isVisible()]
    for menu in window.findChildren(QMenuBar):
        words += [action.text() for action in menu.actions() if action.isVisible()]
    keys = [QKeySequence.mnemonic(each).toString() for each in words]
    return Counter(key for key in keys if key)


def check(window: QWidget) -> list[str]:
    """What is wrong: everything has a name of its own and a role, Tab comes by, both ways, and
    no letter is taken twice."""
    found = controls(window)
    names = Counter(told(each) for each in found)
    wrong = [f"{each} has no name" for each in found if not told(each)[0].strip()]
    wrong += [f"{each} is {told(each)}" for each in found if told(each)[1] not in ROLES]
    wrong += [f"{count} are {name}" for name, count in names.items() if count > 1]
    forth, back = walk(window, Qt.Key.Key_Tab), walk(window, Qt.Key.Key_Backtab)
    if forth[-2::-1] != back[:-1]:
        wrong.append(f"{forth} is not {back} backwards")
    wrong += [
        f"Tab misses {told(each)}" for each in found if each.isEnabled() and each not in forth
    ]
    wrong += [f"Alt+{key} twice" for key, count in mnemonics(window).items() if count > 1]
    return wrong


@pytest.mark.parametrize("running", [False, True], ids=["off", "running"])
def test_pages_of_the_settings(
    qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch, running: bool
) -> None:
    node = Path("/dev/bus/usb/001/007")
    devices = [Device("046d", f"c52{n}", f"1-{n}", f"R&D {n}", node, usable=n == "1") for n in "12"]
    monkeypatch.setattr(usb_page.usb, "devices", lambda: devices)
    make_machine(
        "web",
        make_disk("R&D"),
        make_disk("data"),
        cdrom="/isos/a.iso",
        network=Network(forwards=(Forward(50080, 80), Forward(50081, 81))),
        shares=(Share("/srv", "srv"), Share("/home", "home")),
    )
    stored = store.load("web")
    dialog = SettingsDialog(stored, stored if running else None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    QTest.qWaitForWindowActive(dialog)
    dialog.list.setFocus()
    for row, kind in enumerate(SECTIONS):
        assert dialog.list.currentRow() == row
        page = dialog.show_section(kind)
        if isinstance(page, UsbPage):
            until(qtbot, lambda page=page: len(page.boxes) == 2)
        assert not check(dialog), kind.title()
        dialog.list.setFocus()
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)


def test_tabs_of_a_disk(qtbot: QtBot, window: Open) -> None:
    disk = make_disk("data")
    make_machine("debian", disk)
    shown = window()
    shown.sidebar.choose(Kind.DISK, str(disk))
    page = shown.disk_page
    until(qtbot, lambda: "no-backup" in page.overview.rows)
    bar = page.tabs.tabBar()
    bar.setFocus()
    for index in range(TABS):
        assert bar.currentIndex() == index
        assert not check(shown), bar.tabText(index)
        bar.setFocus()
        QTest.keyClick(bar, Qt.Key.Key_Right)
    assert bar.count() == TABS


def test_no_letter_of_a_menu_is_taken_twice(window: Open) -> None:
    shown = window()
    menus = shown.findChildren(QMenu)
    assert len(menus) > 3
    for menu in menus:
        keys = [QKeySequence.mnemonic(each.text()).toString() for each in menu.actions()]
        taken = Counter(key for key in keys if key)
        assert all(count == 1 for count in taken.values()), (menu.title(), taken)
