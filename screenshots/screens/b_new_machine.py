"""*New virtual machine*, page by page, to its end."""

from __future__ import annotations

from screenshots.stage import PASSPHRASE, Stage
from tests.gui.real_screen import guest_image
from vmgui.gui.new_vm.dialog import NewMachineAssistant
from vmgui.paths import data_dir, private_directory


def medium(stage: Stage) -> None:
    image = private_directory(data_dir()) / "debian-12.5.0-amd64-netinst.iso"
    guest_image(image)
    content = bytearray(image.read_bytes())
    content[16 * 2048 + 40 : 16 * 2048 + 72] = b"Debian 12.5.0 amd64 n".ljust(32)
    image.write_bytes(content)
    stage.window.new_machine(image)
    assistant = stage.dialog(NewMachineAssistant)
    stage.until(assistant.next_button.isEnabled, "the recognised system")


def passphrase(stage: Stage) -> None:
    assistant = stage.dialog(NewMachineAssistant)
    assistant.go_on()
    assistant.passphrase_page.first.line.setText(PASSPHRASE)
    assistant.passphrase_page.second.line.setText(PASSPHRASE)
    stage.pause(1)


def summary(stage: Stage) -> None:
    assistant = stage.dialog(NewMachineAssistant)
    assistant.go_on()
    stage.until(assistant.summary.complete, "the speeds")


def done(stage: Stage) -> None:
    assistant = stage.dialog(NewMachineAssistant)
    assistant.summary.disk.file.size_field.setValue(1)
    assistant.go_on()
    stage.until(lambda: assistant.page() is assistant.done_page, "the machine")
