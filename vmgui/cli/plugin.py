"""``vmgui plugin``: the encryption plug-ins on this computer."""

from __future__ import annotations

import json

import click

from vmgui.plugin import trust
from vmgui.plugin.found import Plugin, by_name, scan


@click.group(name="plugin")
def command() -> None:
    """The encryption plug-ins on this computer."""


@command.command(name="list", epilog="Example: vmgui plugin list --json")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def list_(as_json: bool) -> None:
    """All plug-ins, from their manifests: nothing of theirs is run."""
    plugins, unusable = scan()
    if as_json:
        rows = [_row(plugin) for plugin in plugins]
        rows += [{"name": bad.name, "available": False, "why": bad.why} for bad in unusable]
        click.echo(json.dumps(rows, indent=2))
        return
    for plugin in plugins:
        manifest = plugin.manifest
        state = "" if plugin.approved else "  NOT APPROVED"
        click.echo(f"{manifest.name}  {manifest.version}  {manifest.title}{state}")
        click.echo(f"    {manifest.summary}")
    for bad in unusable:
        click.echo(f"{bad.name}  can't be used: {bad.why}")


@command.command(name="show", epilog="Example: vmgui plugin show aes-xts")
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def show(name: str, as_json: bool) -> None:
    """One plug-in with its options, publisher and the hash of its files."""
    plugin = by_name(name)
    row = _row(plugin)
    if as_json:
        click.echo(json.dumps(row, indent=2))
        return
    for key, value in row.items():
        if key != "options":
            click.echo(f"{key + ':':<15}{value}")
    for key, option in plugin.manifest.options.items():
        choices = f" (one of {', '.join(map(str, option.choices))})" if option.choices else ""
        click.echo(f"--option {key}={option.default}{choices}: {option.title}")


@command.command(name="approve", epilog="Example: vmgui plugin approve acme-cipher")
@click.argument("name")
@click.option("--yes", is_flag=True, help="Don't ask.")
def approve(name: str, yes: bool) -> None:
    """Let a plug-in that did not come with vmgui run, for the disks that name it.

    Its code will see the data and a key of those disks. A change of its files asks again.
    """
    plugin = by_name(name)
    manifest = plugin.manifest
    if plugin.approved:
        click.echo(f"{name} is approved already.")
        return
    click.echo(f"{manifest.title} {manifest.version} by {manifest.publisher}")
    click.echo(f"Files: {plugin.folder}\nSHA-256: {plugin.digest}")
    if not yes:
        click.confirm("Let it run?", abort=True)
    trust.approve(manifest.id, trust.Approval(manifest.name, manifest.version, plugin.digest))
    click.echo(f"{name} is approved.")


@command.command(name="revoke", epilog="Example: vmgui plugin revoke acme-cipher")
@click.argument("name")
def revoke(name: str) -> None:
    """Take an approval back."""
    plugin = by_name(name)
    trust.revoke(plugin.manifest.id)
    came = " It came with vmgui, and needs none." if plugin.bundled else ""
    click.echo(f"{name} has no approval now.{came}")


def _row(plugin: Plugin) -> dict[str, object]:
    manifest = plugin.manifest
    return {
        "name": manifest.name,
        "id": str(manifest.id),
        "title": manifest.title,
        "summary": manifest.summary,
        "version": manifest.version,
        "publisher": manifest.publisher,
        "licence": manifest.licence,
        "encrypts": manifest.cipher.encrypts,
        "authenticated": manifest.cipher.authenticated,
        "sector_sizes": manifest.cipher.sector_sizes,
        "options": {key: option.default for key, option in manifest.options.items()},
        "approved": plugin.approved,
        "available": True,
        "bundled": plugin.bundled,
        "sha256": plugin.digest,
        "folder": str(plugin.folder),
    }
