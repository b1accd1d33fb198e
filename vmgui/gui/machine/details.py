"""The tab with what a virtual machine is made of: hardware and disks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from vmgui.gui.disk.view import DiskView
from vmgui.gui.form import add_fact, card, clear, fact, form, text
from vmgui.gui.language import say
from vmgui.gui.library.library import Machine
from vmgui.gui.machine.live import LivePanel
from vmgui.gui.sizes import size_text
from vmgui.gui.theme import theme
from vmgui.vm.arch import ARCHITECTURES
from vmgui.vm.definition import Definition


class Details(QScrollArea):
    """Rebuilt only when more than sizes changed, so that a selection survives."""

    change_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(24, 18, 24, 24)
        layout.setSpacing(20)
        self.live = LivePanel()
        layout.addWidget(self.live)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        layout.addLayout(self._list, 1)
        self.setWidget(inside)
        self._machine: Machine | None = None
        self._shown: object = None
        self.views: list[DiskView] = []
        theme().changed.connect(self._build)

    def show_machine(self, machine: Machine) -> None:
        """Show this machine's parts."""
        self._machine = machine
        self.live.watch(machine)
        shown = (
            machine.definition,
            machine.status.accelerator,
            *(disk.stable for disk in machine.disks),
        )
        if shown != self._shown:
            self._shown = shown
            self._build()
        for view, disk in zip(self.views, machine.disks, strict=True):
            view.refresh(disk)

    def _build(self) -> None:
        clear(self._list)
        self.views = []
        machine = self._machine
        if machine is None:
            return
        if machine.definition is None:
            self._list.addWidget(text(say(str(machine.error or "")), "bad"))
            self._list.addStretch()
            return
        self._list.addWidget(self._hardware_head())
        frame, layout = card()
        rows = form()
        for name, value in self._hardware(machine.definition, machine.status.accelerator):
            add_fact(rows, name, fact(value))
        layout.addLayout(rows)
        self._list.addWidget(frame)
        self._list.addSpacing(8)
        self._list.addWidget(text(self.tr("Disks"), "heading"))
        for disk, facts in zip(machine.definition.disks, machine.disks, strict=True):
            note = self.tr("%s, read-only") % disk.bus if disk.read_only else disk.bus
            self.views.append(DiskView(facts, note))
            self._list.addWidget(self.views[-1])
        if not self.views:
            self._list.addWidget(text(self.tr("It has no disk."), "quiet"))
        self._list.addStretch()

    def _hardware_head(self) -> QWidget:
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(text(self.tr("Hardware"), "heading"), 1)
        self.change_button = QPushButton(self.tr("Change…"))
        self.change_button.setAccessibleName(self.tr("Change the settings"))
        self.change_button.clicked.connect(self.change_wanted)
        line.addWidget(self.change_button)
        return head

    def _hardware(self, definition: Definition, accelerator: str) -> list[tuple[str, str]]:
        firmware = {"bios": "BIOS", "uefi": "UEFI", "none": self.tr("none")}
        arch = ARCHITECTURES[definition.arch].title
        rows = [
            (self.tr("Processor"), self.tr("%s, %d cores") % (arch, definition.cpus)),
            (self.tr("Memory"), size_text(definition.memory_bytes)),
            (
                self.tr("Machine"),
                self.tr("%s with %s") % (definition.machine, firmware[definition.firmware_kind]),
            ),
            (self.tr("CD image"), definition.cdrom or self.tr("none")),
            (self.tr("Network"), self._network(definition)),
        ]
        if accelerator:
            slow = self.tr("emulated (slower; KVM is not used)")
            rows.append((self.tr("Runs"), self.tr("with KVM") if accelerator == "kvm" else slow))
        return rows

    def _network(self, definition: Definition) -> str:
        network = definition.network
        if network.kind == "none":
            return self.tr("none")
        words = [self.tr("through this computer")]
        words += [
            self.tr("%s port %d here leads to %d there")
            % (forward.protocol.upper(), forward.host, forward.guest)
            for forward in network.forwards
        ]
        return "\n".join(words)
