"""What a first start shows: one sentence and one button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from vmgui.gui.form import text
from vmgui.gui.icons import pixmap, wear
from vmgui.gui.welcome.checks_view import ChecksView


class Welcome(QWidget):
    """The page of an empty library."""

    new_machine = Signal()
    new_disk = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign = QLabel()
        sign.setPixmap(pixmap("vmgui", 96))
        title = QLabel(self.tr("No virtual machines yet"))
        title.setProperty("look", "title")
        words = text(
            self.tr(
                "vmgui runs virtual machines whose disks are encrypted "
                "before anything reaches this computer's storage."
            ),
            "quiet",
        )
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.machine_button = QPushButton(self.tr("New virtual machine"))
        self.machine_button.setProperty("look", "primary")
        wear(self.machine_button, "plus", on_accent=True)
        self.machine_button.clicked.connect(self.new_machine)
        self.disk_button = QPushButton(self.tr("Only a new encrypted disk"))
        self.disk_button.setProperty("look", "flat")
        self.disk_button.clicked.connect(self.new_disk)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(48, 24, 48, 24)
        layout.setSpacing(14)
        self.checks = ChecksView()
        self.checks.setMaximumWidth(560)
        layout.addStretch()
        layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(title, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(words)
        layout.addSpacing(6)
        for widget in (self.machine_button, self.disk_button):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addSpacing(18)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.checks, 6)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(area)
