"""``vmgui vm start``"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from vmgui.cli.progress import ProgressLine
from vmgui.cli.secrets import DiskSecret, disk_secret_options
from vmgui.secret import keyring_store, source
from vmgui.vm import client, pinning, store
from vmgui.vm.definition import Definition

_TRIES = 3


@click.command(name="start", epilog="Example: vmgui vm start debian")
@click.argument("name")
@disk_secret_options
def command(name: str, secret: DiskSecret) -> None:
    """Start the virtual machine NAME; returns once its guest runs.

    One passphrase or key file is tried on all its encrypted disks. Without one, the keyring is
    asked, then you: once for all disks, and again for those that it doesn't open.
    """
    definition = store.load(name)
    given = secret.given.take()
    secrets = {}
    try:
        locked = pinning.locked_disks(definition)
        if given is not None:
            secrets = dict.fromkeys(locked, given)
        else:
            secrets = _remembered_or_asked(definition, locked)
        _start(definition, secrets, may_ask=given is None)
    finally:
        for each in secrets.values():
            source.wipe(each)
    click.echo(f"“{name}” is running.")


def _remembered_or_asked(definition: Definition, locked: list[int]) -> dict[int, bytearray]:
    secrets = {}
    for index in locked:
        pin = definition.disks[index].pin
        found = keyring_store.lookup(pin.disk_uuid) if pin is not None else None
        if found is not None and found.secret is not None:
            secrets[index] = found.secret
    missing = [index for index in locked if index not in secrets]
    if missing:
        secrets.update(dict.fromkeys(missing, _ask(definition, missing)))
    return secrets


def _ask(definition: Definition, indices: Iterable[int]) -> bytearray:
    names = ", ".join(Path(definition.disks[index].path).name for index in indices)
    return source.normalise(source.from_terminal(f"Passphrase for {names}: "))


def _start(definition: Definition, secrets: dict[int, bytearray], *, may_ask: bool) -> None:
    """Start, asking again for each disk that did not open. Changes ``secrets``."""
    for attempt in range(_TRIES):
        try:
            with ProgressLine() as line:
                client.start(
                    definition.name,
                    secrets,
                    lambda text: line({"text": text, "total": None, "left": None}),
                )
        except client.StartFailed as error:
            if not (may_ask and error.wrong_secrets and attempt + 1 < _TRIES):
                raise
            click.echo(error.what, err=True)
            for index in error.wrong_secrets:
                secrets[index] = _ask(definition, [index])
        else:
            return
