"""What can be done with the library itself: groups, names, removing and putting back, files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.disk.attaching import Attaching
from vmgui.gui.disk.facts import DiskFacts
from vmgui.gui.error_dialog import show_error
from vmgui.gui.language import say
from vmgui.gui.library.disk_deletion import DeleteDiskDialog
from vmgui.gui.library.dropped import Dropped, look_at
from vmgui.gui.library.library import Library
from vmgui.gui.library.name_dialog import NameDialog
from vmgui.gui.library.rows import Kind, Row
from vmgui.gui.library.undo_bar import UndoBar
from vmgui.gui.notice import Notice
from vmgui.gui.settings import Settings
from vmgui.vm import changes, store, trash
from vmgui.vm.validate import MAX_NAME, name_problem


class LibraryDeeds(QObject):
    """Carries them out in the background. ``cd_dropped``: a CD that belongs to no machine yet."""

    cd_dropped = Signal(object)
    shown_wanted = Signal(object, str)

    def __init__(
        self, library: Library, settings: Settings, undo: UndoBar, window: QWidget
    ) -> None:
        super().__init__(window)
        self._library, self._settings = library, settings
        self._undo, self._window = undo, window

    # --- groups and names ---------------------------------------------------------------------

    def ask_group(self, names: Sequence[str]) -> None:
        """Ask which group these machines belong to."""
        groups = sorted({each.group for each in self._library.snapshot.machines} - {""})
        dialog = NameDialog(
            self.tr("Move to group"),
            self.tr("Which group do they belong to? Empty: none."),
            self.tr("Move"),
            "",
            ["", *groups],
            self._group_problem,
            self._window,
        )
        dialog.named.connect(lambda group: self.move_to_group(names, group))
        dialog.open()

    def _group_problem(self, name: str) -> str:
        if len(name) > MAX_NAME or not name.isprintable():
            return self.tr("This can't be its name.")
        return ""

    def move_to_group(self, names: Sequence[str], group: str) -> None:
        """List these machines under ``group``."""

        def work() -> None:
            for name in names:
                store.update(name, lambda old: msgspec.structs.replace(old, group=group))

        self._do(work)

    def rename_group(self, group: str) -> None:
        """Ask for a group's new name."""
        members = [each.name for each in self._library.snapshot.machines if each.group == group]
        dialog = NameDialog(
            self.tr("Rename the group"),
            self.tr("What shall the group “%s” be called?") % group,
            self.tr("Rename"),
            group,
            [group],
            self._group_problem,
            self._window,
        )
        dialog.named.connect(lambda name: self.move_to_group(members, name))
        dialog.open()

    def name_problem(self, old: str, new: str) -> str:
        """Why a machine can't be called so; empty: it can."""
        problem = name_problem(new)
        if problem:
            return self.tr("This can't be its name. %s") % say(problem)
        others = {each.name for each in self._library.snapshot.machines} - {old}
        if new in others:
            return self.tr("There is a virtual machine of this name already.")
        return ""

    def rename(self, old: str, new: str) -> None:
        """Give a stopped machine another name."""
        self._do(
            lambda: store.rename(old, new),
            lambda: self.shown_wanted.emit(Kind.MACHINE, new),
        )

    def ask_copy(self, name: str) -> None:
        """Ask what a machine like this one is to be called."""
        names = {each.name for each in self._library.snapshot.machines}
        free = next(new for number in count(2) if (new := f"{name} {number}") not in names)
        dialog = NameDialog(
            self.tr("Duplicate"),
            self.tr("What shall the copy of “%s” be called?") % name,
            self.tr("Duplicate"),
            free,
            [free],
            lambda new: self.name_problem("", new),
            self._window,
        )
        dialog.say(
            self.tr(
                "It gets all settings, but no disks: two machines can't use the same one at once. "
                "Create or attach some afterwards."
            ),
            "quiet",
        )
        dialog.named.connect(lambda new: self._copy(name, new))
        dialog.open()

    def _copy(self, name: str, new: str) -> None:
        self._do(lambda: store.copy(name, new), lambda: self.shown_wanted.emit(Kind.MACHINE, new))

    # --- removing and putting back ------------------------------------------------------------

    def remove(self, names: Sequence[str]) -> None:
        """Take machines out of the library; that can be undone."""
        removed: list[str] = []

        def work() -> None:
            for name in names:
                vm_id = trash.remove(name)
                removed.append(vm_id)  # one by one: what is done is known if another fails

        def offer() -> None:
            gone = len(removed)
            words = self.tr("“%s” was removed from the library. Its disks are still there.")
            many = self.tr("%n virtual machine(s) were removed from the library.", "", gone)
            if removed:
                self._undo.offer(
                    words % names[0] if gone == 1 else many, lambda: self._put_back(removed)
                )

        def done(_: object) -> None:
            offer()
            self._library.refresh()

        def fail(error: VmguiError) -> None:
            offer()  # those before it are removed already
            self._fail(error)

        if names:
            in_background(self, work, done, fail)

    def _put_back(self, removed: Sequence[str]) -> None:
        def work() -> None:
            for vm_id in removed:
                trash.restore(vm_id)

        self._do(work)

    def remove_disks(self, paths: Sequence[Path]) -> None:
        """Show these disks no more; their files stay where they are."""
        disks, hidden = self._settings.disks, self._settings.hidden_disks
        self._set_disks(
            [each for each in disks if each not in paths],
            [*hidden, *(each for each in paths if each not in hidden)],
        )
        words = self.tr("“%s” was removed from the list. The file is still there.")
        many = self.tr(
            "%n disk(s) were removed from the list. The files are still there.", "", len(paths)
        )
        self._undo.offer(
            words % paths[0].name if len(paths) == 1 else many,
            lambda: self._set_disks(disks, hidden),
        )

    def delete_disk(self, disk: DiskFacts) -> None:
        """Ask by name, then delete a disk that no machine has, with all data on it."""
        dialog = DeleteDiskDialog(disk, self._window)
        dialog.deleted.connect(self._library.refresh)
        dialog.open()

    def add_disk(self, path: Path) -> None:
        """Show this disk, too."""
        disks = self._settings.disks
        hidden = [each for each in self._settings.hidden_disks if each != path]
        self._set_disks(disks if path in disks else [*disks, path], hidden)
        self.shown_wanted.emit(Kind.DISK, str(path))

    def ask_disk(self) -> None:
        """Ask for the file of a disk that is there already."""
        dialog = QFileDialog(self._window, self.tr("Add a disk"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Disks (*.vmg *.luks *.img);;All files (*)"))
        dialog.fileSelected.connect(lambda path: self.take_files(None, [Path(path)]))
        dialog.open()

    def _set_disks(self, disks: list[Path], hidden: list[Path]) -> None:
        self._settings.disks, self._settings.hidden_disks = disks, hidden
        self._library.watch_disks(disks, hidden)

    # --- files that were dropped --------------------------------------------------------------

    def take_files(self, row: Row | None, files: Sequence[Path]) -> None:
        """See what they are, then ask before a machine is changed."""
        machine = row.key if row is not None and row.kind is Kind.MACHINE else ""
        in_background(
            self,
            lambda: [look_at(path) for path in files],
            lambda found: self._take(machine, found),
            self._fail,
        )

    def _take(self, machine: str, found: Sequence[Dropped]) -> None:
        for each in found:
            if each.kind == "neither":
                self._fail(
                    VmguiError(
                        self.tr("“%s” can't be used here.") % each.path.name,
                        why=each.problem,
                        remedy=self.tr("Drop a CD's image (.iso), or a disk of vmgui or LUKS."),
                    )
                )
            elif machine:
                self._ask(machine, each)
            elif each.kind == "cd":
                self.cd_dropped.emit(each.path)
            else:
                self.add_disk(each.path)

    def _ask(self, machine: str, file: Dropped) -> None:
        cd = file.kind == "cd"
        headline = (
            self.tr("Put “%s” into the CD drive of “%s”?")
            if cd
            else self.tr("Attach the disk “%s” to “%s”?")
        )
        dialog = Notice(
            self.tr("Insert a CD") if cd else self.tr("Attach a disk"),
            "disk",
            "accent",
            headline % (file.path.name, machine),
            self._window,
        )
        known = self._library.snapshot.machine(machine)
        live = known is not None and known.live
        if cd:
            dialog.say(self.tr("A CD that is in the drive is taken out."))
        elif live:
            dialog.say(
                self.tr("It runs and gets the disk at once. The file stays where it is."),
            )
        else:
            dialog.say(
                self.tr("The machine has it from its next start on. The file stays where it is.")
            )
        others = "" if cd else self._others(machine, file.path)
        if others:
            dialog.say(
                self.tr("%s has it, too. They can't run at the same time with it.") % others,
                "warning",
            )
        dialog.buttons.addStretch()
        dialog.add_button(self.tr("Cancel")).clicked.connect(dialog.reject)
        go = dialog.add_button(self.tr("Insert") if cd else self.tr("Attach"), primary=True)
        go.clicked.connect(dialog.accept)
        dialog.accepted.connect(lambda: self._give(machine, file))
        dialog.open()

    def _others(self, machine: str, path: Path) -> str:
        users = self._library.snapshot.users(path)
        return ", ".join(each.name for each in users if each.name != machine)

    def _give(self, machine: str, file: Dropped) -> None:
        known = self._library.snapshot.machine(machine)
        if file.facts is None:
            self._do(lambda: _insert(machine, file.path))
        elif known is not None:
            attaching = Attaching(file.facts, known, self._window)
            attaching.done.connect(self._library.refresh)
            attaching.failed.connect(self._fail)

    # --- the rest -----------------------------------------------------------------------------

    def _do(self, work: Callable[[], object], done: Callable[[], object] | None = None) -> None:
        def end(_: object) -> None:
            if done is not None:
                done()
            self._library.refresh()

        in_background(self, work, end, self._fail)

    def _fail(self, error: VmguiError) -> None:
        self._library.refresh()
        show_error(error, self._window)


def _insert(machine: str, path: Path) -> None:
    old = store.load(machine)
    changes.apply(machine, msgspec.structs.replace(old, cdrom=str(path.absolute())))
