"""Machines for these tests, and a small Linux for them: the system's kernel, a root of our own."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import pytest

from vmgui import job
from vmgui.demo.plain import PlainDisk
from vmgui.paths import disks_dir, private_directory, runtime_dir
from vmgui.vm import client, definition, pinning, store
from vmgui.vm.definition import Bus, Transport

# Seconds until a machine that never ends is given up.
PATIENCE = 300
SECRET = bytearray(b"the tests' passphrase")

HERE = Path(__file__).parent / "linux"
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


@dataclass(frozen=True)
class Linux:
    """Starts with a kernel of the system's and runs one of the scripts beside ``linux/init``."""

    kernel: Path
    initrd: Path

    def running(self, script: str, *disks: str, **words: str) -> dict[str, Any]:
        """A definition's fields for it. ``disks`` are devices that it waits for, as "vda";
        ``words`` are further ones that the script finds in its environment.
        """
        append = f"console=ttyS0 quiet panic=-1 script={script} disks={','.join(disks)}"
        return {
            "kernel": str(self.kernel),
            "initrd": str(self.initrd),
            # The kernel hands what it doesn't know to its first program's environment.
            "append": append + "".join(f" {name}={value}" for name, value in words.items()),
        }


@pytest.fixture(scope="session")
def linux(tmp_path_factory: pytest.TempPathFactory) -> Linux:
    """The Linux of these tests."""
    return _linux(tmp_path_factory, DRIVERS)


@pytest.fixture(scope="session")
def linux_with_9p(tmp_path_factory: pytest.TempPathFactory) -> Linux:
    """One that can mount shared folders, which kernels made for clouds can't."""
    return _linux(tmp_path_factory, ("virtio_pci", "9pnet_virtio", "9p"))


def _linux(tmp_path_factory: pytest.TempPathFactory, drivers: Sequence[str]) -> Linux:
    kernel, modules = _kernel(drivers[-1])
    root = tmp_path_factory.mktemp("root")
    for folder in ("bin", "dev", "proc", "sys", "modules", "scripts"):
        (root / folder).mkdir()
    shutil.copy(HERE / "init", root / "init")
    (root / "init").chmod(0o755)
    for script in HERE.iterdir():
        shutil.copy(script, root / "scripts")
    _copy_program(_program("busybox"), root)
    _copy_program(_program("mke2fs"), root)
    order = list(_in_order(modules, drivers))
    for module in order:
        shutil.copy(modules / module, root / "modules" / Path(module).name)
    (root / "modules" / "order").write_text("".join(f"{Path(each).name}\n" for each in order))
    initrd = tmp_path_factory.mktemp("initrd") / "initrd"
    names = "\n".join(str(each.relative_to(root)) for each in sorted(root.rglob("*")))
    archive = subprocess.run(
        ["cpio", "--quiet", "-o", "-H", "newc"],
        cwd=root, input=names.encode(), stdout=subprocess.PIPE, check=True,
    )  # fmt: skip
    initrd.write_bytes(gzip.compress(archive.stdout, compresslevel=1))
    return Linux(kernel, initrd)


def _kernel(driver: str) -> tuple[Path, Path]:
    """The newest kernel in /boot that has this driver, with the folder of its modules."""
    found = [
        (kernel, modules)
        for kernel in Path("/boot").glob("vmlinuz-*")
        if (modules := Path("/lib/modules") / kernel.name.removeprefix("vmlinuz-")).exists()
        and _has(modules, driver)
    ]
    assert found, f"no kernel in /boot has {driver}: run packaging/setup.sh test"
    # Of two of one version the name decides, so that it is always the same.
    return max(found, key=lambda pair: ([int(n) for n in re.findall(r"\d+", pair[0].name)], pair))


def _has(modules: Path, driver: str) -> bool:
    lists = (modules / name for name in ("modules.dep", "modules.builtin"))
    return any(f"/{driver}.ko" in each.read_text() for each in lists if each.exists())


def _program(name: str) -> Path:
    path = shutil.which(name, path="/bin:/sbin:/usr/bin:/usr/sbin:/usr/local/bin")
    assert path, f"{name} is missing: run packaging/setup.sh test"
    return Path(path)


def _copy_program(program: Path, root: Path) -> None:
    """Copy a program to /bin, and the shared libraries it wants to where it wants them."""
    shutil.copy(program, root / "bin")
    libraries = subprocess.run(["ldd", program], capture_output=True, text=True, check=False)
    for library in re.findall(r"(/\S+) \(0x", libraries.stdout):
        target = root / library.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(library, target)


def _in_order(modules: Path, wanted: Iterable[str]) -> Iterable[str]:
    """The files of the modules and of those they need, each after what it needs."""
    needs = {}
    for line in (modules / "modules.dep").read_text().splitlines():
        module, _, others = line.partition(":")
        needs[module] = others.split()
    by_name = {Path(module).name.split(".")[0]: module for module in needs}
    done: dict[str, None] = {}

    def add(module: str) -> None:
        for other in needs[module]:
            add(other)
        done.setdefault(module)

    for name in wanted:
        if name in by_name:
            add(by_name[name])
    return done
