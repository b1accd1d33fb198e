"""The user's virtual machines: one folder each below ``paths.vms_dir()``, with a ``vm.toml``."""

from __future__ import annotations

import fcntl
import os
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias
from uuid import uuid4

import msgspec

from vmgui.errors import VmguiError
from vmgui.paths import private_directory, vms_dir
from vmgui.vm.definition import Definition, DefinitionError, decode, encode, validate
from vmgui.vm.lock import stopped
from vmgui.vm.places import Places
from vmgui.vm.validate import name_problem

FILE = "vm.toml"
_FIRMWARE = ("vars.fd", "vars.fd.old", "vars-secure.fd", "vars-secure.fd.old")
# All that is a machine's own in its folder, the definition last: without it, there is no machine.
OWN = (*_FIRMWARE, "tpm", FILE)

# What a folder's name may hold as it is, besides letters and digits of any script.
_PLAIN = " -_.+,@()"
_MAX_BYTES = 200


class NoSuchVm(VmguiError):
    """There is no virtual machine of that name."""

    code = "no-such-vm"


class VmExists(VmguiError):
    """There is one of that name already."""

    code = "vm-exists"


@dataclass(frozen=True)
class Entry:
    """One machine in the list: its definition, or why that can't be read."""

    name: str
    folder: Path
    definition: Definition | None
    problem: VmguiError | None = None


# Entries by folder, each with its file's stamp.
Known: TypeAlias = dict[Path, tuple[tuple[int, ...], Entry]]


def folder_name(name: str) -> str:
    """The name of a machine's folder: the machine's own, as far as file systems like it."""
    safe = "".join(
        character if character.isalnum() or character in _PLAIN else _escape(character)
        for character in unicodedata.normalize("NFC", name)
    )
    if safe.startswith("."):
        safe = "%2E" + safe[1:]
    if len(os.fsencode(safe)) > _MAX_BYTES:
        # Only names of many exotic characters get here.
        import hashlib

        return "%" + hashlib.sha256(name.encode()).hexdigest()[:32]
    return safe


def _escape(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode())


def folder(name: str) -> Path:
    """Where the machine of this name lies, or would. Raises :exc:`DefinitionError`."""
    problem = name_problem(unicodedata.normalize("NFC", name))
    if problem:
        raise DefinitionError(
            f"“{name}” can't be the name of a virtual machine.",
            why=problem,
            remedy="Choose any printable text of up to 64 characters without “/”.",
        )
    return vms_dir() / folder_name(name)


def places(definition: Definition) -> Places:
    """Where a machine keeps its things."""
    return Places.of(definition.id, folder(definition.name))


def exists(name: str) -> bool:
    """Whether there is a machine of that name, readable or not."""
    return (folder(name) / FILE).exists()


def entries(known: Known | None = None) -> list[Entry]:
    """Every machine, by name; broken ones too.

    Who asks again and again keeps ``known``, an empty dictionary at first: then only what was
    written since is read.
    """
    try:
        folders = sorted(vms_dir().iterdir())
    except FileNotFoundError:
        return []
    known = {} if known is None else known
    found: Known = {}
    for each in folders:
        try:
            info = (each / FILE).stat()
        except OSError:
            continue
        # A definition is replaced as a whole: it gets another inode each time.
        stamp = (info.st_ino, info.st_mtime_ns, info.st_ctime_ns, info.st_size)
        before = known.get(each)
        found[each] = before if before and before[0] == stamp else (stamp, _entry(each))
    known.clear()
    known.update(found)
    return sorted((entry for _, entry in found.values()), key=lambda each: each.name.casefold())


def _entry(where: Path) -> Entry:
    try:
        definition = _read(where)
    except VmguiError as problem:
        return Entry(where.name, where, None, problem)
    return Entry(definition.name, where, definition)


def load(name: str) -> Definition:
    """The definition of a machine. Raises :exc:`NoSuchVm`, :exc:`DefinitionError`."""
    where = folder(name)
    if not (where / FILE).exists():
        raise NoSuchVm(
            f"There is no virtual machine “{name}”.",
            remedy="See what there is with: vmgui vm list.",
        )
    return _read(where)


