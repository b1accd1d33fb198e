"""The servers that are compared: each serves a fresh disk in a folder until it is closed."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.nbd_client import Client
from vmgui.backend.client import BackendProcess
from vmgui.disk.create import NewDisk
from vmgui.plugin.found import by_name
from vmgui.plugin.opening import create_disk

SECRET = b"benchmark"


@dataclass(frozen=True)
class Server:
    """A running server: its name in the tables, the process to look at, a connected client."""

    name: str
    pid: int
    client: Client
    socket: Path

    def processor_time(self) -> float:
        """Seconds of processor that it has used so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def resident(self) -> int:
        """Bytes of memory in use now (VmRSS of proc(5))."""
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
        raise RuntimeError(f"{self.name} is gone.")


def make_vmgui_disk(disk: Path, plugin: str, size: int) -> bytes | None:
    """A new disk of ours; the secret that opens it."""
    found = by_name(plugin)
    secret = SECRET if found.manifest.cipher.encrypts else None
    new = NewDisk(disk, size, found.manifest.options_with({}), unlock_seconds=0)
    create_disk(new, found, secret)
    return secret


def make_qemu_disk(disk: Path, driver: str, size: int) -> list[str]:
    """A new ``luks`` or ``raw`` disk; what makes it the node “disk” of a storage daemon."""
    key = disk.with_suffix(".key")
    key.write_bytes(SECRET)
    secret = ["--object", f"secret,id=key,file={key}"]
    options = ["-o", "key-secret=key,iter-time=200"] if driver == "luks" else []
    create(["qemu-img", "create", "-q", "-f", driver, *secret, *options, str(disk), str(size)])
    node = f"driver={driver},node-name=disk,file=file"
    if driver == "luks":
        node += ",key-secret=key"
    file = f"driver=file,node-name=file,filename={disk}"
    return [*secret, "--blockdev", file, "--blockdev", node]


@contextmanager
def vmgui(folder: Path, plugin: str, size: int) -> Iterator[Server]:
    """Our backend, started just as for a virtual machine, with one disk of ``plugin``."""
    disk, socket = folder / f"{plugin}.vmg", folder / f"{plugin}.sock"
    secret = make_vmgui_disk(disk, plugin, size)
    backend = BackendProcess.start(disk, socket, secret=secret, peer="uid")
    try:
        client = Client(socket, structured=True)
        yield Server(f"vmgui {plugin}", backend.pid, client, socket)
        client.close()
    finally:
        backend.stop()
        disk.unlink()


@contextmanager
def qemu(folder: Path, driver: str, size: int) -> Iterator[Server]:
    """qemu-storage-daemon with a ``luks`` or ``raw`` disk, all settings as QEMU has them."""
    disk, socket = folder / f"qemu-{driver}.img", folder / f"qemu-{driver}.sock"
    options = make_qemu_disk(disk, driver, size)
    daemon = subprocess.Popen(
        [
            "qemu-storage-daemon", *options,
            "--nbd-server", f"addr.type=unix,addr.path={socket},max-connections=16",
            "--export", "type=nbd,id=export,node-name=disk,name=disk,writable=on",
        ]
    )  # fmt: skip
    try:
        client = _connected(socket, daemon)
        yield Server(f"QEMU {driver}", daemon.pid, client, socket)
        client.close()
    finally:
        daemon.terminate()
        daemon.wait()
        disk.unlink()


@contextmanager
def nbdkit(folder: Path, driver: str, size: int) -> Iterator[Server]:
    """nbdkit with its ``luks`` filter over a file, all settings as it has them."""
    disk, socket = folder / f"nbdkit-{driver}.img", folder / f"nbdkit-{driver}.sock"
    make_qemu_disk(disk, driver, size)
    words = [f"--filter={driver}", "file", str(disk), f"passphrase=+{disk.with_suffix('.key')}"]
    daemon = subprocess.Popen(["nbdkit", "--foreground", "--unix", str(socket), *words])
    try:
        client = _connected(socket, daemon)
        yield Server(f"nbdkit {driver}", daemon.pid, client, socket)
        client.close()
    finally:
        daemon.terminate()
        daemon.wait()
        disk.unlink()


def create(command: list[str]) -> None:
    """Run qemu-img, whose timing of PBKDF2 fails now and then on a busy virtual machine."""
    for _ in range(20):
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        if done.returncode == 0:
            return
        if "Unable to get accurate CPU usage" not in done.stderr:
            raise RuntimeError(done.stderr)
    raise RuntimeError("qemu-img can't time PBKDF2 on this machine now.")


def _connected(socket: Path, daemon: subprocess.Popen[bytes]) -> Client:
    """A client of a server that is just starting."""
    while daemon.poll() is None:
        try:
            return Client(socket, structured=True)
        except (FileNotFoundError, ConnectionRefusedError):
            time.sleep(0.01)
    raise RuntimeError("The server did not start.")
