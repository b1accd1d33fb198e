"""Making a machine: its disk first, if it gets a new one, then its definition."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.new_disk.creation import Creation, DiskCreation
from vmgui.gui.new_vm.plan import MachinePlan
from vmgui.vm import definition, pinning, store
from vmgui.vm.size import short_size


def define(plan: MachinePlan) -> None:
    """Keep the machine's definition, its disk pinned. Blocks; raises :exc:`VmguiError`."""
    fields: dict[str, Any] = {
        "memory": short_size(plan.memory),
        "cpus": plan.cpus,
        "firmware": plan.firmware,
        "secure_boot": plan.secure_boot,
        "tpm": plan.tpm,
        "sound": plan.sound,
        "system": plan.system,
        "network": definition.Network("user" if plan.network else "none", model=plan.nic),
        "cdrom": str(plan.cdrom) if plan.cdrom is not None else None,
    }
    made = definition.new(plan.name, plan.arch, **fields)
    if plan.disk_path is not None:
        made = pinning.attach(made, plan.disk_path, bus=plan.bus)
    store.create(made)


class MachineCreation(Creation):
    """Makes what the plan says; ``disk`` tells of the new disk."""

    def __init__(self, plan: MachinePlan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plan = plan
        self.disk = DiskCreation(plan.disk, self)
        self.disk.progressed.connect(self.progressed)
        self.disk.failed.connect(self.failed)
        self.disk.cancelled.connect(self.cancelled)
        self.disk.done.connect(self._define)

    def start(self) -> None:
        """Begin with the disk."""
        if self.plan.disk.wanted:
            self.disk.start()
        else:
            self._define()

    def cancel(self) -> None:
        """Stop the disk's creation; the definition takes no time."""
        self.disk.cancel()

    def _define(self) -> None:
        self.progressed.emit(0, 0, self.tr("Writing the definition"))
        plan = self.plan
        in_background(self, lambda: define(plan), lambda _: self._finish(), self._undefined)

    def _undefined(self, error: VmguiError) -> None:
        self.disk.undo()
        self.failed.emit(error)
