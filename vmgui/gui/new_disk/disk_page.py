"""Where the disk's file goes and how large the disk is."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from vmgui.gui.assistant import Page
from vmgui.gui.form import add_field, form, set_look, text
from vmgui.gui.icons import wear
from vmgui.gui.new_disk.plan import SUFFIX, DiskPlan
from vmgui.gui.sizes import GIB, size_text
from vmgui.paths import disks_dir


class SizeField(QDoubleSpinBox):
    """A disk's size in GiB."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0.01, 1 << 20)
        self.setDecimals(2)
        self.setSuffix(" GiB")
        self.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        self.setAccessibleName(self.tr("Size"))

    def bytes_wanted(self) -> int:
        """The size in bytes, whole MiB."""
        return round(self.value() * 1024) << 20


class DiskFields(QWidget):
    """Name, folder and size of a disk that does not exist yet, and what is wrong with them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of the disk"))
        self.folder = QLineEdit(str(disks_dir()))
        self.folder.setAccessibleName(self.tr("Folder"))
        self.choose = QPushButton(self.tr("Choose…"))
        self.choose.setAutoDefault(False)
        wear(self.choose, "folder")
        self.choose.clicked.connect(self._choose)
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose)
        self.room = text(look="quiet")
        self.size_field = SizeField()
        layout = form()
        add_field(layout, self.tr("Name"), self.name)
        add_field(layout, self.tr("Folder"), place, self.folder)
        layout.addRow("", self.room)
        add_field(layout, self.tr("Size"), self.size_field)
        self.setLayout(layout)

    def path(self) -> Path:
        """The file that is meant."""
        name = self.name.text().strip()
        if not name.endswith(SUFFIX):
            name += SUFFIX
        return Path(self.folder.text().strip()) / name

    def problem(self) -> str:
        """A sentence, or nothing when the file can be made (as far as can be seen now)."""
        name = self.name.text().strip()
        folder = Path(self.folder.text().strip())
        if not name:
            return self.tr("Give the disk a name.")
        if "/" in name or "\0" in name or name.startswith("."):
            return self.tr("The name can't contain a slash or begin with a dot.")
        if len(os.fsencode(name)) > 200:
            return self.tr("The name is too long.")
        if not folder.is_absolute():
            return self.tr("The folder must be given from the root: /home/me/disks, say.")
        if folder != disks_dir() and not folder.is_dir():
            return self.tr("There is no such folder.")
        if folder.is_dir() and not os.access(folder, os.W_OK):
            return self.tr("You can't write into this folder. Choose another one.")
        if os.path.lexists(self.path()):
            return self.tr("There is already a file of this name. Choose another name.")
        return ""

    def update_room(self) -> None:
        """Tell what is wrong, or how much room there is."""
        problem = self.problem() if self.name.text() else ""
        if problem:
            self.room.setText(problem)
        else:
            free = free_room(Path(self.folder.text().strip()))
            self.room.setText(
                self.tr("%s free there. The file grows as the guest writes.") % size_text(free)
            )
        set_look(self.room, "bad" if problem else "quiet")

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, self.tr("Folder for the disk"), self.folder.text()
        )
        if folder:
            self.folder.setText(folder)


def free_room(folder: Path) -> int:
    """Free bytes on the drive of a folder that need not exist yet."""
    for place in (folder, *folder.parents):
        try:
            return shutil.disk_usage(place).free
        except OSError:
            continue
    return 0


def free_name(folder: Path, stem: str) -> str:
    """``stem``, or with a number behind it, so that no file of this name exists."""
    name, number = stem, 1
    while os.path.lexists(folder / f"{name}{SUFFIX}"):
        number += 1
        name = f"{stem}-{number}"
    return name


class DiskPage(Page):
    """First page of *New encrypted disk*."""

    def __init__(self, plan: DiskPlan) -> None:
        super().__init__()
        self.title = self.tr("Disk")
        self.hint = self.tr("A disk is a file on this computer, encrypted before it is written.")
        self._plan = plan
        self.file = DiskFields()
        self.file.name.setText(free_name(disks_dir(), self.tr("disk")))
        self.file.size_field.setValue(plan.size / GIB)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.file)
        layout.addStretch()
        for line in (self.file.name, self.file.folder):
            line.textChanged.connect(self._changed)
        self.file.update_room()

    def complete(self) -> bool:
        """A file that can be made."""
        return not self.file.problem()

    def leave(self) -> bool:
        """Take over place and size."""
        self._plan.path = self.file.path()
        self._plan.size = self.file.size_field.bytes_wanted()
        return True

    def _changed(self) -> None:
        self.file.update_room()
        self.changed.emit()
