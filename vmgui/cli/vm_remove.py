"""``vmgui vm remove``"""

from __future__ import annotations

import shlex

import click

from vmgui.vm import trash


@click.command(name="remove", epilog="Example: vmgui vm remove debian")
@click.argument("name")
def command(name: str) -> None:
    """Take NAME out of the library. It can be put back for 30 days; its disks stay."""
    trash.remove(name)
    undo = f"vmgui vm restore {shlex.quote(name)}"
    click.echo(f"Removed “{name}”. Its disks are where they were. Undo: {undo}")
