"""The options by which every command takes its secrets, and what they mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from vmgui.disk.header import Header
from vmgui.disk.keyslot import Kind
from vmgui.job.header import read_backup, read_header
from vmgui.secret import keyring_store, source, strength

Command = Callable[..., Any]


@dataclass(frozen=True)
class Given:
    """--passphrase-fd or --key-file, or neither."""

    fd: int | None
    key_file: Path | None

    def take(self) -> bytearray | None:
        """The secret that was given on the command line, if one was."""
        if self.fd is not None:
            return source.normalise(source.from_fd(self.fd))
        if self.key_file is not None:
            return source.from_key_file(self.key_file)
        return None


@dataclass(frozen=True)
class DiskSecret:
    """What opens an existing disk."""

    given: Given

    @property
    def given_any(self) -> bool:
        """Whether it came with the command, so that nobody is asked."""
        return self.given.fd is not None or self.given.key_file is not None

    def read(self, path: Path) -> list[bytearray]:
        """One secret, or none for a disk that is not encrypted: given, remembered or asked for."""
        return self._for(read_header(path).header, path)

    def read_for_backup(self, file: Path) -> list[bytearray]:
        """The same for the header in a backup."""
        return self._for(read_backup(file), file)

    def _for(self, header: Header, path: Path) -> list[bytearray]:
        if not header.encrypted:
            return []
        secret = self.given.take()
        if secret is None:
            found = keyring_store.lookup(header.disk)
            secret = found.secret
            states = keyring_store.State
            if found.state in {states.LOCKED, states.REFUSED, states.SILENT}:
                click.echo(found.sentence, err=True)
        if secret is None:
            secret = source.normalise(source.from_terminal(f"Passphrase for {path.name}: "))
        return [secret]


@dataclass(frozen=True)
class NewSecret:
    """What shall open a disk from now on."""

    given: Given

    @property
    def kind(self) -> Kind:
        return "key-file" if self.given.key_file is not None else "passphrase"

    def read(self, prompt: str) -> bytearray:
        """Given, or asked for twice; on a terminal its strength is shown."""
        secret = self.given.take()
        if secret is None:
            secret = source.normalise(source.from_terminal(f"{prompt}: ", confirm=True))
        if self.kind == "passphrase":
            judged = strength.estimate(secret)
            click.echo(f"Strength: {judged.word}. {judged.sentence}", err=True)
        return secret

    def refuse(self, what: str) -> None:
        """Wrong usage where there is nothing to open."""
        if self.given.fd is not None or self.given.key_file is not None:
            raise click.UsageError(f"There is no passphrase or key file for {what}.")

    def remember(self, disk_uuid: str, path: Path, secret: bytearray) -> None:
        """Keep it in the keyring; a passphrase only."""
        if self.kind == "passphrase":
            keyring_store.store(disk_uuid, path, secret)

    def replace_remembered(self, disk_uuid: str, path: Path, secret: bytearray) -> None:
        """Keep the keyring true after a change: an old passphrase there opens nothing."""
        if keyring_store.lookup(disk_uuid).secret is not None:
            keyring_store.forget(disk_uuid)
            self.remember(disk_uuid, path, secret)


def _options(kind: type[DiskSecret] | type[NewSecret], argument: str, prefix: str) -> Any:
    def decorate(command: Command) -> Command:
        @wraps(command)
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            given = Given(kwargs.pop(f"{argument}_fd"), kwargs.pop(f"{argument}_key_file"))
            if given.fd is not None and given.key_file is not None:
                raise click.UsageError(f"--{prefix}passphrase-fd and --{prefix}key-file: only one.")
            return command(*args, **{argument: kind(given)}, **kwargs)

        new = "new " if prefix else ""
        fd = click.option(
            f"--{prefix}passphrase-fd",
            f"{argument}_fd",
            type=click.IntRange(0),
            metavar="N",
            help=f"Read the {new}passphrase from this open file descriptor.",
        )
        key_file = click.option(
            f"--{prefix}key-file",
            f"{argument}_key_file",
            type=click.Path(path_type=Path),
            metavar="F",
            help=f"The {new}secret is this file's content.",
        )
        return fd(key_file(wrapper))

    return decorate


def disk_secret_options(command: Command) -> Command:
    """--passphrase-fd and --key-file for the argument ``secret``: what opens the disk now."""
    decorated: Command = _options(DiskSecret, "secret", "")(command)
    return decorated


def new_secret_options(command: Command) -> Command:
    """The same options for the argument ``secret``, a new one for a new disk."""
    decorated: Command = _options(NewSecret, "secret", "")(command)
    return decorated


def another_secret_options(command: Command) -> Command:
    """--new-passphrase-fd and --new-key-file for the argument ``new``, beside an existing one."""
    decorated: Command = _options(NewSecret, "new", "new-")(command)
    return decorated
