"""*New encrypted disk*, put together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from vmgui.gui.assistant import Assistant, Page
from vmgui.gui.new_disk.creation import DiskCreation
from vmgui.gui.new_disk.disk_page import DiskPage
from vmgui.gui.new_disk.done_page import DonePage
from vmgui.gui.new_disk.passphrase_page import PassphrasePage
from vmgui.gui.new_disk.plan import DiskPlan
from vmgui.gui.new_disk.protection_page import ProtectionPage
from vmgui.gui.new_disk.review_page import DiskSummary, ReviewPage
from vmgui.gui.new_disk.work_page import WorkPage


class NewDiskAssistant(Assistant):
    """Disk, protection, passphrase, review; ``made`` carries the new disk's path."""

    made = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Assistant", "New encrypted disk"), parent)
        self.plan = DiskPlan()
        self._creation = DiskCreation(self.plan)
        self._creation.done.connect(self._made)
        self.finished.connect(self.plan.wipe)

    def pages(self) -> Iterator[Page | None]:
        """Disk, protection, passphrase, review, work, end."""
        summary = DiskSummary(self.plan, self)
        self.disk_page = DiskPage(self.plan)
        yield self.disk_page
        self.protection_page = ProtectionPage(self.plan)
        yield self.protection_page
        self.passphrase_page = PassphrasePage(self.plan)
        yield self.passphrase_page
        review = ReviewPage(summary.rows, summary.warnings, self.tr("Create disk"), summary.steps)
        yield review
        self.work_page = WorkPage(self._creation, self.tr("Creating the disk"))
        self.work_page.given_up.connect(lambda: self.show_page(review))
        yield self.work_page
        self.done_page = DonePage(self._creation, self.tr("The disk is ready."), ways_on=True)
        self.done_page.attach.attached.connect(self._attached)
        yield self.done_page

    def _attached(self) -> None:
        path: Path = self.plan.path
        self.made.emit(path)  # the library looks again

    def _made(self) -> None:
        path: Path = self.plan.path
        self.made.emit(path)
