"""Asked before changes are thrown away."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vmgui.gui.notice import Notice


class DiscardDialog(Notice):
    """Accepted when the changes may be lost."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", "warning", "warning", "", parent)
        self.setWindowTitle(self.tr("Changes are not saved"))
        self.set_headline(self.tr("Discard the changes to %s?") % name)
        self.say(self.tr("Nothing of them is stored yet."))
        self.buttons.addStretch()
        self.discard_button = self.add_button(self.tr("Discard changes"))
        self.discard_button.clicked.connect(self.accept)
        self.stay_button = self.add_button(self.tr("Go on editing"), primary=True)
        self.stay_button.clicked.connect(self.reject)
        self.stay_button.setFocus()
