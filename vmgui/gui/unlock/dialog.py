"""One question for all locked disks of a machine."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QProgressBar, QPushButton, QWidget

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.error_dialog import show_error
from vmgui.gui.icons import wear
from vmgui.gui.jobs import JobRun
from vmgui.gui.keyring_choice import KeyringChoice
from vmgui.gui.notice import Notice
from vmgui.gui.passphrase_field import PassphraseField
from vmgui.secret import keyring_store, source
from vmgui.secret.keyring_state import State


@dataclass
class Locked:
    """A disk that needs a secret. ``secret`` is filled in once it was found to open the disk."""

    index: int
    path: Path
    uuid: str
    secret: bytearray = field(default_factory=bytearray)
    from_file: bool = False


class UnlockDialog(Notice):
    """Tries what is typed on every disk that is still locked; those that remain ask again.

    Accepted once each of ``disks`` has its secret. ``remember()`` says whether to store them.
    Trying runs in worker processes: nothing freezes, and Cancel works at any time.
    """

    def __init__(
        self, machine: str, disks: list[Locked], hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__("", "lock", "accent", "", parent)
        self.disks = disks
        self._left: list[Locked] = []
        self._opened: list[Locked] = []
        self._job: JobRun | None = None
        self._secret = bytearray()
        self._from_file = False
        self.setWindowTitle(self.tr("Unlock %s") % machine)
        self.names = self.say(hint, "quiet")

        self.field = PassphraseField(self.tr("Passphrase"))
        self.field.changed.connect(self._update)
        self.keyring = KeyringChoice(can_unlock=True, unlock=self._unlock_keyring)
        self.keyring.ask()
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName(self.tr("Trying the passphrase"))
        policy = self.busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.busy.setSizePolicy(policy)
        self.busy.hide()

        self.file_button = QPushButton(self.tr("Key file…"))
        self.file_button.setAutoDefault(False)
        self.file_button.setToolTip(self.tr("Unlock with the content of a file"))
        wear(self.file_button, "key")
        self.file_button.clicked.connect(self._ask_file)
        self.buttons.addWidget(self.file_button)
        self.buttons.addStretch()
        self.cancel_button = self.add_button(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.unlock_button = self.add_button(self.tr("Unlock"), primary=True)
        self.unlock_button.clicked.connect(self._unlock)
        for widget in (self.field, self.busy, self.keyring):
            self.body.addWidget(widget)
        self.body.addStretch()
        self._hint = hint
        self._ask()
        self.field.setFocus()

    def secrets(self) -> dict[int, bytearray]:
        """What opens each disk, by its index."""
        return {disk.index: disk.secret for disk in self.disks}

    def remember(self) -> list[Locked]:
        """The disks whose passphrase is to be stored: none opened by a key file."""
        wanted = self.keyring.wanted()
        return [disk for disk in self.disks if wanted and not disk.from_file]

    def try_file(self, path: Path) -> None:
        """Try the content of a file."""
        try:
            secret = source.from_key_file(path)
        except VmguiError as error:
            show_error(error, self)
            return
        self._try(secret, from_file=True)

    def reject(self) -> None:
        """Give up, also while something is being tried."""
        if self._job is not None:
            self._job.cancel()
        self._wipe(self._secret)
        super().reject()

    def _locked(self) -> list[Locked]:
        return [disk for disk in self.disks if not disk.secret]

    def _ask(self) -> None:
        locked = self._locked()
        names = ", ".join(disk.path.name for disk in locked)
        if len(locked) == 1:
            self.set_headline(self.tr("Passphrase for the disk %s") % names)
            self.names.setText(self._hint)
        else:
            self.set_headline(self.tr("Passphrase for %d disks") % len(locked))
            self.names.setText(f"{names}. {self._hint}".strip())
        self.names.setVisible(bool(self.names.text()))
        self._update()

    def _update(self) -> None:
        trying = self._job is not None
        self.busy.setVisible(trying)
        self.field.setEnabled(not trying)
        self.file_button.setEnabled(not trying)
        self.unlock_button.setEnabled(not trying and bool(self.field.text()))
        self.unlock_button.setText(self.tr("Unlocking…") if trying else self.tr("Unlock"))

    def _unlock(self) -> None:
        try:
            secret = source.normalise(self.field.secret())
        except VmguiError as error:  # recovery words with a slip among them
            self.field.set_problem(str(error))
            return
        self._try(secret, from_file=False)

    def _unlock_keyring(self) -> None:
        """The system asks for the keyring's password; then it may hold what is wanted here."""
        locked = self._locked()
        self.keyring.unlock.setEnabled(False)

        def look() -> list[tuple[Locked, bytearray | None]]:
            found = []
            for disk in locked:
                answer = keyring_store.lookup(disk.uuid, unlock=True)
                if answer.state in {State.REFUSED, State.ABSENT}:
                    break  # the person has said no once: don't ask again for each disk
                found.append((disk, answer.secret))
            return found

        in_background(self, look, self._from_keyring, lambda error: self._from_keyring([]))

    def _from_keyring(self, found: list[tuple[Locked, bytearray | None]]) -> None:
        self.keyring.unlock.setEnabled(True)
        self.keyring.ask()
        for disk, secret in found:
            if secret and not disk.secret:
                disk.secret = secret
        if self._job is None:
            self._finish()

    def _try(self, secret: bytearray, *, from_file: bool) -> None:
        self._secret, self._from_file = secret, from_file
        self._left, self._opened = self._locked(), []
        self._next()

    def _next(self) -> None:
        if not self._left:
            self._job = None
            self._finish()
            return
        disk = self._left[0]
        self._job = JobRun("unlock-test", {"path": str(disk.path)}, [self._secret], self)
        self._job.done.connect(self._opens)
        self._job.failed.connect(self._fails)
        self._update()

    def _opens(self) -> None:
        disk = self._left.pop(0)
        disk.secret, disk.from_file = bytearray(self._secret), self._from_file
        self._opened.append(disk)
        self._next()

    def _fails(self, error: VmguiError) -> None:
        if error.code == "wrong-secret":
            self._left.pop(0)
            self._next()
            return
        self._job = None
        self._wipe(self._secret)
        self._update()
        show_error(error, self)

    def _finish(self) -> None:
        self._wipe(self._secret)
        locked = self._locked()
        if not locked:
            self.accept()
            return
        self._update()
        if self._secret and not self._opened:
            self.field.set_problem(self._wrong(len(locked)))
            return
        if not self._opened:
            return
        self.field.clear()
        self._hint = self.tr("The other disks are unlocked; this needs another passphrase.")
        self._ask()
        self.field.setFocus()

    def _wrong(self, disks: int) -> str:
        if self._from_file:
            return self.tr("This key file opens nothing here.")
        if disks == 1:
            return self.tr("Wrong passphrase. Check capitals and the keyboard's layout.")
        return self.tr("It opens none of the disks. Check capitals and the keyboard's layout.")

    def _ask_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Key file"))
        if chosen:
            self.try_file(Path(chosen))

    @staticmethod
    def _wipe(secret: bytearray) -> None:
        secret[:] = bytes(len(secret))
