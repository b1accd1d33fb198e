"""The plug-in in another process: what a restart of a disk's backend does.

``python -m vmgui.api.conformance.restart FD`` reads a task from standard input and writes the
answer to a pipe, both in JSON; what the plug-in prints is thrown away.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from vmgui.api.conformance.fault import Fault
from vmgui.api.conformance.subject import Disk, Sealed, Setting, Subject

_PR_SET_PDEATHSIG = 1  # from linux/prctl.h


@dataclass(frozen=True)
class Told:
    """What the other process says: a run that it decrypted, and what it encrypted itself."""

    plain: bytes
    sealed: list[Sealed]


def elsewhere(disk: Disk, first: int, sealed: Sealed, plain: bytes, times: int = 1) -> Told:
    """Let another process decrypt ``sealed`` and encrypt ``plain`` ``times`` times, at ``first``.

    It has the same key, disk and options. Raises :exc:`Fault` for whatever fails there.
    """
    task = {
        "folder": str(disk.subject.folder),
        "sector_size": disk.size,
        "options": disk.setting.options,
        "key": disk.key.bytes().hex(),  # made up for the test
        "first": first,
        "data": sealed.data.hex(),
        "tags": sealed.tags.hex(),
        "plain": plain.hex(),
        "times": times,
    }
    reading, writing = os.pipe()
    with (
        os.fdopen(reading, "rb") as answer,
        subprocess.Popen(
            [sys.executable, "-P", "-m", "vmgui.api.conformance.restart", str(writing)],
            pass_fds=[writing],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as process,
    ):
        os.close(writing)
        assert process.stdin is not None
        try:
            process.stdin.write(json.dumps(task).encode())
            process.stdin.close()
        except BrokenPipeError:
            pass  # it has ended: its status tells
        text = answer.read()
        status = process.wait()
    if status or not text:
        raise _ended(status)
    told: dict[str, Any] = json.loads(text)
    if "fault" in told:
        raise Fault(f"In another process with the same key: {told['fault']}", told["look"])
    made = [Sealed(bytes.fromhex(data), bytes.fromhex(tags)) for data, tags in told["sealed"]]
    return Told(bytes.fromhex(told["plain"]), made)


def _ended(status: int) -> Fault:
    how = f"by signal {-status} ({signal.Signals(-status).name})" if status < 0 else f"({status})"
    return Fault(
        f"It works once; started in another process, that process ended {how}.",
        "A plug-in is started anew each time that its disk is opened.",
    )


def end_with_parent() -> None:
    """A plug-in that hangs in this process ends with whoever waits for it."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, ctypes.c_ulong(signal.SIGKILL))


def main(fd: int) -> None:
    """Do one task."""
    end_with_parent()
    task = json.load(sys.stdin)
    try:
        answer = _do(task)
    except Fault as fault:
        answer = {"fault": fault.what, "look": fault.look}
    with os.fdopen(fd, "w") as out:
        json.dump(answer, out)


def _do(task: dict[str, Any]) -> dict[str, Any]:
    subject = Subject(Path(task["folder"]))
    key = bytes.fromhex(task["key"])
    setting = Setting(task["sector_size"], task["options"], len(key))
    disk = subject.make(setting, key, UUID(int=5))
    first, plain = task["first"], bytes.fromhex(task["plain"])
    opened = disk.open(first, Sealed(bytes.fromhex(task["data"]), bytes.fromhex(task["tags"])))
    made = [disk.seal(first, plain) for _ in range(task["times"])]
    return {"plain": opened.hex(), "sealed": [(one.data.hex(), one.tags.hex()) for one in made]}


if __name__ == "__main__":
    main(int(sys.argv[1]))
