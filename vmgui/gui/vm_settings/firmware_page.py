"""*Firmware*: what starts the guest, and whom it trusts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.form import text
from vmgui.gui.language import say
from vmgui.gui.vm_settings.draft import Draft
from vmgui.gui.vm_settings.section import Section, choose, set_words
from vmgui.vm import firmware, tpm
from vmgui.vm.arch import ARCHITECTURES, find_machine
from vmgui.vm.definition import Definition
from vmgui.vm.probe import probe


class FirmwarePage(Section):
    """What is missing on this computer says so, with its remedy."""

    KEYS = ("firmware", "secure_boot", "tpm")

    @staticmethod
    def title() -> str:
        """As it stands in the list."""
        return QCoreApplication.translate("FirmwarePage", "Firmware")

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        value = draft.value
        titles = {"bios": "BIOS", "uefi": "UEFI", "none": self.tr("None")}
        default = ARCHITECTURES[value.arch].firmware
        self.kind = QComboBox()
        self.kind.addItem(self.tr("%s (as usual for it)") % titles[default], "default")
        family = find_machine(value.arch, value.machine)
        for name, possible in (
            ("bios", family is not None and family.bios),
            ("uefi", family is not None and family.uefi),
            ("none", value.firmware == "none"),
        ):
            if possible and (name != default or value.firmware == name):
                self.kind.addItem(titles[name], name)
        choose(self.kind, value.firmware)
        self.kind.activated.connect(self._chosen)
        self.row(self.rows(), self.tr("Firmware"), self.kind, "firmware")
        self.secure_boot = QCheckBox(self.tr("Secure boot"))
        self.secure_boot.setChecked(value.secure_boot)
        self.secure_boot.toggled.connect(lambda on: draft.put(secure_boot=on))
        self.tick(
            self.secure_boot, "secure_boot", self.tr("UEFI starts only what Microsoft's keys sign.")
        )
        self.tpm = QCheckBox(self.tr("TPM 2"))
        self.tpm.setChecked(value.tpm)
        self.tpm.toggled.connect(lambda on: draft.put(tpm=on))
        self.tick(
            self.tpm,
            "tpm",
            self.tr("Keeps keys for the guest, as Windows 11 asks for."),
        )
        self.missing = text("", "warning")
        self.missing.hide()
        self.room.addWidget(self.missing)
        self._looked: tuple[object, ...] = ()

    def _chosen(self) -> None:
        kind = self.kind.currentData()
        uefi = kind == "uefi" or (
            kind == "default" and ARCHITECTURES[self.draft.value.arch].firmware == "uefi"
        )
        if not uefi and self.secure_boot.isChecked():
            self.secure_boot.setChecked(False)
        self.draft.put(firmware=kind)

    def show_draft(self) -> None:
        """Look anew for what this choice needs."""
        super().show_draft()
        value = self.draft.value
        self.secure_boot.setEnabled(value.firmware_kind == "uefi" or value.secure_boot)
        wanted = (value.firmware_kind, value.secure_boot, value.tpm)
        if wanted != self._looked:
            self._looked = wanted
            in_background(
                self,
                lambda: _missing(value),
                lambda words: self._found(wanted, words),
                lambda error: self._found(wanted, [error]),
            )

    def _found(self, wanted: tuple[object, ...], missing: list[VmguiError]) -> None:
        if wanted == self._looked:
            set_words(self.missing, "\n".join(say(f"{e.what} {e.remedy}") for e in missing))


def _missing(definition: Definition) -> list[VmguiError]:
    result: list[VmguiError] = []
    if definition.firmware_kind == "uefi":
        try:
            firmware.find(probe(definition.arch), definition.machine, secure=definition.secure_boot)
        except VmguiError as error:
            result.append(error)
    if definition.tpm:
        try:
            tpm.find()
        except VmguiError as error:
            result.append(error)
    return result
