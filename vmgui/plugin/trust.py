"""Approvals: code that did not come with vmgui runs only after the person said so.

An approval is for one plug-in's exact files; change one and it has to be given again.
"""

from __future__ import annotations

import enum
import hashlib
import os
from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

import msgspec
import tomli_w

from vmgui.errors import VmguiError
from vmgui.paths import data_dir, private_directory

# More names would not help a person.
_NAMED = 5


class Trust(enum.Enum):
    """Whether a plug-in's code may run, and why; the value is said to programs."""

    BUNDLED = "came with vmgui"
    APPROVED = "approved"
    CHANGED = "changed"
    NOT_APPROVED = "not approved"

    @property
    def may_run(self) -> bool:
        """Whether its code may run."""
        return self in {Trust.BUNDLED, Trust.APPROVED}


class Approval(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What was approved: ``digest`` decides, all else is for people.

    ``files`` are the hashes by which a later change is named (older approvals have none).
    """

    name: str
    version: str
    digest: str
    publisher: str = ""
    files: dict[str, str] = {}


def hashes(folder: Path) -> dict[bytes, str]:
    """SHA-256 of each file below ``folder`` by relative name, byte code left out.

    Links are followed, as Python's import does. Of a file that can't be read nothing is known,
    so it differs from itself once it can.
    """
    found = {}
    seen = set()
    for place, folders, names in os.walk(folder, followlinks=True):
        real = os.path.realpath(place)
        folders[:] = [] if real in seen else [each for each in folders if each != "__pycache__"]
        seen.add(real)
        for path in (Path(place) / name for name in names):
            if path.is_file():
                found[os.fsencode(path.relative_to(folder))] = _hash(path)
    return dict(sorted(found.items()))


def _hash(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return "unreadable"


def digest(files: Mapping[bytes, str]) -> str:
    """One SHA-256 over the names and contents of all files (see :func:`hashes`)."""
    total = hashlib.sha256()
    for name, content in sorted(files.items()):
        total.update(f"{len(name)}:".encode() + name + content.encode())
    return total.hexdigest()


def approval(
    name: str, publisher: str, version: str, files: Mapping[bytes, str]
) -> Approval:  # fmt: skip
    """The approval of a plug-in as it is now."""
    return Approval(name, version, digest(files), publisher, _readable(files))


def changes(old: Approval, version: str, files: Mapping[bytes, str]) -> list[str]:
    """What is different since ``old`` was given, in a few words each; never empty."""
    told = [f"version {old.version} is now {version}"] if old.version != version else []
    new = _readable(files)
    if not old.files:
        return told or ["their common hash is another one"]
    for verb, names in (
        ("changed", [name for name in new if old.files.get(name, new[name]) != new[name]]),
        ("new", [name for name in new if name not in old.files]),
        ("gone", [name for name in old.files if name not in new]),
    ):
        if names:
            more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
            told.append(f"{verb}: {', '.join(names[:_NAMED])}{more}")
    return told


def _readable(files: Mapping[bytes, str]) -> dict[str, str]:
    return {name.decode(errors="backslashreplace"): content for name, content in files.items()}


def _file() -> Path:
    return data_dir() / "approvals.toml"


def approvals() -> dict[str, Approval]:
    """All approvals by encryptionID. Raises :exc:`VmguiError` for an unreadable file."""
    try:
        text = _file().read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise _unreadable(error.strerror or "") from None
    try:
        found = msgspec.toml.decode(text, type=dict[UUID, Approval])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _unreadable(str(error)) from None
    return {str(key): each for key, each in found.items()}


def _unreadable(why: str) -> VmguiError:
    return VmguiError(
        f"The list of approved plug-ins, {_file()}, can't be read.",
        why=f"{why}.",
        remedy="Mend the file, or remove it and approve your plug-ins again.",
    )


def approve(encryption_id: UUID, given: Approval) -> None:
    """Remember an approval, in place of an earlier one of the same plug-in."""
    _save({**approvals(), str(encryption_id): given})


def revoke(encryption_id: UUID) -> None:
    """Forget an approval, if there is one."""
    _save({key: each for key, each in approvals().items() if key != str(encryption_id)})


def _save(all_of_them: dict[str, Approval]) -> None:
    private_directory(data_dir())
    new = _file().with_suffix(".new")
    try:
        new.write_text(tomli_w.dumps(msgspec.to_builtins(all_of_them)), encoding="utf-8")
        new.replace(_file())
    except OSError as error:
        raise VmguiError(
            f"The list of approved plug-ins, {_file()}, can't be written.",
            why=f"{error.strerror}.",
            remedy="Free some room or check the folder; nothing was changed.",
        ) from None
