"""*New encrypted disk*, put together."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from vmgui.gui.assistant import Assistant
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
        summary = DiskSummary(self.plan, self)
        creation = DiskCreation(self.plan)
        self.disk_page = DiskPage(self.plan)
        self.protection_page = ProtectionPage(self.plan)
        self.passphrase_page = PassphrasePage(self.plan)
        review = ReviewPage(summary.rows, summary.warnings, self.tr("Create disk"), summary.steps)
        self.work_page = WorkPage(creation, self.tr("Creating the disk"))
        self.work_page.given_up.connect(lambda: self.show_page(review))
        self.done_page = DonePage(creation, self.tr("The disk is ready."), ways_on=True)
        self.done_page.attach.attached.connect(self._attached)
        for page in (
            self.disk_page,
            self.protection_page,
            self.passphrase_page,
            review,
            self.work_page,
            self.done_page,
        ):
            self.add(page)
        creation.done.connect(self._made)
        self.finished.connect(self.plan.wipe)

    def _attached(self) -> None:
        path: Path = self.plan.path
        self.made.emit(path)  # the library looks again

    def _made(self) -> None:
        path: Path = self.plan.path
        self.made.emit(path)
