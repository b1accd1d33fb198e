"""The library as a person uses it: searching, groups, several at once, removing and undoing."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QImage,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.gui.conftest import make_disk, until
from tests.gui.person import click, texts, type_into
from tests.gui.play import Open, Play, find, make_machine, see
from tests.gui.real_screen import guest_image
from vmgui.errors import VmguiError
from vmgui.gui.error_dialog import ErrorDialog
from vmgui.gui.library.disk_deletion import DeleteDiskDialog
from vmgui.gui.library.name_dialog import NameDialog
from vmgui.gui.library.name_editing import NameLine
from vmgui.gui.library.rows import Kind, Lock, Order
from vmgui.gui.machine.deletion import DeleteDialog
from vmgui.gui.new_vm.dialog import NewMachineAssistant
from vmgui.gui.notice import Notice
from vmgui.gui.settings import Settings
from vmgui.gui.window import MainWindow
from vmgui.paths import disks_dir
from vmgui.vm import store, trash
from vmgui.vm.client import Status


def rows(window: MainWindow) -> list[str]:
    return [row.title for row in window.sidebar.model().rows]  # type: ignore[attr-defined]


def row(window: MainWindow, title: str) -> int:
    return rows(window).index(title)


def place(window: MainWindow, title: str) -> QPoint:
    sidebar = window.sidebar
    return sidebar.visualRect(sidebar.model().index(row(window, title), 0)).center()


def select(window: MainWindow, *titles: str) -> None:
    for number, title in enumerate(titles):
        modifier = Qt.KeyboardModifier.ControlModifier if number else Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(
            window.sidebar.viewport(), Qt.MouseButton.LeftButton, modifier, place(window, title)
        )


def menu(window: MainWindow, kind: Kind, key: str) -> dict[str, object]:
    """What the context menu offers, by words."""
    found = next(
        each
        for each in window.sidebar.model().rows  # type: ignore[attr-defined]
        if (each.kind, each.key) == (kind, key)
    )
    opened = window.library_menus.open(found, window.mapToGlobal(QPoint(50, 200)))
    actions = {action.text().replace("&", ""): action for action in opened.actions()}
    opened.hide()
    return actions  # type: ignore[return-value]


# --- looking --------------------------------------------------------------------------------------


def test_searching_finds_names_disks_and_systems(window: Open) -> None:
    make_machine("web", make_disk("customers"), system="debian12")
    make_machine("mail", make_disk("letters"))
    shown = window()
    QTest.keyClick(shown, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert shown.panel.search.hasFocus()
    QTest.keyClicks(shown.panel.search, "custom")
    assert rows(shown) == ["Virtual machines", "web", "Disks", "customers"]
    type_into(shown.panel.search, "DEBIAN we")
    assert rows(shown) == ["Virtual machines", "web"]
    type_into(shown.panel.search, "nowhere")
    assert rows(shown) == []
    assert "Nothing found for “nowhere”." in texts(shown.panel)
    QTest.keyClick(shown.panel.search, Qt.Key.Key_Escape)
    assert len(rows(shown)) == 6
    assert shown.sidebar.hasFocus()


def test_locks_tell_how_much_is_encrypted(window: Open) -> None:
    from vmgui.job import run

    plain = disks_dir() / "plain.vmg"
    secret = make_disk("secret")
    run("create", {"path": str(plain), "size": 1 << 20, "plugin": "unencrypted"}, [])
    make_machine("all", secret)
    make_machine("some", secret, plain)
    make_machine("none", plain)
    make_machine("empty")
    shown = window()
    found = {
        each.key: (each.lock, each.lock_text)
        for each in shown.sidebar.model().rows  # type: ignore[attr-defined]
        if each.kind is Kind.MACHINE
    }
    assert found == {
        "all": (Lock.CLOSED, "All disks encrypted"),
        "some": (Lock.HALF, "Some disks not encrypted"),
        "none": (Lock.OPEN, "Not encrypted"),
        "empty": (Lock.NONE, ""),
    }
    shown.grab()


def test_a_screen_reader_hears_state_and_lock(window: Open, play: Play) -> None:
    make_machine("debian", make_disk("system"))
    play.states["debian"] = Status("running")
    shown = window()
    list_ = QAccessible.queryAccessibleInterface(shown.sidebar)
    assert list_.role() == QAccessible.Role.List
    words = list_.child(row(shown, "debian")).text(QAccessible.Text.Name)
    assert words == "debian, Running, All disks encrypted"


def test_the_picture_of_a_running_machine_goes_with_it(
    qtbot: QtBot, window: Open, play: Play, home: Path
) -> None:
    make_machine("debian")
    play.states["debian"] = Status("running", vnc=str(home / "no.sock"))
    shown = window()
    shown.sidebar.set_picture("debian", QImage(320, 200, QImage.Format.Format_RGB32))
    shown.grab()
    play.states["debian"] = Status()
    see(qtbot, shown, lambda: not shown.sidebar._model.pictured())


# --- groups ---------------------------------------------------------------------------------------


def test_groups_fold_and_stay_folded(window: Open) -> None:
    make_machine("a")
    make_machine("b", group="Work")
    make_machine("c", group="Work")
    shown = window()
    assert rows(shown) == ["Virtual machines", "a", "Work", "b", "c"]
    shown.sidebar.choose(Kind.GROUP, "Work")
    QTest.keyClick(shown.sidebar, Qt.Key.Key_Left)
    assert rows(shown) == ["Virtual machines", "a", "Work"]
    list_ = QAccessible.queryAccessibleInterface(shown.sidebar)
    assert list_.child(2).text(QAccessible.Text.Name) == "Work, folded"
    assert Settings().collapsed == {"Work"}
    again = window()
    assert rows(again) == ["Virtual machines", "a", "Work"]
    again.sidebar.choose(Kind.GROUP, "Work")
    QTest.keyClick(again.sidebar, Qt.Key.Key_Return)
    assert rows(again)[-1] == "c"


def test_a_machine_is_moved_to_a_new_group(qtbot: QtBot, window: Open) -> None:
    make_machine("a")
    shown = window()
    shown.library_deeds.ask_group(["a"])
    dialog = find(shown, NameDialog)
    dialog.field.setEditText("Very private")
    click(dialog.ok_button)
    see(qtbot, shown, lambda: "Very private" in rows(shown))
    assert store.load("a").group == "Very private"


def test_a_group_is_renamed_and_dissolved(qtbot: QtBot, window: Open) -> None:
    make_machine("a", group="Old")
    shown = window()
    menu(shown, Kind.GROUP, "Old")["Rename the group…"].trigger()  # type: ignore[attr-defined]
    dialog = find(shown, NameDialog)
    dialog.field.setEditText("New")
    click(dialog.ok_button)
    see(qtbot, shown, lambda: "New" in rows(shown))
    menu(shown, Kind.GROUP, "New")["Dissolve the group"].trigger()  # type: ignore[attr-defined]
    see(qtbot, shown, lambda: "New" not in rows(shown))
    assert store.load("a").group == ""


def test_a_group_s_page_starts_all_that_are_off(qtbot: QtBot, window: Open, play: Play) -> None:
    for name in ("a", "b", "c"):
        make_machine(name, group="Work")
    play.states["b"] = Status("running")
    shown = window()
    shown.sidebar.choose(Kind.GROUP, "Work")
    page = shown.selection_page
    assert shown.pages.currentWidget() is page
    assert page.title.text() == "Work"
    click(page.buttons["start"])
    until(qtbot, lambda: len(play.asked) == 2)
    assert set(play.asked) == {("a", "start"), ("c", "start")}


# --- several at once ------------------------------------------------------------------------------


def test_several_are_shut_down_together(qtbot: QtBot, window: Open, play: Play) -> None:
    for name in ("a", "b", "c"):
        make_machine(name)
        play.states[name] = Status("running")
    shown = window()
    select(shown, "a", "c")
    assert shown.pages.currentWidget() is shown.selection_page
    assert "2 virtual machine(s) selected" in shown.selection_page.title.text()
    assert not shown.selection_page.buttons["remove"].isEnabled()
    click(shown.selection_page.buttons["shut_down"])
    until(qtbot, lambda: len(play.asked) == 2)
    assert set(play.asked) == {("a", "shutdown"), ("c", "shutdown")}
    see(qtbot, shown, lambda: len(shown.sidebar.selection()) == 2)
    select(shown, "b")
    assert shown.pages.currentWidget() is shown.machine_page


# --- removing -------------------------------------------------------------------------------------


@pytest.mark.usefixtures("strays")
def test_a_machine_is_removed_and_put_back(qtbot: QtBot, window: Open) -> None:
    disk = make_disk("system")
    make_machine("debian", disk)
    before = store.load("debian")
    (store.folder("debian") / "vars.fd").write_bytes(b"firmware")
    shown = window()
    shown.sidebar.setFocus()
    QTest.keyClick(shown.sidebar, Qt.Key.Key_Delete)
    see(qtbot, shown, lambda: "debian" not in rows(shown))
    assert disk.exists()
    until(qtbot, shown.panel.undo_bar.isVisible)
    assert "“debian” was removed from the library" in texts(shown.panel.undo_bar)
    QTest.keyClick(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    see(qtbot, shown, lambda: "debian" in rows(shown))
    assert store.load("debian") == before
    assert (store.folder("debian") / "vars.fd").read_bytes() == b"firmware"
    assert not shown.panel.undo_bar.isVisible()


def test_putting_back_where_the_name_is_taken_is_told(qtbot: QtBot, window: Open) -> None:
    make_machine("debian")
    shown = window()
    shown.library_deeds.remove(["debian"])
    until(qtbot, shown.panel.undo_bar.isVisible)
    make_machine("debian")
    click(shown.panel.undo_bar.button)
    until(qtbot, lambda: bool(shown.findChildren(ErrorDialog)))
    assert "already" in find(shown, ErrorDialog).error.what


def test_a_disk_leaves_the_list_and_its_file_stays(qtbot: QtBot, window: Open) -> None:
    disk = make_disk("old")
    shown = window()
    action = menu(shown, Kind.DISK, str(disk))["Remove from the list"]
    action.trigger()  # type: ignore[attr-defined]
    see(qtbot, shown, lambda: "old" not in rows(shown))
    assert disk.exists()
    assert Settings().hidden_disks == [disk]
    click(shown.panel.undo_bar.button)
    see(qtbot, shown, lambda: "old" in rows(shown))


def test_a_disk_of_a_machine_can_t_leave_the_list(window: Open) -> None:
    disk = make_disk("system")
    make_machine("debian", disk)
    shown = window()
    action = menu(shown, Kind.DISK, str(disk))["Remove from the list"]
    assert not action.isEnabled()  # type: ignore[attr-defined]


def test_the_trash_is_emptied_after_a_while(home: Path) -> None:
    import time

    make_machine("debian")
    vm_id = trash.remove("debian")
    trash.purge(time.time() + (trash.DAYS - 1) * 86400)
    assert [each.id for each in trash.removed()] == [vm_id]
    trash.purge(time.time() + (trash.DAYS + 1) * 86400)
    assert trash.removed() == []


def editing(window: MainWindow) -> NameLine:
    QTest.keyClick(window, Qt.Key.Key_F2)
    return find(window, NameLine)  # type: ignore[no-any-return]


def test_a_machine_is_renamed_in_the_list(qtbot: QtBot, window: Open) -> None:
    make_machine("old")
    make_machine("taken")
    shown = window()
    shown.sidebar.choose(Kind.MACHINE, "old")
    line = editing(shown)
    assert (line.hasFocus(), line.selectedText()) == (True, "old")
    for name, problem in (("taken", "of this name already"), ("", "can't be its name")):
        type_into(line, name)
        assert line.panel.isVisible()
        assert problem in line.problem.text()
        assert not line.panel.geometry().intersects(line.geometry())
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert line.isVisible(), "it stays until the name can be taken"
    make_machine("another")
    shown.library.refresh()
    until(qtbot, lambda: shown.library.snapshot.machine("another") is not None)
    assert line.isVisible(), "what comes meanwhile does not disturb"
    type_into(line, "new")
    assert not line.panel.isVisible()
    QTest.keyClick(line, Qt.Key.Key_Return)
    see(qtbot, shown, lambda: "new" in rows(shown))
    assert rows(shown)[1:] == ["another", "new", "taken"]
    current = shown.sidebar.current()
    assert current is not None
    assert current.key == "new"
    assert shown.sidebar.hasFocus()


def test_escape_and_a_click_elsewhere_leave_a_name_as_it_is(qtbot: QtBot, window: Open) -> None:
    make_machine("old")
    make_machine("taken")
    shown = window()
    shown.sidebar.choose(Kind.MACHINE, "old")
    line = editing(shown)
    type_into(line, "new")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    until(qtbot, lambda: not shown.findChildren(NameLine))
    menu(shown, Kind.MACHINE, "old")["Rename"].trigger()  # type: ignore[attr-defined]
    type_into(find(shown, NameLine), "taken")
    shown.panel.search.setFocus()
    until(qtbot, lambda: not shown.findChildren(NameLine))
    assert rows(shown)[1:] == ["old", "taken"]


def test_a_machine_is_duplicated_without_its_disks(qtbot: QtBot, window: Open, play: Play) -> None:
    make_machine("web", make_disk("system"), memory="3G", group="Work")
    make_machine("web 2")
    play.states["web"] = Status("running")
    shown = window()
    shown.sidebar.choose(Kind.MACHINE, "web")
    menu(shown, Kind.MACHINE, "web")["Duplicate…"].trigger()  # type: ignore[attr-defined]
    dialog = find(shown, NameDialog)
    assert "no disks" in texts(dialog)
    assert dialog.field.currentText() == "web 3"
    type_into(dialog.field, "web 2")
    assert not dialog.ok_button.isEnabled()
    type_into(dialog.field, "test")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    see(qtbot, shown, lambda: getattr(shown.sidebar.current(), "key", "") == "test")
    made, old = store.load("test"), store.load("web")
    assert (made.memory, made.group, made.disks) == ("3G", "Work", ())
    assert made.id != old.id
    assert len(old.disks) == 1


# --- files ----------------------------------------------------------------------------------------


def drop(window: MainWindow, where: QPoint, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(where), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    window.sidebar.dropEvent(event)


def notice(window: MainWindow) -> Notice:
    found = [each for each in window.findChildren(Notice) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def test_an_iso_dropped_on_a_machine_becomes_its_cd(qtbot: QtBot, window: Open, home: Path) -> None:
    image = home / "debian.iso"
    guest_image(image)
    make_machine("web")
    shown = window()
    drop(shown, place(shown, "web"), image)
    until(qtbot, lambda: any(each.isVisible() for each in shown.findChildren(Notice)))
    dialog = notice(shown)
    assert "Put “debian.iso” into the CD drive of “web”?" in texts(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    until(qtbot, lambda: store.load("web").cdrom == str(image))


def test_a_disk_dropped_on_a_machine_is_attached(qtbot: QtBot, window: Open, home: Path) -> None:
    disk = make_disk("far", folder=home)
    make_machine("web")
    shown = window()
    drop(shown, place(shown, "web"), disk)
    until(qtbot, lambda: any(each.isVisible() for each in shown.findChildren(Notice)))
    QTest.keyClick(notice(shown), Qt.Key.Key_Return)
    until(qtbot, lambda: [each.path for each in store.load("web").disks] == [str(disk)])


def test_a_disk_dropped_beside_is_listed(qtbot: QtBot, window: Open, home: Path) -> None:
    disk = make_disk("far", folder=home)
    shown = window()
    drop(shown, QPoint(100, 300), disk)
    see(qtbot, shown, lambda: "far" in rows(shown))
    assert Settings().disks == [disk]


def test_any_other_file_is_refused_with_the_reason(qtbot: QtBot, window: Open, home: Path) -> None:
    file = home / "letter.txt"
    file.write_text("Dear disk")
    make_machine("web")
    shown = window()
    drop(shown, place(shown, "web"), file)
    until(qtbot, lambda: bool(shown.findChildren(ErrorDialog)))
    error = find(shown, ErrorDialog).error
    assert "letter.txt" in error.what
    assert ".iso" in error.remedy


def test_the_menu_key_opens_the_menu_of_what_is_chosen(qtbot: QtBot, window: Open) -> None:
    make_machine("web")
    shown = window()
    shown.sidebar.setFocus()
    opened: list[object] = []
    shown.sidebar.menu_wanted.connect(lambda row, place: opened.append(row.key))
    # Which key asks for it is the platform's; this is what Qt makes of it.
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(shown.sidebar.viewport(), event)
    assert opened == ["web"]
    for each in shown.findChildren(QMenu):
        each.hide()


@pytest.mark.parametrize("count", [60])
def test_many_machines_are_looked_at_quickly_enough(window: Open, count: int) -> None:
    for number in range(count):
        make_machine(f"machine {number:02}", group=("", "Work", "Home")[number % 3])
    shown = window()
    assert len(rows(shown)) == count + 3
    select(shown, "machine 03")
    current = shown.sidebar.current()
    assert current is not None
    assert current.key == "machine 03"
    old = shown.library.snapshot.machines[0].definition
    assert old is not None
    assert msgspec.structs.replace(old, group="x").group == "x"


# --- several, with keys ---------------------------------------------------------------------------


def test_del_removes_all_that_are_selected_and_off(qtbot: QtBot, window: Open, play: Play) -> None:
    for name in ("a", "b", "c"):
        make_machine(name)
    play.states["b"] = Status("running")
    shown = window()
    shown.sidebar.setFocus()
    QTest.keyClick(shown.sidebar, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert "3" in shown.selection_page.title.text()
    QTest.keyClick(shown.sidebar, Qt.Key.Key_Delete)
    see(qtbot, shown, lambda: rows(shown) == ["Virtual machines", "b"])
    until(qtbot, shown.panel.undo_bar.isVisible)
    click(shown.panel.undo_bar.button)
    see(qtbot, shown, lambda: rows(shown) == ["Virtual machines", "a", "b", "c"])


def test_ctrl_r_starts_all_that_are_selected(qtbot: QtBot, window: Open, play: Play) -> None:
    for name in ("a", "b", "c"):
        make_machine(name)
    play.states["b"] = Status("running")
    shown = window()
    select(shown, "a", "b", "c")
    QTest.keyClick(shown, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, lambda: len(play.asked) == 2)
    assert set(play.asked) == {("a", "start"), ("c", "start")}


def test_of_several_what_was_removed_before_a_failure_can_be_put_back(
    qtbot: QtBot, window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_machine("a")
    make_machine("b")
    remove = trash.remove

    def fail(name: str) -> str:
        if name == "b":
            raise VmguiError("It can't be removed.")
        return remove(name)

    monkeypatch.setattr(trash, "remove", fail)
    shown = window()
    shown.library_deeds.remove(["a", "b"])
    until(qtbot, lambda: bool(shown.findChildren(ErrorDialog)))
    see(qtbot, shown, lambda: rows(shown) == ["Virtual machines", "b"])
    click(shown.panel.undo_bar.button)
    see(qtbot, shown, lambda: "a" in rows(shown))


def test_several_disks_leave_the_list_together(qtbot: QtBot, window: Open) -> None:
    paths = [make_disk(name) for name in ("one", "two")]
    used = make_disk("used")
    make_machine("a", used)
    shown = window()
    select(shown, "one", "two", "used")
    page = shown.selection_page
    assert shown.pages.currentWidget() is page
    assert "3" in page.title.text()
    assert "used" in texts(page)
    assert not page.buttons["start"].isVisible()
    click(page.take_out)
    see(qtbot, shown, lambda: rows(shown)[-1] == "used" and "one" not in rows(shown))
    assert all(path.exists() for path in paths)


def test_a_search_without_result_offers_to_clear_it(window: Open) -> None:
    make_machine("a")
    shown = window()
    type_into(shown.panel.search, "nowhere")
    assert shown.pages.currentWidget() is shown.nothing
    click(shown.panel.clear_button)
    assert rows(shown) == ["Virtual machines", "a"]
    assert not shown.panel.clear_button.isVisible()


# --- deleting for good ----------------------------------------------------------------------------


def test_a_disk_of_no_machine_is_deleted_by_its_name(qtbot: QtBot, window: Open) -> None:
    disk = make_disk("secret letters")
    shown = window()
    shown.sidebar.choose(Kind.DISK, str(disk))
    QTest.keyClick(shown, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    dialog = find(shown, DeleteDiskDialog)
    assert "encrypted" in texts(dialog)
    assert not dialog.delete_button.isEnabled()
    QTest.keyClicks(dialog.certain, "secret letter")
    assert not dialog.delete_button.isEnabled()
    QTest.keyClicks(dialog.certain, "s")
    click(dialog.delete_button)
    see(qtbot, shown, lambda: not rows(shown))
    assert not disk.exists()


def test_a_disk_that_was_attached_meanwhile_is_not_deleted(qtbot: QtBot, window: Open) -> None:
    disk = make_disk("letters")
    shown = window()
    shown.sidebar.choose(Kind.DISK, str(disk))
    QTest.keyClick(shown, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    dialog = find(shown, DeleteDiskDialog)
    make_machine("quick", disk)
    QTest.keyClicks(dialog.certain, "letters")
    click(dialog.delete_button)
    until(qtbot, lambda: bool(dialog.findChildren(ErrorDialog)))
    assert disk.exists()


def test_deleting_a_machine_says_who_else_has_its_disks(window: Open) -> None:
    both, own = make_disk("both"), make_disk("own")
    make_machine("a", both, own)
    make_machine("b", both)
    shown = window()
    shown.deeds.delete("a")
    dialog = find(shown, DeleteDialog)
    words = texts(dialog)
    assert "The disk “both” stays: b has it, too." in words
    assert "own.vmg" in words
    assert "both.vmg" not in words


# --- dragging -------------------------------------------------------------------------------------


def drag(window: MainWindow, *names: str) -> QMimeData:
    model = window.sidebar.model()
    return model.mimeData([model.index(row(window, name), 0) for name in names])


def let_go(window: MainWindow, where: QPoint, data: QMimeData) -> tuple[bool, bool]:
    """Drag over a place and drop; whether each was taken."""
    about = (
        Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )  # fmt: skip
    over = QDragMoveEvent(where, *about)
    over.setAccepted(False)
    window.sidebar.dragMoveEvent(over)
    window.grab()
    event = QDropEvent(QPointF(where), *about)
    event.setAccepted(False)
    window.sidebar.dropEvent(event)
    return over.isAccepted(), event.isAccepted()


def test_machines_are_dragged_onto_a_group_and_out_of_it(qtbot: QtBot, window: Open) -> None:
    make_machine("a")
    make_machine("b")
    make_machine("c", group="Work")
    make_disk("free")
    shown = window()
    assert let_go(shown, place(shown, "Work"), drag(shown, "a", "b")) == (True, True)
    see(qtbot, shown, lambda: rows(shown)[:4] == ["Virtual machines", "Work", "a", "b"])
    assert store.load("a").group == "Work"
    assert let_go(shown, place(shown, "free"), drag(shown, "a")) == (False, False)
    assert let_go(shown, place(shown, "Virtual machines"), drag(shown, "a")) == (True, True)
    see(qtbot, shown, lambda: store.load("a").group == "")


def test_only_machines_can_be_dragged(window: Open) -> None:
    make_machine("a", group="Work")
    make_disk("free")
    shown = window()
    model = shown.sidebar.model()
    draggable = Qt.ItemFlag.ItemIsDragEnabled
    found = [bool(model.flags(model.index(n, 0)) & draggable) for n in range(model.rowCount())]
    assert dict(zip(rows(shown), found, strict=True)) == {
        "Virtual machines": False, "Work": False, "a": True, "Disks": False, "free": False,
    }  # fmt: skip


def test_a_file_dropped_on_the_machine_s_page_is_for_it(
    qtbot: QtBot, window: Open, home: Path
) -> None:
    disk = make_disk("far", folder=home)
    make_machine("web")
    shown = window()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(disk))])
    about = (
        Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )  # fmt: skip
    enter = QDragEnterEvent(QPoint(300, 300), *about)
    QApplication.sendEvent(shown.pages, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(shown.pages, QDropEvent(QPointF(300, 300), *about))
    until(qtbot, lambda: any(each.isVisible() for each in shown.findChildren(Notice)))
    assert "Attach the disk “far.vmg” to “web”?" in texts(notice(shown))


def test_an_iso_dropped_beside_is_for_a_new_machine(qtbot: QtBot, window: Open, home: Path) -> None:
    image = home / "debian.iso"
    guest_image(image)
    shown = window()
    drop(shown, QPoint(100, 400), image)
    until(qtbot, lambda: any(each.isVisible() for each in shown.findChildren(NewMachineAssistant)))
    assert find(shown, NewMachineAssistant).medium_page.cdrom.path() == image


# --- order and sections ---------------------------------------------------------------------------


def test_numbers_are_sorted_as_numbers_and_what_runs_may_come_first(
    window: Open, play: Play
) -> None:
    for name in ("web 10", "Web 2", "web 1"):
        make_machine(name)
    play.states["web 10"] = Status("running")
    shown = window()
    assert rows(shown)[1:] == ["web 1", "Web 2", "web 10"]
    shown.panel.view.orders[Order.STATE].trigger()
    assert rows(shown)[1:] == ["web 10", "web 1", "Web 2"]
    again = window()
    assert rows(again)[1:] == ["web 10", "web 1", "Web 2"]


def test_a_section_folds_by_a_click_and_by_the_menu(window: Open) -> None:
    make_machine("a")
    make_disk("one")
    make_disk("two")
    shown = window()
    QTest.mouseClick(
        shown.sidebar.viewport(), Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier, place(shown, "Disks"),
    )  # fmt: skip
    assert rows(shown) == ["Virtual machines", "a", "Disks"]
    shown.grab()
    again = window()
    assert rows(again) == ["Virtual machines", "a", "Disks"]
    action = again.panel.view.sections["disks"]
    assert not action.isChecked()
    assert action in again.menus.view.actions()
    action.trigger()
    assert rows(again)[-2:] == ["one", "two"]
    type_into(again.panel.search, "tw")
    assert rows(again) == ["Disks", "two"]
