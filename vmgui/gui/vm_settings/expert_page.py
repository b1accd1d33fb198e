"""*Expert*: a kernel of one's own, extra arguments, and QEMU's whole command line."""

from __future__ import annotations

import shlex

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QFontDatabase, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.file_field import FileField
from vmgui.gui.form import text
from vmgui.gui.icons import wear
from vmgui.gui.language import say
from vmgui.gui.vm_settings.draft import Draft
from vmgui.gui.vm_settings.section import Section, set_words
from vmgui.vm import host, qemu, store
from vmgui.vm.definition import Definition
from vmgui.vm.trusted import settled

_SOON_MS = 400
# The number that the descriptor of QEMU's monitor has is only known at its start.
_MONITOR = 3


class ExpertPage(Section):
    """The command line follows what is typed, shortly after."""

    KEYS = ("kernel", "initrd", "append", "extra_args")

    @staticmethod
    def title() -> str:
        """As it stands in the list."""
        return QCoreApplication.translate("ExpertPage", "Expert")

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        value = draft.value
        self.kernel = FileField(self.tr("Kernel"), self.tr("All files (*)"))
        self.initrd = FileField(self.tr("Initial RAM disk"), self.tr("All files (*)"))
        for key, field in (("kernel", self.kernel), ("initrd", self.initrd)):
            field.line.setText(getattr(value, key) or "")
            field.changed.connect(lambda key=key, field=field: self._put_file(key, field))
        self.append = QLineEdit(value.append or "")
        self.append.textEdited.connect(lambda words: draft.put(append=words or None))
        rows = self.rows()
        below = self.row(rows, self.tr("Kernel"), self.kernel, "kernel")
        set_words(below, self.tr("Started directly. Empty: the firmware starts a disk or the CD."))
        self.row(rows, self.tr("Initial RAM disk"), self.initrd, "initrd")
        self.row(rows, self.tr("Kernel's command line"), self.append, "append")
        mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.extra = QPlainTextEdit("\n".join(value.extra_args))
        self.extra.setFont(mono)
        self.extra.setFixedHeight(84)
        self.extra.setTabChangesFocus(True)
        self.extra.textChanged.connect(self._put_extra)
        below = self.row(rows, self.tr("Extra arguments"), self.extra, "extra_args")
        set_words(
            below,
            self.tr(
                "One a line: “-device” and what follows it are two lines. QEMU gets them last."
            ),
        )
        self.room.addWidget(text(self.tr("QEMU's command line"), "heading"))
        self.line = QPlainTextEdit()
        self.line.setFont(mono)
        self.line.setReadOnly(True)
        self.line.setTabChangesFocus(True)
        self.line.setMinimumHeight(200)
        self.line.setAccessibleName(self.tr("QEMU's command line"))
        self.room.addWidget(self.line, 2)
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.setAccessibleName(self.tr("Copy QEMU's command line"))
        self.copy.setAutoDefault(False)
        wear(self.copy, "copy")
        self.copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.line.toPlainText())
        )
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.copy)
        self.room.addLayout(buttons)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._look)
        self._asked: Definition | None = None

    def showEvent(self, event: QShowEvent) -> None:
        """Made when it is first seen."""
        super().showEvent(event)
        self._look()

    def show_draft(self) -> None:
        """Make the command line anew, soon."""
        super().show_draft()
        if self.isVisible():
            self._soon.start()

    def _put_file(self, key: str, field: FileField) -> None:
        path = field.path()
        self.draft.put(**{key: str(path) if path is not None else None})

    def _put_extra(self) -> None:
        lines = [each.strip() for each in self.extra.toPlainText().splitlines()]
        self.draft.put(extra_args=tuple(each for each in lines if each))

    def _look(self) -> None:
        value = self.draft.value
        if value == self._asked or self.draft.key:
            return
        self._asked = value
        in_background(
            self,
            lambda: _command(value),
            lambda words: self._show(value, words),
            lambda error: self._fail(value, error),
        )

    def _show(self, asked: Definition, words: str) -> None:
        if asked is self._asked:
            self.line.setPlainText(words)
            self.copy.setEnabled(True)

    def _fail(self, asked: Definition, error: VmguiError) -> None:
        if asked is self._asked:
            self.line.setPlainText(say(str(error)))
            self.copy.setEnabled(False)


def _command(definition: Definition) -> str:
    """As a shell would take it, one option a line."""
    definition = settled(definition)
    words = qemu.command(definition, host.choose(definition), store.places(definition), _MONITOR)
    lines = [shlex.quote(words[0])]
    for word in words[1:]:
        quoted = shlex.quote(word)
        if word.startswith("-"):
            lines.append(quoted)
        else:
            lines[-1] += f" {quoted}"
    return " \\\n  ".join(lines)
