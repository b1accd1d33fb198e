"""A machine's log, and QEMU's own words, to read and copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from vmgui.gui.background import in_background
from vmgui.gui.icons import wear
from vmgui.gui.language import say
from vmgui.vm import store
from vmgui.vm.definition import Definition

# The last part is what one looks for; a log can be long.
_TAIL = 256 << 10


def read_logs(definition: Definition) -> str:
    """What vmgui and QEMU said of a machine, newest last. Blocks for a moment."""
    places = store.places(definition)
    parts = []
    for title, path in (("vmgui", places.log), ("QEMU", places.qemu_log)):
        try:
            with path.open("rb") as file:
                file.seek(max(0, path.stat().st_size - _TAIL))
                words = file.read().decode(errors="replace").strip()
        except OSError:
            continue
        if words:
            parts.append(f"--- {title}: {path}\n{words}")
    return "\n\n".join(parts)


class LogDialog(QDialog):
    """The logs of one machine."""

    def __init__(self, definition: Definition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Log of %s") % definition.name)
        self.resize(820, 520)
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setAccessibleName(self.tr("Log"))
        self.words.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.words.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        copy = QPushButton(self.tr("Copy"))
        wear(copy, "copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.words.toPlainText()))
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch()
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(self.words, 1)
        layout.addLayout(buttons)
        in_background(
            self,
            lambda: read_logs(definition),
            self._show,
            lambda error: self.words.setPlainText(say(str(error))),
        )

    def _show(self, words: str) -> None:
        self.words.setPlainText(words or self.tr("Nothing was logged yet."))
        bar = self.words.verticalScrollBar()
        bar.setValue(bar.maximum())
