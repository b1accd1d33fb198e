"""Known answers: ``vectors.toml``, an optional file beside ``plugin.toml``.

``[[known_answers]]`` tables with ``source`` (where it comes from), ``key``, ``plain``, ``sealed``,
``tags`` (hexadecimal, white space ignored; ``tags`` only with a tag_size), ``disk`` (a UUID),
``sector_size``, ``first_sector`` and ``options`` (those that are not the defaults).
"""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import msgspec

from vmgui.api import Manifest, ManifestError, OptionValue
from vmgui.api.conformance.fault import Fault
from vmgui.api.conformance.subject import Sealed, Setting

FILE = "vectors.toml"
MAX_FILE = 16 << 20


class KnownAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A run of sectors, and what it is sealed."""

    source: str
    sector_size: int
    key: str
    plain: str
    sealed: str
    tags: str = ""
    disk: UUID = UUID(int=0)
    first_sector: int = 0
    options: dict[str, OptionValue] = {}


class _File(msgspec.Struct, forbid_unknown_fields=True):
    known_answers: list[KnownAnswer]


class Answer(msgspec.Struct, frozen=True):
    """A known answer in bytes, for a plug-in that offers its setting."""

    source: str
    setting: Setting
    key: bytes
    disk: UUID
    first: int
    plain: bytes
    sealed: Sealed


def read(folder: Path, manifest: Manifest) -> list[Answer]:
    """All known answers of a package. Raises :exc:`Fault` for a file that is not valid."""
    try:
        with open(folder / FILE, "rb") as file:
            text = file.read(MAX_FILE + 1)
    except OSError as error:
        raise Fault(f"{FILE} can't be read: {error.strerror}.") from None
    if len(text) > MAX_FILE:
        raise Fault(f"{FILE} is larger than {MAX_FILE >> 20} MiB.")
    return parse(text, manifest)


def parse(text: bytes, manifest: Manifest) -> list[Answer]:
    """The same from the file's content."""
    try:
        rows = msgspec.toml.decode(text, type=_File).known_answers
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Fault(f"{FILE} is not valid: {error}.", _HELP) from None
    if not rows:
        raise Fault(f"{FILE} has no known answer.", _HELP)
    return [_answer(f"known answer {n}", row, manifest) for n, row in enumerate(rows, 1)]


_HELP = "docs/encryption-api.md lists its fields."


def _answer(name: str, row: KnownAnswer, manifest: Manifest) -> Answer:
    try:
        key, plain, data, tags = map(bytes.fromhex, (row.key, row.plain, row.sealed, row.tags))
    except ValueError:
        raise Fault(f"In {FILE}, {name} has a field that is not hexadecimal.", _HELP) from None
    try:
        options = manifest.options_with(row.options)
    except ManifestError as error:
        raise Fault(f"In {FILE}, {name}: {error}", _HELP) from None
    size, tag = row.sector_size, manifest.cipher.tag_size
    wrong = ""
    if size not in manifest.cipher.sector_sizes:
        wrong = f"sector_size is {size}, which the manifest does not offer"
    elif not plain or len(plain) % size or len(data) != len(plain):
        wrong = "plain and sealed are not the same whole number of sectors"
    elif len(tags) != len(plain) // size * tag:
        wrong = f"tags are not {tag} bytes a sector"
    elif row.first_sector < 0:
        wrong = "first_sector is negative"
    if wrong:
        raise Fault(f"In {FILE}, {name}: {wrong}.", _HELP)
    setting = Setting(size, options, len(key))
    sealed = Sealed(data, tags)
    return Answer(f"{name} ({row.source})", setting, key, row.disk, row.first_sector, plain, sealed)
