"""The last page before something is made: what will happen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QVBoxLayout

from vmgui.gui.assistant import Page
from vmgui.gui.form import add_fact, breakable, card, clear, fact, form, text
from vmgui.gui.new_disk.plan import DiskPlan
from vmgui.gui.sizes import size_text

Rows = list[tuple[str, str]]


class ReviewPage(Page):
    """Shows ``rows()`` and, in a warning colour, ``warnings()``; the button says ``verb``.

    ``steps()``, where given, are sentences that say in order what will happen.
    """

    def __init__(
        self,
        rows: Callable[[], Rows],
        warnings: Callable[[], list[str]],
        verb: str,
        steps: Callable[[], list[str]] = list,
    ) -> None:
        super().__init__()
        self.title = self.tr("Review")
        self.hint = self.tr("Nothing has been made yet.")
        self._rows, self._warnings, self._verb = rows, warnings, verb
        self._steps = steps
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(12)

    def enter(self) -> None:
        """Show the choices as they are now."""
        clear(self._list)
        steps = self._steps()
        if steps:
            told, inside = card()
            numbered = form()
            for number, sentence in enumerate(steps, 1):
                add_fact(numbered, QLocale().toString(number), text(sentence))
            inside.addLayout(numbered)
            self._list.addWidget(told)
        frame, inside = card()
        table = form()
        for name, value in self._rows():
            add_fact(table, name, fact(breakable(value)))
        inside.addLayout(table)
        self._list.addWidget(frame)
        for warning in self._warnings():
            self._list.addWidget(text(warning, "warning"))
        self._list.addStretch()

    def action(self) -> str:
        """The verb."""
        return self._verb


class DiskSummary(QObject):
    """Says a disk plan in rows and warnings."""

    def __init__(self, plan: DiskPlan, parent: QObject) -> None:
        super().__init__(parent)
        self._plan = plan

    def rows(self) -> Rows:
        """Names and values."""
        plan = self._plan
        assert plan.plugin is not None
        options = ", ".join(
            f"{option.title}: {plan.options[key]}"
            for key, option in plan.plugin.manifest.options.items()
        )
        protection = plan.plugin.manifest.title + (f" ({options})" if options else "")
        rows = [
            (self.tr("File"), str(plan.path)),
            (self.tr("Size"), size_text(plan.size)),
            (self.tr("Protection"), protection),
        ]
        if plan.encrypted:
            opens = [self.tr("the passphrase")] if plan.secret else []
            if plan.key_file is not None:
                opens.append(self.tr("the key file %s") % plan.key_file)
            if plan.recovery:
                opens.append(self.tr("a recovery key of 24 words"))
            rows.append((self.tr("Opened by"), ", ".join(opens)))
            kept = self.tr("yes") if plan.remember else self.tr("no, it will be asked for")
            if plan.secret:
                rows.append((self.tr("In the keyring"), kept))
            if plan.header_backup is not None:
                rows.append((self.tr("Header's backup"), str(plan.header_backup)))
        return rows

    def steps(self) -> list[str]:
        """What will happen, in order."""
        plan = self._plan
        assert plan.plugin is not None
        manifest = plan.plugin.manifest
        size = size_text(plan.size)
        steps = [
            self.tr("A file is made and filled with random bytes, %s of them.") % size
            if plan.fill
            else self.tr("A file is made for %s of data. It grows as the guest writes.") % size
        ]
        if not plan.encrypted:
            return steps
        steps.append(
            self.tr("All data is encrypted with %s, and tampering is noticed.") % manifest.title
            if manifest.cipher.authenticated
            else self.tr("All data is encrypted with %s. Tampering is not noticed.")
            % manifest.title
        )
        if plan.recovery:
            steps.append(self.tr("A recovery key is made, to print or save on the next page."))
        if plan.header_backup is not None:
            steps.append(self.tr("A copy of the header is saved."))
        if plan.remember:
            steps.append(self.tr("The passphrase is stored in the keyring."))
        return steps

    def warnings(self) -> list[str]:
        """What deserves a second thought."""
        plan = self._plan
        warnings = []
        if not plan.encrypted:
            warnings.append(
                self.tr("The disk will not be encrypted: who can read the file can read the disk.")
            )
        elif not plan.recovery and not plan.secret:
            warnings.append(self.tr("If the key file is lost, the data is lost for good."))
        elif not plan.recovery and not plan.remember:
            warnings.append(self.tr("If you forget the passphrase, the data is lost for good."))
        if plan.fill and plan.free is not None and plan.size > plan.free:
            warnings.append(
                self.tr("There is not enough room on the drive: %s free.") % size_text(plan.free)
            )
        elif plan.fill:
            warnings.append(self.tr("The whole file is written now, %s.") % size_text(plan.size))
        return warnings
