"""A guest's serial line: its socket, what it said before, and the terminal that shows both."""

from __future__ import annotations

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
        self._wanted = ""
        self._socket = QLocalSocket(self)
        self._socket.setReadBufferSize(_PIECE)
        self._socket.readyRead.connect(self._receive)
        self._socket.connected.connect(self._tell)
        self._socket.disconnected.connect(self._lost)
        self._socket.errorOccurred.connect(self._lost)
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self._connect)
        self.terminal.typed.connect(self._send)
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
        log, path = self._log, self._path
        if not path or log is None:
            return
        self.terminal.clear()
        in_background(
            self, lambda: _tail(log), lambda words: self._go_on(path, words), lambda _: None
        )

    def _go_on(self, path: str, words: bytes) -> None:
        if path == self._path and self.isVisible():
            self.terminal.feed(words)
            self._connect()

    def _connect(self) -> None:
        if self._path and self.isVisible():
            self._socket.abort()
            self._socket.connectToServer(self._path)

    def _part(self) -> None:
        self._retry.stop()
        self._socket.abort()
        self._tell()

    def _lost(self) -> None:
        if self._path and self.isVisible():
            self._retry.start()
        self._tell()

    def _receive(self) -> None:
        self.terminal.feed(bytes(self._socket.read(_PIECE).data()))
        if self._socket.bytesAvailable():
            QTimer.singleShot(0, self, self._receive)

    def _send(self, data: bytes) -> None:
        if self._socket.state() == QLocalSocket.LocalSocketState.ConnectedState:
            self._socket.write(data)

    def _tell(self) -> None:
        connected = self._socket.state() == QLocalSocket.LocalSocketState.ConnectedState
        if not self._path:
            words = self.tr("The machine is off. This is what it said on its serial line last.")
        elif connected:
            words = self.tr(
                "Keys go to the guest's first serial line while it has the keyboard. "
                "Press Ctrl+Alt and let go to free them."
            )
        else:
            words = self.tr(
                "Connecting… If another program uses the line, it comes here when that one ends."
            )
        self.note.setText(words)


def _tail(log: Path) -> bytes:
    try:
        with log.open("rb") as file:
            file.seek(max(0, file.seek(0, 2) - _EARLIER))
            return file.read()
    except OSError:
        return b""  # nothing was said yet
