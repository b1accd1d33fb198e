"""``python -m vmgui.backend``: started by :mod:`vmgui.backend.client`, never by a person."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import socket
import sys
from pathlib import Path
from typing import TextIO

from vmgui.backend.process import Order, run
from vmgui.channel import Channel


def main() -> int:
    """Serve the disk that the command line names. It holds no secrets: everybody can read it."""
    # A parent that waits for signals may have blocked them, which we would inherit.
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    parser = argparse.ArgumentParser(prog="vmgui.backend", description=__doc__)
    parser.add_argument("disk", type=Path)
    parser.add_argument("--socket", type=Path, required=True)
    parser.add_argument("--control-fd", type=int, required=True)
    parser.add_argument("--read-only", action="store_true")
    parser.add_argument("--transport", choices=("nbd", "vhost-user"), default="nbd")
    # Names the holder of the disk's lock, which others read from our command line.
    parser.add_argument("--label", default="")
    arguments = parser.parse_args()
    logging.basicConfig(
        level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s", stream=_own_log()
    )
    order = Order(
        arguments.disk, arguments.socket, arguments.read_only, arguments.transport
    )  # fmt: skip
    return run(order, Channel(socket.socket(fileno=arguments.control_fd)))


def _own_log() -> TextIO:
    """The log, and from then on standard error is nobody's.

    A plug-in may print, also from its native code; that is none of our messages, and it might be
    a key.
    """
    stream = os.fdopen(os.dup(sys.stderr.fileno()), "w", buffering=1, errors="backslashreplace")
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, sys.stderr.fileno())
    os.close(null)
    return stream


if __name__ == "__main__":
    sys.exit(main())
