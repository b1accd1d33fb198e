"""The worker's side: ``python -m vmgui.job.worker FD`` does one verb and ends."""

from __future__ import annotations

import importlib
import signal
import socket
import sys
import traceback
from typing import Any

import msgspec

from vmgui.backend.hardening import harden
from vmgui.backend.plugin_watch import tell_parent
from vmgui.channel import Channel
from vmgui.errors import VmguiError
from vmgui.job.progress import Cancelled, Progress
from vmgui.limits import limit_memory

VERBS = (
    "benchmark",
    "create",
    "describe",
    "header-backup",
    "drop-journal",
    "find-text",
    "header-repair",
    "header-restore",
    "key-add",
    "key-change",
    "key-remove",
    "peek",
    "plugin-test",
    "unlock-test",
    "verify",
)


def main(fd: int) -> None:
    """Read the verb, do it, tell the outcome."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group: the parent asks
    harden()
    limit_memory()
    channel = Channel(socket.socket(fileno=fd))
    tell_parent(channel)
    private = None
    try:
        result = _perform(channel)
        private = result.pop("private", None)
        event = {"event": "done", "result": result}
    except Cancelled as error:
        event = {"event": "cancelled", **error.as_dict()}
    except VmguiError as error:
        event = {"event": "failed", **error.as_dict()}
    except Exception as error:  # noqa: BLE001  (the last place to tell of it)
        # The text of a foreign exception may hold anything, secrets included.
        event = {
            "event": "failed",
            **VmguiError(
                "The work was not finished.",
                why=f"vmgui failed with {type(error).__name__}.",
                remedy="Try again; if it happens again, report it.",
                code="internal",
            ).as_dict(),
        }
        traceback.print_exc()  # thrown away, but with VMGUI_DEBUG
    try:
        channel.send(event, private)
    except OSError:
        sys.exit(1)  # the parent is gone, and so is everybody who wanted to know


def _perform(channel: Channel) -> dict[str, Any]:
    first = channel.receive()
    if first is None:
        raise Cancelled
    request = first[0]
    verb = request["verb"]
    if verb not in VERBS:
        raise VmguiError(f"There is no job “{verb}”.")
    secrets = []
    for _ in range(request["secrets"]):
        message = channel.receive()
        if message is None:
            raise Cancelled
        secrets.append(message[1] or bytearray())
    module = importlib.import_module(f"vmgui.job.verbs.{verb.replace('-', '_')}")
    params = msgspec.convert(request["params"], type=module.Params)
    try:
        result: dict[str, Any] = module.run(params, secrets, Progress(channel))
    finally:
        for secret in secrets:
            secret[:] = bytes(len(secret))
    return result


if __name__ == "__main__":
    main(int(sys.argv[1]))
