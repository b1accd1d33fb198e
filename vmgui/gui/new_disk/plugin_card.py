"""One plug-in to choose: what it does, how fast it is here, whose it is, and its options."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from vmgui.api import OptionValue
from vmgui.gui.form import add_field, form, text
from vmgui.gui.icons import pixmap
from vmgui.gui.language import say
from vmgui.gui.new_disk.options import OptionField, option_field, option_value
from vmgui.gui.plugins import words
from vmgui.gui.theme import theme
from vmgui.plugin.ranking import Choice
from vmgui.plugin.speed import Speed
from vmgui.plugin.trust import Trust


class PluginCard(QFrame):
    """A radio button with the plug-in's own sentence below, and its options once chosen.

    ``settled``: whether the recommendation is certain already. ``approve``: its
    approval is wanted before it can be chosen.
    """

    approve = Signal()

    def __init__(self, choice: Choice, *, settled: bool = True) -> None:
        super().__init__()
        self.choice = choice
        self._settled = settled
        self.plugin = choice.plugin
        manifest = choice.plugin.manifest
        self.setProperty("look", "card")
        self.radio = QRadioButton(manifest.title)
        self.radio.setProperty("look", "heading")
        self.radio.setAccessibleDescription(say(manifest.summary))
        self.radio.setEnabled(self.usable())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(6)
        layout.addLayout(self._head())
        layout.addWidget(text(say(manifest.summary)))
        self.facts = text("", "quiet")
        layout.addWidget(self.facts)
        self.show_speed(choice.speed)
        if not self.usable():
            layout.addLayout(self._refusal())
        self._fields: dict[str, OptionField] = {}
        self._options = QWidget()
        rows = form()
        rows.setContentsMargins(0, 6, 0, 0)
        for key, option in manifest.options.items():
            field = option_field(option)
            field.setAccessibleName(option.title)
            self._fields[key] = field
            add_field(rows, option.title, field)
        self._options.setLayout(rows)
        self._options.hide()
        layout.addWidget(self._options)
        self.radio.toggled.connect(lambda on: self._options.setVisible(on and bool(self._fields)))

    def usable(self) -> bool:
        """Whether a disk can be made with it now."""
        return self.choice.trust.may_run

    @property
    def can_fill(self) -> bool:
        """Whether a disk can be filled with random bytes: they look like ciphertext, not tags."""
        cipher = self.plugin.manifest.cipher
        return cipher.encrypts and not cipher.authenticated

    def options(self) -> dict[str, OptionValue]:
        """The chosen value of each option."""
        return {key: option_value(field) for key, field in self._fields.items()}

    def fields(self) -> list[QWidget]:
        """What takes the keyboard, from top to bottom."""
        buttons = [] if self.usable() else [self.approve_button]
        return [self.radio, *buttons, *self._fields.values()]

    def option_field(self, key: str) -> OptionField:
        """The field of an option. Raises KeyError."""
        return self._fields[key]

    def show_speed(self, speed: Speed | None) -> None:
        """Tell the speed as soon as it is known."""
        manifest = self.plugin.manifest
        parts = [words.protection(self.choice)]
        if speed is not None:
            parts.append(words.speed(speed))
        elif self.usable() and self.plugin.measurable:
            parts.append(self.tr("being measured…"))
        parts.append(self.tr("by %s, version %s") % (manifest.publisher, manifest.version))
        self.facts.setText(" · ".join(parts))

    def _head(self) -> QHBoxLayout:
        colours = theme().colours
        encrypts = self.plugin.manifest.cipher.encrypts
        sign = QLabel()
        sign.setPixmap(
            pixmap("lock", 20, colours.good)
            if encrypts
            else pixmap("unlocked", 20, colours.warning)
        )
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.radio, 1)
        if self.choice.recommended and self._settled:
            recommended = QLabel(self.tr("Recommended"))
            recommended.setProperty("look", "good")
            head.addWidget(recommended)
        elif self.choice.trust is not Trust.BUNDLED:
            words_, look = words.state(self.choice.trust)
            state = QLabel(words_)
            state.setProperty("look", look)
            head.addWidget(state)
        head.addWidget(sign)
        return head

    def _refusal(self) -> QHBoxLayout:
        row = QHBoxLayout()
        if self.choice.trust is Trust.CHANGED:
            row.addWidget(text(words.changed(self.choice), "bad"), 1)
        else:
            row.addWidget(text(self.tr("It runs only after you approved it."), "warning"), 1)
        self.approve_button = QPushButton(self.tr("Approve…"))
        self.approve_button.setAutoDefault(False)
        self.approve_button.setAccessibleDescription(self.plugin.manifest.title)
        self.approve_button.clicked.connect(self.approve)
        row.addWidget(self.approve_button)
        return row

    def mousePressEvent(self, event: object) -> None:
        """A click anywhere on the card chooses it."""
        if self.radio.isEnabled():
            self.radio.setChecked(True)
