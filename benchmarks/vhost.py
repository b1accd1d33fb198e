"""At the device: our vhost-user-blk device beside QEMU's, driven by a bare driver in C.

``python -m benchmarks.vhost`` (see README.md).
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.alone import alone
from benchmarks.results import MIB, Load, Section, Target, per_second
from benchmarks.servers import make_qemu_disk, make_vmgui_disk
from benchmarks.setting import Setting
from benchmarks.vhost_client import Client
from vmgui.backend.client import BackendProcess

KIB = 1 << 10
LUKS, RAW = "QEMU luks", "QEMU raw"


@dataclass(frozen=True)
class Device:
    """A device that is being served: its name in the tables, its process, its driver."""

    name: str
    pid: int
    client: Client


@dataclass(frozen=True)
class Case:
    """``length`` in bytes; ``depth`` requests are under way at any time."""

    name: str
    operation: str
    length: int
    depth: int


CASES = (
    Case("4 KiB read, depth 32", "read", 4 * KIB, 32),
    Case("4 KiB write, depth 32", "write", 4 * KIB, 32),
    Case("4 KiB read, depth 1", "read", 4 * KIB, 1),
    Case("4 KiB write, depth 1", "write", 4 * KIB, 1),
    Case("1 MiB read, depth 4", "read", MIB, 4),
    Case("1 MiB write, depth 4", "write", MIB, 4),
)
TARGETS = tuple(
    Target(case, "vmgui aes-xts", rival, factor)
    for case, rival, factor in (
        ("4 KiB read, depth 32", LUKS, 2.5),
        ("4 KiB write, depth 32", LUKS, 2.5),
        ("4 KiB read, depth 1", LUKS, 4.0),
        ("4 KiB write, depth 1", LUKS, 4.0),
        ("1 MiB read, depth 4", LUKS, 8.0),
        ("1 MiB write, depth 4", LUKS, 8.0),
        ("1 MiB read, depth 4", RAW, 0.5),
        ("1 MiB write, depth 4", RAW, 0.5),
    )
)


@contextmanager
def vmgui(folder: Path, plugin: str, size: int) -> Iterator[Device]:
    """Our backend, started just as for a virtual machine, with one disk of ``plugin``."""
    disk, socket = folder / f"{plugin}.vmg", folder / f"{plugin}.sock"
    secret = make_vmgui_disk(disk, plugin, size)
    backend = BackendProcess.start(
        disk, socket, secret=secret, peer="uid", transport="vhost-user"
    )  # fmt: skip
    try:
        client = Client(socket, size)
        yield Device(f"vmgui {plugin}", backend.pid, client)
        client.close()
    finally:
        backend.stop()
        disk.unlink()


@contextmanager
def qemu(folder: Path, driver: str, size: int) -> Iterator[Device]:
    """qemu-storage-daemon with a ``luks`` or ``raw`` disk, all settings as QEMU has them."""
    disk, socket = folder / f"qemu-{driver}.img", folder / f"qemu-{driver}.sock"
    options = make_qemu_disk(disk, driver, size)
    export = f"type=vhost-user-blk,id=export,node-name=disk,writable=on,addr.path={socket}"
    daemon = subprocess.Popen(
        ["qemu-storage-daemon", *options, "--export", f"{export},addr.type=unix"]
    )
    try:
        client = Client(socket, size)
        yield Device(f"QEMU {driver}", daemon.pid, client)
        client.close()
    finally:
        daemon.terminate()
        daemon.wait()
        disk.unlink()


def measure(setting: Setting) -> Section:
    """Every case, the devices taking turns, so that a slow moment of the machine hits all."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=setting.folder)))
        size = setting.size
        devices = [stack.enter_context(qemu(folder, driver, size)) for driver in ("luks", "raw")]
        devices += [
            stack.enter_context(vmgui(folder, plugin, size))
            for plugin in setting.plugins or ("aes-xts", "aes-gcm", "unencrypted")
        ]
        loads = [Load(case.name, per_second(case.length)) for case in CASES]
        busiest = 0.0
        for case, load in zip(CASES, loads, strict=True):
            for number in range(setting.rounds):
                for device in devices:
                    rate, busy = device.client.run(
                        case.operation, case.length, case.depth, setting.seconds, seed=number
                    )
                    load.add(device.name, rate)
                    busiest = max(busiest, busy)
    return Section(
        "device",
        "At the device (vhost-user-blk)",
        "A bare driver in C puts requests into a ring in shared memory, as a guest's driver does. "
        "In bold: how many times as fast as QEMU's LUKS.",
        LUKS,
        loads,
        list(TARGETS),
        [f"The driver was busy at most {busiest:.0%} of the time."],
    )


if __name__ == "__main__":
    alone(measure, __doc__)
