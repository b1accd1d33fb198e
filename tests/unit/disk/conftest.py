"""Disks in memory or in a file, with the cheapest Argon2id that the format allows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from vmgui.disk.container import Disk, open_disk
from vmgui.disk.create import NewDisk, create_disk
from vmgui.plugin.found import by_name
from vmgui.plugin.load import for_header, load

SECRET = b"correct horse"
MakeDisk = Callable[..., Path]


@pytest.fixture
def make_disk(tmp_path: Path) -> MakeDisk:
    """``make_disk(size=…, plugin=…, options=…, secret=…)`` gives the path of a new disk."""

    def make(
        name="disk.vmg", size=1 << 20, plugin="aes-xts", options=None, secret=SECRET, **more
    ) -> Path:
        found = by_name(plugin)
        path = tmp_path / name
        new = NewDisk(path, size, found.manifest.options_with(options or {}), **more)
        new = NewDisk(**{**new.__dict__, "unlock_seconds": 0})
        if not found.manifest.cipher.encrypts:
            secret = None
        create_disk(new, found.manifest, load(found), secret)
        return path

    return make


@pytest.fixture
def opened() -> Callable[..., Disk]:
    """``opened(path, …)``: the disk, opened with the usual secret."""

    def do(path: Path, secret: bytes | None = SECRET, **more) -> Disk:
        return open_disk(path, secret=secret, plugin=for_header, **more)

    return do
