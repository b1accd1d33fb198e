"""Starting, asking and steering virtual machines, for windows and command lines; no Qt, blocking.

A machine that runs has a supervisor, found through a control socket; it needs none of its
starters to stay alive.
"""

from __future__ import annotations

import json
import os
import shlex
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import Any, Literal

import msgspec

from vmgui.channel import Channel, ChannelError
from vmgui.errors import VmguiError
from vmgui.vm import lock, store
from vmgui.vm.definition import Definition
from vmgui.vm.figures import Figures
from vmgui.vm.places import Places
from vmgui.vm.status import State, Status

__all__ = [
    "StartFailed",
    "State",
    "Status",
    "Verb",
    "change",
    "figures",
    "list_states",
    "request",
    "running",
    "start",
    "status",
    "status_of",
    "subscribe",
    "wait_stopped",
]

# How often to ask a supervisor that holds its lock and doesn't answer.
_PATIENCE = 25
# Seconds in which a supervisor tells its state, unless the computer is very busy.
_ANSWER_TIME = 10.0
_NOT_RUNNING = "not-running"

Verb = Literal["status", "shutdown", "kill", "reset", "pause", "resume"]


class StartFailed(VmguiError):
    """A machine could not be started. ``wrong_secrets``: the disks whose secret opened nothing."""

    def __init__(
        self, what: str, *, why: str = "", remedy: str = "", code: str = "",
        wrong_secrets: tuple[int, ...] = (),
    ) -> None:  # fmt: skip
        super().__init__(what, why=why, remedy=remedy, code=code)
        self.wrong_secrets = wrong_secrets


def start(
    name: str,
    secrets: Mapping[int, bytes | bytearray] | None = None,
    on_progress: Callable[[str], None] | None = None,
) -> None:
    """Start a machine; returns once its guest runs.

    ``secrets`` holds what opens each encrypted disk, by the disk's index in the definition
    (:func:`vmgui.vm.pinning.locked_disks` tells which); they stay the caller's to wipe.
    ``on_progress`` gets sentences. Raises :exc:`StartFailed` or another :exc:`VmguiError`.
    """
    store.load(name)  # a better error than a supervisor's, and sooner
    secrets = secrets or {}
    ours, theirs = socket.socketpair()
    channel = Channel(ours)
    try:
        with theirs:
            _spawn(name, theirs)
        with suppress(BrokenPipeError, ConnectionResetError):  # told below
            channel.send({"verb": "start", "disks": len(secrets)})
            for index, secret in secrets.items():
                channel.send({"verb": "disk", "index": index}, secret)
        _await_started(channel, name, on_progress)
    finally:
        channel.close()  # before the guest runs, this ends the start


def _spawn(name: str, control: socket.socket) -> None:
    """Leave a supervisor behind; it parts from us by itself (setsid and a second fork)."""
    subprocess.run(
        [sys.executable, "-P", "-m", "vmgui.vm.supervisor", "--control-fd", str(control.fileno()),
         "--", name],
        pass_fds=[control.fileno()],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )  # fmt: skip


def _await_started(
    channel: Channel, name: str, on_progress: Callable[[str], None] | None
) -> None:  # fmt: skip
    while (received := channel.receive()) is not None:
        event = received[0]
        if event["event"] == "progress" and on_progress is not None:
            on_progress(str(event["text"]))
        elif event["event"] == "started":
            return
        elif event["event"] == "failed":
            error = VmguiError.from_dict(event)
            raise StartFailed(
                error.what, why=error.why, remedy=error.remedy, code=error.code,
                wrong_secrets=tuple(event.get("wrong_secrets", ())),
            )  # fmt: skip
    raise StartFailed(
        f"The virtual machine “{name}” could not be started.",
        why="Its supervisor ended without a word.",
        remedy=f"See its log: vmgui vm log {shlex.quote(name)}.",
        code="supervisor",
    )


def status(name: str) -> Status:
    """The state of a machine. Raises :exc:`vmgui.vm.store.NoSuchVm` and :exc:`VmguiError`."""
    return status_of(store.load(name))


def status_of(definition: Definition) -> Status:
    """The same for a definition at hand."""
    places = store.places(definition)
    for _ in range(_PATIENCE):
        try:
            return msgspec.convert(_ask(places, "status", _ANSWER_TIME), Status)
        except TimeoutError:
            return _recorded(places)
        except (OSError, ChannelError):
            if not lock.is_held(places):
                return _last_state(places)
        # Its supervisor is just beginning or just ending.
        time.sleep(0.02)
    return Status("starting")


def _last_state(places: Places) -> Status:
    """What is known of a machine without a supervisor."""
    last = _recorded(places)
    if last.active:
        return Status(
            "crashed",
            since=last.since,
            message="It ended without a word: its supervisor was killed, or the computer "
            "went down.",
        )
    return Status(last.state, last.since, last.message, last.error)


def _recorded(places: Places) -> Status:
    """What the last supervisor wrote down."""
    try:
        return msgspec.json.decode(places.state_file.read_bytes(), type=Status)
    except (OSError, msgspec.MsgspecError):
        return Status()


