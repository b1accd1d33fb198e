"""A disk's details: whether it is encrypted, by what, what opens it, where it lies."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from vmgui.disk.header import Header
from vmgui.gui.disk.facts import DiskFacts
from vmgui.gui.disk.slots import day, kind_name
from vmgui.gui.elided_label import ElidedLabel
from vmgui.gui.form import add_fact, fact, form, text
from vmgui.gui.icons import pixmap, wear
from vmgui.gui.language import say
from vmgui.gui.sizes import size_text
from vmgui.gui.theme import theme


class DiskView(QFrame):
    """A card with everything that can be known of one disk without its key.

    Unless ``headed`` its name, its state and what is wrong with it are said elsewhere.
    """

    def __init__(
        self,
        facts: DiskFacts,
        note: str = "",
        parent: QWidget | None = None,
        *,
        headed: bool = True,
    ) -> None:
        super().__init__(parent)
        self.facts = facts
        self._size, self._generation = fact(""), fact("")
        self.setProperty("look", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 16)
        layout.setSpacing(12)
        if headed:
            layout.addLayout(self._head(note))
            if facts.warning:
                words = self.tr("%s It still works.") % say(facts.warning)
                layout.addWidget(text(words, "warning"))
            if facts.error is not None:
                layout.addWidget(text(say(str(facts.error)), "bad"))
        rows = form()
        if facts.header is not None:
            self._describe(rows, facts.header)
        add_fact(rows, self.tr("File"), self._file())
        layout.addLayout(rows)
        self.refresh(facts)

    def refresh(self, facts: DiskFacts) -> None:
        """Show what changes all the time while a guest writes."""
        self.facts = facts
        if facts.header is not None:
            sizes = (size_text(facts.header.body.size), size_text(facts.allocated))
            self._size.setText(self.tr("%s, taking up %s on its drive") % sizes)
            self._generation.setText(QLocale().toString(facts.header.generation))

    def _head(self, note: str) -> QHBoxLayout:
        colours, header = theme().colours, self.facts.header
        if header is None:
            sign, look, words = "error", "bad", self.tr("Can't be used")
        elif header.encrypted:
            sign, look, words = "lock", "good", self.tr("Encrypted")
        else:
            sign, look, words = "unlocked", "warning", self.tr("Not encrypted")
        picture = QLabel()
        picture.setPixmap(pixmap(sign, 24, getattr(colours, look)))
        title = ElidedLabel(self.facts.name)
        title.setProperty("look", "heading")
        state = QLabel(words)
        state.setProperty("look", look)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(picture)
        title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row.addWidget(title, 1)
        if note:
            quiet = QLabel(note)
            quiet.setProperty("look", "quiet")
            row.addWidget(quiet)
        row.addStretch()
        row.addWidget(state)
        return row

    def _describe(self, rows: QFormLayout, header: Header) -> None:
        add_fact(rows, self.tr("Size"), self._size)
        add_fact(rows, self.tr("Plug-in"), fact(self._plugin(header)))
        add_fact(rows, self.tr("EncryptionID"), fact(str(header.encryption_id), mono=True))
        if header.encrypted:
            slots = "\n".join(self._slots(header))
            add_fact(rows, self.tr("Opened by"), fact(slots))
        add_fact(rows, self.tr("Generation"), self._generation)
        add_fact(rows, self.tr("Disk UUID"), fact(str(header.disk), mono=True))

    def _plugin(self, header: Header) -> str:
        cipher = header.body.cipher
        parts = [cipher.plugin]
        parts += [f"{key.replace('_', ' ')} {value}" for key, value in cipher.options.items()]
        parts.append(self.tr("sectors of %s bytes") % QLocale().toString(cipher.sector_size))
        if header.encrypted:
            parts.append(
                self.tr("notices tampering")
                if cipher.tag_size
                else self.tr("does not notice tampering")
            )
        return ", ".join(parts)

    def _slots(self, header: Header) -> list[str]:
        if header.foreign is not None:
            return [
                self.tr("Slot %d: %s") % (slot.id, slot.summary) for slot in header.foreign.slots
            ]
        return [
            self.tr("%s (slot %d, since %s)") % (kind_name(slot.kind), slot.id, day(slot.created))
            for slot in header.body.key_slots
        ]

    def _file(self) -> QWidget:
        path = ElidedLabel(str(self.facts.path), Qt.TextElideMode.ElideMiddle)
        show = QToolButton()
        show.setAutoRaise(True)
        show.setToolTip(self.tr("Show in folder"))
        show.setAccessibleName(self.tr("Show the file of %s in its folder") % self.facts.name)
        wear(show, "folder")
        folder = QUrl.fromLocalFile(str(self.facts.path.parent))
        show.clicked.connect(lambda: QDesktopServices.openUrl(folder))
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(path, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        show.setFixedHeight(path.fontMetrics().height() + 2)
        return both
