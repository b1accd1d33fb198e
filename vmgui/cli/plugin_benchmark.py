"""``vmgui plugin benchmark``"""

from __future__ import annotations

import json
import sys

import click
import msgspec

from vmgui.cli.progress import ProgressLine
from vmgui.errors import VmguiError
from vmgui.job.benchmark import benchmark
from vmgui.plugin import speed as speeds
from vmgui.plugin.found import Plugin, by_name, scan
from vmgui.plugin.speed import Speed


@click.command(name="benchmark", epilog="Example: vmgui plugin benchmark aes-xts")
@click.argument("names", metavar="[NAME…]", nargs=-1)
@click.option("--again", is_flag=True, help="Measure also what is known.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def command(names: tuple[str, ...], again: bool, as_json: bool) -> None:
    """How fast plug-ins are here: all that may run, or those named.

    In memory, with one thread; a disk adds its own time. What was measured is remembered until this
    computer, vmgui or the plug-in changes.
    """
    plugins = [by_name(name) for name in names] or [
        each for each in scan()[0] if each.approved and each.measurable
    ]
    rows = []
    failed = False
    for plugin in plugins:
        try:
            speed = None if again else speeds.known(plugin)
            speed = speed or _measure(plugin)
        except VmguiError as error:
            if len(plugins) == 1 and not as_json:
                raise
            failed = True
            rows.append({"name": plugin.manifest.name, **error.as_dict()})
            click.echo(f"vmgui: {error}", err=True)
            continue
        rows.append({"name": plugin.manifest.name, **msgspec.to_builtins(speed)})
        if not as_json:
            click.echo(f"{plugin.manifest.name:<20}{_line(speed)}")
    if as_json:
        click.echo(json.dumps(rows, indent=2))
    if failed:
        sys.exit(1)


def _measure(plugin: Plugin) -> Speed:
    if not plugin.measurable:
        raise VmguiError(
            f"The plug-in “{plugin.manifest.name}” can't be measured by itself.",
            why="It is no cipher, but the format of a whole disk.",
            remedy="Measure a disk of it: vmgui disk serve, and any NBD client.",
            code="not-supported",
        )
    with ProgressLine() as progress:
        return benchmark(plugin, progress)


def _line(speed: Speed) -> str:
    return (
        f"4 KiB: {speed.encrypt_4k:>6.0f} MB/s encrypting, {speed.decrypt_4k:>6.0f} decrypting   "
        f"1 MiB: {speed.encrypt_1m:>6.0f} MB/s encrypting, {speed.decrypt_1m:>6.0f} decrypting"
        f"{'   ' + speed.detail if speed.detail else ''}"
    )
