"""``vmgui vm figures``"""

from __future__ import annotations

import click
import msgspec

from vmgui.vm import client


@click.command(name="figures", epilog="Example: vmgui vm figures debian --json")
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def command(name: str, as_json: bool) -> None:
    """What NAME has cost since it was started: processor, memory, and each disk's traffic.

    The counts only grow: ask twice and take the difference. A disk's processor time is what its
    encryption and transport have cost.
    """
    figures = client.figures(name)
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(figures), indent=2).decode())
        return
    click.echo(f"Processor: {figures.cpu:.1f} s    Memory: {_mib(figures.memory)}")
    for disk in figures.disks:
        click.echo(f"{disk.path}:")
        click.echo(f"  read      {_mib(disk.read_bytes)} in {disk.reads} requests")
        click.echo(f"  written   {_mib(disk.written_bytes)} in {disk.writes} requests")
        click.echo(f"  flushed   {disk.flushes} times")
        click.echo(f"  processor {disk.cpu:.1f} s")


def _mib(size: int) -> str:
    return f"{size / (1 << 20):.1f} MiB"
