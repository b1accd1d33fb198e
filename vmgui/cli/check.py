"""``vmgui check``"""

from __future__ import annotations

import sys

import click

from vmgui.vm import checks

_MARKS = {"good": "ok", "limited": "limited", "missing": "MISSING"}


@click.command(name="check", epilog="Example: vmgui check")
def command() -> None:
    """What this computer lacks for virtual machines, and how to get it.

    The exit status is 1 where no machine can run.
    """
    found = checks.look()
    for each in found:
        click.echo(f"{_MARKS[each.state]:8} {each.title}: {each.words}")
        if each.remedy and each.state != "good":
            click.echo(f"{'':8} {each.remedy}")
        if each.command:
            click.echo(f"{'':8}   {each.command}")
    sys.exit(any(each.state == "missing" for each in found))
