"""*CD*: the image in the drive."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from vmgui.gui.file_field import FileField
from vmgui.gui.icons import wear
from vmgui.gui.vm_settings.draft import Draft
from vmgui.gui.vm_settings.section import Section, set_words


class CdPage(Section):
    """Changed at once where the machine runs."""

    KEYS = ("cdrom",)

    @staticmethod
    def title() -> str:
        """As it stands in the list."""
        return QCoreApplication.translate("CdPage", "CD")

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        kinds = self.tr("CD images (*.iso *.img);;All files (*)")
        self.image = FileField(self.tr("CD image"), kinds)
        self.image.line.setText(draft.value.cdrom or "")
        self.image.line.setPlaceholderText(self.tr("The drive is empty"))
        self.image.changed.connect(self._changed)
        self.below = self.row(self.rows(), self.tr("Image"), self.image, "cdrom")
        self.eject = QPushButton(self.tr("Eject"))
        self.eject.setAutoDefault(False)
        wear(self.eject, "arrow-up")
        self.eject.clicked.connect(self.image.line.clear)
        line = QHBoxLayout()
        line.addWidget(self.eject)
        line.addStretch()
        self.room.addLayout(line)
        self._tell()

    def _changed(self) -> None:
        path = self.image.path()
        self.draft.put(cdrom=str(path) if path is not None else None)
        self._tell()

    def _tell(self) -> None:
        path = self.image.path()
        absolute = path is not None and path.is_absolute()
        set_words(self.below, self.image.problem() if absolute else "")
        self.eject.setEnabled(path is not None)
