"""Name and hardware of the machine: a part of the summary."""

from __future__ import annotations

import os

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from vmgui.gui.form import add_field, form, text
from vmgui.gui.language import say
from vmgui.gui.new_vm.plan import MachinePlan
from vmgui.gui.sizes import GIB
from vmgui.vm import store
from vmgui.vm.arch import ARCHITECTURES
from vmgui.vm.probe import QemuMissing, find_binary
from vmgui.vm.systems.recommend import Recommendation
from vmgui.vm.validate import name_problem


class HardwareFields(QWidget):
    """Everything has a good value already."""

    changed = Signal()

    def __init__(self, plan: MachinePlan) -> None:
        super().__init__()
        self._plan = plan
        self._offered = self._free_name(self.tr("machine"))
        self.name = QLineEdit(self._offered)
        self.name.setAccessibleName(self.tr("Name of the virtual machine"))
        self.arch = QComboBox()
        self.arch.setAccessibleName(self.tr("Processor"))
        self.firmware = QComboBox()
        self.firmware.setAccessibleName(self.tr("Firmware"))
        self.cpus = QSpinBox()
        self.cpus.setRange(1, max(64, os.cpu_count() or 1))
        self.cpus.setValue(plan.cpus)
        self.cpus.setAccessibleName(self.tr("Number of processor cores"))
        self.memory = QDoubleSpinBox()
        self.memory.setRange(0.0625, 1024)
        self.memory.setSingleStep(0.5)
        self.memory.setSuffix(" GiB")
        self.memory.setValue(plan.memory / GIB)
        self.memory.setAccessibleName(self.tr("Memory"))
        self.problem = text(look="bad")
        self.warning = text(look="warning")
        self.warning.hide()

        rows = form()
        add_field(rows, self.tr("Name"), self.name)
        add_field(rows, self.tr("Processor"), self.arch)
        add_field(rows, self.tr("Cores"), self.cpus)
        add_field(rows, self.tr("Memory"), self.memory)
        add_field(rows, self.tr("Firmware"), self.firmware)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(rows)
        layout.addWidget(self.warning)
        layout.addWidget(self.problem)
        self._fill_archs()
        self._fill_firmware()
        self.name.textChanged.connect(self._changed)
        self.arch.currentIndexChanged.connect(self._fill_firmware)
        self._changed()

    def complete(self) -> bool:
        """A free name, an existing image."""
        return not self._problem()

    def recommend(self, name: str, found: Recommendation) -> None:
        """Take what suits the system; a name that was typed stays."""
        if name and self.name.text() == self._offered:
            self._offered = self._free_name(name)
            self.name.setText(self._offered)
        place = self.arch.findData(found.arch)
        if place >= 0:
            self.arch.setCurrentIndex(place)
        self._warn(found.arch)
        self.cpus.setValue(found.cpus)
        self.memory.setValue(found.memory / GIB)
        firmware = self.firmware.findData(found.firmware)
        self.firmware.setCurrentIndex(max(0, firmware))

    def take(self) -> None:
        """Put the choices into the plan."""
        plan = self._plan
        plan.name = self.name.text().strip()
        plan.arch = self.arch.currentData()
        plan.firmware = self.firmware.currentData()
        plan.cpus = self.cpus.value()
        plan.memory = round(self.memory.value() * 1024) << 20

    def _warn(self, arch: str) -> None:
        """Say what to install where the system is for processors that can't be had here."""
        try:
            find_binary(arch)
        except QemuMissing as error:
            self.warning.setText(say(str(error)))
            self.warning.show()
        else:
            self.warning.hide()

    def _problem(self) -> str:
        name = self.name.text().strip()
        if not name:
            return self.tr("Give the machine a name.")
        problem = name_problem(name)
        if problem:
            return self.tr("This can't be its name. %s") % say(problem)
        if store.exists(name):
            return self.tr("There is a virtual machine of this name already.")
        if self.arch.currentData() is None:
            return self._missing
        return ""

    def _changed(self) -> None:
        problem = self._problem()
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.changed.emit()

    def _fill_archs(self) -> None:
        """All families; those without a QEMU can't be chosen and say what to install."""
        self._missing = ""
        model = self.arch.model()
        assert isinstance(model, QStandardItemModel)
        for arch in ARCHITECTURES.values():
            try:
                find_binary(arch.name)
            except QemuMissing as error:
                self._missing = self._missing or say(str(error))
                self.arch.addItem(self.tr("%s (QEMU for it is not installed)") % arch.title)
                item = model.item(self.arch.count() - 1)
                item.setEnabled(False)
                self.arch.setItemData(
                    self.arch.count() - 1, say(str(error)), Qt.ItemDataRole.ToolTipRole
                )
            else:
                self.arch.addItem(arch.title, arch.name)
        wished = self.arch.findData(self._plan.arch)
        usable = [n for n in range(self.arch.count()) if self.arch.itemData(n) is not None]
        self.arch.setCurrentIndex(wished if wished >= 0 else usable[0] if usable else -1)

    def _fill_firmware(self) -> None:
        self.firmware.clear()
        name = self.arch.currentData()
        if name is None:
            return
        arch = ARCHITECTURES[name]
        titles = {"bios": "BIOS", "uefi": "UEFI"}
        if not arch.machines[0].ps2 and arch.firmware == "bios":
            titles["bios"] = self.tr("The machine's own")
        self.firmware.addItem(titles[arch.firmware], "default")
        if arch.firmware != "uefi" and arch.machines[0].uefi:
            self.firmware.addItem(titles["uefi"], "uefi")
        self.firmware.setEnabled(self.firmware.count() > 1)

    def _free_name(self, stem: str) -> str:
        name, number = stem, 1
        while store.exists(name):
            number += 1
            name = f"{stem} {number}"
        return name
