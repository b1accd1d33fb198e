"""What all sections share: fields that own a key, their problems and badges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from vmgui.gui.form import add_field, form, hint, name_box, set_look, text
from vmgui.gui.language import say
from vmgui.gui.vm_settings.draft import Draft
from vmgui.vm import changes


@dataclass
class Slot:
    """A field: the key it owns, where its problem is said, its badge."""

    field: QWidget
    key: str
    problem: QLabel
    badge: QLabel
    hot: bool


class Section(QWidget):
    """One page, made when it is first seen; what is known of it before belongs to its class.

    ``KEYS`` are the first words of the keys it owns.
    """

    KEYS: ClassVar[tuple[str, ...]]

    def __init__(self, draft: Draft, words: str = "") -> None:
        super().__init__()
        self.draft = draft
        self.slots: list[Slot] = []
        self.room = QVBoxLayout(self)
        self.room.setContentsMargins(24, 18, 24, 20)
        self.room.setSpacing(12)
        self.room.addWidget(text(self.title(), "heading"))
        if words:
            self.room.addWidget(text(words, "quiet"))
        self.problem = text("", "bad")
        self.problem.hide()
        self.room.addWidget(self.problem)

    # --- for pages ----------------------------------------------------------------------------

    def rows(self) -> QFormLayout:
        """A new form at the end of the page."""
        layout = form()
        self.room.addLayout(layout)
        return layout

    def row(
        self, rows: QFormLayout, name: str, field: QWidget, key: str, *, hot: bool | None = None
    ) -> QLabel:
        """Add a field that owns ``key``; returns the quiet line below it, hidden while empty."""
        if isinstance(field, QComboBox):  # as wide as there is room, not as its longest entry
            field.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            field.setMinimumContentsLength(12)
            name_box(field, name)
        if not field.accessibleName():
            field.setAccessibleName(name)
        around, below = self._slot(field, key, hot)
        line = QLineEdit() if isinstance(field, QPlainTextEdit) else field
        add_field(rows, name, around, line)
        if isinstance(field, QAbstractSpinBox):
            # A style sheet's padding does not reach the text in here.
            field.lineEdit().setTextMargins(6, 0, 0, 0)
        around.setFocusProxy(field)
        return below

    def tick(self, box: QCheckBox, key: str, words: str = "", *, hot: bool | None = None) -> QLabel:
        """Add a tick with a sentence below; returns the line of that sentence."""
        around, below = self._slot(box, key, hot, indent=True)
        set_words(below, words)
        self.room.addWidget(around)
        return below

    def _slot(
        self, field: QWidget, key: str, hot: bool | None, *, indent: bool = False
    ) -> tuple[QWidget, QLabel]:
        around = QWidget()
        layout = QVBoxLayout(around)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(field, 1)
        badge = self.badge()
        line.addWidget(badge, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(line)
        below = hint("") if indent else text("", "quiet")
        below.hide()
        layout.addWidget(below)
        problem = text("", "bad")
        problem.hide()
        layout.addWidget(problem)
        self.slots.append(
            Slot(field, key, problem, badge, key in changes.HOT if hot is None else hot)
        )
        return around, below

    def badge(self) -> QLabel:
        """“From next start”, to be shown while the machine runs."""
        label = QLabel(self.tr("from next start"))
        label.setProperty("look", "quiet")
        label.hide()
        return label

    # --- for the dialog -----------------------------------------------------------------------

    @staticmethod
    def title() -> str:
        """As it stands in the list."""
        raise NotImplementedError

    @classmethod
    def owns(cls, key: str) -> bool:
        """Whether a problem with ``key`` (“disk[0].bus”) is shown here."""
        return any(key == each or key.startswith((f"{each}.", f"{each}[")) for each in cls.KEYS)

    def show_problem(self) -> bool:
        """Say at its field what is wrong; tells whether something of this page is."""
        key = self.draft.key
        mine = bool(key) and self.owns(key)
        said = False
        for slot in self.slots:
            here = mine and not said and (key == slot.key or key.startswith(f"{slot.key}["))
            set_words(slot.problem, say(self.draft.problem) if here else "")
            if isinstance(slot.field, QLineEdit) and bool(slot.field.property("wrong")) != here:
                slot.field.setProperty("wrong", here)
                set_look(slot.field, "")
            said = said or here
        set_words(self.problem, say(self.draft.problem) if mine and not said else "")
        return mine

    def show_draft(self) -> None:
        """Follow the draft, which another page may have changed."""
        live = self.draft.running is not None
        for slot in self.slots:
            slot.badge.setVisible(live and not slot.hot)


def set_words(label: QLabel, words: str) -> None:
    """Show the label with these words, or hide it."""
    label.setText(words)
    label.setVisible(bool(words))


def choose(box: QComboBox, value: object) -> None:
    """Choose the entry with this data, without telling."""
    with QSignalBlocker(box):
        box.setCurrentIndex(max(0, box.findData(value)))
