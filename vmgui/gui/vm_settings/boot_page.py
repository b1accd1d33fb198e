"""*Boot order*: what the firmware tries, from the top."""

from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout

from vmgui.gui.icons import icon, wear
from vmgui.gui.vm_settings.draft import Draft
from vmgui.gui.vm_settings.section import Section
from vmgui.vm.qemu.disk import boot_order

_CD = -1


class BootPage(Section):
    """The CD is tried before all disks or after them; nothing between is possible."""

    KEYS = ("cd_first",)

    @staticmethod
    def title() -> str:
        """As it stands in the list."""
        return QCoreApplication.translate("BootPage", "Boot order")

    def __init__(self, draft: Draft) -> None:
        super().__init__(
            draft,
            self.tr("The firmware tries these from the top. Move one with Alt+Up and Alt+Down."),
        )
        self.waits = self.badge()
        self.room.addWidget(self.waits)
        self.order = QListWidget()
        self.order.setAccessibleName(self.tr("Boot order"))
        self.order.setMinimumHeight(180)
        self.order.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.order.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.order.currentRowChanged.connect(lambda _: self._enable())
        self.up = QPushButton(self.tr("Move up"))
        self.down = QPushButton(self.tr("Move down"))
        buttons = QVBoxLayout()
        for button, name, keys, step in (
            (self.up, "arrow-up", "Alt+Up", -1),
            (self.down, "arrow-down", "Alt+Down", 1),
        ):
            button.setAutoDefault(False)
            wear(button, name)
            button.clicked.connect(lambda _=False, by=step: self.move_by(by))
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=step: self.move_by(by))
            buttons.addWidget(button)
        buttons.addStretch()
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.order, 1)
        line.addLayout(buttons)
        self.room.addLayout(line)

    def show_draft(self) -> None:
        """List the disks and the CD as they are tried."""
        super().show_draft()
        self.waits.setVisible(self.draft.running is not None)
        value = self.draft.value
        chosen = self.order.currentItem()
        before = chosen.data(Qt.ItemDataRole.UserRole) if self.order.count() else None
        self.order.blockSignals(True)
        self.order.clear()
        for index in self._indices():
            if index == _CD:
                name = Path(value.cdrom).name if value.cdrom else self.tr("empty")
                item = QListWidgetItem(icon("cd"), self.tr("CD: %s") % name)
                key = ""
            else:
                key = value.disks[index].path
                item = QListWidgetItem(icon("disk"), Path(key).name)
                item.setToolTip(key)
            item.setData(Qt.ItemDataRole.UserRole, key)
            self.order.addItem(item)
            if key == before:
                self.order.setCurrentItem(item)
        if self.order.currentRow() < 0:
            self.order.setCurrentRow(0)
        self.order.blockSignals(False)
        self._enable()

    def move_by(self, step: int) -> None:
        """Move the chosen one up (-1) or down (1)."""
        row = self.order.currentRow()
        if not self._can(step):
            return
        indices = self._indices()
        if indices[row] == _CD:
            self.draft.put(cd_first=step < 0)
            return
        indices[row], indices[row + step] = indices[row + step], indices[row]
        disks = list(self.draft.value.disks)
        for place, index in enumerate((each for each in indices if each != _CD), 1):
            disks[index] = msgspec.structs.replace(disks[index], boot=place)
        self.draft.put(disks=tuple(disks))

    def _indices(self) -> list[int]:
        order = boot_order(self.draft.value)
        return [_CD, *order] if self.draft.value.cd_first else [*order, _CD]

    def _can(self, step: int) -> bool:
        row, indices = self.order.currentRow(), self._indices()
        if not 0 <= row < len(indices) or not 0 <= row + step < len(indices):
            return False
        return indices[row] == _CD or indices[row + step] != _CD

    def _enable(self) -> None:
        self.up.setEnabled(self._can(-1))
        self.down.setEnabled(self._can(1))
