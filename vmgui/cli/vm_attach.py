"""``vmgui vm attach``"""

from __future__ import annotations

from pathlib import Path

import click

from vmgui.vm import client, pinning, store
from vmgui.vm.definition import BUS_NAMES, Bus


@click.command(name="attach", epilog="Example: vmgui vm attach debian data.vmg --bus scsi")
@click.argument("name")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--bus", type=click.Choice(BUS_NAMES), default="virtio", show_default=True)
@click.option("--read-only", is_flag=True, help="The guest can't write to it.")
@click.option("--boot", type=int, help="Its place in the order of starting: 1 comes first.")
def command(name: str, path: Path, bus: Bus, read_only: bool, boot: int | None) -> None:
    """Give NAME one more disk, PATH; it is remembered as it is now."""
    definition = store.update(
        name,
        lambda old: pinning.attach(old, path, bus=bus, read_only=read_only, boot=boot),
    )
    later = " It is seen from the next start on." if client.status_of(definition).active else ""
    click.echo(f"Attached {path} to “{name}”.{later}")
