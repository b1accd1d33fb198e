"""The menus of the list: what can be done with what is below the pointer, or selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from vmgui.gui.library.deeds import LibraryDeeds
from vmgui.gui.library.library import Snapshot
from vmgui.gui.library.panel import LibraryPanel
from vmgui.gui.library.rows import Kind, Row
from vmgui.gui.machine.actions import MachineActions


class LibraryMenus(QObject):
    """Opens them. ``new`` are the actions for an empty place."""

    def __init__(
        self,
        panel: LibraryPanel,
        deeds: LibraryDeeds,
        actions: MachineActions,
        new: Sequence[QAction],
        snapshot: Callable[[], Snapshot],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._panel, self._deeds, self._actions = panel, deeds, actions
        self._new, self._snapshot, self._window = list(new), snapshot, window

    def open(self, row: Row | None, place: QPoint) -> QMenu:
        """Open the menu for this row, at this place of the screen."""
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        machines = [
            each.key for each in self._panel.sidebar.selection() if each.kind is Kind.MACHINE
        ]
        if row is None:
            menu.addActions(self._new)
            self._add(menu, self.tr("Add existing disk…"), self._deeds.ask_disk)
        elif row.kind is Kind.GROUP:
            self._group(menu, row.key)
        elif row.kind is Kind.DISK:
            self._disk(menu, row.key)
        elif len(machines) > 1 and row.key in machines:
            self._several(menu, machines)
        else:
            self._machine(menu, row.key)
        menu.popup(place)
        return menu

    def _machine(self, menu: QMenu, name: str) -> None:
        actions = self._actions
        for group in actions.groups():
            menu.addActions([action for action in group if action.isVisible()])
            menu.addSeparator()
        self._groups(menu, [name])
        menu.addActions([actions.rename, actions.duplicate])
        menu.addActions([actions.remove, actions.delete])

    def _several(self, menu: QMenu, names: list[str]) -> None:
        actions = self._actions
        menu.addActions([actions.start, actions.shut_down])
        menu.addSeparator()
        menu.addActions([actions.force_off])
        menu.addSeparator()
        self._groups(menu, names)
        menu.addAction(actions.remove)

    def _groups(self, menu: QMenu, names: list[str]) -> None:
        below = menu.addMenu(self.tr("Move to group"))
        groups = sorted({each.group for each in self._snapshot().machines} - {""})
        for group in groups:
            words = group.replace("&", "&&")
            self._add(below, words, partial(self._deeds.move_to_group, names, group))
        if groups:
            self._add(below, self.tr("No group"), lambda: self._deeds.move_to_group(names, ""))
            below.addSeparator()
        self._add(below, self.tr("New group…"), lambda: self._deeds.ask_group(names))

    def _group(self, menu: QMenu, group: str) -> None:
        actions = self._actions
        menu.addActions([actions.start, actions.shut_down])
        menu.addSeparator()
        self._add(menu, self.tr("Rename the group…"), lambda: self._deeds.rename_group(group))
        names = [each.name for each in self._panel.members(group)]
        self._add(menu, self.tr("Dissolve the group"), lambda: self._deeds.move_to_group(names, ""))

    def _disk(self, menu: QMenu, key: str) -> None:
        selected = [each.key for each in self._panel.sidebar.selection() if each.kind is Kind.DISK]
        keys = selected if key in selected else [key]
        free = [Path(each) for each in keys if not self._snapshot().users(Path(each))]
        self._add(
            menu,
            self.tr("Remove from the list"),
            lambda: self._deeds.remove_disks(free),
            enabled=bool(free),
        )
        disk = self._snapshot().disk(key)
        if disk is not None and len(keys) == 1:
            self._add(
                menu,
                self.tr("Delete for good…"),
                lambda: self._deeds.delete_disk(disk),
                enabled=bool(free),
            )
        menu.addSeparator()
        self._add(menu, self.tr("Add existing disk…"), self._deeds.ask_disk)

    def _add(
        self, menu: QMenu, words: str, do: Callable[[], object], *, enabled: bool = True
    ) -> None:
        action = menu.addAction(words)
        action.setEnabled(enabled)
        action.triggered.connect(lambda _=False: do())
