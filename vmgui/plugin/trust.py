"""Approvals: code that did not come with vmgui runs only after the person said so.

An approval is for one plug-in's exact files; change one and it has to be given again.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from uuid import UUID

import msgspec
import tomli_w

from vmgui.errors import VmguiError
from vmgui.paths import data_dir, private_directory


class Approval(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What was approved; name and version are for people."""

    name: str
    version: str
    digest: str


def digest(folder: Path) -> str:
    """SHA-256 over the names and contents of all files below ``folder``, byte code left out."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if path.is_file() and "__pycache__" not in relative.parts:
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            total.update(f"{len(os.fsencode(relative))}:".encode())
            total.update(os.fsencode(relative) + content.encode())
    return total.hexdigest()


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
        return msgspec.toml.decode(text, type=dict[str, Approval])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _unreadable(str(error)) from None


def _unreadable(why: str) -> VmguiError:
    return VmguiError(
        f"The list of approved plug-ins, {_file()}, can't be read.",
        why=f"{why}.",
        remedy="Mend the file, or remove it and approve your plug-ins again.",
    )


def is_approved(encryption_id: UUID, files: str) -> bool:
    """Whether exactly these files were approved."""
    approval = approvals().get(str(encryption_id))
    return approval is not None and approval.digest == files


def approve(encryption_id: UUID, approval: Approval) -> None:
    """Remember an approval, in place of an earlier one of the same plug-in."""
    _save({**approvals(), str(encryption_id): approval})


def revoke(encryption_id: UUID) -> None:
    """Forget an approval, if there is one."""
    _save({key: each for key, each in approvals().items() if key != str(encryption_id)})


def _save(all_of_them: dict[str, Approval]) -> None:
    private_directory(data_dir())
    new = _file().with_suffix(".new")
    new.write_text(tomli_w.dumps(msgspec.to_builtins(all_of_them)), encoding="utf-8")
    new.replace(_file())
