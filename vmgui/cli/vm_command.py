"""``vmgui vm command``"""

from __future__ import annotations

import shlex

import click

from vmgui.vm import qemu, store
from vmgui.vm.host import choose
from vmgui.vm.trusted import settled


@click.command(name="command", epilog="Example: vmgui vm command debian")
@click.argument("name")
def command(name: str) -> None:
    """The QEMU command line that runs NAME, one argument a line.

    To read and to compare: it needs the sockets of the disks' backends, and QMP at descriptor 3.
    """
    definition = settled(store.load(name))
    arguments = qemu.command(definition, choose(definition), store.places(definition), qmp_fd=3)
    text = shlex.quote(arguments[0])
    for argument in arguments[1:]:
        text += (" \\\n  " if argument.startswith("-") else " ") + shlex.quote(argument)
    click.echo(text)
