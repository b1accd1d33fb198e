"""A disk as its guest sees it: served by a backend of its own and reached over NBD."""

from __future__ import annotations

import socket
from pathlib import Path
from types import TracebackType

from vmgui.backend.client import BackendProcess
from vmgui.backend.nbd import protocol as nbd
from vmgui.errors import VmguiError

# One request at a time, well below what every server takes.
_STEP = 1 << 20


class PlainDisk:
    """Use it in a ``with`` block; ``size`` is in bytes, ``fingerprint`` names the volume key.

    The smallest possible NBD client: simple replies, one request under way. Raises
    :exc:`VmguiError`.
    """

    def __init__(
        self, disk: Path, folder: Path, secret: bytearray, *, read_only: bool = False
    ) -> None:
        """Open ``disk`` with ``secret``; its socket goes into the private directory ``folder``."""
        path = folder / "plain.sock"
        self._backend = BackendProcess.start(
            disk, path, secret=secret, read_only=read_only, label="vmgui demo", peer="uid"
        )
        self.fingerprint = str(self._backend.ready["fingerprint"])
        self._sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._sock.connect(str(path))
            self.size = self._handshake()
        except BaseException:
            self._sock.close()
            self._backend.kill()
            raise

    def __enter__(self) -> PlainDisk:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._sock.close()
        status = self._backend.stop()
        if status and error is None:
            raise VmguiError(
                "A disk could not be closed properly.", why=f"Its backend ended with {status}."
            )

    def read(self, offset: int, length: int) -> bytes:
        """``length`` bytes from ``offset``."""
        parts = []
        for at in range(offset, offset + length, _STEP):
            count = min(_STEP, offset + length - at)
            self._request(nbd.CMD_READ, at, count)
            parts.append(self._exactly(count))
        return b"".join(parts)

    def write(self, offset: int, data: bytes) -> None:
        """Write ``data`` and make it durable."""
        for at in range(0, len(data), _STEP):
            part = data[at : at + _STEP]
            self._request(nbd.CMD_WRITE, offset + at, len(part), part)
        self._request(nbd.CMD_FLUSH, 0, 0)

    def _handshake(self) -> int:
        """The oldest way in, without options to haggle over; returns the disk's size."""
        self._exactly(nbd.SERVER_HELLO.size)
        self._sock.sendall(
            nbd.CLIENT_FLAGS.pack(nbd.FLAG_C_FIXED_NEWSTYLE | nbd.FLAG_C_NO_ZEROES)
            + nbd.OPTION_HEADER.pack(nbd.IHAVEOPT, nbd.OPT_EXPORT_NAME, 0)
        )
        size: int = nbd.EXPORT_NAME_REPLY.unpack(self._exactly(nbd.EXPORT_NAME_REPLY.size))[0]
        return size

    def _request(self, command: int, offset: int, length: int, data: bytes = b"") -> None:
        self._sock.sendall(
            nbd.REQUEST.pack(nbd.REQUEST_MAGIC, 0, command, 0, offset, length) + data
        )
        reply = self._exactly(nbd.SIMPLE_REPLY.size)
        magic, error, _ = nbd.SIMPLE_REPLY.unpack(reply)
        if magic != nbd.SIMPLE_REPLY_MAGIC or error:
            name = nbd.COMMAND_NAMES[command]
            raise VmguiError(f"A disk's backend refused {name} with error {error}.")

    def _exactly(self, count: int) -> bytes:
        data = bytearray(count)
        have = 0
        with memoryview(data) as view:
            while have < count:
                got = self._sock.recv_into(view[have:])
                if not got:
                    raise VmguiError("A disk's backend hung up.")
                have += got
        return bytes(data)
