"""What opens a disk, asked for by a job that waits for it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar, QPushButton, QWidget

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.icons import wear
from vmgui.gui.language import say
from vmgui.gui.notice import Notice
from vmgui.gui.passphrase_field import PassphraseField
from vmgui.secret import source


class AskSecret(Notice):
    """``typed`` carries a secret, the receiver's to wipe; then the dialog waits, busy.

    :meth:`wrong` and :meth:`wait_for_input` let the person go on; whoever got the right secret
    calls ``accept``. ``keyring_wanted``: the system is to ask for the keyring's own password.
    """

    typed = Signal(object)
    keyring_wanted = Signal()

    def __init__(self, disk: str, why: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", "lock", "accent", "", parent)
        self.setWindowTitle(self.tr("Unlock %s") % disk)
        self.set_headline(self.tr("Passphrase for the disk %s") % disk)
        if why:
            self.say(why, "quiet")
        self.field = PassphraseField(self.tr("Passphrase"))
        self.field.changed.connect(self._update)
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName(self.tr("Trying the passphrase"))
        policy = self.busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.busy.setSizePolicy(policy)
        self.keyring_button = QPushButton(self.tr("Unlock the keyring…"))
        self.keyring_button.setAutoDefault(False)
        self.keyring_button.clicked.connect(self._ask_keyring)
        self.keyring_button.hide()
        self.file_button = QPushButton(self.tr("Key file…"))
        self.file_button.setAutoDefault(False)
        self.file_button.setToolTip(self.tr("Unlock with the content of a file"))
        wear(self.file_button, "key")
        self.file_button.clicked.connect(self._ask_file)
        self.buttons.addWidget(self.file_button)
        self.buttons.addWidget(self.keyring_button)
        self.buttons.addStretch()
        self.cancel_button = self.add_button(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.unlock_button = self.add_button(self.tr("Unlock"), primary=True)
        self.unlock_button.clicked.connect(self._unlock)
        self.body.addWidget(self.field)
        self.body.addWidget(self.busy)
        self.body.addStretch()
        self._trying = self._from_file = False
        self._update()
        self.field.setFocus()

    def wait_for_input(self, *, keyring_locked: bool = False) -> None:
        """Nothing is being tried any more."""
        self.keyring_button.setVisible(keyring_locked)
        self._set_trying(False)
        self.field.setFocus()

    def wrong(self, *, from_keyring: bool = False) -> None:
        """What was given does not open the disk."""
        self._set_trying(False)
        if from_keyring:
            words = self.tr("The passphrase in the keyring does not open it any more.")
        elif self._from_file:
            words = self.tr("This key file does not open the disk.")
        else:
            words = self.tr("Wrong passphrase. Check capitals and the keyboard's layout.")
        self.field.set_problem(words)

    def try_file(self, path: Path) -> None:
        """Try the content of a file."""
        self._set_trying(True)
        self._from_file = True
        in_background(self, lambda: source.from_key_file(path), self.typed.emit, self._unreadable)

    def _unreadable(self, error: VmguiError) -> None:
        self._set_trying(False)
        self.field.set_problem(say(str(error)))

    def _set_trying(self, trying: bool) -> None:
        self._trying = trying
        self._update()

    def _update(self) -> None:
        self.busy.setVisible(self._trying)
        for widget in (self.field, self.file_button, self.keyring_button):
            widget.setEnabled(not self._trying)
        self.unlock_button.setEnabled(not self._trying and bool(self.field.text()))
        self.unlock_button.setText(self.tr("Unlocking…") if self._trying else self.tr("Unlock"))

    def _unlock(self) -> None:
        try:
            secret = source.normalise(self.field.secret())
        except VmguiError as error:  # recovery words with a slip among them
            self.field.set_problem(say(str(error)))
            return
        self._from_file = False
        self._set_trying(True)
        self.typed.emit(secret)

    def _ask_keyring(self) -> None:
        self._set_trying(True)
        self.keyring_wanted.emit()

    def _ask_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Key file"))
        if chosen:
            self.try_file(Path(chosen))
