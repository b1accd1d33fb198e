"""``vmgui vm reset``"""

from __future__ import annotations

import click

from vmgui.vm import client


@click.command(name="reset", epilog="Example: vmgui vm reset debian")
@click.argument("name")
def command(name: str) -> None:
    """Press the reset button of NAME: its guest starts anew, unsaved data is lost."""
    client.request(name, "reset")
    click.echo(f"“{name}” is starting anew.")
