"""*New virtual machine*, put together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialog, QWidget

from vmgui.gui.assistant import Assistant, Page
from vmgui.gui.new_disk.done_page import DonePage
from vmgui.gui.new_disk.passphrase_page import PassphrasePage
from vmgui.gui.new_disk.protection_page import ProtectionPage
from vmgui.gui.new_disk.work_page import WorkPage
from vmgui.gui.new_vm.creation import MachineCreation
from vmgui.gui.new_vm.devices_fields import DevicesFields
from vmgui.gui.new_vm.disk_fields import MachineDiskFields
from vmgui.gui.new_vm.hardware_fields import HardwareFields
from vmgui.gui.new_vm.medium_page import MediumPage
from vmgui.gui.new_vm.plan import MachinePlan
from vmgui.gui.new_vm.summary_page import SummaryPage


class _Protection(ProtectionPage):
    """Its recommendation is taken unless somebody asks for another."""

    asked = False

    def wanted(self) -> bool:
        return self.asked and super().wanted()


class NewMachineAssistant(Assistant):
    """Medium, passphrase, summary: everything else has a good value already.

    ``cdrom`` presets the installation medium. ``made`` carries the new machine's name;
    ``start_wanted`` its name and the passphrase that was just given (the receiver's to wipe),
    when the last page's tick says so.
    """

    made = Signal(str)
    start_wanted = Signal(str, object)

    def __init__(self, parent: QWidget | None = None, *, cdrom: Path | None = None) -> None:
        super().__init__(QCoreApplication.translate("Assistant", "New virtual machine"), parent)
        self.resize(880, 640)
        self.plan = MachinePlan()
        self._cdrom = cdrom
        self._creation = MachineCreation(self.plan)
        self._creation.done.connect(lambda: self.made.emit(self.plan.name))
        self.finished.connect(self._end)

    def pages(self) -> Iterator[Page | None]:
        """Medium, passphrase, summary, work, end."""
        self.medium_page = MediumPage(self.plan)
        yield self.medium_page
        self.protection_page = _Protection(self.plan.disk)
        yield self.protection_page
        self.passphrase_page = PassphrasePage(self.plan.disk)
        yield self.passphrase_page
        hardware = HardwareFields(self.plan)
        yield None
        disk = MachineDiskFields(self.plan)
        yield None
        devices = DevicesFields(self.plan)
        yield None
        self.summary = SummaryPage(self.plan, self.protection_page, hardware, disk, devices)
        yield self.summary
        self.work_page = WorkPage(self._creation, self.tr("Creating the machine"))
        yield self.work_page
        self.done_page = DonePage(
            self._creation.disk, self.tr("The virtual machine is ready."), self.tr("Start it now")
        )
        yield self.done_page

    def prepared(self) -> None:
        """Let the pages know what was chosen on another."""
        self.medium_page.recognised.connect(self.summary.suit)
        self.summary.protection_wanted.connect(self._choose_protection)
        self.summary.passphrase_wanted.connect(lambda: self.show_page(self.passphrase_page))
        self.work_page.given_up.connect(lambda: self.show_page(self.summary))
        if self._cdrom is not None:
            self.medium_page.cdrom.line.setText(str(self._cdrom))

    def go_on(self) -> None:
        """What the disk will be called is known before its passphrase is asked for."""
        if self.page() is self.medium_page and self.medium_page.complete():
            self.medium_page.leave()
            self.summary.prepare()
        super().go_on()

    def _choose_protection(self) -> None:
        self.protection_page.asked = True
        self.show_page(self.protection_page)

    def _end(self, result: int) -> None:
        plan = self.plan
        if result == QDialog.DialogCode.Accepted and self.done_page.choice.isChecked():
            self.start_wanted.emit(plan.name, bytearray(plan.disk.secret))
        plan.disk.wipe()
