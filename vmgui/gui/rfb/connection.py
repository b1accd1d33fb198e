"""A decoder joined to a local socket, for as long as somebody wants to watch."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtNetwork import QLocalSocket

from vmgui.gui.rfb import wire
from vmgui.gui.rfb.decoder import Decoder, RfbError
from vmgui.gui.rfb.events import (
    Bell,
    CanResize,
    ClipboardOffered,
    ClipboardShared,
    ClipboardWanted,
    CursorShape,
    CutText,
    Event,
    ExtendedKeys,
    Locks,
    Painted,
    PointerMode,
    Ready,
    Resized,
    UpdateEnd,
)
from vmgui.gui.rfb.framebuffer import Framebuffer

RETRY_MS = 400
RETRY_AFTER_NONSENSE_MS = 5000
# What is taken from the socket in one go, so that a guest's video leaves room for other events.
READ_SIZE = 4 << 20


class ScreenConnection(QObject):
    """Connects to an RFB server's socket, and again whenever the connection ends.

    Nothing here blocks. ``connected_changed`` tells whether a picture is being received;
    ``path`` is the socket that is watched, or "".
    """

    connected_changed = Signal(bool)
    resized = Signal()
    painted = Signal(QRect)
    updated = Signal()
    cursor_changed = Signal(object)
    pointer_mode_changed = Signal(bool)
    bell = Signal()
    locks_changed = Signal(object)
    refused = Signal(object)
    resizable_changed = Signal()
    clipboard_offered = Signal()
    clipboard_wanted = Signal()
    clipboard_text = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shares_clipboard = False
        self._clipboard_works = False
        self._screen: tuple[int, int] | None = None
        self._wanted_size = (0, 0)
        self._decoder = Decoder()
        self.path = ""
        self.connected = False
        self.extended_keys = False
        self._socket = QLocalSocket(self)
        self._socket.setReadBufferSize(READ_SIZE)
        self._socket.readyRead.connect(self._receive)
        self._socket.disconnected.connect(self._lost)
        self._socket.errorOccurred.connect(self._lost)
        self._retry = QTimer(self, singleShot=True)
        self._retry.timeout.connect(self._connect)

    @property
    def framebuffer(self) -> Framebuffer:
        """The picture so far; a new one with each connection."""
        return self._decoder.framebuffer

    def open(self, path: str) -> None:
        """Watch the server at the absolute ``path``, which need not be there yet; "": none."""
        if path == self.path:
            return
        self.close()
        self.path = path
        if path:
            self._connect()

    def close(self) -> None:
        """Stop watching."""
        self.path = ""
        self._retry.stop()
        self._socket.abort()
        self._set_connected(False)

    def send(self, message: bytes) -> None:
        """Send a client message; without a connection it is dropped."""
        if self.connected:
            self._socket.write(message)

    def _connect(self) -> None:
        self._socket.abort()
        self._decoder = Decoder(clipboard=self.shares_clipboard)
        self.extended_keys = self._clipboard_works = False
        self._screen = None
        self._wanted_size = (0, 0)
        self._socket.connectToServer(self.path)

    def _lost(self) -> None:
        self._set_connected(False)
        if self.path and not self._retry.isActive():
            self._retry.start(RETRY_MS)

    def _set_connected(self, connected: bool) -> None:
        if connected != self.connected:
            self.connected = connected
            self.connected_changed.emit(connected)

    def _receive(self) -> None:
        try:
            events = self._decoder.feed(self._socket.readAll().data())
        except RfbError as error:
            self._retry.start(RETRY_AFTER_NONSENSE_MS)
            self._socket.abort()
            self._set_connected(False)
            self.refused.emit(error)
            return
        for event in events:
            self._tell(event)
            if not self.path:
                return  # whoever was told has seen enough
        if self._decoder.outgoing:
            self._socket.write(bytes(self._decoder.outgoing))
            self._decoder.outgoing.clear()

    def _tell(self, event: Event) -> None:
        match event:
            case Painted(x, y, width, height):
                self.painted.emit(QRect(x, y, width, height))
            case UpdateEnd():
                self.updated.emit()
            case Resized():
                self.resized.emit()
            case Ready():
                self._set_connected(True)
            case CursorShape():
                self.cursor_changed.emit(event)
            case PointerMode(absolute):
                self.pointer_mode_changed.emit(absolute)
            case ExtendedKeys():
                self.extended_keys = True
            case Locks(lights):
                self.locks_changed.emit(lights)
            case Bell():
                self.bell.emit()
            case CanResize(screen):
                self._screen = screen
                self.resizable_changed.emit()
            case ClipboardShared():
                self._clipboard_works = True
            case ClipboardOffered():
                self.clipboard_offered.emit()
            case ClipboardWanted():
                self.clipboard_wanted.emit()
            case CutText(words):
                self.clipboard_text.emit(words)

    # --- what the person does -----------------------------------------------------------------

    def send_key(self, keysym: int, qnum: int, *, down: bool) -> None:
        """Press or release a key: by its place where both sides can, else by its symbol."""
        if self.extended_keys and qnum:
            self.send(wire.extended_key_event(keysym, qnum, down=down))
        elif keysym:
            self.send(wire.key_event(keysym, down=down))

    def send_pointer(self, buttons: wire.Button, x: int, y: int) -> None:
        """Tell the pointer's place or movement."""
        self.send(wire.pointer_event(buttons, x, y))

    def ask_for_size(self, width: int, height: int) -> None:
        """Wish for a screen of so many pixels; dropped where the guest can't change it."""
        now = (self.framebuffer.width, self.framebuffer.height)
        if self._screen is None or (width, height) in (now, self._wanted_size):
            return
        self._wanted_size = (width, height)  # once: a guest that refuses is left alone
        self.send(wire.set_desktop_size(width, height, self._screen))

    def offer_clipboard(self) -> None:
        """Tell the guest that there is a text; it may ask for it."""
        if self._clipboard_works:
            self.send(wire.clipboard(wire.CLIPBOARD_NOTIFY))

    def ask_for_clipboard(self) -> None:
        """Ask for the text that the guest has offered."""
        if self._clipboard_works:
            self.send(wire.clipboard(wire.CLIPBOARD_REQUEST))

    def give_clipboard(self, text: str) -> None:
        """Give the guest the text that it asked for."""
        if self._clipboard_works and len(text) <= wire.MAX_CLIPBOARD // 4:
            self.send(wire.clipboard_provide(text))
