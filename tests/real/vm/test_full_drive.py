"""A drive of the host that fills up: the guest waits, and loses nothing."""

from __future__ import annotations

import shutil

import pytest

from tests.real.backends import as_root, run
from vmgui.vm import client, pinning, store


@pytest.fixture
def small_drive(tmp_path):
    path = tmp_path / "small"
    path.mkdir()
    run(*as_root(), "mount", "-t", "tmpfs", "-o", "size=4M,mode=777", "none", path)
    yield path
    run(*as_root(), "umount", "--lazy", path)


def test_the_guest_is_paused_until_there_is_room(make_boot_vm, tmp_path, small_drive):
    vm = make_boot_vm()
    data = shutil.move(tmp_path / "data.vmg", small_drive / "data.vmg")
    store.update(vm.name, lambda old: pinning.detach(old, tmp_path / "data.vmg"))
    vm.attach(data)
    vm.start()  # opening the disk writes its header: for that there is room
    client.request(vm.name, "pause")
    client.request(vm.name, "reset")
    with (small_drive / "filler").open("wb", buffering=0) as filler, pytest.raises(OSError):
        while filler.write(bytes(4096)):
            pass
    client.request(vm.name, "resume")
    paused = vm.wait_for("paused")
    assert "full" in paused.message
    assert "verified" not in vm.said()
    (small_drive / "filler").unlink()
    client.request(vm.name, "resume")
    vm.wait_said("wrote 256 sectors, 256 sectors verified")
    assert vm.status.state == "running"
    assert "No space left on device" in vm.log()
