"""``vmgui vm show``"""

from __future__ import annotations

import json

import click
import msgspec

from vmgui.errors import VmguiError
from vmgui.vm import changes, client, store
from vmgui.vm.definition import Definition, Disk, Network
from vmgui.vm.status import Status


@click.command(name="show", epilog="Example: vmgui vm show debian --json")
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def command(name: str, as_json: bool) -> None:
    """Everything about the virtual machine NAME: its definition and its state."""
    definition = store.load(name)
    status = client.status_of(definition)
    file = store.folder(name) / store.FILE
    if as_json:
        shown = {
            "file": str(file),
            "definition": msgspec.to_builtins(definition),
            "status": msgspec.to_builtins(status),
        }
        click.echo(json.dumps(shown, indent=2))
        return
    running = client.running(name)
    waiting = changes.pending(running, definition) if running is not None else ()
    rows = [*_state(status), *_definition(definition, status)]
    if waiting:
        rows.append(("Next start", f"{', '.join(waiting)} as above; now still as it was started"))
    for title, value in [*rows, ("Definition", str(file))]:
        click.echo(f"{title + ':':<14}{value}")


def _state(status: Status) -> list[tuple[str, str]]:
    rows = [("State", status.state + (f" since {status.since}" if status.since else ""))]
    if status.message:
        rows.append(("", status.message))
    if status.error is not None:
        rows.append(("Last failure", str(VmguiError.from_dict(dict(status.error)))))
    if status.accelerator:
        rows.append(("Accelerator", status.accelerator))
    if status.vnc:
        rows.append(("Screen", f"VNC at {status.vnc}"))
    if status.serial:
        rows.append(("Serial line", status.serial))
    return rows


def _definition(definition: Definition, status: Status) -> list[tuple[str, str]]:
    firmware = definition.firmware + (" with secure boot" if definition.secure_boot else "")
    rows = [
        ("Machine", f"{definition.machine} of {definition.arch}, firmware {firmware}"),
        ("Memory", definition.memory),
        ("Processors", f"{definition.cpus}, accelerator {definition.accelerator}"),
    ]
    by = {each["path"]: str(each.get("transport", "")) for each in status.disks}
    rows += [("Disk", _disk(disk, by.get(disk.path, ""))) for disk in definition.disks]
    if definition.cdrom:
        rows.append(("CD", definition.cdrom + (" (before the disks)" * definition.cd_first)))
    network = definition.network
    rows.append(("Network", _network(network)))
    rows += [
        ("", f"{each.protocol} {each.address}:{each.host} leads to the guest's port {each.guest}")
        for each in network.forwards
    ]
    if definition.tpm:
        rows.append(("TPM", "2, emulated by swtpm"))
    rows += [
        ("USB", f"{each.vendor}:{each.product}" + (f" at {each.port}" if each.port else ""))
        for each in definition.usb
    ]
    rows += [
        ("Shared", f"{each.path} as {each.tag}" + (" (read-only)" if each.read_only else ""))
        for each in definition.shares
    ]
    library = (("System", definition.system), ("Group", definition.group))
    rows += [(title, text) for title, text in library if text]
    return rows


def _network(network: Network) -> str:
    if network.kind == "none":
        return "none"
    facts = [f"{network.kind} {network.name}".rstrip(), network.model]
    if not network.connected:
        facts.append("cable not plugged in")
    return ", ".join(facts)


def _disk(disk: Disk, used: str) -> str:
    """``used`` is how it is served at present, or ""."""
    facts: list[str] = [disk.bus]
    by = used or (disk.transport if disk.transport != "auto" else "")
    if by:
        facts.append(f"by {by}")
    if disk.read_only:
        facts.append("read-only")
    if disk.pin is None:
        facts.append("not accepted yet")
    else:
        facts.append("encrypted" if disk.pin.encrypted else "NOT encrypted")
        facts.append("pin sealed" if disk.seal else "pin not sealed")
    return f"{disk.path} ({', '.join(facts)})"
