"""The window's clipboard and the guest's: one, while the guest's screen has the keyboard.

At other times nothing goes either way: a password that is copied between two other programs is
not for the guest, and what a guest copies in the background is not for them.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QClipboard, QGuiApplication

from vmgui.gui.rfb.connection import ScreenConnection


class SharedClipboard(QObject):
    """``active`` tells whether texts may pass now."""

    def __init__(
        self, connection: ScreenConnection, active: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._connection = connection
        self._active = active
        self._clipboard: QClipboard = QGuiApplication.clipboard()
        self._from_guest = ""
        self._clipboard.dataChanged.connect(self.offer)
        connection.clipboard_offered.connect(self._ask)
        connection.clipboard_wanted.connect(self._give)
        connection.clipboard_text.connect(self._take)

    def offer(self) -> None:
        """Tell the guest that there is something; to be called when the screen gets the focus."""
        if self._active() and self._connection.connected:
            if self._clipboard.ownsClipboard():
                text = self._clipboard.text()
                fresh = bool(text) and text != self._from_guest
            else:  # another program's: it is asked when the guest wants it
                data: QMimeData | None = self._clipboard.mimeData()
                fresh = data is not None and data.hasText()
            if fresh:
                self._connection.offer_clipboard()

    def _ask(self) -> None:
        if self._active():
            self._connection.ask_for_clipboard()

    def _give(self) -> None:
        if self._active():
            self._connection.give_clipboard(self._clipboard.text())

    def _take(self, text: str) -> None:
        if self._active() and text:
            self._from_guest = text
            self._clipboard.setText(text)
