"""The control socket: a line of JSON in, a line of JSON out, for programs of the same user.

``{"verb": "status"}``, and likewise ``shutdown`` (ask the guest), ``kill`` (end it; answered when
it has ended), ``reset``, ``pause``, ``resume``: answered with ``{"ok": true, …status…}`` or
``{"ok": false, "what": …, "why": …, "remedy": …}``. ``subscribe`` is answered with a stream of
``{"event": "state", …status…}``, the present one first, until the supervisor ends.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from vmgui.backend.peer import credentials
from vmgui.errors import VmguiError
from vmgui.vm.supervisor.journal import Journal

_MAX_LINE = 1 << 16
# Seconds for answers that are on their way when the machine ends.
_LAST_WORDS = 2.0

Act = Callable[[], Awaitable[None]]


class ControlSocket:
    """Listens at ``path``; ``acts`` are the verbs besides status and subscribe."""

    def __init__(self, path: Path, journal: Journal, acts: dict[str, Act]) -> None:
        self._path = path
        self._journal = journal
        self._acts = acts
        self._server: asyncio.Server | None = None
        self._conversations: set[asyncio.Task[None]] = set()
        self._busy: set[asyncio.Task[None]] = set()
        self._closing = False

    async def listen(self) -> None:
        """Begin to listen. The lock being ours, a socket that lies there is a dead one."""
        self._path.unlink(missing_ok=True)
        self._server = await asyncio.start_unix_server(
            self._converse, os.fspath(self._path), limit=_MAX_LINE
        )

    def withdraw(self) -> None:
        """Nobody finds us any more; conversations go on."""
        self._path.unlink(missing_ok=True)
        if self._server is not None:
            self._server.close()

    async def close(self) -> None:
        """End all conversations; answers on their way and last states still get out."""
        self._closing = True
        self._journal.close()
        if self._busy:
            await asyncio.wait(self._busy, timeout=_LAST_WORDS)
        for task in self._conversations:
            task.cancel()
        await asyncio.gather(*self._conversations, return_exceptions=True)

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._conversations.add(task)
        try:
            if credentials(writer.get_extra_info("socket"))[1] != os.getuid():
                return
            # A line that is too long (ValueError) or a peer that is gone: nothing to answer.
            with suppress(ValueError, ConnectionError):
                while not self._closing and (line := await reader.readline()):
                    self._busy.add(task)
                    await self._answer(line, writer)
                    self._busy.discard(task)
        finally:
            self._busy.discard(task)
            self._conversations.discard(task)
            writer.close()

    async def _answer(self, line: bytes, writer: asyncio.StreamWriter) -> None:
        try:
            message = json.loads(line)
            verb = message["verb"]
        except (ValueError, KeyError, TypeError, RecursionError):
            verb = None
        if verb == "subscribe":
            await self._stream(writer)
            return
        await _send(writer, await self._do(verb))

    async def _do(self, verb: Any) -> dict[str, Any]:
        try:
            if verb != "status":
                act = self._acts.get(verb) if isinstance(verb, str) else None
                if act is None:
                    raise VmguiError("A virtual machine does not know that verb.", code="verb")
                await act()
        except VmguiError as error:
            return {"ok": False, **error.as_dict()}
        return {"ok": True, **msgspec.to_builtins(self._journal.status)}

    async def _stream(self, writer: asyncio.StreamWriter) -> None:
        queue = self._journal.subscribe()
        try:
            while (status := await queue.get()) is not None:
                await _send(writer, {"event": "state", **msgspec.to_builtins(status)})
        finally:
            self._journal.unsubscribe(queue)


async def _send(writer: asyncio.StreamWriter, message: dict[str, Any]) -> None:
    writer.write(json.dumps(message, separators=(",", ":")).encode() + b"\n")
    await writer.drain()
