"""What the machine is installed from: a CD's image, nothing, or a disk that is there."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout

from vmgui.errors import VmguiError
from vmgui.gui.assistant import Page
from vmgui.gui.background import in_background
from vmgui.gui.file_field import FileField
from vmgui.gui.form import text
from vmgui.gui.language import say
from vmgui.gui.library.file_drop import dropped_files
from vmgui.gui.new_disk.plan import SUFFIX
from vmgui.gui.new_vm.plan import MachinePlan
from vmgui.gui.new_vm.suggestions import Suggestions
from vmgui.vm.arch import ARCHITECTURES
from vmgui.vm.systems import catalogue, iso
from vmgui.vm.systems.catalogue import System
from vmgui.vm.systems.iso import Medium


@dataclass(frozen=True)
class _Seen:
    path: Path
    medium: Medium
    system: System | None


class MediumPage(Page):
    """``recognised`` tells of the system that was found or chosen, with what its medium says."""

    recognised = Signal(object, object)

    def __init__(self, plan: MachinePlan) -> None:
        super().__init__()
        self.title = self.tr("Installation")
        self.hint = self.tr("What shall the new machine be installed from?")
        self._plan = plan
        self._seen: _Seen | None = None
        self._systems: list[System] = []
        self.cd = QRadioButton(self.tr("The image of a CD or DVD (.iso)"))
        self.cd.setChecked(True)
        self.cdrom = FileField(self.tr("CD image"), self.tr("CD images (*.iso);;All files (*)"))
        self.cdrom.line.setPlaceholderText(self.tr("Choose a file, or drop it here"))
        self.suggestions = Suggestions()
        self.suggestions.chosen.connect(self.cdrom.line.setText)
        self.suggestions.found.connect(self._changed)
        self.system = QComboBox()
        self.system.setAccessibleName(self.tr("The guest's system"))
        self.system.setSizePolicy(
            self.system.sizePolicy().Policy.Expanding, self.system.sizePolicy().Policy.Fixed
        )
        self.system.addItem(self.tr("Any other"), None)
        self.words = text(look="quiet")
        self.problem = text(look="bad")
        self.nothing = QRadioButton(self.tr("Nothing yet"))
        self.existing = QRadioButton(self.tr("A disk that has a system already"))
        self.disk = FileField(self.tr("Disk"), self.tr("Disks (*%s);;All files (*)") % SUFFIX)
        name = QLabel(self.tr("System"))
        name.setBuddy(self.system)
        kind = QHBoxLayout()
        kind.setContentsMargins(26, 0, 0, 0)
        kind.setSpacing(12)
        kind.addWidget(name)
        kind.addWidget(self.system, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for each in (self.cdrom, self.suggestions, self.words, self.disk):
            each.setContentsMargins(26, 0, 0, 0)
        layout.addWidget(self.cd)
        layout.addWidget(self.cdrom)
        layout.addWidget(self.suggestions)
        layout.addLayout(kind)
        layout.addWidget(self.words)
        layout.addSpacing(6)
        layout.addWidget(self.nothing)
        layout.addWidget(self.existing)
        layout.addWidget(self.disk)
        layout.addWidget(self.problem)
        layout.addStretch()
        for radio in (self.cd, self.nothing, self.existing):
            radio.toggled.connect(self._changed)
        self.cdrom.changed.connect(self._look)
        self.disk.changed.connect(self._changed)
        self.system.activated.connect(self._choose)
        self.setAcceptDrops(True)
        self._changed()
        in_background(self, catalogue.systems, self._take_systems, self._no_systems)

    def complete(self) -> bool:
        """A readable image, nothing, or a disk."""
        if self.cd.isChecked():
            path = self.cdrom.path()
            return path is not None and self._seen is not None and self._seen.path == path
        if self.existing.isChecked():
            return self.disk.path() is not None and not self.disk.problem()
        return True

    def leave(self) -> bool:
        """Take the choice over."""
        plan = self._plan
        plan.cdrom = self.cdrom.path() if self.cd.isChecked() else None
        plan.medium = self._seen.medium if plan.cdrom is not None and self._seen else None
        plan.existing = self.disk.path() if self.existing.isChecked() else None
        plan.disk.wanted = plan.existing is None
        system = self.system.currentData()
        plan.system = system.id if isinstance(system, System) else ""
        return True

    # --- what is on the medium ----------------------------------------------------------------

    def _look(self) -> None:
        self._seen = None
        path = self.cdrom.path()
        self.words.clear()
        if path is not None and not self.cdrom.problem():
            self.words.setText(self.tr("Looking what it is…"))
            in_background(
                self, lambda: _see(path), self._see, lambda error: self._fail(path, error)
            )
        self._changed()

    def _see(self, seen: _Seen) -> None:
        if seen.path != self.cdrom.path():
            return
        self._seen = seen
        if seen.system is not None:
            self._select(seen.system)
            words = self.tr("Recognised from the medium: %s.") % seen.system.name
            arch = ARCHITECTURES.get(seen.system.arch)
            if arch is not None and platform.machine() not in arch.hosts:
                words = self.tr(
                    "Recognised from the medium: %s, for another processor (%s), "
                    "which can only be emulated, slowly."
                ) % (seen.system.name, arch.title)
        else:
            self.system.setCurrentIndex(0)
            words = self.tr("Its system is not known here; “Any other” suits most.")
        if not seen.medium.bootable:
            words = self.tr("%s No computer can start from it, it says.") % words
        self.words.setText(words)
        self._tell()
        self._changed()

    def _fail(self, path: Path, error: VmguiError) -> None:
        if path == self.cdrom.path():
            self.words.clear()
            self.problem.setText(say(str(error)))
            self.changed.emit()

    def _select(self, system: System) -> None:
        place = next(
            (
                n
                for n in range(self.system.count())
                if isinstance(self.system.itemData(n), System)
                and self.system.itemData(n).name == system.name
            ),
            -1,
        )
        if place < 0:
            self.system.insertItem(1, system.name, system)
            place = 1
        self.system.setItemData(place, system)
        self.system.setCurrentIndex(place)

    def _take_systems(self, systems: list[System]) -> None:
        chosen = self.system.currentData()
        for each in systems:
            self.system.addItem(each.name, each)
        if isinstance(chosen, System):
            self._select(chosen)

    def _no_systems(self, error: VmguiError) -> None:
        self.words.setText(say(str(error)))

    def _choose(self) -> None:
        self.words.clear()
        self._tell()

    def _tell(self) -> None:
        system = self.system.currentData()
        self.recognised.emit(
            system if isinstance(system, System) else None,
            self._seen.medium if self._seen is not None else None,
        )

    def _changed(self) -> None:
        cd, existing = self.cd.isChecked(), self.existing.isChecked()
        for each in (self.cdrom, self.words):
            each.setVisible(cd)
        self.suggestions.setVisible(
            cd and self.cdrom.path() is None and bool(self.suggestions.buttons)
        )
        self.disk.setVisible(existing)
        problem = self.cdrom.problem() if cd else self.disk.problem() if existing else ""
        self.problem.setText(problem)
        self.changed.emit()

    # --- dropped files ------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file."""
        if len(dropped_files(event)) == 1:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """It is the image."""
        files = dropped_files(event)
        if files:
            self.cd.setChecked(True)
            self.cdrom.line.setText(str(files[0]))


def _see(path: Path) -> _Seen:
    medium = iso.read(path)
    return _Seen(path, medium, catalogue.recognise(medium))
