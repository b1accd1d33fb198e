"""``vmgui vm copy``"""

from __future__ import annotations

import shlex

import click

from vmgui.vm import store


@click.command(name="copy", epilog="Example: vmgui vm copy debian test")
@click.argument("name")
@click.argument("new")
def command(name: str, new: str) -> None:
    """Define the virtual machine NEW like NAME, without its disks.

    Two machines can't have the same disk open at once. NEW is a machine of its own: another
    network address, its own firmware variables and TPM.
    """
    store.copy(name, new)
    click.echo(f"“{new}” is like “{name}”, without its disks.")
    click.echo(f"Give it one with: vmgui vm attach {shlex.quote(new)} DISK")
