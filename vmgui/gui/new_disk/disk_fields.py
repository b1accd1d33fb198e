"""Name, folder and size of a disk that does not exist yet, and what is wrong with them."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from vmgui.errors import VmguiError
from vmgui.gui.background import in_background
from vmgui.gui.form import add_field, form, set_look, text
from vmgui.gui.icons import wear
from vmgui.gui.language import say
from vmgui.gui.new_disk.place import FAT_LIMIT, Place, look
from vmgui.gui.new_disk.plan import SUFFIX
from vmgui.gui.sizes import size_text
from vmgui.paths import disks_dir

# Free room changes by itself: what is shown is never older.
_FRESH_MS = 2000
_MAX_NAME = 200


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
    """The drive is looked at in the background: ``checked`` when :meth:`problem` may be another.

    Until that is known a place counts as good; making the disk checks it once more.
    """

    checked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place: Place | None = None
        self._asked: Path | None = None
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of the disk"))
        self.folder = QLineEdit(str(disks_dir()))
        self.folder.setAccessibleName(self.tr("Folder"))
        self.choose = QPushButton(self.tr("Choose…"))
        self.choose.setAccessibleName(self.tr("Choose the folder"))
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
        self.hint = text(look="warning")
        self.hint.hide()
        self.other = QPushButton()
        self.other.setAutoDefault(False)
        self.other.clicked.connect(self._take_other)
        self.other.hide()
        said = QVBoxLayout()
        said.setSpacing(6)
        said.addWidget(self.room)
        offer = QHBoxLayout()
        offer.addWidget(self.other)
        offer.addStretch()
        said.addLayout(offer)
        said.addWidget(self.hint)
        self.size_field = SizeField()
        layout = form()
        add_field(layout, self.tr("Name"), self.name)
        add_field(layout, self.tr("Folder"), place, self.folder)
        add_field(layout, self.tr("Size"), self.size_field)
        layout.addRow("", said)
        self.setLayout(layout)
        self.size_field.valueChanged.connect(self._show)
        self.size_field.valueChanged.connect(self.checked)
        self._fresh = QTimer(self, interval=_FRESH_MS)
        self._fresh.timeout.connect(self._look_again)
        self._fresh.start()

    def path(self) -> Path:
        """The file that is meant."""
        name = self.name.text().strip()
        if not name.endswith(SUFFIX):
            name += SUFFIX
        return Path(self.folder.text().strip()) / name

    def place(self) -> Place | None:
        """What is known of it by now."""
        return self._place if self._place and self._place.path == self.path() else None

    def problem(self) -> str:
        """A sentence, or nothing when the file can be made (as far as is known now)."""
        name = self.name.text().strip()
        if not name:
            return self.tr("Give the disk a name.")
        if "/" in name or "\0" in name or name.startswith("."):
            return self.tr("The name can't contain a slash or begin with a dot.")
        if len(os.fsencode(name)) > _MAX_NAME:
            return self.tr("The name is too long.")
        if not Path(self.folder.text().strip()).is_absolute():
            return self.tr("The folder must be given from the root: /home/me/disks, say.")
        place = self.place()
        if place is None:
            return ""
        if not place.folder_exists:
            return self.tr("There is no such folder.")
        if not place.writable:
            return self.tr("You can't write into this folder. Choose another one.")
        if place.exists:
            return self.tr(
                "There is already a file of this name, which is never overwritten. "
                "Choose another name."
            )
        if place.fat and self.size_field.bytes_wanted() > FAT_LIMIT:
            return self.tr(
                "This drive is formatted with FAT, which holds no file of 4 GiB or more. "
                "Choose a smaller size or another drive."
            )
        return ""

    def update_room(self) -> None:
        """Tell what is wrong, or how much room there is; looks at a place that is new."""
        if self.path() != self._asked:
            self._look_again()
        self._show()

    def _look_again(self) -> None:
        path = self.path()
        if not self.name.text().strip() or not path.is_absolute():
            self._asked = None
            return
        if self.isVisible() or path != self._asked:
            self._asked = path
            in_background(self, lambda: look(path), self._looked, self._not_looked)

    def _looked(self, place: Place) -> None:
        if place.path == self.path():
            new = self._place != place
            self._place = place
            self._show()
            if new:
                self.checked.emit()

    def _not_looked(self, error: VmguiError) -> None:
        self.room.setText(say(str(error)))
        set_look(self.room, "bad")

    def _show(self) -> None:
        problem = self.problem() if self.name.text() else ""
        place = self.place()
        self.other.setVisible(place is not None and place.exists and bool(problem))
        hint = ""
        if place is not None and not problem:
            if self.size_field.bytes_wanted() > place.free:
                hint = self.tr(
                    "The disk is larger than the room on the drive: the guest gets errors when "
                    "the drive is full. Choose a smaller size, or make room in time."
                )
            elif place.network:
                hint = self.tr(
                    "This folder lies on another computer: the machine stands still whenever "
                    "the network does."
                )
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        if place is not None:
            self.other.setText(self.tr("Call it “%s”") % place.free_name)
        words = problem
        if not problem and place is not None:
            words = self.tr("%s free on this drive. The file grows as the guest writes.") % (
                size_text(place.free)
            )
        self.room.setText(words)
        set_look(self.room, "bad" if problem else "quiet")

    def _take_other(self) -> None:
        if self._place is not None:
            self.name.setText(self._place.free_name)
            self.name.setFocus()

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, self.tr("Folder for the disk"), self.folder.text()
        )
        if folder:
            self.folder.setText(folder)
