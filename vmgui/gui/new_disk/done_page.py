"""The end of an assistant: what there is now, and a recovery key if one was made."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout

from vmgui.gui.assistant import Page
from vmgui.gui.form import clear, text
from vmgui.gui.icons import pixmap
from vmgui.gui.new_disk.creation import DiskCreation
from vmgui.gui.new_disk.recovery_view import RecoveryView
from vmgui.gui.theme import theme


class DonePage(Page):
    """``sentence`` says what was made; ``choice`` is a question with a tick, if there is one."""

    def __init__(self, disk: DiskCreation, sentence: str, choice: str = "") -> None:
        super().__init__()
        self.title = self.tr("Done")
        self.committed = True
        self._disk, self._sentence = disk, sentence
        self.recovery: RecoveryView | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self.choice = QCheckBox(choice)
        self.choice.setChecked(bool(choice))
        self.choice.setVisible(bool(choice))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addLayout(self._list)
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
            self._list.addWidget(self.recovery)

    def action(self) -> str:
        """The assistant ends."""
        return self.tr("Close")
