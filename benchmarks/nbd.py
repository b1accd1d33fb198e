"""Our NBD backend beside QEMU's storage daemon: ``python -m benchmarks.nbd`` (see README.md)."""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks import machine, servers
from benchmarks.nbd_client import READ, WRITE
from benchmarks.servers import Server
from vmgui.plugin.found import scan

KIB, MIB = 1 << 10, 1 << 20


@dataclass(frozen=True)
class Case:
    """One kind of load. ``length`` in bytes; ``depth`` requests are under way at any time."""

    name: str
    command: int
    length: int
    depth: int

    def shown(self, rate: float) -> str:
        if self.length < MIB:
            return f"{rate:,.0f}/s"
        return f"{rate * self.length / 1e6:,.0f} MB/s"


CASES = (
    Case("4 KiB read, depth 32", READ, 4 * KIB, 32),
    Case("4 KiB write, depth 32", WRITE, 4 * KIB, 32),
    Case("4 KiB read, depth 1", READ, 4 * KIB, 1),
    Case("4 KiB write, depth 1", WRITE, 4 * KIB, 1),
    Case("1 MiB read, depth 4", READ, MIB, 4),
    Case("1 MiB write, depth 4", WRITE, MIB, 4),
)


@dataclass
class Measured:
    """Requests a second in each round, and how busy the client itself was (1.0: all the time)."""

    rates: list[float] = field(default_factory=list)
    client_busy: list[float] = field(default_factory=list)

    @property
    def rate(self) -> float:
        return median(self.rates)


Results = dict[str, dict[str, Measured]]  # by case, by server


def measure(running: list[Server], region: int, rounds: int, seconds: float) -> Results:
    """Every case, the servers taking turns, so that a slow moment of the machine hits all."""
    results: Results = {}
    for case in CASES:
        of_case = results[case.name] = {server.name: Measured() for server in running}
        for number in range(rounds):
            for server in running:
                busy, start = time.process_time(), time.perf_counter()
                rate = server.client.run(
                    case.command, case.length, case.depth, seconds, region=region, seed=number
                )
                busy, elapsed = time.process_time() - busy, time.perf_counter() - start
                of_case[server.name].rates.append(rate)
                of_case[server.name].client_busy.append(busy / elapsed)
                if case.command == WRITE:
                    server.client.flush()  # so that nobody pays for another one's writing back
    return results


def table(results: Results, rival: str, ours: list[str]) -> list[str]:
    """A Markdown table: QEMU's disk, and ours with how many times as fast each is."""
    lines = [f"| load | {rival} | {' | '.join(ours)} |", "| --- |" + " ---: |" * (len(ours) + 1)]
    for case in CASES:
        base = results[case.name][rival].rate
        cells = [case.name, case.shown(base)]
        for name in ours:
            rate = results[case.name][name].rate
            cells.append(f"{case.shown(rate)} **{rate / base:.2f}**")
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def encrypting() -> list[str]:
    """The plug-ins that came with vmgui and encrypt."""
    plugins, _ = scan()
    return [
        plugin.manifest.name
        for plugin in plugins
        if plugin.bundled and plugin.manifest.cipher.encrypts
    ]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.nbd", description=__doc__)
    parser.add_argument("--folder", type=Path, help="where the disks go (default: a temporary one)")
    parser.add_argument("--rounds", type=int, default=7, help="runs of each load (default 7)")
    parser.add_argument("--seconds", type=float, default=0.7, help="length of a run (default 0.7)")
    parser.add_argument("--size", type=int, default=256, help="MiB of each disk (default 256)")
    parser.add_argument(
        "--simple", action="store_true", help="simple replies (default: structured, as QEMU asks)"
    )
    parser.add_argument("--json", type=Path, help="also write everything measured to this file")
    parser.add_argument("--plugin", action="append", help="measure these only")
    given = parser.parse_args()
    names = given.plugin or encrypting()
    size = given.size * MIB
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=given.folder)))
        facts = machine.facts(folder.parent)
        print(*(f"{name}: {value}" for name, value in facts.items()), sep="\n", end="\n\n")
        running = [
            stack.enter_context(start(folder, kind, size, structured=not given.simple))
            for start, kind in (
                (servers.qemu, "luks"),
                *((servers.vmgui, name) for name in names),
                (servers.qemu, "raw"),
                (servers.vmgui, "unencrypted"),
            )
        ]
        for server in running:
            server.client.fill(size)
        results = measure(running, size, given.rounds, given.seconds)
        resident = {server.name: server.resident() for server in running}
    print(*table(results, "QEMU luks", [f"vmgui {name}" for name in names]), "", sep="\n")
    print(*table(results, "QEMU raw", ["vmgui unencrypted"]), "", sep="\n")
    memory = (f"{name} {used / MIB:.0f} MiB" for name, used in resident.items())
    print(f"Memory while serving: {', '.join(memory)}.")
    busiest = max(max(each.client_busy) for case in results.values() for each in case.values())
    print(f"The client was busy at most {busiest:.0%} of the time.")
    if given.json:
        told = {
            case: {name: vars(each) for name, each in servers_.items()}
            for case, servers_ in results.items()
        }
        report = {"machine": facts, "requests_per_second": told, "resident_bytes": resident}
        given.json.write_text(json.dumps(report, indent=2) + "\n")


if __name__ == "__main__":
    main()
