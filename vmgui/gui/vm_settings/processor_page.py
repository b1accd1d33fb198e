"""*Processor and memory*."""

from __future__ import annotations

import os

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.form import text
from vmgui.gui.language import say
from vmgui.gui.sizes import size_text
from vmgui.gui.vm_settings.draft import Draft
from vmgui.gui.vm_settings.section import Section, choose, set_words
from vmgui.vm import kvm
from vmgui.vm.kvm import Kvm
from vmgui.vm.probe import probe


class ProcessorPage(Section):
    """Cores, memory, and whether this computer's own processor runs it."""

    KEYS = ("cpus", "memory", "accelerator", "arch", "machine")

    @staticmethod
    def title() -> str:
        """As it stands in the list."""
        return QCoreApplication.translate("ProcessorPage", "Processor and memory")

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        value = draft.value
        self.cpus = QSpinBox()
        self.cpus.setRange(1, 1024)
        self.cpus.setValue(value.cpus)
        self.cpus.valueChanged.connect(lambda number: draft.put(cpus=number))
        self.memory = QLineEdit(value.memory)
        self.memory.textEdited.connect(lambda words: draft.put(memory=words.strip()))
        self.accelerator = QComboBox()
        for name, words in (
            ("auto", self.tr("With KVM where it works, else emulated")),
            ("kvm", self.tr("Only with KVM")),
            ("tcg", self.tr("Always emulated (slower)")),
        ):
            self.accelerator.addItem(words, name)
        choose(self.accelerator, value.accelerator)
        self.accelerator.activated.connect(
            lambda _: draft.put(accelerator=self.accelerator.currentData())
        )
        rows = self.rows()
        below = self.row(rows, self.tr("Cores"), self.cpus, "cpus")
        here = os.cpu_count() or 1
        set_words(below, self.tr("This computer has %n core(s).", "", here))
        below = self.row(rows, self.tr("Memory"), self.memory, "memory")
        room = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
        set_words(
            below,
            self.tr("A size like 512M or 4G. This computer has %s.") % size_text(room),
        )
        self.row(rows, self.tr("Runs"), self.accelerator, "accelerator")
        self.kvm_words = text(self.tr("Looking whether KVM works here…"), "quiet")
        self.room.addWidget(self.kvm_words)
        arch, machine = value.arch, value.machine
        in_background(self, lambda: kvm.probe(probe(arch), machine), self._found, self._failed)

    def _found(self, found: Kvm) -> None:
        if found.usable:
            words = self.tr("KVM works here: this computer's own processor runs the guest.")
        else:
            words = say(f"{found.why} {found.remedy}".strip())
        self.kvm_words.setText(words)

    def _failed(self, error: VmguiError) -> None:
        self.kvm_words.setText(say(str(error)))
