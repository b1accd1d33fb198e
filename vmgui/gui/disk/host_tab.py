"""*What the host sees*: people believe what they see."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from vmgui.errors import VmguiError
from vmgui.gui.disk.badges import KnownPlugin, plugin_of
from vmgui.gui.disk.byte_map import COLUMNS, ROWS
from vmgui.gui.disk.facts import DiskFacts
from vmgui.gui.disk.header_fields import fields
from vmgui.gui.disk.host_view import HostView, Stretch
from vmgui.gui.disk.keyed_job import KeyedJob
from vmgui.gui.error_dialog import show_error
from vmgui.gui.form import add_fact, card, clear, fact, form, set_look, text
from vmgui.gui.sizes import size_text

Result = dict[str, Any]

LENGTH = COLUMNS * ROWS


class HostTab(QWidget):
    """What a worker reads for it is the guest's own: kept in memory, wiped when it is hidden.

    ``journal_damaged`` carries the error of a disk that can't be opened before that is mended.
    """

    looked = Signal()
    journal_damaged = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: DiskFacts | None = None
        self._plugins: tuple[KnownPlugin, ...] = ()
        self._secret = bytearray()
        self._job: KeyedJob | None = None
        self._in_use = False
        self._start = 0
        self._mark = 0
        self._head = b""
        self.view = HostView()
        self.start_button = self._button(self.tr("Start of the disk"))
        self.start_button.clicked.connect(lambda: self.look(0))
        self.written_button = self._button(self.tr("Show the first written stretch"))
        self.written_button.setProperty("look", "primary")
        self.written_button.clicked.connect(lambda: self.look(None))
        self.before_button = self._button(self.tr("Back"))
        self.before_button.clicked.connect(lambda: self.look(self._start - LENGTH))
        self.after_button = self._button(self.tr("Forward"))
        self.after_button.clicked.connect(lambda: self.look(self._start + LENGTH))
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("A file's name, or a word from a document"))
        self.line.setAccessibleName(self.tr("Words to look for in the disk"))
        self.line.setMaxLength(80)
        self.line.textChanged.connect(self._update)
        self.line.returnPressed.connect(self.search)
        self.find_button = self._button(self.tr("Find"))
        self.find_button.clicked.connect(self.search)
        self.cancel_button = self._button(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self._cancel)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        policy = self.bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(policy)
        self.result = fact("")
        self._layout()
        self._update()

    def show_disk(
        self, facts: DiskFacts, plugins: tuple[KnownPlugin, ...], *, in_use: bool = False
    ) -> None:
        """Another disk, or the same one changed: what was shown of it is forgotten."""
        self.forget()
        self._facts, self._plugins, self._in_use = facts, plugins, in_use
        self._update()

    def look(self, start: int | None, mark: int = 0) -> None:
        """Show the stretch at ``start`` (None: the first written one); ``mark`` a byte of it."""
        self._mark = mark
        assert self._facts is not None
        params = {"path": str(self._facts.path), "length": LENGTH, "start": start}
        self._begin("peek", params, self._show)

    def search(self) -> None:
        """Look for what is typed, on both sides."""
        words = bytearray(self.line.text().strip().encode())
        if self._job is not None or self._in_use or len(words) < 3:
            return
        assert self._facts is not None
        self._begin("find-text", {"path": str(self._facts.path)}, self._found, words)

    def forget(self) -> None:
        """Wipe what was read, what opened the disk and what was found."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.view.clear()
        self._secret[:] = bytes(len(self._secret))
        self._secret.clear()
        self.result.clear()
        self.line.clear()
        clear(self._fields)
        self._update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another tab or page: forget. A window that is only minimised keeps it."""
        if not event.spontaneous():
            self.forget()
        super().hideEvent(event)

    # --- jobs ---------------------------------------------------------------------------------

    def _begin(
        self, verb: str, params: dict[str, Any], then: Callable[[Result], None], *more: bytearray
    ) -> None:
        assert self._facts is not None
        assert self._facts.header is not None
        header = self._facts.header
        self.result.clear()
        job = self._job = KeyedJob(
            verb,
            params,
            str(header.disk),
            self.window(),
            # Of a disk in use only the file can be seen, which needs no passphrase.
            encrypted=header.encrypted and not self._in_use,
            known=self._secret,
            more=more,
        )
        job.progressed.connect(self._progress)
        job.done.connect(lambda result: self._done(job, then, result))
        job.failed.connect(lambda error: self._fail(job, error))
        job.cancelled.connect(lambda: self._end(job))
        self._progress(0, 0, "")
        self._update()

    def _done(self, job: KeyedJob, then: Callable[[Result], None], result: Result) -> None:
        private = result.pop("private", bytearray())
        if job is self._job and self.isVisible():  # else it came too late: nobody looks any more
            self._secret[:] = bytes(len(self._secret))
            self._secret = bytearray(job.secret)
            self._end(job)
            then({**result, "private": private})
        private[:] = bytes(len(private))

    def _end(self, job: KeyedJob) -> None:
        if job is self._job:
            self._job = None
            self._update()

    def _fail(self, job: KeyedJob, error: VmguiError) -> None:
        if job is not self._job:
            return
        self._end(job)
        if error.code == "journal-damaged":
            self.journal_damaged.emit(error)
        else:
            show_error(error, self.window())

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _progress(self, done: int, total: int, _: str) -> None:
        self.bar.setRange(0, 1000 if total else 0)
        self.bar.setValue(done * 1000 // total if total else 0)

    def _show(self, result: Result) -> None:
        stretch = Stretch(
            result["start"],
            result["length"],
            result["file_offset"],
            result["busy"],
            tuple(result["bad"]),
        )
        self._start = stretch.start
        self.view.show_stretch(stretch, result["private"])
        if self._mark:
            self.view.mark(self._mark - stretch.start)
        self._show_fields(bytes.fromhex(result["head"]))
        self._update()
        self.looked.emit()

    def _found(self, result: Result) -> None:
        locale, found, in_file = QLocale(), result["found"], result["in_file"]
        sizes = tuple(size_text(result[key]) for key in ("read", "file_read"))
        if found < 0:
            words = self.tr("The guest has it nowhere in the %s that were read.") % sizes[0]
            look = "quiet"
        elif in_file < 0:
            words = self.tr(
                "Found in what the guest reads, at byte %s. Nowhere in the %s of data that were "
                "read in the file."
            ) % (locale.toString(found), sizes[1])
            look = "good"
        else:
            words = self.tr(
                "Found in what the guest reads, at byte %s, and in the file as well, at byte %s: "
                "whoever gets the file can read it."
            ) % (locale.toString(found), locale.toString(in_file))
            look = "warning"
        if found >= 0:
            self.look(found // LENGTH * LENGTH, found)
        self.result.setText(words)
        set_look(self.result, look)

    def _show_fields(self, head: bytes) -> None:
        clear(self._fields)
        assert self._facts is not None
        assert self._facts.header is not None
        header = self._facts.header
        plugin = plugin_of(header, self._plugins)
        frame, inside = card()
        rows = form()
        for field in fields(head, header, plugin.manifest if plugin else None):
            both = QWidget()
            lines = QVBoxLayout(both)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(2)
            lines.addWidget(fact(field.raw, mono=True))
            lines.addWidget(text(self.tr("%s (%s)") % (field.meaning, field.place), "quiet"))
            add_fact(rows, field.name, both)
        inside.addLayout(rows)
        self._fields.addWidget(text(self.tr("In the file's header"), "heading"))
        self._fields.addWidget(frame)

    # --- looks --------------------------------------------------------------------------------

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        return button

    def _update(self) -> None:
        busy = self._job is not None
        usable = self._facts is not None and self._facts.header is not None and not busy
        shown = bool(self.view.verdict.text())
        self.view.setVisible(shown)
        for button in (self.start_button, self.written_button):
            button.setEnabled(usable)
        for button in (self.before_button, self.after_button):
            button.setEnabled(usable and shown)
        if self._facts is not None and self._facts.header is not None:
            size = self._facts.header.body.size
            self.before_button.setEnabled(usable and shown and self._start > 0)
            self.after_button.setEnabled(usable and shown and self._start + LENGTH < size)
        self.line.setEnabled(usable and not self._in_use)
        self.find_button.setEnabled(
            usable and not self._in_use and len(self.line.text().strip()) >= 3
        )
        self.cancel_button.setVisible(busy)
        self.bar.setVisible(busy)

    def _layout(self) -> None:
        where = QHBoxLayout()
        where.setSpacing(8)
        for button in (
            self.written_button,
            self.start_button,
            self.before_button,
            self.after_button,
        ):
            where.addWidget(button)
        where.addStretch()
        where.addWidget(self.cancel_button)
        search = QHBoxLayout()
        search.setSpacing(8)
        search.addWidget(self.line, 1)
        search.addWidget(self.find_button)
        self._fields = QVBoxLayout()
        self._fields.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(
            text(
                self.tr(
                    "The same stretch of the disk, twice: as the guest reads it, and as it lies "
                    "in the file on this computer. Each dot is a byte."
                )
            )
        )
        layout.addLayout(where)
        layout.addWidget(self.bar)
        layout.addWidget(self.view)
        layout.addLayout(self._fields)
        layout.addSpacing(6)
        layout.addWidget(text(self.tr("Find text"), "heading"))
        layout.addWidget(
            text(
                self.tr(
                    "Look for something that you know is on the disk: the guest finds it, "
                    "the file does not hold it."
                ),
                "quiet",
            )
        )
        layout.addLayout(search)
        layout.addWidget(self.result)
        layout.addStretch(1)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)
