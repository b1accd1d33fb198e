"""``vmgui demo``"""

from __future__ import annotations

from pathlib import Path

import click

from vmgui.demo.play import play
from vmgui.demo.report import Report


@click.command(name="demo", epilog="Example: vmgui demo --keep /tmp/demo")
@click.option(
    "--keep",
    is_flag=False,
    flag_value="",
    metavar="[DIR]",
    help="Leave everything for a look, in DIR or in a new folder below /tmp.",
)
def command(keep: str | None) -> None:
    """Do the whole job once with two small machines, and prove it.

    Creates a PC and an Arm machine with two encrypted disks each, runs both at once, stops them,
    starts them again, and shows that the guests found their data and the host has none of it. It
    takes about half a minute, needs nobody, and touches neither your machines nor your keyring.
    """
    play(Report(), keep=keep is not None, folder=Path(keep) if keep else None)
