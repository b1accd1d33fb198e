"""``vmgui vm restore``"""

from __future__ import annotations

import click

from vmgui.errors import VmguiError
from vmgui.vm import trash


@click.command(name="restore", epilog="Example: vmgui vm restore debian")
@click.argument("name", required=False)
def command(name: str | None) -> None:
    """Put back NAME, which was removed; without NAME, list what can be put back."""
    there = trash.removed()
    if name is None:
        for each in there:
            click.echo(each.name)
        return
    for each in there:
        if each.name == name:
            trash.restore(each.id)
            click.echo(f"“{name}” is back.")
            return
    raise VmguiError(
        f"There is no removed virtual machine “{name}”.",
        remedy="See what can be put back with: vmgui vm restore.",
        code="trash",
    )
