"""``vmgui vm pause``"""

from __future__ import annotations

import click

from vmgui.vm import client


@click.command(name="pause", epilog="Example: vmgui vm pause debian")
@click.argument("name")
def command(name: str) -> None:
    """Stop the processors of NAME; it stays in memory, and can be resumed."""
    client.request(name, "pause")
    click.echo(f"“{name}” is paused.")
