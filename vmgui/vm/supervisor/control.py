"""The control socket: a line of JSON in, a line of JSON out, for programs of the same user.

What can be asked is in :mod:`vmgui.vm.supervisor.requests`. Answers are ``{"ok": true, …}`` or
``{"ok": false, "what": …, "why": …, "remedy": …, "code": …}``; after a line that is no request the
conversation ends, since nobody knows where the next one begins.
"""

from __future__ import annotations

import asyncio
import logging
import os
import socket
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from vmgui.backend.peer import credentials
from vmgui.errors import VmguiError
from vmgui.vm.supervisor import requests
from vmgui.vm.supervisor.conversation import Conversation
from vmgui.vm.supervisor.journal import Journal
from vmgui.vm.supervisor.requests import Request

log = logging.getLogger(__name__)

# Seconds for answers that are on their way when the machine ends.
_LAST_WORDS = 2.0
# Seconds until the next look where no more connections can be taken.
_CROWDED = 0.2

# What the answer holds besides "ok"; None: the state.
Act = Callable[[Any, Conversation], Awaitable[Mapping[str, Any] | None]]


class ControlSocket:
    """Listens at ``path``; ``acts`` does what is asked, by the type of the request."""

    def __init__(self, path: Path, journal: Journal, acts: Mapping[type[Request], Act]) -> None:
        self._path = path
        self._journal = journal
        self._acts = acts
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._welcoming: asyncio.Task[None] | None = None
        self._conversations: set[asyncio.Task[None]] = set()
        self._busy: set[asyncio.Task[None]] = set()
        self._closing = False

    async def listen(self) -> None:
        """Begin to listen. The lock being ours, a socket that lies there is a dead one."""
        self._path.unlink(missing_ok=True)
        self._listener.setblocking(False)
        self._listener.bind(os.fspath(self._path))
        self._listener.listen(64)
        self._welcoming = asyncio.create_task(self._welcome())

    def withdraw(self) -> None:
        """Nobody finds us any more; conversations go on."""
        self._path.unlink(missing_ok=True)
        if self._welcoming is not None:
            self._welcoming.cancel()

    async def close(self) -> None:
        """End all conversations; answers on their way and last states still get out."""
        self._closing = True
        self._journal.close()
        if self._busy:
            await asyncio.wait(self._busy, timeout=_LAST_WORDS)
        for task in self._conversations:
            task.cancel()
        await asyncio.gather(*self._conversations, return_exceptions=True)
        self._listener.close()

    async def _welcome(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            try:
                sock, _ = await loop.sock_accept(self._listener)
            except OSError:  # it went away again, or there are too many open files
                await asyncio.sleep(_CROWDED)
                continue
            task = asyncio.create_task(self._converse(sock))
            self._conversations.add(task)
            task.add_done_callback(self._conversations.discard)

    async def _converse(self, sock: socket.socket) -> None:
        task = asyncio.current_task()
        assert task is not None
        sock.setblocking(False)
        conversation = Conversation(sock)
        try:
            if credentials(sock)[1] != os.getuid():
                return
            with suppress(OSError):  # the peer is gone: nobody to answer
                while not self._closing and (line := await conversation.line()) is not None:
                    self._busy.add(task)
                    if not await self._answer(line, conversation):
                        return
                    self._busy.discard(task)
        finally:
            self._busy.discard(task)
            conversation.close()

    async def _answer(self, line: bytes, conversation: Conversation) -> bool:
        """Whether the conversation goes on."""
        try:
            request = requests.parse(line)
        except VmguiError as error:
            await conversation.send({"ok": False, **error.as_dict()})
            return False
        if isinstance(request, requests.Subscribe):
            await self._stream(conversation)
            return False
        if isinstance(request, requests.Secret):
            return await self._keep(request, conversation)
        try:
            answer = await self._do(request, conversation)
        except VmguiError as error:
            await conversation.send({"ok": False, **error.as_dict()})
        else:
            await conversation.send({"ok": True, **answer})
        return True

    async def _keep(self, announced: requests.Secret, conversation: Conversation) -> bool:
        """Secrets are not answered: whatever is wrong with one shows at the change."""
        try:
            await conversation.take_secret(announced)
        except VmguiError as error:
            await conversation.send({"ok": False, **error.as_dict()})
            return False
        return True

    async def _do(self, request: Request, conversation: Conversation) -> Mapping[str, Any]:
        act = self._acts.get(type(request))
        try:
            answer = await act(request, conversation) if act is not None else None
        except VmguiError:
            raise
        except Exception as error:
            log.exception("A request failed")
            raise VmguiError(
                "The virtual machine's supervisor could not do that.",
                why=f"It failed with {type(error).__name__}.",
                remedy="Its log says more: report it.",
                code="supervisor",
            ) from None
        if answer is None:
            answer = msgspec.to_builtins(self._journal.status)
        return answer

    async def _stream(self, conversation: Conversation) -> None:
        queue = self._journal.subscribe()
        try:
            while (status := await queue.get()) is not None:
                await conversation.send({"event": "state", **msgspec.to_builtins(status)})
        finally:
            self._journal.unsubscribe(queue)