def list_states() -> dict[str, Status]:
    """The state of every machine whose definition can be read, by name."""
    return {
        entry.name: status_of(entry.definition)
        for entry in store.entries()
        if entry.definition is not None
    }


def request(name: str, verb: Verb) -> dict[str, Any]:
    """Ask the machine's supervisor for something; returns its answer.

    “shutdown” asks the guest to shut down and returns at once; “kill” ends it at once and
    returns when it has ended. Raises :exc:`VmguiError` where it is refused or nothing runs.
    """
    places = store.places(store.load(name))
    try:
        return _ask(places, verb)
    except (OSError, ChannelError):
        raise _not_running(name) from None


def _not_running(name: str) -> VmguiError:
    return VmguiError(
        f"The virtual machine “{name}” is not running.",
        remedy=f"Start it with: vmgui vm start {shlex.quote(name)}.",
        code=_NOT_RUNNING,
    )


def running(name: str) -> Definition | None:
    """What the running machine is: as it was started, with what was changed hot since.

    None where nothing runs. Raises :exc:`vmgui.vm.store.NoSuchVm` and :exc:`VmguiError`.
    """
    try:
        answer = _ask(store.places(store.load(name)), "definition", _ANSWER_TIME)
    except TimeoutError:
        raise VmguiError(
            f"The virtual machine “{name}” does not tell what it is.",
            why="Its supervisor runs, but did not answer: the computer may be very busy.",
            remedy="Try again in a moment.",
            code="no-answer",
        ) from None
    except (OSError, ChannelError):
        return None
    return msgspec.convert(answer["definition"], Definition)


def change(
    name: str, new: Definition, secrets: Mapping[str, bytes | bytearray]
) -> list[dict[str, str]] | None:
    """Have the running machine become like ``new``, and ``new`` stored (see vmgui.vm.changes).

    ``secrets`` opens new disks, by path. Returns what it refused, None where nothing runs.
    Raises :exc:`VmguiError` where nothing was changed.
    """
    places = store.places(store.load(name))
    try:
        sock = _connect(places)
    except OSError:
        if lock.is_held(places):
            raise VmguiError(
                f"The virtual machine “{name}” is just starting or ending.",
                remedy="Try again in a moment.",
                code="starting",
            ) from None
        return None
    with sock:
        channel = Channel(sock)
        try:
            for path, secret in secrets.items():
                if secret:
                    channel.send({"verb": "secret", "path": path}, secret)
            channel.send({"verb": "change", "definition": msgspec.to_builtins(new)})
            received = channel.receive()
        except (OSError, ChannelError):
            received = None
    if received is None:
        raise VmguiError(
            f"The virtual machine “{name}” ended while it was changed.",
            remedy="See what is stored of the change, and try again.",
            code=_NOT_RUNNING,
        )
    answer = received[0]
    if not answer.pop("ok", False):
        raise VmguiError.from_dict(answer)
    refused: list[dict[str, str]] = answer["refused"]
    return refused


def figures(name: str) -> Figures:
    """What the running machine has cost so far; cheap enough to ask once a second.

    Raises :exc:`VmguiError` where nothing runs.
    """
    try:
        answer = _ask(store.places(store.load(name)), "figures", _ANSWER_TIME)
    except (OSError, ChannelError):
        raise _not_running(name) from None
    return msgspec.convert(answer["figures"], Figures)


def wait_stopped(name: str, timeout: float | None = None) -> bool:
    """Wait until the machine's supervisor has ended; False after ``timeout`` seconds."""
    places = store.places(store.load(name))
    try:
        with _connect(places) as sock:
            sock.sendall(b'{"verb":"subscribe"}\n')
            end = None if timeout is None else time.monotonic() + timeout
            while True:
                sock.settimeout(None if end is None else max(0.001, end - time.monotonic()))
                if not sock.recv(65536):
                    break
    except TimeoutError:
        return False
    except OSError:
        pass
    return True


def subscribe(name: str) -> Iterator[Status]:
    """Each state of a running machine, the present one first; ends when its supervisor does."""
    places = store.places(store.load(name))
    try:
        sock = _connect(places)
    except OSError:
        return
    with sock, sock.makefile("rwb") as stream:
        stream.write(b'{"verb":"subscribe"}\n')
        stream.flush()
        for line in stream:
            message = json.loads(line)
            if message.get("event") == "state":
                yield msgspec.convert(message, Status)


def _connect(places: Places) -> socket.socket:
    sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        sock.connect(os.fspath(places.control))
    except BaseException:
        sock.close()
        raise
    return sock


def _ask(places: Places, verb: str, timeout: float | None = None) -> dict[str, Any]:
    """One question, one answer. Raises OSError where nobody answers, :exc:`VmguiError`."""
    with _connect(places) as sock:
        sock.settimeout(timeout)
        channel = Channel(sock)
        channel.send({"verb": verb})
        received = channel.receive()
    if received is None:
        raise ConnectionResetError
    answer = received[0]
    if not answer.pop("ok", False):
        raise VmguiError.from_dict(answer)
    return answer
