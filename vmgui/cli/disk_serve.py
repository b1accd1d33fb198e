"""``vmgui disk serve``"""

from __future__ import annotations

import fcntl
import os
import signal
import sys
from pathlib import Path

import click

from vmgui.backend.client import BackendProcess
from vmgui.backend.plugin_watch import how_it_ended
from vmgui.cli.secrets import DiskSecret, disk_secret_options
from vmgui.errors import VmguiError

_STOP = {signal.SIGTERM, signal.SIGINT}
# The backend has ended, or tells something.
_NEWS = {signal.SIGCHLD, signal.SIGIO}


@click.command(
    name="serve", epilog="Example: vmgui disk serve data.vmg --socket /run/user/1000/data.sock"
)
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--socket",
    "socket_path",
    required=True,
    type=click.Path(path_type=Path),
    help="Where to listen: a Unix socket that must not exist yet.",
)
@click.option("--read-only", is_flag=True, help="Let nobody write.")
@disk_secret_options
def command(path: Path, socket_path: Path, read_only: bool, secret: DiskSecret) -> None:
    """Serve the disk PATH in plain over NBD, to your own programs only, until SIGTERM or Ctrl-C.

    Then use it with qemu-img, nbdcopy, nbdfuse, guestfish …: nbd+unix:///?socket=SOCKET
    """
    secrets = secret.read(path)
    signal.signal(signal.SIGTERM, _give_up)
    signal.pthread_sigmask(signal.SIG_BLOCK, _NEWS)
    backend = BackendProcess.start(
        path,
        socket_path,
        secret=secrets[0] if secrets else None,
        read_only=read_only,
        label="vmgui disk serve",
        peer="uid",
    )
    # From here on, both signals end the wait below and nothing else.
    signal.pthread_sigmask(signal.SIG_BLOCK, _STOP)
    for each in secrets:
        each[:] = bytes(len(each))
    for warning in backend.ready["warnings"]:
        click.echo(f"Warning: {warning}", err=True)
    click.echo(f"Serving {path} at nbd+unix:///?socket={socket_path.absolute()}")
    sys.stdout.flush()
    _signal_news(backend.control.sock.fileno())
    while True:
        for event in backend.events():
            click.echo(f"{path}: {event.get('what', '')}", err=True)
        if backend.poll() is not None:
            raise VmguiError(
                f"Serving {path} ended unexpectedly.",
                why=_why(backend),
                remedy="Start it again; what was acknowledged is in the file.",
            )
        if signal.sigwait({*_STOP, *_NEWS}) in _STOP:
            break
    backend.stop()


def _signal_news(fd: int) -> None:
    """Get SIGIO for what the backend tells, so that there is one thing to wait for."""
    fcntl.fcntl(fd, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(fd, fcntl.F_SETFL, fcntl.fcntl(fd, fcntl.F_GETFL) | os.O_ASYNC)


def _give_up(number: int, frame: object) -> None:
    """A disk that does not open may be given up, as with Ctrl-C."""
    raise KeyboardInterrupt


def _why(backend: BackendProcess) -> str:
    plugin = f" with the plug-in “{backend.plugin}”" if backend.plugin else ""
    return f"Its backend{plugin} ended ({how_it_ended(backend.wait())})."
