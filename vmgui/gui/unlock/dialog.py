"""One question for all locked disks of a machine."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QPushButton, QWidget

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.error_dialog import show_error
from vmgui.gui.form import set_look, text
from vmgui.gui.icons import wear
from vmgui.gui.jobs import JobRun
from vmgui.gui.keyring_choice import KeyringChoice
from vmgui.gui.language import say
from vmgui.gui.notice import Notice
from vmgui.gui.passphrase_field import PassphraseField
from vmgui.gui.unlock.recovery_dialog import RecoveryDialog
from vmgui.secret import keyring_store, source
from vmgui.secret.keyring_state import State
from vmgui.secret.keyring_store import Lookup


@dataclass
class Locked:
    """A disk that needs a secret. ``secret`` is filled in once it was found to open the disk.

    ``kept`` is what the keyring said of it, ``waiting`` that it was asked and has not answered;
    ``stale``: what it holds does not open the disk.
    """

    index: int
    path: Path
    uuid: str
    secret: bytearray = field(default_factory=bytearray)
    from_file: bool = False
    kept: State | None = None
    waiting: bool = False
    stale: bool = False


def look_up(disks: list[Locked], *, unlock: bool = False) -> list[tuple[Locked, Lookup]]:
    """Ask the keyring for the passphrase of each; blocks.

    A no, or no answer, is taken for all of them: nobody is asked again, or waits again.
    """
    found = []
    for disk in disks:
        answer = keyring_store.lookup(disk.uuid, unlock=unlock)
        found.append((disk, answer))
        if answer.state in {State.REFUSED, State.ABSENT, State.SILENT}:
            rest = disks[len(found) :]
            found += [(each, Lookup(answer.state, None, answer.sentence)) for each in rest]
            break
    return found


class UnlockDialog(Notice):
    """Tries what is typed on every disk that is still locked; those that remain ask again.

    Accepted once each of ``disks`` has its secret. ``remember()`` says whether to store them.
    Trying runs in worker processes: nothing freezes, and Cancel works at any time. What is
    typed and what opened nothing is wiped at the end.
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

        self.words_button = QPushButton(self.tr("Recovery key…"))
        self.words_button.setAutoDefault(False)
        self.words_button.setToolTip(self.tr("Unlock with the 24 words of a recovery key"))
        self.words_button.clicked.connect(self._ask_words)
        self.file_button = QPushButton(self.tr("Key file…"))
        self.file_button.setAutoDefault(False)
        self.file_button.setToolTip(self.tr("Unlock with the content of a file"))
        wear(self.file_button, "key")
        self.file_button.clicked.connect(self._ask_file)
        for way in (self.file_button, self.words_button):
            self.buttons.addWidget(way)
        self.buttons.addStretch()
        self.cancel_button = self.add_button(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.unlock_button = self.add_button(self.tr("Unlock"), primary=True)
        self.unlock_button.clicked.connect(self._unlock)
        self.kept = text(look="quiet")
        self.forget_button = QPushButton(self.tr("Forget the stored one"))
        self.forget_button.setAutoDefault(False)
        self.forget_button.setToolTip(self.tr("Remove it from the keyring"))
        self.forget_button.clicked.connect(self._forget)
        told = QHBoxLayout()
        told.setSpacing(8)
        told.addWidget(self.kept, 1)
        told.addWidget(self.forget_button, 0, Qt.AlignmentFlag.AlignTop)
        self.lasting = text(
            self.tr("The disks are locked again when the machine stops; vmgui keeps nothing."),
            "quiet",
        )
        for widget in (self.field, self.busy):
            self.body.addWidget(widget)
        self.body.addLayout(told)
        self.body.addWidget(self.keyring)
        self.body.addWidget(self.lasting)
        self.body.addStretch()
        self._hint = hint
        self._ask()
        self._say_kept()
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
        super().reject()

    def done(self, result: int) -> None:
        """Nothing that was typed stays behind."""
        self._wipe(self._secret)
        self.field.clear()
        super().done(result)

    def take(self, found: list[tuple[Locked, Lookup]]) -> None:
        """The keyring has answered, maybe late: use what it has, say what it has not."""
        for disk, answer in found:
            disk.kept, disk.waiting = answer.state, False
            if answer.secret and not disk.secret and not disk.stale:
                disk.secret = answer.secret
        self._say_kept()
        if self._job is not None:
            return  # its end looks at all of them
        if self._locked():
            self._ask()
        else:
            self.accept()

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
        for way in (self.file_button, self.words_button, self.forget_button):
            way.setEnabled(not trying)
        self.unlock_button.setEnabled(not trying and bool(self.field.text()))
        self.unlock_button.setText(self.tr("Unlocking…") if trying else self.tr("Unlock"))

    def _unlock(self) -> None:
        try:
            secret = source.normalise(self.field.secret())
        except VmguiError as error:  # recovery words with a slip among them
            self.field.set_problem(say(str(error)))
            return
        self._try(secret, from_file=False)

    def _unlock_keyring(self) -> None:
        """The system asks for the keyring's password; then it may hold what is wanted here."""
        locked = self._locked()
        self.keyring.unlock.setEnabled(False)

        in_background(
            self,
            lambda: look_up(locked, unlock=True),
            self._from_keyring,
            lambda error: self._from_keyring([]),
        )

    def _from_keyring(self, found: list[tuple[Locked, Lookup]]) -> None:
        self.keyring.unlock.setEnabled(True)
        self.keyring.ask()
        self.take(found)

    def _say_kept(self) -> None:
        """What the keyring has of the disks that are asked for, in a sentence, and the way on."""
        locked = self._locked()
        stale = [disk for disk in locked if disk.stale]
        words = ""
        if stale:
            words = self.tr(
                "The passphrase in the keyring does not open it any more: it was changed, or a "
                "wrong one was stored. Type the right one; with the tick below it takes the "
                "other's place."
            )
        elif any(disk.waiting for disk in locked):
            words = self.tr("The keyring has not answered yet. You need not wait for it.")
        elif any(disk.kept is State.NOTHING_STORED for disk in locked):
            words = State.NOTHING_STORED.sentence
        self.kept.setText(words)
        self.kept.setVisible(bool(words))
        set_look(self.kept, "warning" if stale else "quiet")
        self.forget_button.setVisible(bool(stale))

    def _forget(self) -> None:
        """Remove what opens nothing any more."""
        stale = [disk for disk in self._locked() if disk.stale]
        self.forget_button.setEnabled(False)

        def forget() -> None:
            for disk in stale:
                keyring_store.forget(disk.uuid)

        in_background(self, forget, lambda _: self._forgotten(stale), self._not_forgotten)

    def _forgotten(self, stale: list[Locked]) -> None:
        for disk in stale:
            disk.stale, disk.kept = False, State.NOTHING_STORED
        self.forget_button.setEnabled(True)
        self._say_kept()
        self.field.setFocus()

    def _not_forgotten(self, error: VmguiError) -> None:
        self.forget_button.setEnabled(True)
        show_error(error, self)

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
            return self.tr("This opens nothing here. Is it that of another disk?")
        if disks == 1:
            return self.tr("Wrong passphrase. Check capitals and the keyboard's layout.")
        return self.tr("It opens none of the disks. Check capitals and the keyboard's layout.")

    def _ask_words(self) -> None:
        dialog = RecoveryDialog(self)
        dialog.entered.connect(lambda secret: self._try(secret, from_file=True))
        dialog.open()

    def _ask_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Key file"))
        if chosen:
            self.try_file(Path(chosen))

    @staticmethod
    def _wipe(secret: bytearray) -> None:
        secret[:] = bytes(len(secret))
