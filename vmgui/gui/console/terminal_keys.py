"""What the keys of a terminal send: those of a VT220 and xterm."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_KEY = Qt.Key
# The letter after CSI, or after SS3 where the program wants application keys.
_CURSOR = {
    _KEY.Key_Up: "A",
    _KEY.Key_Down: "B",
    _KEY.Key_Right: "C",
    _KEY.Key_Left: "D",
    _KEY.Key_End: "F",
    _KEY.Key_Home: "H",
}
# The number between CSI and “~”.
_NUMBERED = {
    _KEY.Key_Insert: 2,
    _KEY.Key_Delete: 3,
    _KEY.Key_PageUp: 5,
    _KEY.Key_PageDown: 6,
    _KEY.Key_F5: 15,
    _KEY.Key_F6: 17,
    _KEY.Key_F7: 18,
    _KEY.Key_F8: 19,
    _KEY.Key_F9: 20,
    _KEY.Key_F10: 21,
    _KEY.Key_F11: 23,
    _KEY.Key_F12: 24,
}
_FUNCTION = {_KEY.Key_F1: "P", _KEY.Key_F2: "Q", _KEY.Key_F3: "R", _KEY.Key_F4: "S"}
_PLAIN = {
    _KEY.Key_Return: b"\r",
    _KEY.Key_Enter: b"\r",
    _KEY.Key_Backspace: b"\x7f",
    _KEY.Key_Tab: b"\t",
    _KEY.Key_Backtab: b"\x1b[Z",
    _KEY.Key_Escape: b"\x1b",
}


def key_bytes(event: QKeyEvent, *, application: bool) -> bytes:
    """The bytes for a pressed key; empty for one that sends nothing."""
    key = Qt.Key(event.key())
    modifiers = event.modifiers()
    escape = b"\x1b" if modifiers & Qt.KeyboardModifier.AltModifier else b""
    if key in _PLAIN:
        return escape + _PLAIN[key]
    if key in _CURSOR:
        return escape + ("\x1bO" if application else "\x1b[").encode() + _CURSOR[key].encode()
    if key in _FUNCTION:
        return escape + b"\x1bO" + _FUNCTION[key].encode()
    if key in _NUMBERED:
        return escape + f"\x1b[{_NUMBERED[key]}~".encode()
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        if _KEY.Key_A <= key <= _KEY.Key_Underscore:  # letters and [ \ ] ^ _
            return escape + bytes([key & 0x1F])
        if key in (_KEY.Key_Space, _KEY.Key_At, _KEY.Key_2):
            return escape + b"\0"
        return b""
    return escape + event.text().encode() if event.text() else b""
