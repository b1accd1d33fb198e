"""Our vhost-user-blk device beside QEMU's: ``python -m benchmarks.vhost`` (see README.md)."""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks import machine
from benchmarks.servers import make_qemu_disk, make_vmgui_disk
from benchmarks.vhost_client import Client
from vmgui.backend.client import BackendProcess

KIB, MIB = 1 << 10, 1 << 20


@dataclass(frozen=True)
class Device:
    """A device that is being served: its name in the tables, its process, its driver."""

    name: str
    pid: int
    client: Client


@dataclass(frozen=True)
class Case:
    """One kind of load. ``length`` in bytes; ``depth`` requests are under way at any time."""

    name: str
    operation: str
    length: int
    depth: int

    def shown(self, rate: float) -> str:
        if self.length < MIB:
            return f"{rate:,.0f}/s"
        return f"{rate * self.length / 1e6:,.0f} MB/s"


CASES = (
    Case("4 KiB read, depth 32", "read", 4 * KIB, 32),
    Case("4 KiB write, depth 32", "write", 4 * KIB, 32),
    Case("4 KiB read, depth 1", "read", 4 * KIB, 1),
    Case("4 KiB write, depth 1", "write", 4 * KIB, 1),
    Case("1 MiB read, depth 4", "read", MIB, 4),
    Case("1 MiB write, depth 4", "write", MIB, 4),
)


@dataclass
class Runs:
    """Requests a second in each round, and how busy the driver itself was (1.0: all the time)."""

    rates: list[float] = field(default_factory=list)
    client_busy: list[float] = field(default_factory=list)

    @property
    def rate(self) -> float:
        return median(self.rates)


Results = dict[str, dict[str, Runs]]  # by case, by device


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


def measure(devices: list[Device], rounds: int, seconds: float, *, spin: bool = False) -> Results:
    """Every case, the devices taking turns, so that a slow moment of the machine hits all."""
    results: Results = {}
    for case in CASES:
        of_case = results[case.name] = {device.name: Runs() for device in devices}
        for number in range(rounds):
            for device in devices:
                rate, busy = device.client.run(
                    case.operation, case.length, case.depth, seconds, seed=number, spin=spin
                )
                of_case[device.name].rates.append(rate)
                of_case[device.name].client_busy.append(busy)
    return results


def table(results: Results) -> list[str]:
    """A Markdown table: QEMU's LUKS, and the others with how many times as fast each is."""
    (first, *others) = next(iter(results.values()))
    lines = [
        f"| load | {first} | {' | '.join(others)} |",
        "| --- |" + " ---: |" * (len(others) + 1),
    ]
    for case in CASES:
        base = results[case.name][first].rate
        cells = [case.name, case.shown(base)]
        for name in others:
            rate = results[case.name][name].rate
            cells.append(f"{case.shown(rate)} **{rate / base:.2f}**")
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.vhost", description=__doc__)
    parser.add_argument("--folder", type=Path, help="where the disks go (default: a temporary one)")
    parser.add_argument("--rounds", type=int, default=7, help="runs of each load (default 7)")
    parser.add_argument("--seconds", type=float, default=0.7, help="length of a run (default 0.7)")
    parser.add_argument("--size", type=int, default=256, help="MiB of each disk (default 256)")
    parser.add_argument("--spin", action="store_true", help="the driver never sleeps")
    parser.add_argument("--json", type=Path, help="also write everything measured to this file")
    parser.add_argument("--plugin", action="append", help="measure these only")
    given = parser.parse_args()
    size = given.size * MIB
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=given.folder)))
        facts = machine.facts(folder.parent)
        print(*(f"{name}: {value}" for name, value in facts.items()), sep="\n", end="\n\n")
        devices = [stack.enter_context(qemu(folder, driver, size)) for driver in ("luks", "raw")]
        devices += [
            stack.enter_context(vmgui(folder, plugin, size))
            for plugin in given.plugin or ("aes-xts", "aes-gcm", "unencrypted")
        ]
        results = measure(devices, given.rounds, given.seconds, spin=given.spin)
    print(*table(results), "", sep="\n")
    busiest = max(max(each.client_busy) for case in results.values() for each in case.values())
    print(f"The driver was busy at most {busiest:.0%} of the time.")
    if given.json:
        told = {
            case: {name: vars(each) for name, each in devices_.items()}
            for case, devices_ in results.items()
        }
        report = {"machine": facts, "requests_per_second": told}
        given.json.write_text(json.dumps(report, indent=2) + "\n")


if __name__ == "__main__":
    main()
