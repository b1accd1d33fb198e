"""A private network of one user's machines: a small Ethernet switch at a Unix socket.

QEMU's ``stream`` network connects to it; each frame has its length before it (32 bits, big-endian).
The first machine starts the switch, which ends by itself when the last has gone. Nobody else can
reach it: the socket lies in the user's runtime directory, and peers of other users are refused.
"""

from __future__ import annotations

import fcntl
import os
import selectors
import socket
import struct
import subprocess
import sys
from collections import deque
from contextlib import suppress
from pathlib import Path

from vmgui.backend.peer import credentials
from vmgui.errors import VmguiError
from vmgui.paths import private_directory

# An Ethernet frame with everything that QEMU may put around it.
MAX_FRAME = 69632
# Bytes that wait for a machine that doesn't read; more are dropped, as a switch does.
_MAX_WAITING = 4 << 20
_CHUNK = 256 << 10
# Seconds without any machine after which the switch ends.
_IDLE = 10.0


def ensure(where: Path) -> None:
    """Have a switch listen at ``where``. Raises :exc:`VmguiError`."""
    private_directory(where.parent)
    lock = os.open(where.with_suffix(".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if _answers(where):
            return
        # It parts from us, and we hear from it once it listens.
        done = subprocess.run(
            [sys.executable, "-P", "-m", "vmgui.vm.switch", os.fspath(where)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise VmguiError(
                f"The private network “{where.stem}” can't be made.",
                why=f"Its switch says: {done.stderr.strip()[-300:]}",
                remedy="Try again; if it happens again, report it.",
                code="private-network",
            )
    finally:
        os.close(lock)


def _answers(where: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as sock, suppress(OSError):
        sock.connect(os.fspath(where))
        return True
    return False


class Port:
    """One machine's connection: what came and is not yet whole, what waits to be sent."""

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock
        self.coming = bytearray()
        self.waiting: deque[bytes] = deque()
        self.size = 0

    def frames(self) -> list[bytes]:
        """Take the frames that are whole, each with its length. Raises ValueError for nonsense."""
        found = []
        while len(self.coming) >= 4:
            (length,) = struct.unpack_from(">I", self.coming)
            if not 14 <= length <= MAX_FRAME:
                raise ValueError(f"a frame of {length} bytes")
            if len(self.coming) < 4 + length:
                break
            found.append(bytes(self.coming[: 4 + length]))
            del self.coming[: 4 + length]
        return found

    def give(self, frame: bytes) -> None:
        """Have a frame sent, unless too many wait already."""
        if self.size + len(frame) <= _MAX_WAITING:
            self.waiting.append(frame)
            self.size += len(frame)

    def send(self) -> None:
        """Send what can be sent now."""
        while self.waiting:
            frame = self.waiting.popleft()
            sent = self.sock.send(frame)
            self.size -= sent
            if sent < len(frame):
                self.waiting.appendleft(frame[sent:])
                return


class Switch:
    """Learns which machine has which address; what it doesn't know goes to all others."""

    def __init__(self, listener: socket.socket) -> None:
        self._listener = listener
        self._selector = selectors.DefaultSelector()
        self._selector.register(listener, selectors.EVENT_READ)
        self._ports: list[Port] = []
        self._addresses: dict[bytes, Port] = {}

    def run(self) -> None:
        """Until nobody has been there for a while."""
        while True:
            ready = self._selector.select(_IDLE if not self._ports else None)
            if not ready and not self._ports:
                return
            # Whoever has come hears what is sent from now on.
            self._accept()
            for key, events in ready:
                if key.fileobj is self._listener:
                    continue
                port: Port = key.data
                try:
                    if events & selectors.EVENT_READ:
                        self._receive(port)
                    if events & selectors.EVENT_WRITE:
                        port.send()
                        self._watch(port)
                except BlockingIOError:
                    continue
                except (OSError, ValueError):
                    self._close(port)

    def _accept(self) -> None:
        with suppress(BlockingIOError):
            while True:
                sock, _ = self._listener.accept()
                if credentials(sock)[1] != os.getuid():
                    sock.close()
                    continue
                sock.setblocking(False)
                port = Port(sock)
                self._ports.append(port)
                self._selector.register(sock, selectors.EVENT_READ, port)

    def _receive(self, port: Port) -> None:
        data = port.sock.recv(_CHUNK)
        if not data:
            raise ConnectionResetError
        port.coming += data
        for frame in port.frames():
            self._addresses[frame[10:16]] = port
            known = self._addresses.get(frame[4:10])
            for other in [known] if known else self._ports:
                if other is not port:
                    other.give(frame)
                    self._watch(other)

    def _watch(self, port: Port) -> None:
        wanted = selectors.EVENT_READ | (selectors.EVENT_WRITE if port.waiting else 0)
        if self._selector.get_key(port.sock).events != wanted:
            self._selector.modify(port.sock, wanted, port)

    def _close(self, port: Port) -> None:
        self._selector.unregister(port.sock)
        port.sock.close()
        self._ports.remove(port)
        for address in [key for key, value in self._addresses.items() if value is port]:
            del self._addresses[address]


def main(where: str) -> None:
    """Be the switch at the socket ``where``, in a process of its own."""
    os.umask(0o077)
    Path(where).unlink(missing_ok=True)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(where)
        listener.listen(64)
        listener.setblocking(False)
        if os.fork():
            return
        os.setsid()
        nowhere = os.open(os.devnull, os.O_RDWR)
        for number in range(3):
            os.dup2(nowhere, number)
        Switch(listener).run()
        Path(where).unlink(missing_ok=True)


if __name__ == "__main__":
    main(sys.argv[1])
