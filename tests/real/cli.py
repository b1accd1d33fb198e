"""Running the installed ``vmgui`` command as a person's script would."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

VMGUI = str(Path(sys.executable).with_name("vmgui"))


def vmgui(
    *words: str | Path,
    secret: bytes | None = None,
    new_secret: bytes | None = None,
    status: int = 0,
    command: str = VMGUI,
    prefix: tuple[str, ...] = (),
) -> subprocess.CompletedProcess[str]:
    """Run ``vmgui words…`` and check its exit status.

    Secrets are given through pipes; without a terminal nothing can be asked for.
    """
    arguments = [*prefix, command, *map(str, words)]
    fds = []
    for name, value in (("--passphrase-fd", secret), ("--new-passphrase-fd", new_secret)):
        if value is not None:
            fds.append(pipe(value))
            arguments += [name, str(fds[-1])]
    done = subprocess.run(
        arguments,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        pass_fds=fds,
        start_new_session=True,
        check=False,
    )
    for fd in fds:
        os.close(fd)
    assert done.returncode == status, f"{arguments}: {done.returncode}\n{done.stdout}{done.stderr}"
    assert "Traceback" not in done.stderr
    return done


def pipe(content: bytes) -> int:
    """The reading end of a pipe that holds ``content``."""
    reading, writing = os.pipe()
    os.write(writing, content)
    os.close(writing)
    return reading
