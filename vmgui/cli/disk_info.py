"""``vmgui disk info``"""

from __future__ import annotations

import json
from pathlib import Path

import click

from vmgui.disk.describe import describe
from vmgui.job.header import read_header
from vmgui.vm.size import format_size


@click.command(name="info", epilog="Example: vmgui disk info data.vmg --json")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def command(path: Path, as_json: bool) -> None:
    """What the header of the disk PATH says. Without its passphrase nobody vouches for it."""
    found = read_header(path)
    info = describe(path, found)
    if as_json:
        click.echo(json.dumps(info, indent=2))
        return
    rows = [
        ("Encrypted", "yes" if info["encrypted"] else "NO: anyone who has the file can read it"),
        (
            "Plug-in",
            f"{info['plugin']} ({_options(info['options'])})"
            if info["options"]
            else info["plugin"],
        ),
        ("encryptionID", info["encryption_id"]),
        ("Disk", info["disk_uuid"]),
        ("Size", f"{format_size(info['size'])} in sectors of {info['sector_size']} bytes"),
        ("On the host", format_size(info["stored"])),
        ("Format", info["format"]),
        ("Created", info["created"] or "not recorded"),
        ("Generation", str(info["generation"])),
    ]
    for slot in info["key_slots"]:
        if "summary" in slot:
            rows.append((f"Key slot {slot['id']}", slot["summary"]))
            continue
        kdf = slot["kdf"]
        cost = f"Argon2id, {kdf['memory'] >> 10} MiB, {kdf['passes']} passes"
        rows.append((f"Key slot {slot['id']}", f"{slot['kind']}, {slot['created']}, {cost}"))
    for name, value in rows:
        click.echo(f"{name + ':':<14}{value}")
    for warning in info["warnings"]:
        click.echo(f"Warning: {warning} Repair it with: vmgui disk header repair {path}", err=True)


def _options(options: dict[str, object]) -> str:
    return ", ".join(f"{key}={value}" for key, value in options.items())
