"""*Remember in the keyring*, with what the keyring is like just now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.form import hint
from vmgui.gui.language import say
from vmgui.gui.settings import Settings
from vmgui.secret import keyring_store
from vmgui.secret.keyring_store import State


class KeyringChoice(QWidget):
    """A tick that can only be set where there is a keyring; below it a sentence on that.

    With ``can_unlock`` there is a button for a locked one, upon which the system asks; ``unlock``
    is called in place of that.
    """

    def __init__(
        self,
        *,
        can_unlock: bool = False,
        unlock: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = Settings()
        self._can_unlock = can_unlock
        self._asked = False
        self.state: State | None = None
        self.tick = QCheckBox(self.tr("Remember the passphrase in the keyring"))
        self.tick.setEnabled(False)
        self.sentence = hint(self.tr("Asking the keyring…"))
        self.unlock = QPushButton(self.tr("Unlock the keyring…"))
        self.unlock.setAutoDefault(False)
        self.unlock.clicked.connect(unlock or self._unlock)
        self.unlock.hide()
        self.again = QPushButton(self.tr("Ask again"))
        self.again.setAccessibleName(self.tr("Ask the keyring again"))
        self.again.setAutoDefault(False)
        self.again.clicked.connect(self.ask)
        self.again.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.sentence, 1)
        for button in (self.unlock, self.again):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.tick)
        layout.addLayout(row)

    def ask(self) -> None:
        """Look how the keyring is now."""
        self.again.hide()
        in_background(self, keyring_store.state, self._show, self._fail)

    def wanted(self) -> bool:
        """Whether to remember; the answer is the next default."""
        if not self.tick.isEnabled():
            return False
        self._settings.remember = self.tick.isChecked()
        return self.tick.isChecked()

    def _unlock(self) -> None:
        self.unlock.setEnabled(False)
        self.sentence.setText(self.tr("The system asks for the keyring's password."))
        in_background(self, lambda: keyring_store.state(unlock=True), self._show, self._fail)

    def _show(self, state: State) -> None:
        self.state = state
        self.tick.setEnabled(state.usable)
        if state.usable and not self._asked:
            self.tick.setChecked(self._settings.remember)
            self._asked = True
        self.sentence.setText(say(f"{state.sentence} {state.remedy}".strip()))
        self.unlock.setEnabled(True)
        self.unlock.setVisible(self._can_unlock and state is State.LOCKED)
        self.again.setVisible(state in {State.REFUSED, State.SILENT, State.ABSENT})

    def _fail(self, error: VmguiError) -> None:
        self.tick.setEnabled(False)
        self.sentence.setText(say(str(error)))
        self.again.show()
