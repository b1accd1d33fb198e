"""A bare driver for vhost-user-blk devices, in C: it costs less than any device it measures."""

from __future__ import annotations

import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import NamedTuple

_SOURCE = Path(__file__).with_name("client.c")


class Measured(NamedTuple):
    """Requests a second, and how busy the client itself was (1.0: all the time)."""

    rate: float
    busy: float


@cache
def _program() -> Path:
    folder = tempfile.mkdtemp(prefix="vmgui-bench-")
    program = Path(folder) / "client"
    subprocess.run(["cc", "-O2", "-o", program, _SOURCE], check=True)
    return program


class Client:
    """A driver of the device that is served at ``path``, whose first ``size`` bytes it uses.

    Making it fills them with random data.
    """

    def __init__(self, path: Path, size: int) -> None:
        self._process = subprocess.Popen(
            [_program(), path, str(size)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._line()

    def run(
        self,
        operation: str,
        length: int,
        depth: int,
        seconds: float,
        *,
        seed: int,
        spin: bool = False,
    ) -> Measured:
        """Keep ``depth`` requests ("read" or "write", at most 32) under way for so long.

        Those of up to 4 KiB go to random places, longer ones (up to 1 MiB) follow each other.
        With ``spin`` the driver never sleeps.
        """
        assert self._process.stdin is not None
        print(operation, length, depth, seconds, seed, int(spin), file=self._process.stdin)
        self._process.stdin.flush()
        rate, busy = map(float, self._line().split())
        return Measured(rate, busy)

    def close(self) -> None:
        """Disconnect."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("The server hung up.")
        return line
