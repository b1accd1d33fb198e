"""Firmware's extras and devices of the new machine: a part of the summary."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.form import add_field, form, hint
from vmgui.gui.language import say
from vmgui.gui.new_vm.plan import MachinePlan
from vmgui.vm import firmware, tpm
from vmgui.vm.arch import ARCHITECTURES
from vmgui.vm.probe import probe
from vmgui.vm.systems.recommend import Recommendation

_NICS = {"virtio": "virtio", "e1000e": "Intel e1000e", "e1000": "Intel e1000", "rtl8139": "RTL8139"}
_BUSES = {"virtio": "virtio", "sata": "SATA", "nvme": "NVMe", "scsi": "SCSI"}


class DevicesFields(QWidget):
    """What can't be had here says so below its tick."""

    def __init__(self, plan: MachinePlan) -> None:
        super().__init__()
        self._plan = plan
        self.bus = QComboBox()
        self.bus.setAccessibleName(self.tr("The disk's connection"))
        self.nic = QComboBox()
        self.nic.setAccessibleName(self.tr("Network card"))
        self.network = QCheckBox(self.tr("Connected to the network through this computer"))
        self.network.setChecked(True)
        self.sound = QCheckBox(self.tr("Sound"))
        self.secure_boot = QCheckBox(self.tr("Secure boot: starts only what is signed"))
        self.secure_words = hint("")
        self.tpm = QCheckBox(self.tr("TPM 2, as Windows 11 asks for"))
        self.tpm_words = hint("")
        rows = form()
        add_field(rows, self.tr("Disk as"), self.bus)
        add_field(rows, self.tr("Network card"), self.nic)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(rows)
        for each in (
            self.network, self.sound, self.secure_boot, self.secure_words, self.tpm, self.tpm_words,
        ):  # fmt: skip
            layout.addWidget(each)
        for words in (self.secure_words, self.tpm_words):
            words.hide()
        self.set_arch(plan.arch, uefi=False)

    def set_arch(self, arch: str, *, uefi: bool) -> None:
        """What machines of this family can have."""
        machine = ARCHITECTURES[arch].machines[0]
        for box, names, titles in (
            (self.bus, machine.buses, _BUSES),
            (self.nic, machine.nics, _NICS),
        ):
            before = box.currentData()
            box.clear()
            for name in names:
                box.addItem(titles[name], name)
            box.setCurrentIndex(max(0, box.findData(before)))
        self.secure_boot.setEnabled(uefi)
        if not uefi:
            self.secure_boot.setChecked(False)

    def recommend(self, found: Recommendation) -> None:
        """Take what suits the system, as far as it can be had here."""
        for box, value in ((self.bus, found.bus), (self.nic, found.nic)):
            box.setCurrentIndex(max(0, box.findData(value)))
        self.sound.setChecked(found.sound)
        self.secure_words.hide()
        self.tpm_words.hide()
        self.secure_boot.setChecked(False)
        self.tpm.setChecked(False)
        if found.secure_boot:
            self._if_possible(
                lambda: firmware.find(
                    probe(found.arch), ARCHITECTURES[found.arch].machines[0].name, secure=True
                ),
                self.secure_boot,
                self.secure_words,
            )
        if found.tpm:
            self._if_possible(tpm.find, self.tpm, self.tpm_words)

    def _if_possible(self, look: object, box: QCheckBox, words: QWidget) -> None:
        def fail(error: VmguiError) -> None:
            assert isinstance(words, type(self.tpm_words))
            words.setText(say(f"{error.what} {error.remedy}"))
            words.show()

        in_background(self, look, lambda _: box.setChecked(box.isEnabled()), fail)  # type: ignore[arg-type]

    def take(self) -> None:
        """Put the choices into the plan."""
        plan = self._plan
        plan.bus, plan.nic = self.bus.currentData(), self.nic.currentData()
        plan.network, plan.sound = self.network.isChecked(), self.sound.isChecked()
        plan.secure_boot = self.secure_boot.isChecked()
        plan.tpm = self.tpm.isChecked()
