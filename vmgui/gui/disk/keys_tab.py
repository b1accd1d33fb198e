"""*What opens it*: the key slots of a disk, and everything that changes them."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from vmgui.gui.disk.facts import DiskFacts
from vmgui.gui.disk.key_deeds import KeyDeeds
from vmgui.gui.disk.slots import SlotFacts, slots_of
from vmgui.gui.form import card, clear, set_look, text
from vmgui.gui.icons import pixmap, wear
from vmgui.gui.theme import theme
from vmgui.gui.unlock.forget import forget


class KeysTab(QWidget):
    """Shows the slots; ``changed`` when one was added, changed or removed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: DiskFacts | None = None
        self._users = ""
        self.deeds = KeyDeeds(self)
        self.deeds.busy.connect(self._update)
        self.deeds.told.connect(self._tell)
        self.deeds.changed.connect(self.changed)
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self.passphrase_button = self._button(self.tr("Add passphrase…"))
        self.passphrase_button.clicked.connect(self.deeds.add_passphrase)
        self.file_button = self._button(self.tr("Add key file…"))
        self.file_button.clicked.connect(self.deeds.add_key_file)
        self.recovery_button = self._button(self.tr("New recovery key…"))
        self.recovery_button.clicked.connect(self.deeds.new_recovery_key)
        self.forget_button = self._button(self.tr("Forget stored passphrase…"))
        self.forget_button.setToolTip(self.tr("The keyring opens the disk no more without asking"))
        self.forget_button.clicked.connect(self._forget)
        self._adders = (self.passphrase_button, self.file_button, self.recovery_button)
        adders = QHBoxLayout()
        adders.setSpacing(8)
        for button in self._adders:
            adders.addWidget(button)
        adders.addStretch()
        self._more = QWidget()
        below = QVBoxLayout(self._more)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        below.addLayout(adders)
        below.addWidget(self.forget_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        policy = self.bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(policy)
        self.told = text()
        self.hint = text(look="quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(self.hint)
        layout.addLayout(self._list)
        layout.addWidget(self._more)
        layout.addWidget(self.bar)
        layout.addWidget(self.told)
        layout.addStretch()
        self.slot_buttons: list[tuple[SlotFacts, QPushButton, QPushButton]] = []
        theme().changed.connect(self._build)

    def show_disk(self, facts: DiskFacts, users: str) -> None:
        """Show what opens this disk; ``users`` names the running machines that have it, if any."""
        if self._facts is None or facts.path != self._facts.path:
            self.told.clear()
        self._facts, self._users = facts, users
        self.deeds.follow(facts)
        self._build()

    def change_first_cheap(self) -> None:
        """Ask for a new passphrase in place of one that is cheap to guess."""
        for slot, change, _ in self.slot_buttons:
            if slot.cheap:
                change.click()
                return

    def _forget(self) -> None:
        if self._facts is not None and self._facts.header is not None:
            forget(self.window(), self._facts.header, self._facts.name)

    def _build(self) -> None:
        clear(self._list)
        self.slot_buttons = []
        header = self._facts.header if self._facts is not None else None
        if header is not None and header.encrypted:
            slots = slots_of(header)
            for slot in slots:
                self._list.addWidget(self._row(slot, last=len(slots) == 1))
            self._tab_order()
        self._more.setVisible(header is not None and header.encrypted)
        self.hint.setText(self._sentence())
        self._update()

    def _sentence(self) -> str:
        header = self._facts.header if self._facts is not None else None
        if header is None:
            return self.tr("Nothing is known of what opens this disk: its header can't be read.")
        if not header.encrypted:
            return self.tr("The disk is not encrypted: nothing is needed to open it.")
        if self._users:
            return (
                self.tr("The disk is in use by %s. Shut it down to change what opens the disk.")
                % self._users
            )
        return self.tr("Each of these opens the disk by itself.")

    def _row(self, slot: SlotFacts, *, last: bool) -> QWidget:
        frame, inside = card()
        sign, title = QLabel(), QLabel(slot.title)
        tone = "warning" if slot.cheap else "quiet"
        sign.setPixmap(pixmap("key", 20, getattr(theme().colours, tone)))
        title.setProperty("look", "step")
        change = self._button(self.tr("Change…"))
        change.setAccessibleName(self.tr("Change key slot %d") % slot.number)
        change.clicked.connect(lambda: self.deeds.change(slot))
        remove = self._button(self.tr("Remove…"))
        remove.setAccessibleName(self.tr("Remove key slot %d") % slot.number)
        remove.clicked.connect(lambda: self.deeds.remove(slot))
        if last:
            remove.setToolTip(self.tr("Nothing would open the disk any more: add another first"))
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(title)
        names.addWidget(text(slot.words, "quiet"))
        if slot.cheap:
            names.addWidget(
                text(self.tr("That is cheap to guess today. Change makes it new."), "warning")
            )
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(sign)
        row.addLayout(names, 1)
        row.addWidget(change)
        row.addWidget(remove)
        inside.addLayout(row)
        change.setVisible(slot.kind in ("", "passphrase"))  # in the frame: no window of its own
        remove.setProperty("last", last)
        self.slot_buttons.append((slot, change, remove))
        return frame

    def _tab_order(self) -> None:
        order: list[QWidget] = [b for _, *both in self.slot_buttons for b in both]
        order += [*self._adders, self.forget_button]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _update(self) -> None:
        busy = self.deeds.running
        free = not busy and not self._users
        self.bar.setVisible(busy)
        for button in self._adders:
            button.setEnabled(free)
        for _, change, remove in self.slot_buttons:
            change.setEnabled(free)
            remove.setEnabled(free and not remove.property("last"))

    def _tell(self, words: str, look: str) -> None:
        self.told.setText(words)
        set_look(self.told, look)

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        if words.startswith(self.tr("Add")):
            wear(button, "plus")
        return button
