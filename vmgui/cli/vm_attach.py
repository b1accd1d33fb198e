"""``vmgui vm attach``"""

from __future__ import annotations

from pathlib import Path

import click

from vmgui.cli.secrets import DiskSecret, disk_secret_options
from vmgui.cli.waiting import tell_pending
from vmgui.secret import source
from vmgui.vm import changes, client, pinning, store
from vmgui.vm.definition import BUS_NAMES, TRANSPORT_NAMES, Bus, Definition, Transport

_TRIES = 3


@click.command(name="attach", epilog="Example: vmgui vm attach debian data.vmg --bus scsi")
@click.argument("name")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--bus", type=click.Choice(BUS_NAMES), default="virtio", show_default=True)
@click.option(
    "--transport",
    type=click.Choice(TRANSPORT_NAMES),
    default="auto",
    show_default=True,
    help="How the disk comes to QEMU: in shared memory, or over a socket.",
)
@click.option("--read-only", is_flag=True, help="The guest can't write to it.")
@click.option("--boot", type=int, help="Its place in the order of starting: 1 comes first.")
@disk_secret_options
def command(
    name: str,
    path: Path,
    bus: Bus,
    transport: Transport,
    read_only: bool,
    boot: int | None,
    secret: DiskSecret,
) -> None:
    """Give NAME one more disk, PATH; it is remembered as it is now.

    Where NAME runs it gets the disk at once, which has to be unlocked for that.
    """
    new = pinning.attach(
        store.load(name), path, bus=bus, read_only=read_only, boot=boot, transport=transport
    )
    if client.running(name) is not None and bus != "sata":
        _plug(new, secret)
    else:
        changes.apply(name, new)
    click.echo(f"Attached {path} to “{name}”.")
    tell_pending(name)


def _plug(new: Definition, secret: DiskSecret) -> None:
    """Asks again where a typed passphrase doesn't open the disk."""
    disk = Path(new.disks[-1].path)
    secrets = secret.read(disk)
    try:
        for attempt in range(_TRIES):
            try:
                changes.apply(new.name, new, {str(disk): each for each in secrets})
            except changes.Refused as error:
                last = attempt + 1 == _TRIES
                if secret.given_any or last or not error.wrong_secrets:
                    raise
                click.echo(error.what, err=True)
                secrets.append(
                    source.normalise(source.from_terminal(f"Passphrase for {disk.name}: "))
                )
            else:
                return
    finally:
        for each in secrets:
            source.wipe(each)
