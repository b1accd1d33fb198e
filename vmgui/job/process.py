"""The parent's side of a job: start its worker, follow it, cancel it."""

from __future__ import annotations

import os
import select
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from vmgui.channel import Channel
from vmgui.errors import VmguiError

Secret = bytes | bytearray
Event = dict[str, Any]


class JobProcess:
    """A running worker. Never blocks but in :meth:`wait`.

    Wait until :meth:`fileno` is readable, then :meth:`poll`; the last event is ``done`` (with the
    verb's ``result``), ``failed`` (with an error's parts) or ``cancelled``.
    """

    def __init__(self, verb: str, params: dict[str, Any], secrets: Sequence[Secret] = ()) -> None:
        """Start ``verb`` (a module of :mod:`vmgui.job.verbs`). Secrets go over a socket pair."""
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "vmgui.job.worker", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                # A plug-in may print; nobody must take that for our output.
                stdout=subprocess.DEVNULL,
                stderr=None if os.environ.get("VMGUI_DEBUG") else subprocess.DEVNULL,
            )
        self._channel = Channel(ours)
        self.finished = False
        with suppress(OSError):  # it died already: poll() tells
            self._channel.send({"verb": verb, "params": params, "secrets": len(secrets)})
            for secret in secrets:
                self._channel.send({}, secret)

    def fileno(self) -> int:
        """Readable when :meth:`poll` has something to tell."""
        return self._channel.sock.fileno()

    def poll(self) -> list[Event]:
        """The events that are there now, oldest first."""
        events: list[Event] = []
        while not self.finished and (self._channel.pending() or self._readable(0)):
            message = self._channel.receive()
            event = self._died() if message is None else message[0]
            events.append(event)
            if event.get("event") != "progress":
                self._finish()
        return events

    def wait(self, on_progress: Callable[[Event], None] = lambda event: None) -> dict[str, Any]:
        """Follow the job to its end and return its result. Raises :exc:`VmguiError`."""
        while True:
            self._readable(None)
            for event in self.poll():
                if event["event"] == "done":
                    result: dict[str, Any] = event["result"]
                    return result
                if event["event"] == "progress":
                    on_progress(event)
                else:
                    raise VmguiError.from_dict(event)

    def cancel(self) -> None:
        """Ask the job to stop and leave things as they were; ``cancelled`` follows."""
        if not self.finished:
            with suppress(OSError):  # it is gone: poll() tells
                self._channel.send({"verb": "cancel"})

    def _readable(self, timeout: float | None) -> bool:
        return bool(select.select([self._channel.sock], [], [], timeout)[0])

    def _died(self) -> Event:
        code = self._process.wait()
        why = f"signal {-code}" if code < 0 else f"exit status {code}"
        error = VmguiError(
            "The work was not finished.",
            why=f"Its process ended unexpectedly ({why}).",
            remedy="Try again; if it happens again with this plug-in, tell its publisher.",
            code="worker-died",
        )
        return {"event": "failed", **error.as_dict()}

    def _finish(self) -> None:
        self.finished = True
        self._process.wait()
        self._channel.close()


def run(
    verb: str,
    params: dict[str, Any],
    secrets: Sequence[Secret] = (),
    on_progress: Callable[[Event], None] = lambda event: None,
) -> dict[str, Any]:
    """Do a job and return its result. Raises :exc:`VmguiError`; Ctrl-C cancels it first."""
    job = JobProcess(verb, params, secrets)
    try:
        return job.wait(on_progress)
    except KeyboardInterrupt:
        job.cancel()
        return job.wait(on_progress)
