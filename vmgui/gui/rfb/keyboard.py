"""Which keys are down for the guest, and whether the ones that free the keyboard are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from vmgui.gui.rfb.connection import ScreenConnection
from vmgui.gui.rfb.keys import qnum
from vmgui.gui.rfb.keysyms import keysym

_FREE_KEYS = frozenset({Qt.Key.Key_Control, Qt.Key.Key_Alt})


class Keyboard:
    """Presses keys over a connection, and releases what it pressed, whatever it means by then."""

    def __init__(self, connection: ScreenConnection) -> None:
        self._connection = connection
        self._down: dict[int, tuple[int, int]] = {}
        self._freeing = False

    def press(self, event: QKeyEvent) -> None:
        """Press a key; a held one repeats as it does here."""
        place = event.nativeScanCode() or event.key()
        known = (keysym(event), qnum(event.nativeScanCode()))
        self._down[place] = known
        if not event.isAutoRepeat():
            held = event.modifiers() & (
                Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
            )
            self._freeing = event.key() in _FREE_KEYS and len(self._down) == 2 and bool(held)
        self._connection.send_key(*known, down=True)

    def release(self, event: QKeyEvent) -> bool:
        """Release a key; return whether Ctrl+Alt was pressed and released, with nothing else."""
        place = event.nativeScanCode() or event.key()
        if event.isAutoRepeat() or place not in self._down:
            return False
        self._connection.send_key(*self._down.pop(place), down=False)
        freed = self._freeing and not self._down
        if freed:
            self._freeing = False
        return freed

    def release_all(self) -> None:
        """Release whatever is still held."""
        for known in self._down.values():
            self._connection.send_key(*known, down=False)
        self.forget()

    def forget(self) -> None:
        """Nothing is held: there is another guest."""
        self._down.clear()
        self._freeing = False
