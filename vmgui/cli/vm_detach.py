"""``vmgui vm detach``"""

from __future__ import annotations

from pathlib import Path

import click

from vmgui.cli.waiting import tell_pending
from vmgui.vm import changes, pinning, store


@click.command(name="detach", epilog="Example: vmgui vm detach debian data.vmg")
@click.argument("name")
@click.argument("path", type=click.Path(path_type=Path))
def command(name: str, path: Path) -> None:
    """Take the disk PATH away from NAME. The disk itself stays as it is.

    Where NAME runs, its guest is asked to let go of the disk, which it should have unmounted.
    """
    changes.apply(name, pinning.detach(store.load(name), path))
    click.echo(f"Detached {path} from “{name}”.")
    tell_pending(name)
