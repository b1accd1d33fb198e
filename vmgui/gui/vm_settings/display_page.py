"""*Display and sound*."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox

from vmgui.gui.vm_settings.draft import Draft
from vmgui.gui.vm_settings.section import Section


class DisplayPage(Section):
    """Screen, clipboard, loudspeakers."""

    KEYS = ("display", "sound")

    @staticmethod
    def title() -> str:
        """As it stands in the list."""
        return QCoreApplication.translate("DisplayPage", "Display and sound")

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        value = draft.value
        self.shown = QCheckBox(self.tr("Screen"))
        self.shown.setChecked(value.display.kind == "vnc")
        self.shown.toggled.connect(lambda on: draft.put_display(kind="vnc" if on else "none"))
        self.tick(
            self.shown,
            "display.kind",
            self.tr("Without one there is only the serial console."),
        )
        self.clipboard = QCheckBox(self.tr("Shared clipboard"))
        self.clipboard.setChecked(value.display.clipboard)
        self.clipboard.toggled.connect(lambda on: draft.put_display(clipboard=on))
        self.tick(
            self.clipboard,
            "display.clipboard",
            self.tr(
                "A guest with the SPICE agent gets what you copy here, and you what it copies, "
                "while its screen has the keyboard."
            ),
        )
        self.sound = QCheckBox(self.tr("Sound"))
        self.sound.setChecked(value.sound)
        self.sound.toggled.connect(lambda on: draft.put(sound=on))
        self.tick(self.sound, "sound", self.tr("A sound card that plays through this computer."))

    def show_draft(self) -> None:
        """Without a screen nothing is shared with it."""
        super().show_draft()
        self.clipboard.setEnabled(self.draft.value.display.kind != "none")
