"""Keys by place: spot checks against the scan codes printed in the PC/AT's manual."""

from __future__ import annotations

import pytest

from vmgui.gui.rfb.keys import qnum

EVDEV_OFFSET = 8


@pytest.mark.parametrize(
    ("linux", "expected"),
    [
        (1, 0x01),  # Escape
        (30, 0x1E),  # A
        (57, 0x39),  # space
        (87, 0x57),  # F11
        (96, 0x9C),  # Enter of the keypad: E0 1C
        (97, 0x9D),  # right Ctrl: E0 1D
        (103, 0xC8),  # up: E0 48
        (111, 0xD3),  # Delete: E0 53
        (125, 0xDB),  # left Windows key: E0 5B
    ],
)
def test_keys_of_x11_and_wayland(linux: int, expected: int) -> None:
    assert qnum(linux + EVDEV_OFFSET, "linux") == expected


def test_keys_of_windows_carry_the_prefix_in_bit_8() -> None:
    assert qnum(0x1E, "win32") == 0x1E
    assert qnum(0x148, "win32") == 0xC8


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_an_unknown_key_has_no_number(platform: str) -> None:
    assert qnum(0, platform) == 0
    assert qnum(4000, "linux") == 0


def test_no_two_keys_share_a_number() -> None:
    numbers = [qnum(code, "linux") for code in range(9, 256)]
    known = [number for number in numbers if number]
    assert len(known) == len(set(known)) > 110
