"""*USB devices* of this computer that the guest gets."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vmgui.gui.background import in_background
from vmgui.gui.form import clear, hint, text
from vmgui.gui.vm_settings.draft import Draft
from vmgui.gui.vm_settings.section import Section
from vmgui.vm import usb
from vmgui.vm.definition import Usb
from vmgui.vm.usb import Device


class UsbPage(Section):
    """Ticked ones go to the guest, at once where it runs; this computer then can't use them."""

    KEYS = ("usb",)

    @staticmethod
    def title() -> str:
        """As it stands in the list."""
        return QCoreApplication.translate("UsbPage", "USB devices")

    def __init__(self, draft: Draft) -> None:
        super().__init__(
            draft,
            self.tr("What is ticked belongs to the guest while it runs."),
        )
        self.list = QVBoxLayout()
        self.list.setSpacing(8)
        self.room.addLayout(self.list)
        self.again = QPushButton(self.tr("Look again"))
        self.again.setAutoDefault(False)
        self.again.clicked.connect(self.look)
        line = QHBoxLayout()
        line.addWidget(self.again)
        line.addStretch()
        self.room.addLayout(line)
        self.boxes: list[QCheckBox] = []
        self.list.addWidget(text(self.tr("Looking for devices…"), "quiet"))
        self.look()

    def look(self) -> None:
        """Which devices are plugged in now?"""
        in_background(self, usb.devices, self._show, lambda _: self._show([]))

    def _show(self, found: list[Device]) -> None:
        clear(self.list)
        self.boxes = []
        left = list(self.draft.value.usb)
        for device in found:
            twin = sum(each.ids == device.ids for each in found) > 1
            chosen = next((each for each in left if usb.fits(each, device)), None)
            if chosen is not None:
                left.remove(chosen)
            words = self.tr("%s (%s)") % (device.name, device.ids)
            wanted = chosen or Usb(device.vendor, device.product, device.port if twin else "")
            self._add(words, wanted, ticked=chosen is not None)
            if not device.usable:
                remedy = self.tr("You may not use it. Allow it: sudo chmod a+rw %s") % device.node
                self.list.addWidget(hint(remedy))
        for gone in left:
            words = self.tr("%s:%s, not plugged in now") % (gone.vendor, gone.product)
            self._add(words, gone, ticked=True)
        if not self.boxes:
            self.list.addWidget(text(self.tr("No USB device is plugged in."), "quiet"))

    def _add(self, words: str, device: Usb, *, ticked: bool) -> None:
        box = QCheckBox(words.replace("&", "&&"))
        box.setChecked(ticked)
        box.toggled.connect(partial(self._ticked, device))
        self.boxes.append(box)
        around = QWidget()
        inside = QVBoxLayout(around)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(box)
        self.list.addWidget(around)

    def _ticked(self, device: Usb, on: bool) -> None:
        others = tuple(each for each in self.draft.value.usb if each != device)
        self.draft.put(usb=(*others, device) if on else others)
