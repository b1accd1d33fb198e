"""Said once: closing the window stops nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from vmgui.gui.notice import Notice


class GoOnDialog(Notice):
    """Accepted when the window is to be closed."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__("", "info", "accent", "", parent)
        self.setWindowTitle(self.tr("Virtual machines go on"))
        self.set_headline(self.tr("%s will go on running.") % ", ".join(names))
        self.say(
            self.tr(
                "Closing the window stops no virtual machine. "
                "Open vmgui again, and it is all there as before."
            )
        )
        self.say(self.tr("This is said only once."), "quiet")
        self.buttons.addStretch()
        self.stay_button = self.add_button(self.tr("Stay"))
        self.stay_button.clicked.connect(self.reject)
        self.close_button = self.add_button(self.tr("Close the window"), primary=True)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setFocus()
