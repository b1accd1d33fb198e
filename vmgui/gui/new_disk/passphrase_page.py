"""What will open the disk: a passphrase, a key file, the keyring, a recovery key."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QVBoxLayout, QWidget

from vmgui.errors import VmguiError
from vmgui.gui.assistant import Page
from vmgui.gui.form import add_field, form, hint, text
from vmgui.gui.icons import wear
from vmgui.gui.keyring_choice import KeyringChoice
from vmgui.gui.language import say
from vmgui.gui.new_disk.backup_choice import BackupChoice
from vmgui.gui.new_disk.key_file_field import KeyFileField
from vmgui.gui.new_disk.plan import DiskPlan
from vmgui.gui.new_disk.strength_meter import StrengthMeter
from vmgui.gui.passphrase_field import PassphraseField
from vmgui.gui.secret_clipboard import SECONDS, copy_secret
from vmgui.secret import generate, source

_PASSPHRASE, _FILE, _EITHER = "passphrase", "file", "either"


class PassphrasePage(Page):
    """What opens the disk, how strong it is, whether to remember it, and what if it is lost."""

    def __init__(self, plan: DiskPlan) -> None:
        super().__init__()
        self.title = self.tr("Passphrase and recovery")
        self.hint = self.tr("Whoever has what opens the disk can read it; without it nobody can.")
        self._plan = plan
        self.opened_by = QComboBox()
        self.opened_by.setAccessibleName(self.tr("Use of a key file"))
        for name, words in (
            (_PASSPHRASE, self.tr("None")),
            (_FILE, self.tr("Instead of the passphrase")),
            (_EITHER, self.tr("Besides: either of them opens the disk")),
        ):
            self.opened_by.addItem(words, name)
        self.first = PassphraseField(self.tr("Passphrase"))
        self.second = PassphraseField(self.tr("Passphrase once more"))
        self.suggest = self._button(self.tr("Generate"), self._suggest)
        self.suggest.setToolTip(self.tr("Seven random words; write them down"))
        self.copy = self._button(self.tr("Copy"), self._copy)
        wear(self.copy, "copy")
        self.copy.hide()
        for button in (self.suggest, self.copy):
            self.first.row.addWidget(button)
        self.copied = text(look="quiet")
        self.copied.hide()
        self.meter = StrengthMeter(self.first, lambda: [plan.path.stem])
        self.bar, self.verdict = self.meter.bar, self.meter.verdict
        self.key_file = KeyFileField()
        self.keyring = KeyringChoice(can_unlock=True)
        self.recovery = QCheckBox(self.tr("Make a recovery key"))
        self.recovery.setChecked(plan.recovery)
        what = hint(
            self.tr("24 words to print or save at the end. They open the disk if you forget.")
        )
        self.backup = BackupChoice()
        self._fields = form()
        add_field(self._fields, self.tr("Passphrase"), self.first, self.first.line)
        self._fields.addRow("", self.copied)
        self._fields.addRow("", self.meter)
        add_field(self._fields, self.tr("Once more"), self.second, self.second.line)
        add_field(self._fields, self.tr("Key file"), self.opened_by)
        self._fields.addRow("", self.key_file)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._fields)
        layout.addSpacing(12)
        for widget, below in (
            (self.keyring, 8), (self.recovery, 0), (what, 8), (self.backup, 0)
        ):  # fmt: skip
            layout.addWidget(widget)
            layout.addSpacing(below)
        layout.addStretch()
        self._order_focus()
        self.first.changed.connect(self._typed)
        self.second.changed.connect(self.changed)
        self.key_file.field.changed.connect(self.changed)
        self.backup.changed.connect(self.changed)
        self.opened_by.currentIndexChanged.connect(self._kind_chosen)
        self._kind_chosen()

    def wanted(self) -> bool:
        """Only for a new disk, and a plug-in that encrypts."""
        return self._plan.wanted and self._plan.encrypted

    def enter(self) -> None:
        """Ask the keyring how it is just now."""
        self.keyring.ask()
        self.backup.suggest(self._plan.path)

    def complete(self) -> bool:
        """All that was chosen is there."""
        if self._by_passphrase and not (self.first.text() and self.second.text()):
            return False
        if self._by_file and (self.key_file.field.path() is None or self.key_file.field.problem()):
            return False
        return not self.backup.problem()

    def leave(self) -> bool:
        """Both passphrases must be the same."""
        plan, secret = self._plan, bytearray()
        if self._by_passphrase:
            if self.first.text() != self.second.text():
                self.second.set_problem(self.tr("The two are not the same."))
                return False
            try:
                secret = source.normalise(self.first.secret())
            except VmguiError as error:
                self.first.set_problem(say(str(error)))
                return False
        plan.wipe()
        plan.secret = secret
        plan.key_file = self.key_file.field.path() if self._by_file else None
        plan.remember = self._by_passphrase and self.keyring.wanted()
        plan.recovery = self.recovery.isChecked()
        plan.header_backup = self.backup.path()
        return True

    @property
    def _by_passphrase(self) -> bool:
        return self.opened_by.currentData() in (_PASSPHRASE, _EITHER)

    @property
    def _by_file(self) -> bool:
        return self.opened_by.currentData() in (_FILE, _EITHER)

    def _kind_chosen(self) -> None:
        for row in (self.first, self.meter, self.second):
            self._fields.setRowVisible(row, self._by_passphrase)
        self._fields.setRowVisible(self.copied, self._by_passphrase and bool(self.copied.text()))
        self._fields.setRowVisible(self.key_file, self._by_file)
        self.keyring.setVisible(self._by_passphrase)
        self.changed.emit()

    def _typed(self) -> None:
        self.copy.hide()  # only what was generated: the rest is known already
        self.changed.emit()

    def _suggest(self) -> None:
        words = generate.passphrase().text
        for field in (self.first, self.second):
            field.line.setText(words)
            field.show_button.setChecked(True)
        self.copy.show()

    def _copy(self) -> None:
        copy_secret(self.first.text(), self)
        self.copied.setText(
            self.tr("Copied; it leaves the clipboard in %n second(s).", "", SECONDS)
        )
        self._fields.setRowVisible(self.copied, True)

    def _order_focus(self) -> None:
        order = [
            self.first.line,
            self.first.show_button,
            self.suggest,
            self.copy,
            self.second.line,
            self.second.show_button,
            self.opened_by,
            self.key_file.field.line,
            self.key_file.field.choose,
            self.key_file.create_button,
            self.keyring.tick,
            self.keyring.unlock,
            self.recovery,
            self.backup.tick,
            self.backup.line,
            self.backup.choose,
        ]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _button(self, words: str, then: object) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(then)
        return button
