"""Removed machines: what goes to the trash, what stays, what comes back."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from vmgui.errors import VmguiError
from vmgui.paths import state_dir
from vmgui.vm import definition, store, trash


def make(name: str = "debian") -> Path:
    store.create(definition.new(name))
    where = store.folder(name)
    (where / "vars.fd").write_bytes(b"firmware")
    (where / "tpm").mkdir()
    (where / "tpm" / "state").write_bytes(b"endorsement")
    return where


def test_all_of_a_machine_comes_back(home: Path) -> None:
    where = make()
    before = store.load("debian")
    vm_id = trash.remove("debian")
    assert not store.exists("debian")
    assert not where.exists()
    assert [each.name for each in trash.removed()] == ["debian"]
    assert trash.restore(vm_id) == before
    assert store.load("debian") == before
    assert (where / "vars.fd").read_bytes() == b"firmware"
    assert (where / "tpm" / "state").read_bytes() == b"endorsement"
    assert trash.removed() == []


def test_a_disk_in_the_machine_s_folder_is_never_moved_nor_purged(home: Path) -> None:
    disk = make() / "system.vmg"
    disk.write_bytes(b"all my letters")
    vm_id = trash.remove("debian")
    assert disk.read_bytes() == b"all my letters"
    trash.purge(time.time() + (trash.DAYS + 1) * 86400)
    assert disk.read_bytes() == b"all my letters"
    with pytest.raises(VmguiError, match="can't be put back"):
        trash.restore(vm_id)


def test_it_is_put_back_beside_what_stayed(home: Path) -> None:
    disk = make() / "system.vmg"
    disk.write_bytes(b"all my letters")
    trash.restore(trash.remove("debian"))
    assert store.exists("debian")
    assert disk.exists()


def test_a_taken_name_is_told_and_nothing_lost(home: Path) -> None:
    make()
    vm_id = trash.remove("debian")
    other = make()
    with pytest.raises(store.VmExists):
        trash.restore(vm_id)
    assert [each.id for each in trash.removed()] == [vm_id]
    assert (other / "tpm" / "state").exists()


def test_a_move_that_fails_is_taken_back(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where = make()
    rename = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self.name == store.FILE:
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(VmguiError, match="can't be removed"):
        trash.remove("debian")
    assert (where / "vars.fd").exists()
    assert (where / "tpm" / "state").exists()
    assert store.exists("debian")


def test_a_move_that_was_cut_short_is_gone_on_with(home: Path) -> None:
    where = make()
    vm_id = store.load("debian").id
    half = trash.directory() / vm_id
    half.mkdir(parents=True)
    (where / "vars.fd").rename(half / "vars.fd")  # the power went here
    trash.restore(trash.remove("debian"))
    assert (where / "vars.fd").read_bytes() == b"firmware"


def test_purging_takes_the_logs_along_but_not_those_of_a_machine_that_is_there(home: Path) -> None:
    make("gone")
    make("back")
    gone = trash.remove("gone")
    back = trash.remove("back")
    trash.restore(back)
    (trash.directory() / back).mkdir()  # an older one's rest
    for vm_id in (gone, back):
        (state_dir() / "vms" / vm_id).mkdir(parents=True, exist_ok=True)
    trash.purge(time.time() + (trash.DAYS + 1) * 86400)
    assert not (state_dir() / "vms" / gone).exists()
    assert (state_dir() / "vms" / back).exists()
    assert not trash.directory().joinpath(gone).exists()
