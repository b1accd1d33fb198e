"""Machines that really run. Nothing of them is left after a test."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest

from tests.real.backends import SECRET, make_disk
from vmgui.demo.machines import machines
from vmgui.demo.plain import PlainDisk
from vmgui.paths import runtime_dir
from vmgui.vm import client, pinning, store
from vmgui.vm.client import Status
from vmgui.vm.definition import Definition, new
from vmgui.vm.places import Places

# Seconds until something that never happens is given up.
PATIENCE = 300

T = TypeVar("T")


def processes(home: Path) -> dict[int, str]:
    """The command lines of all processes of machines below ``home``, but for supervisors.

    (Nobody may look into the environment of a backend or supervisor to see whose it is; the
    others' command lines name sockets.)
    """
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue  # it has ended
        if f"{home}/" in words and ("vmgui.backend" in words or "qemu-system" in words):
            found[int(folder.name)] = words
    return found


def is_alive(pid: int) -> bool:
    """Whether there is such a process, and it is not only waiting to be buried."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] not in "ZX"


class Vm:
    """One virtual machine."""

    def __init__(self, name: str, arch: str, **fields: Any) -> None:
        defaults: dict[str, Any] = {"accelerator": "tcg", "memory": "128M", "cpus": 1}
        self.name = name
        store.create(new(name, arch, **{**defaults, **fields}))

    @property
    def definition(self) -> Definition:
        return store.load(self.name)

    @property
    def places(self) -> Places:
        return store.places(self.definition)

    @property
    def status(self) -> Status:
        return client.status(self.name)

    def attach(self, path: Path, **fields: Any) -> Path:
        """Give it a disk."""
        store.update(self.name, lambda vm: pinning.attach(vm, path, **fields))
        return path

    def start(self, secret: bytes | None = SECRET) -> None:
        """Start it, with one secret for all encrypted disks."""
        locked = pinning.locked_disks(self.definition)
        client.start(self.name, dict.fromkeys(locked, secret) if secret is not None else {})

    def wait_for(self, state: str) -> Status:
        """Wait until it is in that state."""
        return self.wait(lambda: self.status if self.status.state == state else None)

    def wait_said(self, text: str) -> None:
        """Wait until the guest has written that to its serial line."""
        self.wait(lambda: text in self.said() or None)

    def wait(self, what: Callable[[], T | None]) -> T:
        """Wait until that is something."""
        deadline = time.monotonic() + PATIENCE
        while (found := what()) is None:
            assert time.monotonic() < deadline, (self.status, self.log(), self.said())
            time.sleep(0.02)
        return found

    def said(self) -> str:
        """The guest's serial line since the start."""
        return self.places.serial_log.read_text(errors="replace")

    def log(self) -> str:
        """What happened."""
        return self.places.log.read_text()


@pytest.fixture
def make_vm(home: Path) -> Iterator[Callable[..., Vm]]:
    """Makes a machine: ``make_vm(name="x", arch="x86_64", **fields of the definition)``."""

    def make(name: str = "my vm", arch: str = "x86_64", **fields: Any) -> Vm:
        return Vm(name, arch, **fields)

    yield make
    for name, status in client.list_states().items():
        if status.active:
            client.request(name, "kill")
            client.wait_stopped(name, PATIENCE)
    deadline = time.monotonic() + PATIENCE
    while processes(home) and time.monotonic() < deadline:
        time.sleep(0.05)  # a supervisor says that it has stopped just before it ends
    left = processes(home)
    for pid in left:
        os.kill(pid, 9)
    assert not left


@pytest.fixture
def make_boot_vm(make_vm: Callable[..., Vm], tmp_path: Path) -> Callable[..., Vm]:
    """A machine with a guest on two encrypted disks: it says “verified”, knows its power button."""

    def make(**fields: Any) -> Vm:
        vm = make_vm(**fields)
        for name in ("boot", "data"):
            vm.attach(make_disk(tmp_path / f"{name}.vmg", size=1 << 20))
        boot = PlainDisk(tmp_path / "boot.vmg", runtime_dir(), bytearray(SECRET), read_only=False)
        with boot as opened:
            opened.write(0, machines()[0].boot)
        return vm

    return make
