"""``vmgui vm accept``"""

from __future__ import annotations

import sys

import click

from vmgui.errors import VmguiError
from vmgui.vm import pinning, store


@click.command(name="accept", epilog="Example: vmgui vm accept debian")
@click.argument("name")
@click.option("--yes", is_flag=True, help="Don't ask.")
def command(name: str, yes: bool) -> None:
    """Accept that disks of NAME have changed: a restored backup, a disk made anew.

    Only do so where you know why: this is how somebody would slip in another disk.
    """
    definition = store.load(name)
    changes = pinning.changes(definition)
    if not changes:
        click.echo(f"Nothing about the disks of “{name}” has changed.")
        return
    for index, sentences in changes.items():
        click.echo(f"{definition.disks[index].path}:")
        for sentence in sentences:
            click.echo(f"  {sentence}")
    if not yes:
        if not sys.stdin.isatty():
            raise VmguiError(
                "Nothing was accepted.",
                why="There is no terminal to ask at.",
                remedy="Look at the changes above; if they are yours, repeat with --yes.",
            )
        click.confirm("Were these changes yours?", abort=True)
    # What is accepted is what was shown, unless somebody is very quick.
    store.update(name, lambda old: pinning.accept(definition) if old == definition else old)
    if pinning.changes(store.load(name)):
        raise VmguiError("The definition has changed meanwhile.", remedy="Try again.")
    click.echo("Accepted.")
