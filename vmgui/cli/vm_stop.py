"""``vmgui vm stop``"""

from __future__ import annotations

import shlex

import click

from vmgui.errors import VmguiError
from vmgui.vm import client


@click.command(name="stop", epilog="Example: vmgui vm stop debian")
@click.argument("name")
@click.option("--force", is_flag=True, help="End it at once, like pulling the plug.")
@click.option(
    "--timeout",
    type=click.FloatRange(0),
    default=60,
    show_default=True,
    metavar="SECONDS",
    help="How long to wait for the guest.",
)
def command(name: str, force: bool, timeout: float) -> None:
    """Ask the guest of NAME to shut down, as its power button does, and wait until it has.

    A guest without an operating system doesn't react; --force ends it anyway.
    """
    if not client.status(name).active:
        click.echo(f"“{name}” is not running.", err=True)
        return
    client.request(name, "kill" if force else "shutdown")
    if not client.wait_stopped(name, None if force else timeout):
        raise VmguiError(
            f"“{name}” has not shut down within {timeout:g} seconds.",
            why="Its guest may still be at it, ask something on its screen, or not listen.",
            remedy=f"Wait, or end it with: vmgui vm stop --force {shlex.quote(name)}",
            code="still-running",
        )
    click.echo(f"“{name}” has stopped.")
