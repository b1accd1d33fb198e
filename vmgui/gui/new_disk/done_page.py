"""The end of an assistant: what there is now, and a recovery key if one was made."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vmgui.gui.assistant import Page
from vmgui.gui.form import clear, set_look, text
from vmgui.gui.icons import pixmap, wear
from vmgui.gui.new_disk.attaching import AttachButton
from vmgui.gui.new_disk.creation import DiskCreation
from vmgui.gui.new_disk.recovery_view import RecoveryView
from vmgui.gui.show_in_folder import show_in_folder
from vmgui.gui.theme import theme


class DonePage(Page):
    """``sentence`` says what was made; ``choice`` is a question with a tick, if there is one.

    With ``ways_on`` the disk can be attached to a machine and shown in its folder. The page ends
    when the recovery key was kept, or its tick says that it is not wanted.
    """

    def __init__(
        self, disk: DiskCreation, sentence: str, choice: str = "", *, ways_on: bool = False
    ) -> None:
        super().__init__()
        self.title = self.tr("Done")
        self.committed = True
        self._disk, self._sentence = disk, sentence
        self.recovery: RecoveryView | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self.choice = QCheckBox(choice, self)
        self.choice.setChecked(bool(choice))
        self.choice.setVisible(bool(choice))
        self.attach = AttachButton(disk.plan)
        self.show_button = QPushButton(self.tr("Show in folder"))
        self.show_button.setAutoDefault(False)
        wear(self.show_button, "folder")
        self.show_button.clicked.connect(lambda: show_in_folder(disk.plan.path, self))
        ways = QHBoxLayout()
        ways.setSpacing(8)
        for button in (self.attach, self.show_button):
            button.setParent(self)  # not a window of its own, however short
            button.setVisible(ways_on)
            ways.addWidget(button)
        ways.addStretch()
        self.attach.told.setParent(self)
        self.attach.told.setVisible(ways_on)
        self.asked = text(self.tr("Save or print the recovery key first, or tick the box above."))
        set_look(self.asked, "bad")
        self.asked.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addLayout(self._list)
        layout.addWidget(self.asked)
        layout.addLayout(ways)
        layout.addWidget(self.attach.told)
        layout.addWidget(self.choice)
        layout.addStretch()

    def enter(self) -> None:
        """Show what came out."""
        clear(self._list)
        sign = QLabel()
        sign.setPixmap(pixmap("done", 28, theme().colours.good))
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(sign)
        head.addWidget(text(self._sentence), 1)
        self._list.addLayout(head)
        if self._disk.warning:
            self._list.addWidget(text(self._disk.warning, "warning"))
        key = self._disk.recovery
        if key is not None:
            self.recovery = RecoveryView(key, self._disk.plan.path, self._disk.uuid)
            self.recovery.changed.connect(self._settled)
            self._list.addWidget(self.recovery)
            self.recovery.show()  # it can take the keyboard at once
            order = [self.recovery.skip, self.attach, self.show_button, self.choice]
            for before, after in pairwise(order):
                QWidget.setTabOrder(before, after)
        self.attach.look()

    def complete(self) -> bool:
        """The recovery key would be lost otherwise."""
        return self.recovery is None or self.recovery.settled()

    def cancel(self) -> bool:
        """Closing is the end as well: not before the recovery key is kept."""
        self.asked.setVisible(not self.complete())
        return self.complete()

    def action(self) -> str:
        """The assistant ends."""
        return self.tr("Close")

    def _settled(self) -> None:
        if self.complete():
            self.asked.hide()
        self.changed.emit()
