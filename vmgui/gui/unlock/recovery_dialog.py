"""The 24 words of a recovery key, typed in as they stand on the sheet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from vmgui.gui.form import set_look, text
from vmgui.gui.language import say
from vmgui.gui.notice import Notice
from vmgui.secret import recovery
from vmgui.secret.recovery import WORDS, WordsWrong


class RecoveryDialog(Notice):
    """``entered`` carries the secret that the words stand for: the receiver's to wipe."""

    entered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "key", "accent", "", parent)
        self.setWindowTitle(self.tr("Recovery key"))
        self.set_headline(self.tr("Type the %d words of the recovery key") % WORDS)
        self.say(
            self.tr(
                "With blanks between, in the order of their numbers. The first four letters of "
                "each are enough."
            ),
            "quiet",
        )
        self.words_field = QPlainTextEdit()
        self.words_field.setAccessibleName(self.tr("Words of the recovery key"))
        self.words_field.setTabChangesFocus(True)
        self.words_field.setFixedHeight(5 * self.words_field.fontMetrics().lineSpacing() + 12)
        self.words_field.textChanged.connect(self._count)
        self.told = text(look="quiet")
        self.body.addWidget(self.words_field)
        self.body.addWidget(self.told)
        self.buttons.addStretch()
        self.cancel_button = self.add_button(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.unlock_button = self.add_button(self.tr("Unlock"), primary=True)
        self.unlock_button.clicked.connect(self._enter)
        self._count()
        self.words_field.setFocus()

    def done(self, result: int) -> None:
        """Nothing that was typed stays behind."""
        self.words_field.clear()
        super().done(result)

    def _count(self) -> None:
        typed = len(self.words_field.toPlainText().split())
        self._say(self.tr("%d of %d words") % (typed, WORDS), "quiet")
        self.unlock_button.setEnabled(typed > 0)

    def _enter(self) -> None:
        try:
            secret = recovery.parse(self.words_field.toPlainText())
        except WordsWrong as error:
            words = say(str(error))
            if error.suggestions:
                words = self.tr("%s Did you mean “%s”?") % (words, error.suggestions[0])
            self._say(words, "bad")
            self.words_field.setFocus()
            return
        self.entered.emit(secret)
        self.accept()

    def _say(self, words: str, look: str) -> None:
        self.told.setText(words)
        set_look(self.told, look)
