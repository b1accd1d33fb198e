"""Many disks, a huge one, many sectors: ``python -m benchmarks.scale``."""

from __future__ import annotations

import multiprocessing
import random
import struct
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from benchmarks import servers
from benchmarks.alone import alone
from benchmarks.nbd_client import READ, WRITE, Client
from benchmarks.results import MIB, Load, Section, per_second
from benchmarks.servers import Server, make_vmgui_disk
from benchmarks.setting import Setting
from vmgui.backend.client import BackendProcess

OURS, LUKS = "vmgui aes-xts", "QEMU luks"
TIB = 1 << 40
SECTOR = 4096
_Terms = tuple[int, int, int, float]


def measure(setting: Setting) -> Section:
    """All of it."""
    loads = [_together(setting, count) for count in (1, 2, 4, 8)]
    return Section(
        "scale",
        "Scale",
        "Several disks at once, each with a backend and a client of its own that reads 4 KiB at "
        "depth 8: all of them together. In bold: how many times as fast as QEMU's LUKS.",
        LUKS,
        loads,
        [],
        [_huge(setting), _once(setting)],
    )


def _together(setting: Setting, count: int) -> Load:
    load = Load(f"{count} disk{'s' * (count > 1)} at once", per_second(SECTOR))
    size = min(setting.size, 64 * MIB)
    terms = (READ, SECTOR, 8, setting.seconds)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=setting.folder)))
        teams: dict[str, list[Server]] = {OURS: [], LUKS: []}
        for number in range(count):
            place = folder / str(number)
            place.mkdir()
            teams[OURS].append(stack.enter_context(servers.vmgui(place, "aes-xts", size)))
            teams[LUKS].append(stack.enter_context(servers.qemu(place, "luks", size)))
        for server in (*teams[OURS], *teams[LUKS]):
            server.client.fill(size)
        for _ in range(max(setting.rounds // 2, 1)):
            for name, team in teams.items():
                jobs = [(server.socket, terms, size) for server in team]
                with multiprocessing.get_context("fork").Pool(count) as pool:
                    load.add(name, sum(pool.map(_read, jobs, chunksize=1)))
    return load


def _read(job: tuple[Path, _Terms, int]) -> float:
    socket, terms, size = job
    client = Client(socket, structured=True)
    rate = client.run(*terms, region=size, seed=1)
    client.close()
    return rate


def _huge(setting: Setting) -> str:
    """A disk of 16 TiB, used all over."""
    with tempfile.TemporaryDirectory(dir=setting.folder) as name:
        disk, socket = Path(name) / "huge.vmg", Path(name) / "sock"
        secret = make_vmgui_disk(disk, "aes-xts", 16 * TIB - (1 << 30))
        begin = time.perf_counter()
        backend = BackendProcess.start(disk, socket, secret=secret, peer="uid")
        ready = time.perf_counter() - begin
        try:
            server = Server("huge", backend.pid, Client(socket, structured=True), socket)
            rates = [
                server.client.run(
                    command, SECTOR, 32, setting.seconds, region=server.client.size, seed=1
                )
                for command in (WRITE, READ)
            ]
            return (
                f"A disk of {server.client.size / TIB:.1f} TiB: ready after {ready:.2f} s (key "
                f"derivation included), {rates[0]:,.0f} random writes and {rates[1]:,.0f} random "
                f"reads a second of 4 KiB over all of it, {server.resident() / MIB:.0f} MiB of "
                f"memory; the file takes {disk.stat().st_blocks * 512 / MIB:,.0f} MiB."
            )
        finally:
            backend.stop()


def _once(setting: Setting) -> str:
    """Random sectors, each written once with its own number, and all of them read back."""
    count = 2_000 if setting.quick else 10_000_000 if setting.full else 200_000
    size = count * SECTOR * 4
    numbers = random.Random(7).sample(range(size // SECTOR), count)
    with tempfile.TemporaryDirectory(dir=setting.folder) as name:
        disk, socket = Path(name) / "once.vmg", Path(name) / "sock"
        secret = make_vmgui_disk(disk, "aes-xts", size)
        backend = BackendProcess.start(disk, socket, secret=secret, peer="uid")
        try:
            client = Client(socket, structured=True)
            server = Server("once", backend.pid, client, socket)
            begin = time.perf_counter()
            for number in numbers:
                client.write(number * SECTOR, struct.pack("<Q", number) * (SECTOR // 8))
            client.flush()
            wrote = time.perf_counter() - begin
            wrong = sum(
                client.read(number * SECTOR, SECTOR) != struct.pack("<Q", number) * (SECTOR // 8)
                for number in sorted(numbers)
            )
            if wrong:
                raise RuntimeError(f"{wrong} of {count} sectors are not what was written.")
            return (
                f"{count:,} random sectors written once, one at a time ({wrote:.0f} s), and read "
                f"back: all as written; {server.resident() / MIB:.0f} MiB of memory."
            )
        finally:
            backend.stop()


if __name__ == "__main__":
    alone(measure, __doc__)
