"""The parent's side of a job: start its worker, follow it, cancel it."""

from __future__ import annotations

import os
import select
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from vmgui.backend.plugin_watch import PluginWatch
from vmgui.channel import Channel
from vmgui.errors import VmguiError

Secret = bytes | bytearray
Event = dict[str, Any]

# Seconds in which a worker that was asked to stop does so, unless something in it hangs.
GRACE = 30.0
_FAILED = "The work was not finished."


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
        self._plugin = PluginWatch()
        self._end: threading.Timer | None = None  # of a worker that was cancelled
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
            event, private = (self._died(), None) if message is None else message
            if event.get("event") == "plugin":
                self._plugin.hear(event)
                continue
            if private is not None and event.get("event") == "done":
                event["result"]["private"] = private
            events.append(event)
            if event.get("event") != "progress":
                self._finish()
        return events

    def wait(self, on_progress: Callable[[Event], None] = lambda event: None) -> dict[str, Any]:
        """Follow the job to its end and return its result. Raises :exc:`VmguiError`."""
        while True:
            in_time = self._readable(self._plugin.seconds_left())
            for event in self.poll() if in_time else [self._hung()]:
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
            if self._end is None:
                # In a plug-in's code nothing of the worker's own is half done.
                grace = 0.0 if self._plugin.deaf else GRACE
                self._end = threading.Timer(grace, self._process.kill)
                self._end.daemon = True
                self._end.start()
            with suppress(OSError):  # it is gone: poll() tells
                self._channel.send({"verb": "cancel"})

    def kill(self) -> None:
        """End it at once, as a crash would."""
        self._process.kill()
        self._finish()

    def _readable(self, timeout: float | None) -> bool:
        return bool(select.select([self._channel.sock], [], [], timeout)[0])

    def _hung(self) -> Event:
        self.kill()
        return {"event": "failed", **self._plugin.hang(_FAILED).as_dict()}

    def _died(self) -> Event:
        if self._end is not None:
            return {
                "event": "cancelled",
                "code": "cancelled",
                "what": "Cancelled.",
                "why": "The work did not stop by itself and was ended.",
                "remedy": "A file that was being made may be left, its name ends in .partial.",
            }
        error = self._plugin.death(
            _FAILED, self._process.wait(), "Try again; if it happens again, report it."
        )
        return {"event": "failed", **error.as_dict()}

    def _finish(self) -> None:
        self.finished = True
        self._process.wait()
        if self._end is not None:
            self._end.cancel()
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
        try:
            return job.wait(on_progress)
        except KeyboardInterrupt:  # once more: at once
            job.kill()
            raise
