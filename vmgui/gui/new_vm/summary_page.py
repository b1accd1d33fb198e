"""Everything about the new machine on one page, where all of it can be changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vmgui.gui.assistant import Page
from vmgui.gui.form import card, text
from vmgui.gui.new_disk.protection_page import ProtectionPage
from vmgui.gui.new_vm.devices_fields import DevicesFields
from vmgui.gui.new_vm.disk_fields import MachineDiskFields
from vmgui.gui.new_vm.hardware_fields import HardwareFields
from vmgui.gui.new_vm.plan import MachinePlan
from vmgui.gui.sizes import GIB
from vmgui.vm.arch import ARCHITECTURES
from vmgui.vm.systems.catalogue import System
from vmgui.vm.systems.iso import Medium
from vmgui.vm.systems.recommend import recommend


class SummaryPage(Page):
    """``protection_wanted``: another way of encryption; ``passphrase_wanted``: one is missing."""

    protection_wanted = Signal()
    passphrase_wanted = Signal()

    def __init__(
        self,
        plan: MachinePlan,
        protection: ProtectionPage,
        hardware: HardwareFields,
        disk: MachineDiskFields,
        devices: DevicesFields,
    ) -> None:
        super().__init__()
        self.title = self.tr("Summary")
        self.hint = self.tr("This is what will be made. Change what you like.")
        self._plan, self._protection = plan, protection
        self.hardware, self.disk, self.devices = hardware, disk, devices
        self.encryption = QLabel()
        self.encryption.setWordWrap(True)
        self.change = QPushButton(self.tr("Choose another…"))
        self.change.setAccessibleName(self.tr("Choose another encryption"))
        self.change.setAutoDefault(False)
        self.change.clicked.connect(self.protection_wanted)
        self.warning = text(look="warning")
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(26, 0, 0, 0)
        inside.addWidget(self.encryption, 1)
        inside.addWidget(self.change)
        self._encryption_row = row
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 6, 0)
        layout.setSpacing(12)
        for title, parts in (
            (self.tr("Machine"), (self.hardware,)),
            (self.tr("Disk"), (self.disk, row)),
            (self.tr("Devices"), (self.devices,)),
        ):
            frame, room = card()
            room.addWidget(text(title, "heading"))
            for part in parts:
                room.addWidget(part)
            layout.addWidget(frame)
        layout.addWidget(self.warning)
        layout.addStretch()
        self.hardware.changed.connect(self._named)
        self.hardware.arch.currentIndexChanged.connect(self._arch_chosen)
        self.hardware.firmware.currentIndexChanged.connect(self._arch_chosen)
        self.disk.changed.connect(self._changed)
        protection.changed.connect(self._changed)
        self._arch_chosen()

    # --- for the assistant --------------------------------------------------------------------

    def suit(self, system: System | None, medium: Medium | None) -> None:
        """Fill everything in for this system."""
        found = recommend(system, medium)
        self.hardware.recommend(system.name if system is not None else "", found)
        self.disk.file.size_field.setValue(found.disk / GIB)
        self._arch_chosen()
        self.devices.recommend(found)

    def prepare(self) -> None:
        """Before the passphrase: what the disk will be called, and whether there is one."""
        plan = self._plan
        if plan.existing is not None:
            self.disk.existing.setChecked(True)
            self.disk.existing_file.line.setText(str(plan.existing))
        elif self.disk.existing.isChecked():
            self.disk.new.setChecked(True)
        self.hardware.take()
        self.disk.follow_name()
        self.disk.take()

    def enter(self) -> None:
        """Show what was chosen elsewhere."""
        self.disk.follow_name()
        self._changed()

    def complete(self) -> bool:
        """All parts are; the encryption is known."""
        needs_cipher = self.disk.new.isChecked()
        return (
            self.hardware.complete()
            and self.disk.complete()
            and (not needs_cipher or self._protection.complete())
        )

    def action(self) -> str:
        """The verb."""
        return self.tr("Create machine")

    def leave(self) -> bool:
        """Take all choices over; a new encrypted disk needs something that opens it."""
        plan = self._plan
        self.hardware.take()
        self.disk.take()
        self.devices.take()
        if plan.disk.wanted:
            self._protection.leave()
            if plan.disk.encrypted and not plan.disk.secret and plan.disk.key_file is None:
                self.passphrase_wanted.emit()
                return False
        return True

    # --- its parts ----------------------------------------------------------------------------

    def _named(self) -> None:
        self._plan.name = self.hardware.name.text().strip()
        self.disk.follow_name()
        self._changed()

    def _arch_chosen(self) -> None:
        arch = self.hardware.arch.currentData() or self._plan.arch
        chosen = self.hardware.firmware.currentData()
        uefi = chosen == "uefi" or (chosen == "default" and ARCHITECTURES[arch].firmware == "uefi")
        self.devices.set_arch(arch, uefi=uefi)

    def _changed(self) -> None:
        new = self.disk.new.isChecked()
        self._encryption_row.setVisible(new)
        if not self._protection.complete():
            words = self.tr("Encryption: measuring what is fast here, once…")
        else:
            words = self.tr("Encryption: %s") % self._protection.chosen_words()
        self.encryption.setText(words)
        nothing = self.disk.none.isChecked() and self._plan.cdrom is None
        self.warning.setText(
            self.tr("Without a disk and a CD image it has nothing to start from.")
            if nothing
            else ""
        )
        self.warning.setVisible(nothing)
        self.changed.emit()
