"""One plug-in in the list of all: what it is, whose it is, and whether it may run."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from vmgui.errors import VmguiError
from vmgui.gui.form import add_fact, breakable, fact, form, set_look, text
from vmgui.gui.icons import pixmap, wear
from vmgui.gui.language import say
from vmgui.gui.plugins import words
from vmgui.gui.theme import theme
from vmgui.plugin.ranking import Choice
from vmgui.plugin.speed import Speed
from vmgui.plugin.trust import Trust

# Digits of a hash that are shown; all are copied.
_SHORT = 16


class Card(QFrame):
    """A frame with a headline, a state at its right, and room for more."""

    def __init__(self, title: str, state: str, look: str, icon: str, tone: str = "") -> None:
        super().__init__()
        self.setProperty("look", "card")
        sign = QLabel()
        sign.setPixmap(pixmap(icon, 20, getattr(theme().colours, tone or look)))
        name = text(breakable(title), "heading")
        self.state = QLabel(state)
        self.state.setProperty("look", look)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(sign)
        head.addWidget(name, 1)
        head.addWidget(self.state)
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(18, 14, 18, 14)
        self.inside.setSpacing(8)
        self.inside.addLayout(head)


class PluginRow(Card):
    """A plug-in that could run. ``approve`` and ``withdraw`` are what its buttons ask for."""

    approve = Signal()
    withdraw = Signal()

    def __init__(self, choice: Choice) -> None:
        state, look = words.state(choice.trust)
        manifest = choice.plugin.manifest
        if choice.recommended:
            state = QCoreApplication.translate("Plugins", "Recommended · %s") % state
        encrypts = manifest.cipher.encrypts
        icon = "lock" if encrypts else "unlocked"
        super().__init__(manifest.title, state, look, icon, "" if encrypts else "warning")
        self.choice = choice
        self.inside.addWidget(text(say(manifest.summary)))
        if choice.trust is Trust.CHANGED:
            self.inside.addWidget(text(words.changed(choice), "bad"))
        rows = form()
        add_fact(rows, self.tr("Protection"), fact(words.protection(choice)))
        self.speed = fact("")
        add_fact(rows, self.tr("Speed"), self.speed)
        publisher = self.tr("%s, version %s") % (manifest.publisher, manifest.version)
        add_fact(rows, self.tr("Publisher"), fact(publisher))
        add_fact(rows, self.tr("Hash of its files"), self._hash(choice.plugin.digest))
        self.inside.addLayout(rows)
        self.show_speed(choice.speed)
        self.approve_button = QPushButton(self.tr("Approve…"))
        self.approve_button.setAutoDefault(False)
        self.approve_button.setAccessibleDescription(manifest.title)
        self.approve_button.setVisible(not choice.trust.may_run)
        self.approve_button.clicked.connect(self.approve)
        self.withdraw_button = QPushButton(self.tr("Withdraw approval…"))
        self.withdraw_button.setAutoDefault(False)
        self.withdraw_button.setAccessibleDescription(manifest.title)
        self.withdraw_button.setVisible(choice.trust in {Trust.APPROVED, Trust.CHANGED})
        self.withdraw_button.clicked.connect(self.withdraw)
        if choice.trust is not Trust.BUNDLED:
            buttons = QHBoxLayout()
            buttons.addWidget(self.approve_button)
            buttons.addWidget(self.withdraw_button)
            buttons.addStretch()
            self.inside.addLayout(buttons)

    def show_speed(self, speed: Speed | None) -> None:
        """Tell the speed, or that it is not there yet."""
        if speed is not None:
            self.speed.setText(words.speed(speed))
        elif not self.choice.plugin.measurable:
            self.speed.setText(self.tr("Not measured: it depends on the disk"))
        elif self.choice.trust.may_run:
            self.speed.setText(self.tr("Being measured…"))
        else:
            self.speed.setText(self.tr("Measured once it is approved"))

    def show_failure(self, error: VmguiError) -> None:
        """Tell why there is no speed."""
        self.speed.setText(say(str(error)))
        set_look(self.speed, "bad")

    def _hash(self, digest: str) -> QWidget:
        short = fact(f"{digest[:_SHORT]}…", mono=True)
        short.setToolTip(digest)
        short.setWordWrap(False)
        copy = QToolButton()
        copy.setAutoRaise(True)
        copy.setToolTip(self.tr("Copy the whole SHA-256"))
        copy.setAccessibleName(self.tr("Copy the whole SHA-256 of %s") % self.choice.name)
        wear(copy, "copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(digest))
        self.copy_button = copy
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(short, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(copy, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch()
        copy.setFixedHeight(short.fontMetrics().height() + 4)
        return both
