"""*Header backup*: how old it is, make one, put one back, mend a damaged copy."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDateTime, QLocale, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vmgui.disk.header import Header
from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.disk import backups
from vmgui.gui.disk.backups import Backup
from vmgui.gui.disk.facts import DiskFacts
from vmgui.gui.disk.keyed_job import KeyedJob
from vmgui.gui.disk.restore_dialog import RestoreDialog
from vmgui.gui.error_dialog import show_error
from vmgui.gui.form import breakable, card, set_look, text
from vmgui.gui.icons import wear
from vmgui.gui.jobs import JobRun
from vmgui.gui.language import say
from vmgui.job.header import read_backup

Result = dict[str, Any]


class BackupTab(QWidget):
    """``changed`` when a backup or a header was written."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: DiskFacts | None = None
        self._users = ""
        self._busy = False
        self.state = text(look="step")
        self.place = text(look="quiet")
        self.damaged = text(look="warning")
        self.told = text()
        self.make_button = self._button(self.tr("Make a backup…"))
        self.make_button.clicked.connect(self._ask_make)
        wear(self.make_button, "save")
        self.restore_button = self._button(self.tr("Restore…"))
        self.restore_button.clicked.connect(self._ask_restore)
        self.repair_button = self._button(self.tr("Repair the header"))
        self.repair_button.clicked.connect(self.repair)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.make_button, self.restore_button, self.repair_button):
            buttons.addWidget(button)
        buttons.addStretch()
        frame, inside = card()
        inside.addWidget(self.state)
        inside.addWidget(self.place)
        inside.addWidget(self.damaged)
        inside.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(
            text(
                self.tr(
                    "The header holds the keys: without it the data is lost, whatever passphrase "
                    "one knows. A backup is a small file. It opens the disk with each passphrase "
                    "that the disk has when it is made, also after that was changed. Keep it on "
                    "another drive."
                )
            )
        )
        layout.addWidget(frame)
        layout.addWidget(self.told)
        layout.addStretch()

    def show_disk(self, facts: DiskFacts, users: str) -> None:
        """The disk that is meant; ``users`` names the running machines that have it, if any."""
        if self._facts is None or facts.path != self._facts.path:
            self.told.clear()
        self._facts, self._users = facts, users
        backup = facts.backup
        if backup is None:
            self.state.setText(self.tr("No backup was made from here yet."))
            look = "warning" if facts.header is not None and facts.header.encrypted else ""
        elif _older_than_keys(facts):
            self.state.setText(
                self.tr("The last backup is older than what opens the disk now: make a new one.")
            )
            look = "warning"
        else:
            self.state.setText(self._age(backup))
            look = "good"
        set_look(self.state, look or "step")
        self.place.setText(
            self.tr("%s, into %s") % (_moment(backup.at), breakable(backup.path))
            if backup is not None
            else ""
        )
        self.place.setVisible(backup is not None)
        self.damaged.setText(say(facts.warning))
        self.damaged.setVisible(bool(facts.warning))
        self._update()

    def _age(self, backup: Backup) -> str:
        days = (datetime.datetime.now(datetime.UTC) - backup.at).days
        if days < 1:
            return self.tr("The last backup was made less than a day ago.")
        return self.tr("The last backup was made %n day(s) ago.", "", days)

    def make(self, file: Path) -> None:
        """Copy the header into a new file."""
        assert self._facts is not None
        params = {"path": str(self._facts.path), "file": str(file)}
        job = JobRun("header-backup", params, (), self)
        job.done.connect(partial(self._made, file))
        job.failed.connect(self._fail)
        self._begin()

    def restore(self, file: Path) -> None:
        """Look what is in the file, say what will happen, then do it."""
        self._begin()
        in_background(self, lambda: read_backup(file), partial(self._confirm, file), self._fail)

    def repair(self) -> None:
        """Write both copies of the header from the good one."""
        facts = self._facts
        assert facts is not None
        assert facts.header is not None
        self._keyed(
            "header-repair",
            {"path": str(facts.path)},
            facts.header,
            self.tr("Both copies of the header are good."),
        )

    def _made(self, file: Path, result: Result) -> None:
        uuid, generation = result["disk_uuid"], result["generation"]
        in_background(
            self,
            lambda: backups.remember(uuid, file, generation),
            lambda _: self._done(self.tr("The backup was made. Keep it on another drive.")),
            self._fail,
        )

    def _confirm(self, file: Path, header: Header) -> None:
        self._end()
        facts = self._facts
        assert facts is not None
        dialog = RestoreDialog(facts, file, header, self.window())
        dialog.accepted.connect(lambda: self._restore(facts, file, header))
        dialog.open()

    def _restore(self, facts: DiskFacts, file: Path, header: Header) -> None:
        self._keyed(
            "header-restore",
            {"path": str(facts.path), "file": str(file)},
            header,
            self.tr(
                "The header was restored. A virtual machine that uses the disk asks you to accept "
                "that at its next start."
            ),
            self.tr("Give one that opened the disk when the backup was made."),
        )

    def _keyed(
        self, verb: str, params: dict[str, str], header: Header, words: str, why: str = ""
    ) -> None:
        job = KeyedJob(
            verb, params, str(header.disk), self.window(), encrypted=header.encrypted, why=why
        )
        job.done.connect(lambda _: self._done(words))
        job.failed.connect(self._fail)
        job.cancelled.connect(self._end)
        self._begin()

    def _begin(self) -> None:
        self._busy = True
        self.told.clear()
        self._update()

    def _end(self) -> None:
        self._busy = False
        self._update()

    def _done(self, words: str) -> None:
        self._end()
        self.told.setText(words)
        set_look(self.told, "good")
        self.changed.emit()

    def _fail(self, error: VmguiError) -> None:
        self._end()
        show_error(error, self.window())

    def _update(self) -> None:
        facts = self._facts
        there = facts is not None and facts.header is not None
        free = not self._busy and not self._users
        self.make_button.setEnabled(there and not self._busy)
        self.restore_button.setEnabled(free)
        self.repair_button.setEnabled(there and free)
        self.repair_button.setVisible(facts is not None and bool(facts.warning))
        tip = self.tr("The disk is in use by %s: shut it down first") % self._users
        for button in (self.restore_button, self.repair_button):
            button.setToolTip(tip if self._users else "")

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        return button

    def _ask_make(self) -> None:
        assert self._facts is not None
        suggested = Path.home() / f"{self._facts.name}.header"
        self._ask(
            partial(
                QFileDialog.getSaveFileName,
                self,
                self.tr("Make a header backup"),
                str(suggested),
                self.tr("Header backups (*.header);;All files (*)"),
                options=QFileDialog.Option.DontConfirmOverwrite,
            ),
            self.make,
        )

    def _ask_restore(self) -> None:
        backup = self._facts.backup if self._facts is not None else None
        self._ask(
            partial(
                QFileDialog.getOpenFileName,
                self,
                self.tr("Restore a header from its backup"),
                backup.path if backup is not None else str(Path.home()),
                self.tr("Header backups (*.header);;All files (*)"),
            ),
            self.restore,
        )

    def _ask(self, dialog: Callable[[], tuple[str, str]], then: Callable[[Path], None]) -> None:
        chosen, _ = dialog()
        if chosen:
            then(Path(chosen))


def _moment(then: datetime.datetime) -> str:
    local = QDateTime.fromSecsSinceEpoch(int(then.timestamp()))
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)


def _older_than_keys(facts: DiskFacts) -> bool:
    """Whether something that opens the disk is newer than its backup."""
    assert facts.backup is not None
    slots = facts.header.body.key_slots if facts.header is not None else []
    made = facts.backup.at.strftime("%Y-%m-%dT%H:%M:%SZ")
    return any(slot.created > made for slot in slots)
