"""``vmgui vm list``"""

from __future__ import annotations

import json
from typing import Any

import click

from vmgui.vm import client, store
from vmgui.vm.size import format_size


@click.command(name="list", epilog="Example: vmgui vm list --json")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def command(as_json: bool) -> None:
    """All virtual machines and their states."""
    machines = [_describe(entry) for entry in store.entries()]
    if as_json:
        click.echo(json.dumps(machines, indent=2))
        return
    rows = [("NAME", "STATE", "ARCH", "MEMORY", "CPUS", "DISKS")]
    for machine in machines:
        if machine["problem"]:
            rows.append((machine["name"], "unreadable", "", "", "", ""))
            continue
        rows.append(
            (
                machine["name"],
                machine["state"],
                machine["arch"],
                format_size(machine["memory"]),
                str(machine["cpus"]),
                str(len(machine["disks"])),
            )
        )
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())
    for machine in machines:
        if machine["problem"]:
            click.echo(machine["problem"], err=True)


def _describe(entry: store.Entry) -> dict[str, Any]:
    definition = entry.definition
    if definition is None:
        return {"name": entry.name, "state": "unreadable", "problem": str(entry.problem)}
    return {
        "name": definition.name,
        "id": definition.id,
        "state": client.status_of(definition).state,
        "arch": definition.arch,
        "machine": definition.machine,
        "memory": definition.memory_bytes,
        "cpus": definition.cpus,
        "disks": [disk.path for disk in definition.disks],
        "problem": None,
    }
