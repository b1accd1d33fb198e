"""``vmgui vm delete``"""

from __future__ import annotations

import click

from vmgui.errors import VmguiError
from vmgui.vm import store
from vmgui.vm.definition import DefinitionError


@click.command(name="delete", epilog="Example: vmgui vm delete debian")
@click.argument("name")
def command(name: str) -> None:
    """Forget the stopped virtual machine NAME: definition, firmware variables and logs.

    Its disks stay where they are.
    """
    try:
        disks = [disk.path for disk in store.load(name).disks]
    except DefinitionError:
        disks = []
        if not store.exists(name):
            raise
    try:
        store.delete(name)
    except OSError as error:
        raise VmguiError(f"“{name}” can't be deleted.", why=f"{error.strerror}.") from None
    kept = f" Its disks are kept: {', '.join(disks)}." if disks else ""
    click.echo(f"Deleted “{name}”.{kept}")
