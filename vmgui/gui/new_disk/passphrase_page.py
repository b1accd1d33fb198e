"""What will open the disk: a passphrase, the keyring, a recovery key."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QProgressBar, QPushButton, QVBoxLayout, QWidget

from vmgui.errors import VmguiError
from vmgui.gui.assistant import Page
from vmgui.gui.background import in_background
from vmgui.gui.form import add_field, form, hint, text
from vmgui.gui.keyring_choice import KeyringChoice
from vmgui.gui.new_disk.plan import DiskPlan
from vmgui.gui.passphrase_field import PassphraseField
from vmgui.secret import generate, source, strength
from vmgui.secret.strength import Strength

# Judging takes some milliseconds: done when the person pauses, and not here.
_PAUSE_MS = 150


class PassphrasePage(Page):
    """The passphrase twice, how strong it is, and whether to remember it."""

    def __init__(self, plan: DiskPlan) -> None:
        super().__init__()
        self.title = self.tr("Passphrase")
        self.hint = self.tr("Whoever knows it can read the disk; without it nobody can.")
        self._plan = plan
        self.first = PassphraseField(self.tr("Passphrase"))
        self.second = PassphraseField(self.tr("Passphrase once more"))
        self.suggest = QPushButton(self.tr("Suggest one"))
        self.suggest.setAutoDefault(False)
        self.suggest.setToolTip(self.tr("Seven random words; write them down"))
        self.suggest.clicked.connect(self._suggest)
        self.first.row.addWidget(self.suggest)
        self.bar = QProgressBar()
        self.bar.setRange(0, 5)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Strength of the passphrase"))
        self.verdict = text(look="quiet")
        self.verdict.setMinimumHeight(2 * self.verdict.fontMetrics().height())
        self.keyring = KeyringChoice()
        self.recovery = QCheckBox(self.tr("Make a recovery key"))
        self.recovery.setChecked(plan.recovery)
        what = hint(self.tr("24 words, shown once at the end, that open the disk if you forget."))
        fields = form()
        add_field(fields, self.tr("Passphrase"), self.first, self.first.line)
        fields.addRow("", self.bar)
        fields.addRow("", self.verdict)
        add_field(fields, self.tr("Once more"), self.second, self.second.line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(fields)
        layout.addSpacing(14)
        layout.addWidget(self.keyring)
        layout.addSpacing(10)
        layout.addWidget(self.recovery)
        layout.addWidget(what)
        layout.addStretch()
        order = [
            self.first.line,
            self.first.show_button,
            self.suggest,
            self.second.line,
            self.second.show_button,
            self.keyring.tick,
            self.recovery,
        ]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._judge)
        self.first.changed.connect(self._typed)
        self.second.changed.connect(self.changed)

    def wanted(self) -> bool:
        """Only for a new disk, and a plug-in that encrypts."""
        return self._plan.wanted and self._plan.encrypted

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
        try:
            secret = source.normalise(self.first.secret())
        except VmguiError as error:
            self.first.set_problem(str(error))
            return False
        self._plan.wipe()
        self._plan.secret = secret
        self._plan.remember = self.keyring.wanted()
        self._plan.recovery = self.recovery.isChecked()
        return True

    def _typed(self) -> None:
        self._pause.start()
        self.changed.emit()

    def _suggest(self) -> None:
        words = generate.passphrase().text
        for field in (self.first, self.second):
            field.line.setText(words)
            field.show_button.setChecked(True)

    def _judge(self) -> None:
        typed = self.first.text()
        if not typed:
            self.bar.setValue(0)
            self.verdict.clear()
            return
        known = [self._plan.path.stem]
        in_background(
            self,
            lambda: (typed, strength.estimate(typed, known=known)),
            self._show_strength,
            lambda error: self.verdict.setText(str(error)),
        )

    def _show_strength(self, judged: tuple[str, Strength]) -> None:
        typed, found = judged
        if typed != self.first.text():
            return  # a later one is on its way
        self.bar.setProperty("strength", str(found.score))
        self.bar.style().unpolish(self.bar)
        self.bar.style().polish(self.bar)
        self.bar.setValue(found.score + 1)
        self.verdict.setText(f"{found.word.capitalize()}. {found.sentence}")
