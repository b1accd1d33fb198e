"""Whoever started the supervisor, and waits to hear how it went."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from vmgui.channel import Channel
from vmgui.errors import VmguiError
from vmgui.memory import LockedBuffer


class Starter:
    """The other end of the inherited socket; a starter that closes it early ends the start."""

    def __init__(self, channel: Channel) -> None:
        self._channel: Channel | None = channel
        self._unwatch: Callable[[], object] = lambda: None

    def hear_order(self) -> dict[int, LockedBuffer]:
        """The secrets by disk. Raises :exc:`VmguiError` where the starter breaks off."""
        message, _ = self._receive()
        secrets = {}
        for _ in range(int(message["disks"])):
            disk, secret = self._receive()
            if secret:
                locked = secrets[int(disk["index"])] = LockedBuffer(len(secret))
                locked.view[:] = secret
                secret[:] = bytes(len(secret))
        return secrets

    def _receive(self) -> tuple[dict[str, Any], bytearray | None]:
        assert self._channel is not None
        received = self._channel.receive()
        if received is None:
            raise VmguiError("The start was broken off.", code="broken-off")
        return received

    def watch(self, on_leaving: Callable[[], None]) -> None:
        """Call back when the starter goes away before :meth:`started`."""
        assert self._channel is not None
        loop, sock = asyncio.get_running_loop(), self._channel.sock
        self._unwatch = partial(loop.remove_reader, sock)

        def left() -> None:
            self._unwatch()
            on_leaving()

        loop.add_reader(sock, left)

    def progress(self, text: str) -> None:
        """Tell what is being done."""
        self._send({"event": "progress", "text": text})

    def started(self) -> None:
        """The guest runs; nothing more will be said."""
        self._unwatch()
        self._send({"event": "started"})
        self._leave()

    def failed(self, error: VmguiError, wrong_secrets: tuple[int, ...] = ()) -> None:
        """It doesn't; nothing more will be said."""
        self._send({"event": "failed", **error.as_dict(), "wrong_secrets": list(wrong_secrets)})
        self._leave()

    def _send(self, message: dict[str, Any]) -> None:
        if self._channel is not None:
            with suppress(OSError):  # it went away
                self._channel.send(message)

    def _leave(self) -> None:
        if self._channel is not None:
            self._channel.close()
            self._channel = None
