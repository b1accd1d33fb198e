"""Asks for one name: of a group, or a machine's new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from vmgui.gui.form import text
from vmgui.gui.notice import Notice


class NameDialog(Notice):
    """``named`` carries the name; ``problem`` says why a name can't be taken ("": it can)."""

    named = Signal(str)

    def __init__(
        self,
        title: str,
        headline: str,
        verb: str,
        name: str,
        choices: Sequence[str],
        problem: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, "folder", "accent", headline, parent)
        self._check = problem
        self.field = QComboBox()
        self.field.setEditable(True)
        self.field.addItems(list(choices))
        self.field.setCurrentText(name)
        self.field.setAccessibleName(headline)
        line = self.field.lineEdit()
        assert line is not None
        line.selectAll()
        self.add(self.field)
        self.problem = text(look="bad")
        self.add(self.problem)
        self.buttons.addStretch()
        self.cancel_button = self.add_button(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.ok_button = self.add_button(verb, primary=True)
        self.ok_button.clicked.connect(self._take)
        self.field.editTextChanged.connect(self._look)
        self._look()
        self.field.setFocus()

    def _look(self) -> None:
        problem = self._check(self.field.currentText().strip())
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.ok_button.setEnabled(not problem)

    def _take(self) -> None:
        self.named.emit(self.field.currentText().strip())
        self.accept()
