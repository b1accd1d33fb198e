"""What will open the disk: a passphrase, the keyring, a recovery key."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QLabel, QProgressBar, QVBoxLayout

from vmgui.errors import VmguiError
from vmgui.gui.assistant import Page
from vmgui.gui.background import in_background
from vmgui.gui.form import form, set_look, text
from vmgui.gui.keyring_choice import KeyringChoice
from vmgui.gui.new_disk.plan import DiskPlan
from vmgui.gui.passphrase_field import PassphraseField
from vmgui.secret import strength
from vmgui.secret.strength import Strength

_PAUSE_MS = 150


class StrengthBar(QLabel):
    """Placeholder for typing."""


class PassphrasePage(Page):
    """The passphrase twice, how strong it is, and whether to remember it."""

    def __init__(self, plan: DiskPlan) -> None:
        super().__init__()
        self.title = self.tr("Passphrase")
        self.hint = self.tr("Whoever knows it can read the disk; without it nobody can.")
        self._plan = plan
        self.first = PassphraseField(self.tr("Passphrase"))
        self.second = PassphraseField(self.tr("Passphrase once more"))
        self.bar = QProgressBar()
        self.bar.setRange(0, 5)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Strength of the passphrase"))
        self.verdict = text(look="quiet")
        self.keyring = KeyringChoice()
        self.recovery = QCheckBox(self.tr("Make a recovery key"))
        self.recovery.setChecked(plan.recovery)
        hint = text(
            self.tr("24 words, shown once at the end, that open the disk if you forget."), "quiet"
        )
        fields = form()
        fields.addRow(QLabel(self.tr("Passphrase")), self.first)
        fields.addRow("", self.bar)
        fields.addRow("", self.verdict)
        fields.addRow(QLabel(self.tr("Once more")), self.second)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(fields)
        layout.addSpacing(10)
        layout.addWidget(self.keyring)
        layout.addSpacing(6)
        layout.addWidget(self.recovery)
        layout.addWidget(hint)
        layout.addStretch()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._judge)
        self.first.changed.connect(self._typed)
        self.second.changed.connect(self.changed)

    def wanted(self) -> bool:
        """Only for a plug-in that encrypts."""
        return self._plan.encrypted

    def enter(self) -> None:
        """Ask the keyring how it is just now."""
        self.keyring.ask()

    def complete(self) -> bool:
        """Something was typed, twice."""
        return bool(self.first.text() and self.second.text())

    def leave(self) -> bool:
        """Both must be the same."""
        if self.first.text() != self.second.text():
            self.second.set_problem(self.tr("The two are not the same."))
            return False
        self._plan.wipe()
        self._plan.secret = self.first.secret()
        self._plan.remember = self.keyring.wanted()
        self._plan.recovery = self.recovery.isChecked()
        return True
