"""The page that shows work going on, and stops it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout

from vmgui.errors import VmguiError
from vmgui.gui.assistant import Page
from vmgui.gui.error_dialog import show_error
from vmgui.gui.form import text
from vmgui.gui.new_disk.creation import Creation


class WorkPage(Page):
    """Runs a creation as soon as it is entered; goes on by itself at its end.

    Cancel stops the work and leads back (``given_up``), as does a failure.
    """

    given_up = Signal()

    def __init__(self, creation: Creation, title: str) -> None:
        super().__init__()
        self.title = title
        self.committed = True
        self.creation = creation
        creation.setParent(self)
        creation.progressed.connect(self._progress)
        creation.done.connect(self.finished)
        creation.failed.connect(self._fail)
        creation.cancelled.connect(self.given_up)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.doing = text()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.bar)
        layout.addWidget(self.doing)
        layout.addStretch()

    def enter(self) -> None:
        """Begin."""
        self._progress(0, 0, self.tr("Beginning…"))
        self.creation.start()

    def complete(self) -> bool:
        """Only the end of the work goes on."""
        return self.creation.finished

    def action(self) -> str:
        """No button."""
        return ""

    def cancel(self) -> bool:
        """Stop the work first; the dialog stays, so that nothing has to be typed again."""
        self.doing.setText(self.tr("Stopping…"))
        self.creation.cancel()
        return False

    def _progress(self, done: int, total: int, words: str) -> None:
        # Per mille: a disk's size in bytes does not fit a progress bar's numbers.
        self.bar.setRange(0, 1000 if total else 0)
        self.bar.setValue(done * 1000 // total if total else 0)
        self.doing.setText(words)

    def _fail(self, error: VmguiError) -> None:
        show_error(error, self.window())
        self.given_up.emit()
