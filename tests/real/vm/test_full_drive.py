"""A drive of the host that fills up: the guest waits, and loses nothing."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from tests.real.backends import as_root, make_disk, run
from vmgui.vm import client, pinning, store


@pytest.fixture
def small_drive(tmp_path):
    path = tmp_path / "small"
    path.mkdir()
    run(*as_root(), "mount", "-t", "tmpfs", "-o", "size=4M,mode=777", "none", path)
    yield path
    run(*as_root(), "umount", "--lazy", path)


def fill(path: Path) -> None:
    """Write until there is no room."""
    with path.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(4096)):
            pass


def test_the_guest_is_paused_until_there_is_room(make_boot_vm, tmp_path, small_drive):
    vm = make_boot_vm()
    store.update(vm.name, lambda old: pinning.detach(old, tmp_path / "data.vmg"))
    vm.attach(make_disk(small_drive / "data.vmg", size=1 << 20))
    fill(small_drive / "filler")
    vm.start()  # opening the disk writes its header over the old one
    paused = vm.wait_for("paused")
    assert "full" in paused.message
    assert "verified" not in vm.said()
    (small_drive / "filler").unlink()
    client.request(vm.name, "resume")
    vm.wait_said("wrote 256 sectors, 256 sectors verified")
    assert vm.status.state == "running"
    assert "No space left on device" in vm.log()
