"""``python -m vmgui.vm.supervisor --control-fd N -- NAME``"""

from __future__ import annotations

import argparse
import os
import socket
import sys


def _part_from_the_starter() -> None:
    """Become nobody's child, without a terminal: the starter need not wait for us."""
    if os.fork():
        os._exit(0)
    os.setsid()
    os.chdir("/")


def main() -> int:
    """Read the command line, part, and run."""
    parser = argparse.ArgumentParser(prog="vmgui.vm.supervisor")
    parser.add_argument("--control-fd", type=int, required=True)
    parser.add_argument("name")
    order = parser.parse_args()
    _part_from_the_starter()

    from vmgui.channel import Channel
    from vmgui.vm.supervisor.process import run

    return run(order.name, Channel(socket.socket(fileno=order.control_fd)))


sys.exit(main())
