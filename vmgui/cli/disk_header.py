"""``vmgui disk header``: backup, restore, repair."""

from __future__ import annotations

from pathlib import Path

import click

from vmgui.cli.progress import ProgressLine
from vmgui.cli.secrets import DiskSecret, disk_secret_options
from vmgui.job import run

_path = click.argument("path", type=click.Path(path_type=Path))
_file = click.argument("file", type=click.Path(path_type=Path))


@click.group(name="header")
def command() -> None:
    """A disk's header: without it the data is lost, so keep a backup elsewhere."""


@command.command(name="backup", epilog="Example: vmgui disk header backup data.vmg data.header")
@_path
@_file
def backup(path: Path, file: Path) -> None:
    """Copy the header of the disk PATH into the new FILE. Needs no passphrase.

    FILE opens the disk with each passphrase that the disk has now, also after it was changed.
    """
    run("header-backup", {"path": str(path), "file": str(file)})
    click.echo(f"The header of {path} is in {file}. Keep it on another drive.")


@command.command(name="restore", epilog="Example: vmgui disk header restore data.vmg data.header")
@_path
@_file
@disk_secret_options
def restore(path: Path, file: Path, secret: DiskSecret) -> None:
    """Put the header in FILE back onto the disk PATH, after opening it with the passphrase."""
    with ProgressLine() as progress:
        secrets = secret.read_for_backup(file)
        run("header-restore", {"path": str(path), "file": str(file)}, secrets, progress)
    click.echo(
        f"Restored the header of {path}. A virtual machine that uses it asks you to accept that: "
        "vmgui vm accept NAME"
    )


@command.command(name="repair", epilog="Example: vmgui disk header repair data.vmg")
@_path
@disk_secret_options
def repair(path: Path, secret: DiskSecret) -> None:
    """Write both copies of the header of the disk PATH from the good one."""
    with ProgressLine() as progress:
        run("header-repair", {"path": str(path)}, secret.read(path), progress)
    click.echo(f"Both copies of the header of {path} are good.")
