"""A guest's serial line: its socket, what it said before, and the terminal that shows both."""

from __future__ import annotations

import fcntl
import struct
import termios
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vmgui.gui.background import in_background
from vmgui.gui.console.terminal import Terminal
from vmgui.gui.form import text
from vmgui.gui.library.library import Machine
from vmgui.vm import store

RETRY_MS = 1000
# What is made of a guest's words in one go, so that a talkative one leaves room for others.
_PIECE = 8192
_EARLIER = 64 << 10
# After so long what was typed should have been taken.
_TAKEN_MS = 1500


class SerialView(QWidget):
    """Connects while it is shown. QEMU serves one program at a time: another one has to wait."""

    let_go = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.terminal = Terminal()
        self.note = text(look="quiet")
        self.note.setContentsMargins(24, 6, 24, 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.terminal, 1)
        layout.addWidget(self.note)
        self._path = ""
        self._log: Path | None = None
        self._told_earlier = True
        self._wanted = ""
        self._socket = QLocalSocket(self)
        self._socket.setReadBufferSize(_PIECE)
        self._socket.readyRead.connect(self._receive)
        self._socket.connected.connect(self._tell)
        self._socket.disconnected.connect(self._lost)
        self._socket.errorOccurred.connect(self._lost)
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self._connect)
        self._taken = QTimer(self, singleShot=True, interval=_TAKEN_MS)
        self._taken.timeout.connect(self._tell)
        self.terminal.typed.connect(self._send)
        self.terminal.idle.connect(self._idle)
        self.terminal.let_go.connect(self.let_go)
        self._tell()

    def show_machine(self, machine: Machine) -> None:
        """Show this machine's line, once this is seen."""
        path = machine.status.serial if machine.live else ""
        if machine.definition is not None:
            self._log = store.places(machine.definition).serial_log
        if (path, machine.name) != (self._path, self._wanted):
            other = machine.name != self._wanted
            self._path, self._wanted = path, machine.name
            self._part()
            if other:
                self.terminal.clear()
            if self.isVisible():
                self._begin()
        self._tell()

    def stop(self) -> None:
        """Watch nothing."""
        self._path = self._wanted = ""
        self._part()
        self.terminal.clear()

    def showEvent(self, event: object) -> None:
        """Connect."""
        self._begin()

    def hideEvent(self, event: object) -> None:
        """Leave the line to others."""
        self._part()

    def _begin(self) -> None:
        """First what was said so far, then what comes."""
        log, wanted = self._log, (self._path, self._wanted)
        if log is None:
            return
        self.terminal.clear()
        in_background(
            self, lambda: _tail(log), lambda words: self._go_on(wanted, words), lambda _: None
        )

    def _go_on(self, wanted: tuple[str, str], words: bytes) -> None:
        if wanted == (self._path, self._wanted) and self.isVisible():
            self._told_earlier = False
            self.terminal.feed(words)

    def _idle(self) -> None:
        """The terminal has nothing to do. What it showed before is answered no more."""
        if not self._told_earlier:
            self._told_earlier = True
            self._connect()
        else:
            self._receive()

    def _connect(self) -> None:
        unconnected = self._socket.state() == QLocalSocket.LocalSocketState.UnconnectedState
        if self._path and self.isVisible() and unconnected:
            self._socket.connectToServer(self._path)

    def _part(self) -> None:
        self._told_earlier = True
        self._socket.abort()
        self._retry.stop()
        self._tell()

    def _lost(self) -> None:
        if self._path and self.isVisible():
            self._retry.start()
        self._tell()

    def _receive(self) -> None:
        if not self.terminal.busy and self._socket.bytesAvailable():
            self.terminal.feed(bytes(self._socket.read(_PIECE).data()))

    def _send(self, data: bytes) -> None:
        if self._connected():
            self._socket.write(data)
            self._taken.start()

    def _connected(self) -> bool:
        return self._socket.state() == QLocalSocket.LocalSocketState.ConnectedState

    def _tell(self) -> None:
        self.terminal.live = self._connected()
        if not self._path:
            words = self.tr("The machine is off. This is what it said on its serial line last.")
        elif not self._connected():
            words = self.tr("Connecting to the serial line…")
        elif not self._taken.isActive() and _waits(int(self._socket.socketDescriptor())):
            words = self.tr(
                "What you typed has not been taken: the guest does not listen, or another program "
                "is connected. This goes on by itself once that one ends."
            )
            self._taken.start()
        else:
            words = self.tr(
                "Keys go to the guest's first serial line while it has the keyboard. "
                "Press Ctrl+Alt and let go to free them."
            )
        if words != self.note.text():
            self.note.setText(words)
        self.terminal.viewport().update()


def _waits(descriptor: int) -> bool:
    """Whether the other end has yet to read something that was sent."""
    try:
        answer = fcntl.ioctl(descriptor, termios.TIOCOUTQ, bytes(4))
    except OSError:
        return False  # a system that can't tell
    return bool(struct.unpack("i", answer)[0])


def _tail(log: Path) -> bytes:
    try:
        with log.open("rb") as file:
            file.seek(max(0, file.seek(0, 2) - _EARLIER))
            return file.read()
    except OSError:
        return b""  # nothing was said yet
