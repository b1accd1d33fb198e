"""QEMU's control protocol, over a connected socket."""

from __future__ import annotations

import logging
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from typing import Any

from qemu.qmp import QMPClient
from qemu.qmp.error import QMPError
from qemu.qmp.events import EventListener
from qemu.qmp.qmp_client import ExecuteError

from vmgui.errors import VmguiError

# It reports the end of every connection as an error.
logging.getLogger("qemu.qmp").setLevel(logging.CRITICAL)


class QemuGone(VmguiError):
    """QEMU has ended, or its end of the connection has."""

    code = "qemu-gone"

    def __init__(self) -> None:
        super().__init__("QEMU has ended.")


class QemuRefused(VmguiError):
    """QEMU won't do what it was asked."""

    code = "qemu-refused"


class Qmp:
    """One connection. ``execute`` may be called from several tasks."""

    def __init__(self) -> None:
        self._client = QMPClient()
        self._listener = EventListener()
        self._client.register_listener(self._listener)

    async def connect(self, sock: socket.socket) -> None:
        """Greet QEMU over ``sock``, which is taken over. Raises :exc:`QemuGone`."""
        try:
            await self._client.connect(sock)
        except QMPError:
            sock.close()
            raise QemuGone from None

    async def execute(self, command: str, **arguments: Any) -> Any:
        """The answer to a command. Raises :exc:`QemuGone`, :exc:`QemuRefused`."""
        try:
            return await self._client.execute(command, arguments or None)
        except ExecuteError as error:
            raise QemuRefused(
                f"QEMU refused the command {command}.", why=f"It says: {error}"
            ) from None
        except QMPError:
            raise QemuGone from None

    async def events(self) -> AsyncIterator[Mapping[str, Any]]:
        """What QEMU tells by itself, from the start on; does not end by itself."""
        async for event in self._listener:
            yield event

    async def close(self) -> None:
        """Let go of the connection."""
        with suppress(QMPError, OSError, EOFError):  # the other end is gone already
            await self._client.disconnect()
