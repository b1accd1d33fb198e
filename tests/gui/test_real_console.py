"""The screen in a window of its own, under a real window manager, whose keys it may take."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gui.real_screen import MAGENTA, RealScreen, guest_image
from vmgui.errors import VmguiError
from vmgui.vm import client, definition, store
from vmgui.vm.definition import Network

NAME = "guest"


@pytest.fixture
def screen(home: Path) -> Iterator[RealScreen]:
    image = home / "guest.iso"
    guest_image(image)
    store.create(definition.new(NAME, memory="64M", cdrom=str(image), network=Network(kind="none")))
    client.start(NAME, {}, lambda _: None)
    made = RealScreen(home)
    yield made
    made.close()
    try:
        client.request(NAME, "kill")
    except VmguiError:
        pass  # it has ended by itself


def serial() -> str:
    return store.places(store.load(NAME)).serial_log.read_text()


def test_a_window_of_its_own_fills_the_screen_and_goes_back(screen: RealScreen) -> None:
    window = screen.open_window()
    screen.until(lambda: screen.count(MAGENTA) > 100_000, "the guest's screen in the window")

    # The keyboard, once it is freed, walks along the tools; the last but one opens the window.
    screen.click(800, 500)
    screen.key("ctrl+alt")
    screen.key(*["Tab"] * 5, "space")
    screen.wait_for_title(f"^{NAME}")
    screen.press_until("a", lambda: "a" in serial(), "a key in the guest, from the own window")

    # Freed keys work the tools; the last of them fills the screen.
    screen.key("ctrl+alt")
    screen.key(*["Tab"] * 4, "space")
    screen.until(lambda: screen.count(MAGENTA) > 750_000, "a screen full of guest")
    screen.press_until("b", lambda: "b" in serial(), "a key in the guest, from the full screen")
    before = serial()
    screen.press_until(
        "alt+F4", lambda: serial() != before, "the window manager's key in the guest"
    )
    assert screen.titles(f"^{NAME}")

    # What leaves full screen has the keyboard as soon as it is freed.
    screen.key("ctrl+alt")
    screen.press_until("Return", lambda: screen.count(MAGENTA) < 750_000, "a window again")

    # Now the key is the window manager's.
    screen.key("ctrl+alt")
    screen.press_until("alt+F4", lambda: not screen.titles(f"^{NAME}"), "the own window's end")
    screen.until(lambda: screen.count(MAGENTA) > 100_000, "the guest's screen where it was")
    assert window.poll() is None
