"""*New virtual machine*, put together."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialog, QWidget

from vmgui.gui.assistant import Assistant
from vmgui.gui.new_disk.done_page import DonePage
from vmgui.gui.new_disk.passphrase_page import PassphrasePage
from vmgui.gui.new_disk.protection_page import ProtectionPage
from vmgui.gui.new_disk.review_page import DiskSummary, ReviewPage, Rows
from vmgui.gui.new_disk.work_page import WorkPage
from vmgui.gui.new_vm.creation import MachineCreation
from vmgui.gui.new_vm.disk_page import MachineDiskPage
from vmgui.gui.new_vm.machine_page import MachinePage
from vmgui.gui.new_vm.plan import MachinePlan
from vmgui.gui.sizes import size_text
from vmgui.vm.arch import ARCHITECTURES


class NewMachineAssistant(Assistant):
    """Machine, disk, protection, passphrase, review.

    ``made`` carries the new machine's name; ``start_wanted`` its name and the passphrase that
    was just given (the receiver's to wipe), when the last page's tick says so.
    """

    made = Signal(str)
    start_wanted = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Assistant", "New virtual machine"), parent)
        self.plan = MachinePlan()
        self._disk = DiskSummary(self.plan.disk, self)
        creation = MachineCreation(self.plan)
        self.machine_page = MachinePage(self.plan)
        self.disk_page = MachineDiskPage(self.plan)
        self.protection_page = ProtectionPage(self.plan.disk)
        self.passphrase_page = PassphrasePage(self.plan.disk)
        review = ReviewPage(self._rows, self._warnings, self.tr("Create machine"))
        self.work_page = WorkPage(creation, self.tr("Creating the machine"))
        self.work_page.given_up.connect(lambda: self.show_page(review))
        self.done_page = DonePage(
            creation.disk, self.tr("The virtual machine is ready."), self.tr("Start it now")
        )
        for page in (
            self.machine_page,
            self.disk_page,
            self.protection_page,
            self.passphrase_page,
            review,
            self.work_page,
            self.done_page,
        ):
            self.add(page)
        creation.done.connect(lambda: self.made.emit(self.plan.name))
        self.finished.connect(self._end)

    def _end(self, result: int) -> None:
        plan = self.plan
        if result == QDialog.DialogCode.Accepted and self.done_page.choice.isChecked():
            self.start_wanted.emit(plan.name, bytearray(plan.disk.secret))
        plan.disk.wipe()

    def _rows(self) -> Rows:
        plan = self.plan
        arch = ARCHITECTURES[plan.arch].title
        rows = [
            (self.tr("Name"), plan.name),
            (self.tr("Processor"), self.tr("%s, %d cores") % (arch, plan.cpus)),
            (self.tr("Memory"), size_text(plan.memory)),
            (self.tr("CD image"), str(plan.cdrom or self.tr("none"))),
        ]
        if plan.disk.wanted:
            return rows + self._disk.rows()
        return [*rows, (self.tr("Disk"), str(plan.existing or self.tr("none")))]

    def _warnings(self) -> list[str]:
        plan = self.plan
        if plan.disk.wanted:
            return self._disk.warnings()
        if plan.existing is None and plan.cdrom is None:
            return [self.tr("Without a disk and a CD image it has nothing to start from.")]
        return []
