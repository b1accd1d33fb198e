"""``vmgui vm resume``"""

from __future__ import annotations

import click

from vmgui.vm import client


@click.command(name="resume", epilog="Example: vmgui vm resume debian")
@click.argument("name")
def command(name: str) -> None:
    """Let the processors of NAME run on."""
    client.request(name, "resume")
    click.echo(f"“{name}” is running.")
