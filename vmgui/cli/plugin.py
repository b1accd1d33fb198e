"""``vmgui plugin``: the encryption plug-ins on this computer."""

from __future__ import annotations

import json
from typing import Any

import click
import msgspec

from vmgui.cli import plugin_new, plugin_test
from vmgui.cli.plugin_benchmark import command as benchmark
from vmgui.plugin import ranking
from vmgui.plugin.found import Plugin, by_name, missing, scan
from vmgui.plugin.ranking import Choice, Choices
from vmgui.plugin.trust import Trust
from vmgui.plugin.trust import revoke as revoke_approval


@click.group(name="plugin")
def command() -> None:
    """The encryption plug-ins on this computer."""


command.add_command(benchmark)
command.add_command(plugin_new.command)
command.add_command(plugin_test.command)


@command.command(name="list", epilog="Example: vmgui plugin list --json")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def list_(as_json: bool) -> None:
    """All plug-ins, the recommended one first. Nothing of theirs is run.

    Speeds are there once measured: vmgui plugin benchmark
    """
    found = ranking.choices()
    if as_json:
        click.echo(json.dumps(_rows(found), indent=2))
        return
    for choice in found.ranked:
        _tell(choice)
    for bad in found.unusable:
        click.echo(f"{bad.name}  CAN'T BE USED\n    {bad.why}\n    {bad.folder}")
    for gone in found.missing:
        click.echo(f"{gone.approval.name}  NOT INSTALLED, but approved once (ID {gone.id})")
    default = ranking.default()
    if default is not None:
        click.echo(f"Without --plugin, vmgui disk create takes {default.manifest.name}.")


def _tell(choice: Choice) -> None:
    plugin = choice.plugin
    manifest, trust = plugin.manifest, choice.trust
    head = f"{manifest.name}  {manifest.version}  {manifest.title}, by {manifest.publisher}"
    signs = ["recommended"] if choice.recommended else []
    signs.append(trust.value if trust.may_run else trust.value.upper())
    click.echo(f"{head}  ({', '.join(signs)})")
    click.echo(f"    {manifest.summary}")
    click.echo(f"    {_facts(choice)}")
    if not plugin.bundled:
        click.echo(f"    SHA-256 of its files: {plugin.digest}")
    if trust is Trust.CHANGED:
        click.echo(f"    Its files changed since you approved it: {'; '.join(choice.changes)}.")
    if not trust.may_run:
        click.echo(f"    If you trust it: vmgui plugin approve {manifest.name}")


def _facts(choice: Choice) -> str:
    cipher = choice.plugin.manifest.cipher
    if not cipher.encrypts:
        protects = "Does not encrypt"
    elif cipher.authenticated:
        protects = "Encrypts and notices tampering"
    else:
        protects = "Encrypts, does not notice tampering"
    speed = choice.speed
    if speed is None:
        return f"{protects}. Its speed here is not known."
    how = f" ({speed.detail})" if speed.detail else ""
    return f"{protects}. {speed.slowest:.0f} MB/s or more here{how}."


@command.command(name="show", epilog="Example: vmgui plugin show aes-xts")
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def show(name: str, as_json: bool) -> None:
    """One plug-in with its options, publisher and the hash of its files."""
    plugin = by_name(name)
    row = next(each for each in _rows(ranking.choices()) if each["name"] == name)
    if as_json:
        click.echo(json.dumps(row, indent=2))
        return
    for key, value in row.items():
        if key not in {"options", "speed"}:
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
        came = "came with vmgui and needs no approval" if plugin.bundled else "is approved already"
        click.echo(f"{name} {came}.")
        return
    click.echo(f"{manifest.title} {manifest.version} by {manifest.publisher}")
    click.echo(f"Files: {plugin.folder}\nSHA-256: {plugin.digest}")
    if plugin.trust is Trust.CHANGED:
        click.echo(f"Its files changed since you approved it: {'; '.join(plugin.changes)}.")
    if not yes:
        click.confirm("Let it run?", abort=True)
    plugin.approve()
    click.echo(f"{name} is approved.")


@command.command(name="revoke", epilog="Example: vmgui plugin revoke acme-cipher")
@click.argument("name")
def revoke(name: str) -> None:
    """Take an approval back. What it has opened already stays open until it is closed."""
    plugins, unusable = scan()
    for gone in missing(plugins, unusable):
        if gone.approval.name == name and name not in {each.manifest.name for each in plugins}:
            revoke_approval(gone.id)
            click.echo(f"{name} has no approval now. It is not installed.")
            return
    plugin = by_name(name)
    plugin.revoke()
    came = " It came with vmgui, and needs none." if plugin.bundled else ""
    click.echo(f"{name} has no approval now.{came}")


def _rows(found: Choices) -> list[dict[str, Any]]:
    rows = [_row(choice) for choice in found.ranked]
    for bad in found.unusable:
        why = {"available": False, "approved": False, "trust": "unusable", "why": bad.why}
        rows.append({"name": bad.name, **why, "folder": str(bad.folder)})
    for gone in found.missing:
        why = {"available": False, "approved": True, "trust": "missing", "why": "Not installed."}
        rows.append({"name": gone.approval.name, "id": str(gone.id), **why})
    return rows


def _row(choice: Choice) -> dict[str, Any]:
    plugin: Plugin = choice.plugin
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
        "recommended": choice.recommended,
        "speed": None if choice.speed is None else msgspec.to_builtins(choice.speed),
        "approved": choice.trust.may_run,
        "trust": choice.trust.value,
        "changes": list(choice.changes),
        "available": True,
        "bundled": plugin.bundled,
        "sha256": plugin.digest,
        "folder": str(plugin.folder),
    }
