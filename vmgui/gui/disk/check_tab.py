"""*Check*: a disk is read from end to end, and what can't be read is named."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from vmgui.errors import VmguiError
from vmgui.gui.disk.facts import DiskFacts
from vmgui.gui.disk.job_line import JobLine
from vmgui.gui.disk.keyed_job import KeyedJob
from vmgui.gui.error_dialog import show_error
from vmgui.gui.form import fact, set_look, text
from vmgui.gui.language import say
from vmgui.gui.notice import Notice
from vmgui.gui.sizes import size_text


class CheckTab(QWidget):
    """One check at a time. ``changed``: the disk was mended."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: DiskFacts | None = None
        self._users = ""
        self._job: KeyedJob | None = None
        self.hint = text(look="quiet")
        self.check_button = QPushButton(self.tr("Check the disk"))
        self.check_button.setAutoDefault(False)
        self.check_button.setProperty("look", "primary")
        self.check_button.clicked.connect(self.check)
        self.drop_button = QPushButton(self.tr("Give up the journal…"))
        self.drop_button.setAutoDefault(False)
        self.drop_button.clicked.connect(self._ask_drop)
        self.line = JobLine()
        self.line.cancel_wanted.connect(self._cancel)
        self.result = fact("")
        self.meaning = fact("")
        self.list = QPlainTextEdit()
        self.list.setReadOnly(True)
        self.list.setAccessibleName(self.tr("Damaged sectors"))
        self.list.setMinimumHeight(160)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.check_button)
        buttons.addWidget(self.drop_button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 24)
        layout.setSpacing(12)
        for part in (self.hint, buttons, self.line, self.result, self.meaning, self.list):
            if isinstance(part, QWidget):
                layout.addWidget(part)
            else:
                layout.addLayout(part)
        layout.addStretch()
        self._clear()

    def show_disk(self, facts: DiskFacts, users: str) -> None:
        """The disk to check; ``users`` names the running machines that have it, if any."""
        if self._facts is None or facts.path != self._facts.path:
            self._cancel()
            self._job = None
            self._clear()
        self._facts, self._users = facts, users
        self._update()

    def check(self) -> None:
        """Read all of it."""
        self._clear()
        self._start("verify", self._checked)

    def drop_journal(self) -> None:
        """Give up what a damaged journal holds."""
        self._clear()
        self._start("drop-journal", self._dropped)

    def _start(self, verb: str, then: Any) -> None:
        facts = self._facts
        assert facts is not None
        assert facts.header is not None
        job = self._job = KeyedJob(
            verb,
            {"path": str(facts.path)},
            str(facts.header.disk),
            self.window(),
            encrypted=facts.header.encrypted,
        )

        def end(then: Any = lambda: None) -> None:
            if job is self._job:  # else another disk is shown by now
                self._job = None
                self._update()
                then()

        job.progressed.connect(
            lambda *told: self.line.progress(*told) if job is self._job else None
        )
        job.done.connect(lambda result: end(lambda: then(result)))
        job.failed.connect(lambda error: end(lambda: self._fail(error)))
        job.cancelled.connect(lambda: end(lambda: self._say(self.tr("Cancelled."), "quiet")))
        self.line.start()
        self._update()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _checked(self, result: dict[str, Any]) -> None:
        count, size = result["bad_sectors"], size_text(result["read_bytes"])
        warnings = " ".join(say(each) for each in result["warnings"])
        if not count:
            self._say(self.tr("All of it reads well: %s in use.") % size, "good")
            self._mean(warnings, "warning")
            return
        self._say(self.tr("%n sector(s) can't be read.", "", count), "bad")
        assert self._facts is not None
        assert self._facts.header is not None
        cipher = self._facts.header.body.cipher
        meaning = self.tr(
            "The guest gets an error where it reads these. Their content is lost here: restore "
            "the files from a backup. If the drive is not failing, somebody changed the file."
        )
        self._mean(f"{meaning} {warnings}".strip(), "")
        locale = QLocale()
        lines = [
            self.tr("Sector %s (byte %s of the disk): %s.")
            % (
                locale.toString(bad["sector"]),
                locale.toString(bad["sector"] * cipher.sector_size),
                say(bad["why"]),
            )
            for bad in result["bad"]
        ]
        if count > len(lines):
            lines.append(self.tr("… and %s more") % locale.toString(count - len(lines)))
        self.list.setPlainText("\n".join(lines))
        self.list.show()

    def _dropped(self, _: dict[str, Any]) -> None:
        self._say(self.tr("The journal was given up; the disk opens again."), "good")
        self._mean(self.tr("Check the guest's file systems when it has started."), "")
        self.changed.emit()

    def _fail(self, error: VmguiError) -> None:
        if error.code == "journal-damaged":
            self.offer_drop(error)
        else:
            show_error(error, self.window())

    def offer_drop(self, error: VmguiError) -> None:
        """The disk's journal is damaged: say what can be done."""
        self._clear()
        self._say(say(f"{error.what} {error.why}".strip()), "bad")
        self._mean(
            self.tr(
                "Restoring a backup of the file is better where there is one. Else the journal "
                "can be given up: what the guest wrote last before the crash is lost then."
            ),
            "",
        )
        self.drop_button.show()

    def _ask_drop(self) -> None:
        dialog = DropDialog(self.window())
        dialog.accepted.connect(self.drop_journal)
        dialog.open()

    def _say(self, words: str, look: str) -> None:
        self.result.setText(words)
        self.result.show()
        set_look(self.result, look)

    def _mean(self, words: str, look: str) -> None:
        self.meaning.setText(words)
        self.meaning.setVisible(bool(words))
        set_look(self.meaning, look)

    def _clear(self) -> None:
        for widget in (self.result, self.meaning, self.list, self.drop_button):
            widget.hide()
        self.list.clear()

    def _update(self) -> None:
        header = self._facts.header if self._facts is not None else None
        running = self._job is not None
        usable = header is not None and not running and not self._users
        self.check_button.setEnabled(usable)
        self.drop_button.setEnabled(usable)
        if not running:
            self.line.stop()
        if header is None:
            words = self.tr("The disk can't be checked: its header can't be read.")
        elif self._users:
            words = self.tr("The disk is in use by %s. Shut it down to check the disk.")
            words = words % self._users
        elif header.body.cipher.tag_size:
            words = self.tr(
                "Reads every sector and checks that it is what was last written there. Nothing is "
                "changed."
            )
        else:
            words = self.tr(
                "Reads every sector, and so finds what the drive can't read. This plug-in can't "
                "tell whether a sector was changed. Nothing is changed by the check."
            )
        self.hint.setText(words)


class DropDialog(Notice):
    """Accepted when the journal is to be given up."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__("", "warning", "warning", "", parent)
        self.setWindowTitle(self.tr("Give up the journal"))
        self.set_headline(self.tr("Give up what the disk's journal holds?"))
        self.say(
            self.tr(
                "What the guest wrote last before the crash is lost: those sectors will be as they "
                "were before. Copy the file first."
            )
        )
        self.buttons.addStretch()
        self.cancel_button = self.add_button(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.drop_button = self.add_button(self.tr("Give up the journal"), primary=True)
        self.drop_button.clicked.connect(self.accept)
        self.cancel_button.setFocus()
