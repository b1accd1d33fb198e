"""X keysyms of Qt's key events, for window systems that don't tell them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

_Key = Qt.Key
# X11/keysymdef.h. Letters, digits and signs are found by the text they type.
_KEYSYMS = {
    _Key.Key_Backspace: 0xFF08,
    _Key.Key_Tab: 0xFF09,
    _Key.Key_Backtab: 0xFF09,
    _Key.Key_Return: 0xFF0D,
    _Key.Key_Enter: 0xFF8D,
    _Key.Key_Escape: 0xFF1B,
    _Key.Key_Delete: 0xFFFF,
    _Key.Key_Home: 0xFF50,
    _Key.Key_Left: 0xFF51,
    _Key.Key_Up: 0xFF52,
    _Key.Key_Right: 0xFF53,
    _Key.Key_Down: 0xFF54,
    _Key.Key_PageUp: 0xFF55,
    _Key.Key_PageDown: 0xFF56,
    _Key.Key_End: 0xFF57,
    _Key.Key_Insert: 0xFF63,
    _Key.Key_Menu: 0xFF67,
    _Key.Key_Pause: 0xFF13,
    _Key.Key_Print: 0xFF61,
    _Key.Key_ScrollLock: 0xFF14,
    _Key.Key_NumLock: 0xFF7F,
    _Key.Key_CapsLock: 0xFFE5,
    _Key.Key_Shift: 0xFFE1,
    _Key.Key_Control: 0xFFE3,
    _Key.Key_Alt: 0xFFE9,
    _Key.Key_AltGr: 0xFE03,
    _Key.Key_Meta: 0xFFEB,
    **{_Key(_Key.Key_F1 + n): 0xFFBE + n for n in range(24)},
}


def keysym(event: QKeyEvent) -> int:
    """The X keysym of the key, 0 if there is none."""
    native = event.nativeVirtualKey()
    if native and QGuiApplication.platformName() in ("xcb", "wayland"):
        return native
    try:
        special = _KEYSYMS.get(_Key(event.key()))
    except ValueError:
        special = None
    if special is not None:
        return special
    text = event.text()
    if len(text) != 1 or not text.isprintable():
        # With Ctrl held the text is a control character: take the key's own letter.
        text = chr(event.key()).lower() if 0x20 <= event.key() <= 0xFF else ""
    if not text:
        return 0
    code = ord(text)
    return code if code <= 0xFF else 0x1000000 | code
