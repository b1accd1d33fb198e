"""``vmgui disk key``: add, change, remove, recovery."""

from __future__ import annotations

import os
from pathlib import Path

import click

from vmgui.cli.progress import ProgressLine
from vmgui.cli.secrets import DiskSecret, NewSecret, another_secret_options, disk_secret_options
from vmgui.disk.kdf import DEFAULT_SECONDS
from vmgui.job import run
from vmgui.job.header import read_header

_path = click.argument("path", type=click.Path(path_type=Path))
_unlock_time = click.option(
    "--unlock-time", type=click.FloatRange(0, 60), default=DEFAULT_SECONDS, metavar="SECONDS"
)


@click.group(name="key")
def command() -> None:
    """Who can open a disk: passphrases, key files and recovery keys, up to 32 at once."""


@command.command(name="add", epilog="Example: vmgui disk key add data.vmg --new-key-file stick.key")
@_path
@_unlock_time
@disk_secret_options
@another_secret_options
def add(path: Path, unlock_time: float, secret: DiskSecret, new: NewSecret) -> None:
    """Let another passphrase or key file open the disk PATH, too."""
    secrets = [*secret.read(path), new.read("New passphrase")]
    params = {"path": str(path), "kind": new.kind, "unlock_seconds": unlock_time}
    with ProgressLine() as progress:
        slot = run("key-add", params, secrets, progress)["slot"]
    click.echo(f"Added: key slot {slot} of {path}.")


@command.command(name="change", epilog="Example: vmgui disk key change data.vmg")
@_path
@_unlock_time
@disk_secret_options
@another_secret_options
def change(path: Path, unlock_time: float, secret: DiskSecret, new: NewSecret) -> None:
    """Replace the passphrase or key file that is given by a new one."""
    secrets = [*secret.read(path), new.read("New passphrase")]
    params = {"path": str(path), "kind": new.kind, "unlock_seconds": unlock_time}
    with ProgressLine() as progress:
        slot = run("key-change", params, secrets, progress)["slot"]
    new.replace_remembered(str(read_header(path).header.disk), path, secrets[-1])
    click.echo(f"Changed: it is key slot {slot} of {path} now.")


@command.command(name="remove", epilog="Example: vmgui disk key remove data.vmg --slot 1")
@_path
@click.option("--slot", type=int, help="The key slot to close (that of the given passphrase).")
@disk_secret_options
def remove(path: Path, slot: int | None, secret: DiskSecret) -> None:
    """Close a key slot of the disk PATH; never the last one.

    Header backups made earlier still open with what is removed here: remove those, too.
    """
    with ProgressLine() as progress:
        params = {"path": str(path), "slot": slot}
        number = run("key-remove", params, secret.read(path), progress)["slot"]
    click.echo(f"Removed: key slot {number} of {path}.")


@command.command(
    name="recovery", epilog="Example: vmgui disk key recovery data.vmg --output sheet.txt"
)
@_path
@_unlock_time
@click.option(
    "--output", type=click.Path(path_type=Path), help="A file for the sheet to print (0600)."
)
@disk_secret_options
def recovery(path: Path, unlock_time: float, output: Path | None, secret: DiskSecret) -> None:
    """Add a recovery key to the disk PATH: 24 words to write down or print.

    Type them wherever the disk's passphrase is asked for.
    """
    from vmgui.secret import recovery as words

    key = words.new()
    secrets = [*secret.read(path), key.secret()]
    params = {"path": str(path), "kind": "recovery", "unlock_seconds": unlock_time}
    with ProgressLine() as progress:
        slot = run("key-add", params, secrets, progress)["slot"]
    sheet = words.printable(key.words, path.name, str(read_header(path).header.disk))
    if output is None:
        click.echo(sheet)
    else:
        fd = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(fd, "w", encoding="utf-8") as file:
            file.write(sheet)
        click.echo(f"The recovery key of {path} is in {output}: print it, then delete the file.")
    click.echo(f"It is key slot {slot}.", err=True)
