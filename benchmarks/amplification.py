"""What an authenticated disk writes for each byte: ``python -m benchmarks.amplification``.

Counts what is handed to the storage, and the syncs that are not the guest's own.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from vmgui.disk.container import Disk, open_disk
from vmgui.disk.create import NewDisk, create_disk
from vmgui.plugin.found import by_name
from vmgui.plugin.load import for_header, load
from vmgui.storage.file import FileStorage

KIB, MIB = 1 << 10, 1 << 20
_SECRET = b"benchmark"
_FLUSH = -1

Writes = Iterator[tuple[int, int]]  # offset, length; _FLUSH for a flush


class Counted:
    """Counts what a file is given, from the time of making."""

    def __init__(self) -> None:
        self.bytes = self.syncs = 0
        self._write, self._flush = FileStorage.write, FileStorage.flush

    def __enter__(self) -> Counted:
        counted = self

        def write(self: FileStorage, offset: int, data: memoryview) -> None:
            counted.bytes += len(data)
            counted._write(self, offset, data)

        def flush(self: FileStorage) -> None:
            counted.syncs += 1
            counted._flush(self)

        FileStorage.write, FileStorage.flush = write, flush  # type: ignore[method-assign]
        return self

    def __exit__(self, *error: object) -> None:
        FileStorage.write = self._write  # type: ignore[method-assign]
        FileStorage.flush = self._flush  # type: ignore[method-assign]


def sequential(size: int, length: int) -> Writes:
    for offset in range(0, size, length):
        yield offset, length


def scattered(size: int, flushes: bool) -> Writes:
    source = random.Random(1)
    for _ in range(size // (4 * KIB)):
        yield source.randrange(size // (4 * KIB)) * 4 * KIB, 4 * KIB
        if flushes and source.random() < 1 / 16:
            yield 0, _FLUSH


def measure(disk: Disk, name: str, writes: Writes) -> str:
    """One line of the table. The disk's last checkpoint counts too."""
    data = memoryview(bytearray(os.urandom(MIB)))
    asked = own = 0
    with Counted() as counted:
        for offset, length in writes:
            if length == _FLUSH:
                disk.device.flush()
                own += 1
                continue
            disk.device.write(offset, data[:length])
            asked += length
        disk.device.close()
    return f"| {name} | {counted.bytes / asked:.2f} | {(counted.syncs - own) / asked * MIB:.3f} |"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.amplification", description=__doc__)
    parser.add_argument("--plugin", default="aes-gcm")
    parser.add_argument("--size", type=int, default=256, help="MiB of the disk (default 256)")
    given = parser.parse_args()
    size = given.size * MIB
    plugin = by_name(given.plugin)
    print(
        "| load | bytes written for each | syncs for each MiB |", "| --- | ---: | ---: |", sep="\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "disk.vmg"
        new = NewDisk(path, size, plugin.manifest.options_with({}), unlock_seconds=0)
        create_disk(new, plugin.manifest, load(plugin), _SECRET)
        for name, writes in (
            ("first writes, 1 MiB each, in order", sequential(size, MIB)),
            ("written again, 1 MiB each, in order", sequential(size, MIB)),
            ("written again, 4 KiB each, anywhere", scattered(size, False)),
            ("the same, a flush after every 16th", scattered(size, True)),
        ):
            disk = open_disk(path, secret=_SECRET, plugin=for_header)
            print(measure(disk, name, writes))
            disk.close()


if __name__ == "__main__":
    main()
