"""``vmgui disk drop-journal``"""

from __future__ import annotations

from pathlib import Path

import click

from vmgui.cli.progress import ProgressLine
from vmgui.cli.secrets import DiskSecret, disk_secret_options
from vmgui.job import run


@click.command(name="drop-journal", epilog="Example: vmgui disk drop-journal data.vmg")
@click.argument("path", type=click.Path(path_type=Path))
@disk_secret_options
def command(path: Path, secret: DiskSecret) -> None:
    """Make the disk PATH usable again after its journal was damaged.

    What the guest wrote last before a crash is given up: those sectors are as they were before.
    Copy the file first; restoring a backup is better where there is one.
    """
    with ProgressLine() as progress:
        run("drop-journal", {"path": str(path)}, secret.read(path), progress)
    click.echo(f"The journal of {path} was dropped. Check the guest's file systems.")
