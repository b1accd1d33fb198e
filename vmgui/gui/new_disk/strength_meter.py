"""How strong a passphrase is: a bar and a sentence, judged in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from vmgui.gui.background import in_background
from vmgui.gui.form import text
from vmgui.gui.language import say
from vmgui.gui.new_disk.strength_words import StrengthWords
from vmgui.gui.passphrase_field import PassphraseField
from vmgui.secret import strength
from vmgui.secret.strength import Strength

# Judging takes some milliseconds: done when the person pauses, and not here.
_PAUSE_MS = 150


class StrengthMeter(QWidget):
    """Follows a field. ``known`` gives words that an attacker tries first."""

    def __init__(self, field: PassphraseField, known: Callable[[], Sequence[str]]) -> None:
        super().__init__()
        self._field, self._known = field, known
        self.bar = QProgressBar()
        self.bar.setRange(0, 5)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Strength of the passphrase"))
        self.verdict = text(look="quiet")
        self.verdict.setMinimumHeight(2 * self.verdict.fontMetrics().height())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.bar)
        layout.addWidget(self.verdict)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._judge)
        field.changed.connect(self._pause.start)

    def _judge(self) -> None:
        typed = self._field.text()
        if not typed:
            self.bar.setValue(0)
            self.verdict.clear()
            return
        known = self._known()
        in_background(
            self,
            lambda: (typed, strength.estimate(typed, known=known)),
            self._show,
            lambda error: self.verdict.setText(say(str(error))),
        )

    def _show(self, judged: tuple[str, Strength]) -> None:
        typed, found = judged
        if typed != self._field.text():
            return  # a later one is on its way
        self.bar.setProperty("strength", str(found.score))
        self.bar.style().unpolish(self.bar)
        self.bar.style().polish(self.bar)
        self.bar.setValue(found.score + 1)
        words = StrengthWords().verdict(found)
        self.bar.setAccessibleDescription(words)
        self.verdict.setText(words)
