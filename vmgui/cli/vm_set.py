"""``vmgui vm set``"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import msgspec

from vmgui.cli.forwarding import parse_forward
from vmgui.cli.waiting import tell_pending
from vmgui.vm import changes, store
from vmgui.vm.definition import Definition, DefinitionError, Display, Network

# Those that are single values; disks, USB devices and folders have commands or the file.
_OWN = (
    "memory", "cpus", "accelerator", "firmware", "secure_boot", "tpm", "sound", "system", "group",
    "cdrom", "cd_first", "kernel", "initrd", "append",
)  # fmt: skip
_PATHS = ("cdrom", "kernel", "initrd")
_FORWARDS = "network.forwards"
_KEYS = {
    **{key: key for key in _OWN},
    **{f"network.{key}": key for key in ("kind", "name", "model", "connected", "forwards")},
    **{f"display.{key}": key for key in ("kind", "clipboard")},
}
_YES = {"yes": "true", "on": "true", "no": "false", "off": "false"}


@click.command(
    name="set",
    epilog="Example: vmgui vm set debian memory=4G cdrom=debian.iso network.forwards=2222:22",
)
@click.argument("name")
@click.argument("settings", metavar="KEY=VALUE…", nargs=-1, required=True)
def command(name: str, settings: tuple[str, ...]) -> None:
    """Change NAME, also while it runs: the CD, the network's cable and its port forwards at once.

    The keys are those of its definition (see vmgui vm show): memory, cpus, firmware, cdrom, group,
    network.connected, … An empty value takes the CD out or clears a text; network.forwards takes
    a list like 2222:22,udp:5353:53. Everything else waits for the next start, and is told.
    """
    new = store.load(name)
    for setting in settings:
        new = _changed(new, setting)
    changes.apply(name, new)
    click.echo(f"Changed “{name}”.")
    tell_pending(name)


def _changed(definition: Definition, setting: str) -> Definition:
    key, equals, value = setting.partition("=")
    if not equals:
        raise click.UsageError(f"“{setting}” is not of the form KEY=VALUE.")
    if key == "name":
        raise click.UsageError("Use vmgui vm rename.")
    if key not in _KEYS:
        raise click.UsageError(f"There is no “{key}” to set. There are: {', '.join(_KEYS)}.")
    if key == _FORWARDS:
        forwards = _forwards(value)
        network = msgspec.structs.replace(definition.network, forwards=forwards)
        return msgspec.structs.replace(definition, network=network)
    owner, _, field = key.rpartition(".")
    if not owner:
        new = _converted(Definition, field, value)
        return msgspec.structs.replace(definition, **{field: new})
    part = getattr(definition, owner)
    new = _converted(Network if owner == "network" else Display, field, value)
    replaced = msgspec.structs.replace(part, **{field: new})
    return msgspec.structs.replace(definition, **{owner: replaced})


def _converted(struct: type, field: str, text: str) -> Any:
    if field in _PATHS:
        return str(Path(text).absolute()) if text else None
    if field == "append":
        return text or None
    wanted = next(each.type for each in msgspec.structs.fields(struct) if each.name == field)
    if wanted is bool:
        text = _YES.get(text.casefold(), text)
    try:
        return msgspec.convert(text, wanted, strict=False)
    except msgspec.ValidationError as error:
        why = str(error).replace("`", "").replace("Expected", "There should be")
        raise DefinitionError(f"“{text}” can't be the {field}.", why=f"{why}.") from None


def _forwards(text: str) -> tuple[Any, ...]:
    try:
        return tuple(parse_forward(each.strip()) for each in text.split(",") if each.strip())
    except ValueError as error:
        raise click.UsageError(str(error)) from None
