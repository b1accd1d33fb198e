"""Keys by their place on the keyboard.

QEMU numbers keys by the XT set 1 scan code, those with the prefix E0 with bit 7 set ("QNUM").
Linux numbers them by ``KEY_…`` of ``<linux/input-event-codes.h>`` and X11 and Wayland by that
plus 8; Windows by the XT scan code with bit 8 for the prefix.
"""

from __future__ import annotations

import sys

# The first 83 keys (Escape to the keypad's dot) are the same in both; these are the others.
_FROM_LINUX = {
    85: 0x76, 86: 0x56, 87: 0x57, 88: 0x58, 89: 0x73, 90: 0x78, 91: 0x77, 92: 0x79, 93: 0x70,
    94: 0x7B, 95: 0x5C, 96: 0x9C, 97: 0x9D, 98: 0xB5, 99: 0x54, 100: 0xB8, 101: 0x5B, 102: 0xC7,
    103: 0xC8, 104: 0xC9, 105: 0xCB, 106: 0xCD, 107: 0xCF, 108: 0xD0, 109: 0xD1, 110: 0xD2,
    111: 0xD3, 113: 0xA0, 114: 0xAE, 115: 0xB0, 116: 0xDE, 117: 0x59, 119: 0xC6, 121: 0x7E,
    122: 0x72, 123: 0x71, 124: 0x7D, 125: 0xDB, 126: 0xDC, 127: 0xDD, 163: 0x99, 164: 0xA2,
    165: 0x90, 166: 0xA4,
}  # fmt: skip

# X keysyms (X11/keysymdef.h) with QNUM, for the keys that are sent without being pressed.
CONTROL_LEFT = (0xFFE3, 0x1D)
ALT_LEFT = (0xFFE9, 0x38)
DELETE = (0xFFFF, 0xD3)
BACKSPACE = (0xFF08, 0x0E)
TAB = (0xFF09, 0x0F)
PRINT = (0xFF61, 0x54)
SUPER_LEFT = (0xFFEB, 0xDB)
# F1 to F12.
FUNCTION = tuple(
    (0xFFBE + n, number)
    for n, number in enumerate((*range(0x3B, 0x45), 0x57, 0x58))
)  # fmt: skip
CTRL_ALT_DELETE = (CONTROL_LEFT, ALT_LEFT, DELETE)

Chord = tuple[tuple[int, int], ...]


def chords() -> dict[str, Chord]:
    """What this computer would keep for itself, by the name of its keys."""
    both = (CONTROL_LEFT, ALT_LEFT)
    named: dict[str, Chord] = {
        "Ctrl+Alt+Del": CTRL_ALT_DELETE,
        "Ctrl+Alt+Backspace": (*both, BACKSPACE),
        "Alt+Tab": (ALT_LEFT, TAB),
        "Alt+F4": (ALT_LEFT, FUNCTION[3]),
        "Super": (SUPER_LEFT,),
        "Print": (PRINT,),
    }
    return named | {f"Ctrl+Alt+F{n}": (*both, key) for n, key in enumerate(FUNCTION, 1)}


def qnum(native_scan_code: int, platform: str = sys.platform) -> int:
    """QEMU's number of the key with the window system's ``native_scan_code``; 0 if unknown."""
    if platform == "win32":
        low = native_scan_code & 0x7F
        return low | 0x80 if native_scan_code & 0x100 and low else low
    if platform == "darwin":
        return 0
    linux = native_scan_code - 8
    if 1 <= linux <= 83:
        return linux
    return _FROM_LINUX.get(linux, 0)
