"""A new passphrase for a disk that there is: typed twice, judged, or suggested."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.form import add_field, form, text
from vmgui.gui.language import say
from vmgui.gui.notice import Notice
from vmgui.gui.passphrase_field import PassphraseField
from vmgui.secret import generate, source, strength
from vmgui.secret.strength import Strength

# Judging takes some milliseconds: done when the person pauses, and not here.
_PAUSE_MS = 150


class NewPassphrase(Notice):
    """Accepted with ``secret``, the receiver's to wipe. ``verb`` is the button's."""

    def __init__(
        self, title: str, headline: str, hint: str, verb: str, disk: str, parent: QWidget | None
    ) -> None:
        super().__init__(title, "key", "accent", headline, parent)
        self.secret = bytearray()
        self._disk = disk
        self.say(hint, "quiet")
        self.first = PassphraseField(self.tr("New passphrase"))
        self.second = PassphraseField(self.tr("New passphrase once more"))
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
        rows = form()
        add_field(rows, self.tr("New passphrase"), self.first, self.first.line)
        rows.addRow("", self.bar)
        rows.addRow("", self.verdict)
        add_field(rows, self.tr("Once more"), self.second, self.second.line)
        self.body.addLayout(rows)
        self.buttons.addStretch()
        self.cancel_button = self.add_button(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.set_button = self.add_button(verb, primary=True)
        self.set_button.clicked.connect(self._take)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._judge)
        self.first.changed.connect(self._pause.start)
        for field in (self.first, self.second):
            field.changed.connect(self._update)
        self._update()
        self.first.setFocus()

    def _update(self) -> None:
        self.set_button.setEnabled(bool(self.first.text() and self.second.text()))

    def _take(self) -> None:
        if self.first.text() != self.second.text():
            self.second.set_problem(self.tr("The two are not the same."))
            return
        try:
            self.secret = source.normalise(self.first.secret())
        except VmguiError as error:
            self.first.set_problem(say(str(error)))
            return
        for field in (self.first, self.second):
            field.clear()
        self.accept()

    def _suggest(self) -> None:
        words = generate.passphrase().text
        for field in (self.first, self.second):
            field.line.setText(words)
            field.show_button.setChecked(True)

    def _judge(self) -> None:
        typed, known = self.first.text(), [self._disk]
        if not typed:
            self.bar.setValue(0)
            self.verdict.clear()
            return
        in_background(
            self,
            lambda: (typed, strength.estimate(typed, known=known)),
            self._show_strength,
            lambda error: self.verdict.setText(say(str(error))),
        )

    def _show_strength(self, judged: tuple[str, Strength]) -> None:
        typed, found = judged
        if typed != self.first.text():
            return  # a later one is on its way
        self.bar.setProperty("strength", str(found.score))
        self.bar.style().unpolish(self.bar)
        self.bar.style().polish(self.bar)
        self.bar.setValue(found.score + 1)
        self.verdict.setText(f"{say(found.word.capitalize() + '.')} {say(found.sentence)}")
