"""``vmgui vm``: virtual machines."""

from __future__ import annotations

import click

from vmgui.cli.lazy import LazyGroup


@click.group(
    name="vm",
    cls=LazyGroup,
    verbs={
        "create": ("vmgui.cli.vm_create", "Define a new virtual machine."),
        "start": ("vmgui.cli.vm_start", "Start one, unlocking its disks."),
        "stop": ("vmgui.cli.vm_stop", "Ask its guest to shut down, or end it by force."),
        "pause": ("vmgui.cli.vm_pause", "Stop its processors for a while."),
        "resume": ("vmgui.cli.vm_resume", "Let them run on."),
        "reset": ("vmgui.cli.vm_reset", "Press its reset button."),
        "list": ("vmgui.cli.vm_list", "All virtual machines and their states."),
        "show": ("vmgui.cli.vm_show", "Everything about one."),
        "log": ("vmgui.cli.vm_log", "What happened to it, or what its guest printed."),
        "set": ("vmgui.cli.vm_set", "Change it: memory, CD, network, …; also while it runs."),
        "figures": ("vmgui.cli.vm_figures", "What a running one has cost so far."),
        "attach": ("vmgui.cli.vm_attach", "Give it one more disk."),
        "detach": ("vmgui.cli.vm_detach", "Take a disk away from it; the disk stays as it is."),
        "accept": ("vmgui.cli.vm_accept", "Accept that its disks have changed."),
        "copy": ("vmgui.cli.vm_copy", "Define another like it, without its disks."),
        "rename": ("vmgui.cli.vm_rename", "Give it another name."),
        "remove": ("vmgui.cli.vm_remove", "Take it out of the library; can be undone."),
        "restore": ("vmgui.cli.vm_restore", "Put back one that was removed."),
        "delete": ("vmgui.cli.vm_delete", "Forget it; its disks stay."),
        "command": ("vmgui.cli.vm_command", "The QEMU command line that runs it."),
    },
)
def command() -> None:
    """Virtual machines. One that was started runs on by itself, with or without a window.

    Definitions are TOML files that can be edited: vmgui vm show NAME tells where.
    """
