"""Machines for these tests, and a small Linux for them."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.guest import little_linux
from tests.guest.little_linux import Linux as Linux
from vmgui import job
from vmgui.demo.plain import PlainDisk
from vmgui.paths import disks_dir, private_directory, runtime_dir
from vmgui.vm import client, definition, pinning, store
from vmgui.vm.definition import Bus, Transport

# Seconds until a machine that never ends is given up.
PATIENCE = 300
SECRET = bytearray(b"the tests' passphrase")

# What the disks of each bus need. Those that the kernel has built in are passed over.
DRIVERS = (
    *("virtio_pci", "virtio_blk", "virtio_scsi", "sd_mod", "ahci", "nvme", "ext4"),
    *("ata_piix", "sr_mod", "virtio_net"),
)


class Machine:
    """A virtual machine with encrypted disks, run until its guest switches it off."""

    def __init__(self, name: str = "guest", **fields: Any) -> None:
        """``fields`` are those of the definition."""
        self.name = name
        fields.setdefault("network", definition.Network(kind="none"))
        fields.setdefault("display", definition.Display(kind="none"))
        store.create(definition.new(name, accelerator="tcg", **fields))
        self.disks: list[Path] = []
        self._log = store.places(store.load(self.name)).serial_log

    def add_disk(
        self,
        size: int,
        bus: Bus = "virtio",
        plugin: str = "aes-xts",
        transport: Transport = "auto",
        **options: int,
    ) -> Path:
        """One more encrypted disk of ``size`` bytes; ``options`` are its cipher's."""
        path = private_directory(disks_dir()) / f"{len(self.disks)}.vmg"
        params = {
            "path": str(path), "size": size, "plugin": plugin, "options": options,
            "unlock_seconds": 0,
        }  # fmt: skip
        job.run("create", params, [SECRET])
        boot = len(self.disks) + 1
        store.update(self.name, lambda vm: pinning.attach(
            vm, path, bus=bus, boot=boot, transport=transport
        ))  # fmt: skip
        self.disks.append(path)
        return path

    def plain(self, disk: Path, *, read_only: bool = True) -> PlainDisk:
        """The disk as the guest sees it, while the machine is off."""
        return PlainDisk(disk, runtime_dir(), SECRET, read_only=read_only)

    def change(self, **fields: Any) -> None:
        """Change the definition."""
        store.update(self.name, lambda vm: msgspec.structs.replace(vm, **fields))

    def start(self) -> None:
        """Returns once the guest runs."""
        client.start(self.name, dict.fromkeys(range(len(self.disks)), SECRET))

    def shutdown(self) -> None:
        """Press the power button."""
        client.request(self.name, "shutdown")

    def go_on(self) -> None:
        """Say so to a guest that waits for a line."""
        with socket.socket(socket.AF_UNIX) as serial:
            serial.connect(os.fspath(store.places(store.load(self.name)).serial))
            serial.sendall(b"go on\n")

    def said(self) -> str:
        """What the guest sent over its serial line since it was started."""
        return self._log.read_text(errors="replace")

    def wait_for(self, text: str) -> None:
        """Wait until the guest has said it."""
        deadline = time.monotonic() + PATIENCE
        while text not in (said := self.said()):
            assert "\nerror: " not in f"\n{said}", said
            assert client.status(self.name).active, self.said()
            assert time.monotonic() < deadline, said
            time.sleep(0.05)

    def wait_off(self) -> str:
        """Wait until the machine is off, and return what its guest said."""
        assert client.wait_stopped(self.name, PATIENCE), self.said()
        status = client.status(self.name)
        assert (status.state, status.error) == ("stopped", None), status
        return self.said()

    def kill(self) -> None:
        """End it if it still runs."""
        if client.status(self.name).active:
            client.request(self.name, "kill")


@pytest.fixture
def make_machine(home: Path) -> Iterator[Callable[..., Machine]]:
    """Makes a machine; at the test's end it does not run any more."""
    made: list[Machine] = []

    def make(name: str = "guest", **fields: Any) -> Machine:
        made.append(Machine(name, **fields))
        return made[-1]

    yield make
    for machine in made:
        machine.kill()


@pytest.fixture(scope="session")
def linux(tmp_path_factory: pytest.TempPathFactory) -> Linux:
    """The Linux of these tests."""
    return little_linux.build(tmp_path_factory.mktemp("linux"), DRIVERS)


@pytest.fixture(scope="session")
def linux_with_9p(tmp_path_factory: pytest.TempPathFactory) -> Linux:
    """One that can mount shared folders, which kernels made for clouds can't."""
    drivers = ("virtio_pci", "9pnet_virtio", "9p")
    return little_linux.build(tmp_path_factory.mktemp("linux"), drivers)
