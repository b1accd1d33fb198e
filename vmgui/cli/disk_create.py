"""``vmgui disk create``"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from vmgui.api import ManifestError, OptionValue
from vmgui.cli.progress import ProgressLine
from vmgui.cli.secrets import NewSecret, new_secret_options
from vmgui.disk.kdf import DEFAULT_SECONDS
from vmgui.errors import VmguiError
from vmgui.job import run
from vmgui.plugin import ranking
from vmgui.plugin.found import Plugin, by_name
from vmgui.vm.size import format_size, parse_size


@click.command(
    name="create",
    epilog="Example: vmgui disk create data.vmg --size 20G",
)
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--size", required=True, help="Size that the guest sees, such as 512M or 20G.")
@click.option(
    "--plugin", "name", help="Encryption plug-in; see vmgui plugin list for all and the default."
)
@click.option("--option", "options", multiple=True, metavar="K=V", help="One of its options.")
@click.option("--sector-size", type=click.Choice(["4096", "512"]), default="4096")
@click.option(
    "--unlock-time",
    type=click.FloatRange(0, 60),
    default=DEFAULT_SECONDS,
    metavar="SECONDS",
    help="How long opening takes here, and each guess of an attacker at least (1).",
)
@click.option("--fill", is_flag=True, help="Fill it with random bytes: hides what is in use.")
@click.option("--remember", is_flag=True, help="Keep the passphrase in the keyring.")
@new_secret_options
def command(
    path: Path,
    size: str,
    name: str | None,
    options: tuple[str, ...],
    sector_size: str,
    unlock_time: float,
    fill: bool,
    remember: bool,
    secret: NewSecret,
) -> None:
    """Make the new disk PATH. It takes little room at first and grows as it is used.

    Without --plugin it gets the one recommended of those that came with vmgui, whatever speed was
    measured here: the same on each computer.
    """
    plugin = by_name(name) if name is not None else _default()
    params: dict[str, Any] = {
        "path": str(path.absolute()),
        "size": _size(size),
        "plugin": plugin.manifest.name,
        "options": _options(plugin, options),
        "sector_size": int(sector_size),
        "unlock_seconds": unlock_time,
        "fill": fill,
        "kind": secret.kind,
    }
    if not plugin.manifest.cipher.encrypts:
        secret.refuse("a disk that is not encrypted")
        secrets = []
    else:
        secrets = [secret.read(f"Passphrase for {path.name}")]
    with ProgressLine() as progress:
        result = run("create", params, secrets, progress)
    if remember and secrets:
        secret.remember(result["disk_uuid"], path, secrets[0])
    sentence = f"Created {path}: {format_size(params['size'])}, "
    click.echo(
        sentence + (f"encrypted with {plugin.manifest.title}." if secrets else "NOT encrypted.")
    )


def _default() -> Plugin:
    plugin = ranking.default()
    if plugin is None:
        raise VmguiError(
            "There is no encryption plug-in to take by default.",
            why="None of those that came with vmgui is installed any more.",
            remedy="Name one with --plugin (see vmgui plugin list), or install vmgui again.",
            code="plugin-missing",
        )
    return plugin


def _size(text: str) -> int:
    try:
        return parse_size(text)
    except VmguiError as error:
        raise click.BadParameter(str(error), param_hint="--size") from None


def _options(plugin: Plugin, given: tuple[str, ...]) -> dict[str, OptionValue]:
    result = {}
    for each in given:
        key, equals, value = each.partition("=")
        if not equals:
            raise click.BadParameter(f"“{each}” is not of the form K=V.", param_hint="--option")
        try:
            result[key] = plugin.manifest.parse_option(key, value)
        except ManifestError as error:
            raise click.BadParameter(str(error), param_hint="--option") from None
    return result
