"""At the socket: our NBD backend beside QEMU's storage daemon and nbdkit's luks filter.

``python -m benchmarks.nbd`` (see README.md).
"""

from __future__ import annotations

import multiprocessing
import shutil
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks import servers
from benchmarks.alone import alone
from benchmarks.nbd_client import MIXED, READ, WRITE, Client
from benchmarks.results import MIB, Load, Section, Target, per_second
from benchmarks.servers import Server
from benchmarks.setting import Setting
from vmgui.plugin.found import scan

KIB = 1 << 10
LUKS, RAW, NBDKIT = "QEMU luks", "QEMU raw", "nbdkit luks"


@dataclass(frozen=True)
class Case:
    """``length`` in bytes; each of the connections keeps ``depth`` requests under way."""

    name: str
    command: int
    length: int
    depth: int
    connections: int = 1


CASES = (
    Case("4 KiB read, depth 32", READ, 4 * KIB, 32),
    Case("4 KiB write, depth 32", WRITE, 4 * KIB, 32),
    Case("4 KiB 70/30, depth 32", MIXED, 4 * KIB, 32),
    Case("4 KiB read, depth 1", READ, 4 * KIB, 1),
    Case("4 KiB write, depth 1", WRITE, 4 * KIB, 1),
    Case("64 KiB read, depth 8", READ, 64 * KIB, 8),
    Case("64 KiB write, depth 8", WRITE, 64 * KIB, 8),
    Case("1 MiB read, depth 4", READ, MIB, 4),
    Case("1 MiB write, depth 4", WRITE, MIB, 4),
    Case("4 KiB read, depth 8, 4 connections", READ, 4 * KIB, 8, 4),
    Case("4 KiB write, depth 8, 4 connections", WRITE, 4 * KIB, 8, 4),
    Case("1 MiB read, depth 2, 4 connections", READ, MIB, 2, 4),
)
TARGETS = (
    *(
        Target(f"{case}, depth {depth}", "vmgui aes-xts", LUKS, factor)
        for case, depth, factor in (
            ("4 KiB read", 32, 3.0), ("4 KiB write", 32, 3.0),
            ("1 MiB read", 4, 7.0), ("1 MiB write", 4, 7.0),
        )
    ),
    Target("1 MiB read, depth 4", "vmgui aes-xts", RAW, 1.5),
    Target("1 MiB write, depth 4", "vmgui aes-xts", RAW, 1.5),
)  # fmt: skip


def measure(setting: Setting) -> Section:
    """Every case, the servers taking turns, so that a slow moment of the machine hits all."""
    plugins = setting.plugins or encrypting()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=setting.folder)))
        kinds = [(servers.qemu, "luks"), *((servers.vmgui, name) for name in plugins)]
        kinds += [(servers.qemu, "raw"), (servers.vmgui, "unencrypted")]
        if shutil.which("nbdkit"):
            kinds.append((servers.nbdkit, "luks"))
        running = [stack.enter_context(start(folder, kind, setting.size)) for start, kind in kinds]
        for server in running:
            server.client.fill(setting.size)
        loads = [Load(case.name, per_second(case.length)) for case in CASES]
        spent: dict[str, float] = {server.name: 0.0 for server in running}
        moved: dict[str, float] = dict.fromkeys(spent, 0.0)
        for case, load in zip(CASES, loads, strict=True):
            for number in range(setting.rounds):
                for server in running:
                    before = server.processor_time()
                    rate = _run(server, case, setting, number)
                    load.add(server.name, rate)
                    spent[server.name] += server.processor_time() - before
                    moved[server.name] += rate * setting.seconds * case.length
                    if case.command != READ:
                        server.client.flush()  # nobody pays for another one's writing back
        memory = ", ".join(f"{each.name} {each.resident() / MIB:.0f} MiB" for each in running)
    costs = ", ".join(
        f"{name} {spent[name] / (moved[name] / (1 << 30)):.2f}" for name in spent if moved[name]
    )
    missing = [] if shutil.which("nbdkit") else ["nbdkit was not installed here."]
    return Section(
        "socket",
        "At the socket (NBD)",
        "Requests over a Unix socket, each server with all its own settings and a disk that was "
        "written once and lies in the page cache. In bold: how many times as fast as QEMU's LUKS.",
        LUKS,
        loads,
        list(TARGETS),
        [
            f"Memory while serving: {memory}.",
            f"Seconds of processor for each GiB over all loads: {costs}.",
            *missing,
        ],
    )


def _run(server: Server, case: Case, setting: Setting, seed: int) -> float:
    terms = case.command, case.length, case.depth, setting.seconds
    if case.connections == 1:
        return server.client.run(*terms, region=setting.size, seed=seed)
    with multiprocessing.get_context("fork").Pool(case.connections) as pool:
        jobs = [(server.socket, terms, setting.size, seed + each) for each in range(4)]
        return sum(pool.map(_one_of_many, jobs, chunksize=1))


def _one_of_many(job: tuple[Path, tuple[int, int, int, float], int, int]) -> float:
    socket, terms, region, seed = job
    client = Client(socket, structured=True)
    time.sleep(0.05)  # the others connect meanwhile
    rate = client.run(*terms, region=region, seed=seed)
    client.close()
    return rate


def encrypting() -> list[str]:
    """The plug-ins that came with vmgui, encrypt, and make disks without another program."""
    plugins, _ = scan()
    return [
        plugin.manifest.name
        for plugin in plugins
        if plugin.bundled and plugin.manifest.cipher.encrypts
    ]


if __name__ == "__main__":
    alone(measure, __doc__)
