"""``vmgui disk``: encrypted disks, with or without a virtual machine."""

from __future__ import annotations

import click

from vmgui.cli.lazy import LazyGroup


@click.group(
    name="disk",
    cls=LazyGroup,
    verbs={
        "create": ("vmgui.cli.disk_create", "Make a new disk, encrypted unless told otherwise."),
        "info": ("vmgui.cli.disk_info", "What a disk's header says; needs no passphrase."),
        "serve": ("vmgui.cli.disk_serve", "Let other programs use a disk, through an NBD socket."),
        "verify": ("vmgui.cli.disk_verify", "Read all of a disk and say what can't be read."),
        "key": ("vmgui.cli.disk_key", "Who can open a disk: add, change, remove, recovery."),
        "drop-journal": (
            "vmgui.cli.disk_drop_journal",
            "Open a disk again whose journal was damaged.",
        ),
        "header": ("vmgui.cli.disk_header", "Back up, restore or repair a disk's header."),
    },
)
def command() -> None:
    """Encrypted disks, with or without a virtual machine.

    Wherever a passphrase is needed, --passphrase-fd N reads it from an open file descriptor and
    --key-file F takes a file's bytes; on a terminal it is asked for.
    """
