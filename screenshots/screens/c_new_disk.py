"""*New encrypted disk*, page by page."""

from __future__ import annotations

from screenshots.stage import PASSPHRASE, Stage
from vmgui.gui.new_disk.dialog import NewDiskAssistant


def place(stage: Stage) -> None:
    stage.window.new_disk()
    assistant = stage.dialog(NewDiskAssistant)
    assistant.disk_page.file.name.setText("letters")
    assistant.disk_page.file.size_field.setValue(1)
    stage.until(assistant.next_button.isEnabled, "the free room")


def protection(stage: Stage) -> None:
    assistant = stage.dialog(NewDiskAssistant)
    assistant.go_on()
    stage.until(assistant.next_button.isEnabled, "the speeds")
    assistant.protection_page.another.click()


def passphrase(stage: Stage) -> None:
    assistant = stage.dialog(NewDiskAssistant)
    assistant.go_on()
    assistant.passphrase_page.first.line.setText(PASSPHRASE)
    assistant.passphrase_page.second.line.setText(PASSPHRASE)
    stage.pause(1)


def review(stage: Stage) -> None:
    stage.dialog(NewDiskAssistant).go_on()


def recovery(stage: Stage) -> None:
    assistant = stage.dialog(NewDiskAssistant)
    assistant.go_on()
    stage.until(lambda: assistant.page() is assistant.done_page, "the disk")
