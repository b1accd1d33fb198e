"""``vmgui vm rename``"""

from __future__ import annotations

import click

from vmgui.vm import store


@click.command(name="rename", epilog="Example: vmgui vm rename debian server")
@click.argument("name")
@click.argument("new")
def command(name: str, new: str) -> None:
    """Give the stopped virtual machine NAME the name NEW."""
    store.rename(name, new)
    click.echo(f"“{name}” is now “{new}”.")