def _read(where: Path) -> Definition:
    path = where / FILE
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "It is not UTF-8 text"
        raise DefinitionError(
            f"The definition {path} can't be read.",
            why=f"{reason}.",
            remedy="Check the file and its permissions.",
        ) from None
    definition = decode(text, path)
    if folder_name(definition.name) != where.name:
        raise DefinitionError(
            f"The definition {path} has the name of another machine, “{definition.name}”.",
            why=f"The folder of a machine so named is “{folder_name(definition.name)}”.",
            remedy="Rename the folder accordingly, or put the old name back.",
        )
    return definition


def create(definition: Definition) -> None:
    """Keep a new machine. Raises :exc:`VmExists`, :exc:`DefinitionError`."""
    validate(definition)
    where = folder(definition.name)
    private_directory(vms_dir())
    with changing():
        if (where / FILE).exists():
            raise VmExists(
                f"There is a virtual machine “{definition.name}” already.",
                remedy="Choose another name, or delete that one: vmgui vm delete NAME.",
            )
        _write(where, definition)


def update(name: str, change: Callable[[Definition], Definition]) -> Definition:
    """Change a machine: ``change`` gets the definition as it is now and returns the new one.

    Nobody else changes it meanwhile. The name and id stay (see :func:`rename`). Returns what
    was written. Raises :exc:`NoSuchVm`, :exc:`DefinitionError`.
    """
    with changing():
        old = load(name)
        new = validate(change(old))
        if (new.name, new.id) != (old.name, old.id):
            raise ValueError("The name and the id of a machine are not changed by an update.")
        if new != old:
            _write(folder(name), new)
    return new


def rename(old: str, new: str) -> Definition:
    """Give a stopped machine another name. Raises :exc:`VmExists`, :exc:`VmRunning`."""
    with changing():
        definition = load(old)
        renamed = validate(msgspec.structs.replace(definition, name=new))
        with stopped(places(definition), old):
            source, target = folder(old), folder(new)
            if source != target:
                if target.exists():
                    raise VmExists(
                        f"There is a virtual machine “{new}” already.",
                        remedy="Choose another name.",
                    )
                source.rename(target)
            _write(target, renamed)
    return renamed


def copy(name: str, new: str) -> Definition:
    """Define another machine like this one, which may run, but without its disks.

    Two can't have the same disk open at once. The copy's id is its own, and with that its network
    card's address; firmware variables and a TPM come into being with its first start. Raises
    :exc:`NoSuchVm`, :exc:`VmExists`, :exc:`DefinitionError`.
    """
    made = msgspec.structs.replace(load(name), id=str(uuid4()), name=new, disks=())
    create(made)
    return made


def delete(name: str) -> None:
    """Remove a stopped machine: definition, firmware variables, logs; never a disk.

    A definition that can't be read is removed as well. Raises :exc:`NoSuchVm`, :exc:`VmRunning`.
    """
    with changing():
        where = folder(name)
        try:
            definition = load(name)
        except DefinitionError:
            _remove(where)
            return
        where_all = places(definition)
        with stopped(where_all, name):
            _remove(where)
            shutil.rmtree(where_all.state, ignore_errors=True)
            shutil.rmtree(where_all.runtime, ignore_errors=True)


def _remove(where: Path) -> None:
    for file in (FILE, *_FIRMWARE):
        (where / file).unlink(missing_ok=True)
    shutil.rmtree(where / "tpm", ignore_errors=True)
    with suppress(OSError):  # something else lies there, a disk perhaps: not ours to remove
        where.rmdir()


@contextmanager
def changing() -> Iterator[None]:
    """One change at a time: windows, command lines and supervisors share the definitions."""
    fd = os.open(
        private_directory(vms_dir()) / ".lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600
    )
    try:
        fcntl.flock(fd, fcntl.LOCK_EX)
        yield
    finally:
        os.close(fd)


def _write(where: Path, definition: Definition) -> None:
    """Replace the file as a whole: after a crash there is the old one or the new one."""
    private_directory(where)
    path, temporary = where / FILE, where / f".{FILE}.new"
    try:
        fd = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(fd, "w", encoding="utf-8") as file:
            file.write(encode(definition))
            file.flush()
            os.fsync(fd)
        temporary.replace(path)
        directory = os.open(where, os.O_RDONLY)
        try:
            os.fsync(directory)
        finally:
            os.close(directory)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise VmguiError(
            f"The definition {path} can't be written.",
            why=f"{error.strerror}.",
            remedy="Free some room or check the folder; the old definition is still there.",
            code="definition",
        ) from None
