"""``vmgui vm detach``"""

from __future__ import annotations

from pathlib import Path

import click

from vmgui.vm import client, pinning, store


@click.command(name="detach", epilog="Example: vmgui vm detach debian data.vmg")
@click.argument("name")
@click.argument("path", type=click.Path(path_type=Path))
def command(name: str, path: Path) -> None:
    """Take the disk PATH away from NAME. The disk itself stays as it is."""
    definition = store.update(name, lambda old: pinning.detach(old, path))
    later = " A guest that runs keeps it." if client.status_of(definition).active else ""
    click.echo(f"Detached {path} from “{name}”.{later}")
