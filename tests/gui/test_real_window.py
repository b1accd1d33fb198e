"""Once for real: from an empty home to a running guest, with nothing but the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gui.conftest import PASSPHRASE
from tests.gui.real_screen import MAGENTA, MARKER, RealScreen, guest_image
from tests.keyring_daemon import SecretService
from vmgui.disk.container import open_disk, read_header
from vmgui.errors import VmguiError
from vmgui.paths import disks_dir
from vmgui.plugin.load import for_header
from vmgui.vm import client, store

NAME = "machine"


@pytest.fixture
def screen(home: Path) -> Iterator[RealScreen]:
    made = RealScreen(home)
    yield made
    made.close()
    try:
        client.request(NAME, "kill")
    except VmguiError:
        pass  # it is stopped, or was never made


def state() -> str:
    return client.status(NAME).state


def serial() -> str:
    try:
        return store.places(store.load(NAME)).serial_log.read_text()
    except OSError:
        return ""


def running_as(title: str) -> str:
    return f"New virtual machine: {title}"


def test_from_an_empty_home_to_a_running_guest_and_back(
    secret_service: SecretService, screen: RealScreen, home: Path
) -> None:
    image = home / "guest.iso"
    guest_image(image)
    window = screen.open_window()

    # The medium, the passphrase, Create: everything else has a good value.
    screen.press_until(
        "ctrl+n", lambda: bool(screen.titles("New virtual machine")), "the assistant"
    )
    screen.wait_for_title(running_as("Installation"))
    screen.key("Tab")
    screen.type(str(image))
    title = running_as("Passphrase and recovery")
    screen.press_until("Return", lambda: bool(screen.titles(title)), title)
    screen.wait_for_title(title)
    screen.type(PASSPHRASE)
    screen.key("Tab", "Tab", "Tab")
    screen.type(PASSPHRASE)
    for page in ("Summary", "Done"):
        title = running_as(page)
        screen.press_until("Return", lambda: bool(screen.titles(title)), title)  # noqa: B023

    path = disks_dir() / f"{NAME}.vmg"
    header = read_header(path).header
    assert header.encrypted
    assert [slot.kind for slot in header.body.key_slots] == ["passphrase", "recovery"]
    pin = store.load(NAME).disks[0].pin
    assert pin is not None
    assert pin.disk_uuid == str(header.disk)
    labels = secret_service.labels()
    assert any(path.name in label for label in labels), "the passphrase is kept, unasked"

    # The recovery key is done without; “Start it now” is ticked, the passphrase is not asked for.
    screen.key("Tab", "Tab", "space", "Return")
    screen.until(lambda: state() == "running", "a running guest")
    screen.until(lambda: "0" in serial(), "the guest's own write")
    screen.until(lambda: screen.count(MAGENTA) > 100_000, "the guest's screen in the window")

    # The screen has the keyboard.
    screen.press_until("x", lambda: "x" in serial(), "a key in the guest")

    # Ctrl+Alt lets go of it; closing the window is announced once and stops nothing.
    screen.key("ctrl+alt")
    screen.press_until(
        "ctrl+w", lambda: bool(screen.titles("Virtual machines go on")), "the announcement"
    )
    screen.wait_for_title("Virtual machines go on")
    screen.press_until("Return", lambda: window.poll() is not None, "the window's end")
    assert window.returncode == 0
    assert state() == "running"

    # A new window finds it again.
    screen.open_window()
    screen.until(lambda: screen.count(MAGENTA) > 100_000, "the guest's screen, once more")
    screen.key("alt+m")
    screen.press_until("f", lambda: state() == "stopped", "the guest's end")

    # Started again, the disk is unlocked from the keyring, and nothing is asked.
    screen.press_until("ctrl+r", lambda: state() != "stopped", "the second start")
    screen.until(lambda: state() == "running", "the guest, a second time")
    assert not screen.titles("Unlock")
    client.request(NAME, "kill")
    client.wait_stopped(NAME)

    # What the guest wrote is on the disk for who has the passphrase, and not in the file.
    disk = open_disk(path, secret=PASSPHRASE.encode(), plugin=for_header, read_only=True)
    found = bytearray(512)
    disk.device.read(512, memoryview(found))
    disk.close()
    assert found == MARKER
    with path.open("rb") as file:
        content = file.read(64 << 20)  # far beyond what was written; the rest is a hole
    assert not any(MARKER[at : at + 16] in content for at in range(0, 512 - 16, 16))
