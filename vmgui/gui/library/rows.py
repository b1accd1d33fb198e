"""The library as rows of the list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from vmgui.gui.disk.facts import DiskFacts
from vmgui.gui.library.library import Machine, Snapshot
from vmgui.gui.library.sidebar import Kind, Row
from vmgui.gui.sizes import size_text


def library_rows(snapshot: Snapshot) -> list[Row]:
    """Machines below their heading, then disks below theirs; no heading without rows."""
    rows: list[Row] = []
    if snapshot.machines:
        rows.append(
            Row(Kind.HEADING, "machines", QCoreApplication.translate("Library", "Virtual machines"))
        )
        rows += [_machine(each) for each in snapshot.machines]
    if snapshot.disks:
        rows.append(Row(Kind.HEADING, "disks", QCoreApplication.translate("Library", "Disks")))
        rows += [_disk(each) for each in snapshot.disks]
    return rows


def _machine(machine: Machine) -> Row:
    return Row(
        Kind.MACHINE, machine.name, machine.name, machine.state_text, machine.tone, "machine"
    )


def _disk(disk: DiskFacts) -> Row:
    key = str(disk.path)
    if disk.header is None:
        return Row(
            Kind.DISK,
            key,
            disk.name,
            QCoreApplication.translate("Library", "Can't be used"),
            "bad",
            "disk",
        )
    size = size_text(disk.header.body.size)
    if disk.header.encrypted:
        return Row(
            Kind.DISK,
            key,
            disk.name,
            QCoreApplication.translate("Library", "Encrypted, %s") % size,
            "",
            "lock",
        )
    return Row(
        Kind.DISK,
        key,
        disk.name,
        QCoreApplication.translate("Library", "Not encrypted, %s") % size,
        "warning",
        "unlocked",
    )
