"""Changing headers through the program cryptsetup: it knows how best, and is what is tested.

It gets a copy of the header in memory, never the disk itself, and secrets through pipes. What it
changed is then brought to the disk in an order that leaves the disk usable at each moment.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import IO, Literal

from vmgui.api import ContainerError, Medium, NewContainer, Tick
from vmgui_luks2.kdf import Argon2
from vmgui_luks2.metadata import CIPHER
from vmgui_luks2.model import Header

_PATH = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))
# What luksFormat gives a LUKS2 header without being asked; the manifest says the same.
NEW_HEAD = 16 << 20
# The program wants to see some data behind the header.
_ROOM = 1 << 20
_BLOCK = 4096
# Below this time no calibration is worth its while: the least cost there is.
_LEAST_SECONDS = 0.1
_TICK_SECONDS = 0.1

Order = Literal["areas first", "metadata first"]


def find() -> str | None:
    """Where the program is. An ordinary user's PATH leaves its place out on Debian."""
    return shutil.which("cryptsetup", path=_PATH)


def create(medium: Medium, new: NewContainer, secret: memoryview, tick: Tick) -> None:
    """A LUKS2 header at the start of the medium."""
    bits = int(new.options["key_bits"]) * 2
    kdf = str(new.options["kdf"])
    with _scratch(NEW_HEAD + _ROOM) as fd:
        arguments = ["--type", "luks2", "--cipher", CIPHER, "--key-size", str(bits)]
        arguments += ["--sector-size", str(new.sector_size), *_cost(kdf, new.unlock_seconds)]
        _run("luksFormat", arguments, fd, [secret], tick)
        for offset in range(0, NEW_HEAD, _BLOCK):
            block = os.pread(fd, _BLOCK, offset)
            medium.write(offset, memoryview(block))
        medium.flush()


def add_key(
    medium: Medium,
    header: Header,
    secret: memoryview,
    new: memoryview,
    seconds: float,
    tick: Tick,
) -> None:
    """Another slot; its area is on the medium before the header speaks of it."""
    # A disk without Argon2 may have to open where that is not known (LUKS1, some boot loaders).
    kdf = "argon2id" if any(isinstance(slot.kdf, Argon2) for slot in header.slots) else "pbkdf2"
    with _copied(medium, header, "areas first") as fd:
        _run("luksAddKey", _cost(kdf, seconds), fd, [secret, new], tick)


def remove_key(medium: Medium, header: Header, slot: int) -> None:
    """The header forgets the slot before its area is wiped."""
    with _copied(medium, header, "metadata first") as fd:
        _run("luksKillSlot", [], fd, [], after=[str(slot)])


def repair(medium: Medium, header: Header) -> None:
    """Both copies of the header from the good one."""
    with _copied(medium, header, "metadata first") as fd:
        _run("repair", [], fd, [])


def _cost(kdf: str, seconds: float) -> list[str]:
    if seconds >= _LEAST_SECONDS:
        return ["--pbkdf", kdf, "--iter-time", str(round(seconds * 1000))]
    if kdf == "pbkdf2":
        return ["--pbkdf", kdf, "--pbkdf-force-iterations", "1000"]
    least = ["--pbkdf-memory", "65536", "--pbkdf-force-iterations", "4", "--pbkdf-parallel", "4"]
    return ["--pbkdf", kdf, *least]


def _run(
    verb: str,
    arguments: Sequence[str],
    fd: int,
    secrets: Sequence[memoryview],
    tick: Tick = lambda: None,
    after: Sequence[str] = (),
) -> None:
    """Run a verb on the file ``fd``; the first secret opens it, the second is new."""
    program = find()
    if program is None:
        raise ContainerError(
            "program-missing",
            "Making or changing a LUKS disk needs the program cryptsetup.",
            why="It is not installed.",
            remedy="Install it: on Debian and Ubuntu the package cryptsetup-bin, elsewhere "
            "cryptsetup. Existing LUKS disks can be used without it.",
        )
    with _pipes(secrets) as names:
        command = [program, verb, "--batch-mode", *arguments]
        if names:
            command += ["--key-file", _name(names[0])]
        command += [_name(fd), *map(_name, names[1:]), *after]
        process = subprocess.Popen(
            command,
            pass_fds=[fd, *names],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env={"PATH": _PATH, "LC_ALL": "C"},
        )
        try:
            said = _wait(process, tick)
        except BaseException:
            process.kill()
            process.communicate()
            raise
    if process.returncode:
        raise ContainerError(
            "container",
            f"cryptsetup {verb} failed; the disk is as it was before.",
            why=said or f"Its exit status is {process.returncode}.",
            remedy="Check that the computer has enough free memory, and try again.",
        )


def _wait(process: subprocess.Popen[bytes], tick: Tick) -> str:
    while True:
        tick()
        with suppress(subprocess.TimeoutExpired):
            _, said = process.communicate(timeout=_TICK_SECONDS)
            return said[-500:].decode(errors="replace").strip()


@contextmanager
def _pipes(secrets: Sequence[memoryview]) -> Iterator[list[int]]:
    """A descriptor to read each secret from. Threads write them: a key file may be long."""
    names, writers = [], []
    try:
        for secret in secrets:
            name, end = os.pipe()
            names.append(name)
            writer = threading.Thread(target=_write_all, args=(end, secret))
            writer.start()
            writers.append(writer)
        yield names
    finally:
        for name in names:
            os.close(name)
        for writer in writers:
            writer.join()


def _write_all(end: int, secret: memoryview) -> None:
    with suppress(BrokenPipeError), open(end, "wb", buffering=0) as pipe:
        while len(secret):
            secret = secret[pipe.write(secret) :]


def _name(fd: int) -> str:
    return f"/dev/fd/{fd}"


@contextmanager
def _scratch(size: int) -> Iterator[int]:
    """A file without a name, in memory where the system can."""
    with _unnamed() as file:
        file.truncate(size)
        yield file.fileno()


def _unnamed() -> IO[bytes]:
    if hasattr(os, "memfd_create"):
        return open(os.memfd_create("luks-header"), "r+b", buffering=0)
    return tempfile.TemporaryFile(buffering=0)


@contextmanager
def _copied(medium: Medium, header: Header, order: Order) -> Iterator[int]:
    """A copy of the header to work on; the changes are brought back if the block succeeds."""
    with _scratch(header.offset + _ROOM) as fd:
        before = memoryview(bytearray(header.head))
        medium.read(0, before)
        os.pwrite(fd, before, 0)
        yield fd
        half = header.metadata // 2
        copies = [(0, half), (half, header.metadata)]
        if header.version == 1:
            copies = [(0, header.metadata)]
        elif header.first_is_good:
            copies.reverse()  # the good copy is touched last
        areas = (header.metadata, header.head)
        for start, end in [areas, *copies] if order == "areas first" else [*copies, areas]:
            if _bring(medium, fd, before, start, end):
                medium.flush()


def _bring(medium: Medium, fd: int, before: memoryview, start: int, end: int) -> bool:
    """Write what differs from before between two offsets; whether anything did."""
    changed = False
    for offset in range(start, end, _BLOCK):
        step = min(_BLOCK, end - offset)
        block = os.pread(fd, step, offset)
        if block != before[offset : offset + step]:
            medium.write(offset, memoryview(block))
            changed = True
    return changed
