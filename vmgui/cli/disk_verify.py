"""``vmgui disk verify``"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from vmgui.cli.progress import ProgressLine
from vmgui.cli.secrets import DiskSecret, disk_secret_options
from vmgui.job import run
from vmgui.vm.size import format_size


@click.command(name="verify", epilog="Example: vmgui disk verify data.vmg")
@click.argument("path", type=click.Path(path_type=Path))
@disk_secret_options
def command(path: Path, secret: DiskSecret) -> None:
    """Read all of the disk PATH. Exit status 0 only when everything reads well.

    A plug-in without authentication (aes-xts) can't notice a changed sector: then this finds what
    the drive can't read, and nothing else.
    """
    with ProgressLine() as progress:
        result = run("verify", {"path": str(path)}, secret.read(path), progress)
    for warning in result["warnings"]:
        click.echo(f"Warning: {warning}", err=True)
    for bad in result["bad"]:
        click.echo(f"Sector {bad['sector']}: {bad['why']}.", err=True)
    if result["bad_sectors"]:
        count = result["bad_sectors"]
        sectors = "1 sector" if count == 1 else f"{count} sectors"
        click.echo(f"vmgui: {sectors} of {path} can't be read.", err=True)
        sys.exit(1)
    click.echo(f"All of {path} reads well ({format_size(result['read_bytes'])} in use).")
    if result["warnings"]:
        sys.exit(1)
