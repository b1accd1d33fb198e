"""``vmgui vm log``"""

from __future__ import annotations

import shutil
import sys

import click

from vmgui.vm import store


@click.command(name="log", epilog="Example: vmgui vm log debian --serial")
@click.argument("name")
@click.option("--serial", is_flag=True, help="What the guest wrote to its serial line instead.")
def command(name: str, serial: bool) -> None:
    """What happened in the last run of NAME, followed by QEMU's and the disks' own words."""
    places = store.places(store.load(name))
    if serial:
        if places.serial_log.exists():
            with places.serial_log.open("rb") as file:
                shutil.copyfileobj(file, sys.stdout.buffer)
                sys.stdout.buffer.flush()
        return
    if not places.log.exists():
        click.echo(f"“{name}” has not been started yet.", err=True)
        return
    for title, path in (
        ("", places.log),
        ("QEMU said:", places.qemu_log),
        ("The disks' backends said:", places.backend_log),
    ):
        text = path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
        if text and title:
            click.echo(f"\n{title}")
        click.echo(text, nl=False)
