"""*Remember in the keyring*, with what the keyring is like just now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.form import hint
from vmgui.gui.settings import Settings
from vmgui.secret import keyring_store
from vmgui.secret.keyring_store import State


class KeyringChoice(QWidget):
    """A tick that can only be set where there is a keyring; below it a sentence on that.

    ``unlock_wanted``: the button for a locked keyring was clicked (it is shown on request).
    """

    unlock_wanted = Signal()

    def __init__(self, *, can_unlock: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = Settings()
        self._can_unlock = can_unlock
        self._asked = False
        self.tick = QCheckBox(self.tr("Remember the passphrase in the keyring"))
        self.tick.setEnabled(False)
        self.sentence = hint(self.tr("Asking the keyring…"))
        self.unlock = QPushButton(self.tr("Unlock the keyring…"))
        self.unlock.setAutoDefault(False)
        self.unlock.clicked.connect(self.unlock_wanted)
        self.unlock.hide()
        row = QHBoxLayout()
        row.addWidget(self.sentence, 1)
        row.addWidget(self.unlock, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.tick)
        layout.addLayout(row)

    def ask(self) -> None:
        """Look how the keyring is now."""
        in_background(self, keyring_store.state, self._show, self._fail)

    def wanted(self) -> bool:
        """Whether to remember; the answer is the next default."""
        if not self.tick.isEnabled():
            return False
        self._settings.remember = self.tick.isChecked()
        return self.tick.isChecked()

    def _show(self, state: State) -> None:
        self.tick.setEnabled(state.usable)
        if state.usable and not self._asked:
            self.tick.setChecked(self._settings.remember)
            self._asked = True
        self.sentence.setText(f"{state.sentence} {state.remedy}".strip())
        self.unlock.setVisible(self._can_unlock and state is State.LOCKED)

    def _fail(self, error: VmguiError) -> None:
        self.tick.setEnabled(False)
        self.sentence.setText(str(error))
