"""LUKS keys and headers changed here, as cryptsetup sees them, and what a power cut leaves."""

from __future__ import annotations

import os
import select
from pathlib import Path

import pytest
from vmgui_luks2 import Luks

from tests.real.backends import SECRET, serving
from tests.real.cli import vmgui
from tests.real.luks import (
    FAST,
    HEAD,
    MIB,
    PLAIN,
    create,
    cryptsetup,
    formatted,
    info,
    opens,
    read_served,
    volume_key,
    write_served,
)
from vmgui.errors import VmguiError
from vmgui.job import JobProcess
from vmgui.storage.file import FileStorage
from vmgui.storage.memory import MemoryStorage


def test_keys_are_added_changed_and_removed(tmp_path):
    path = create(tmp_path / "x.img")
    write_served(path, tmp_path)
    before = volume_key(path)
    vmgui("disk", "key", "add", path, *FAST, secret=SECRET, new_secret=b"second")
    vmgui("disk", "key", "change", path, *FAST, secret=SECRET, new_secret=b"third")
    opens(path, status=2)
    opens(path, b"second")
    opens(path, b"third")
    vmgui("disk", "key", "remove", path, "--slot", "1", secret=b"third")
    opens(path, b"second", status=2)
    last = vmgui("disk", "key", "remove", path, secret=b"third", status=1)
    assert "last key slot" in last.stderr
    none = vmgui("disk", "key", "remove", path, "--slot", "9", secret=b"third", status=1)
    assert "There is no key slot 9" in none.stderr
    vmgui("disk", "key", "add", path, *FAST, secret=b"third", new_secret=SECRET)
    (tmp_path / "x.img.key").unlink()
    assert volume_key(path) == before
    assert read_served(path, tmp_path) == PLAIN


def test_a_backup_is_cryptsetups_and_the_reverse(tmp_path):
    path = create(tmp_path / "x.img")
    write_served(path, tmp_path)
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    vmgui("disk", "header", "backup", path, ours)
    cryptsetup("luksHeaderBackup", path, "--header-backup-file", theirs)
    assert ours.read_bytes() == theirs.read_bytes()
    assert ours.stat().st_mode & 0o777 == 0o600
    with open(path, "r+b") as file:
        file.write(bytes(HEAD))
    vmgui("disk", "info", path, status=1)
    wrong = vmgui("disk", "header", "restore", path, theirs, secret=b"wrong", status=1)
    assert "doesn't open" in wrong.stderr
    vmgui("disk", "header", "restore", path, theirs, secret=SECRET)
    assert read_served(path, tmp_path) == PLAIN
    other = create(tmp_path / "other.img")
    refused = vmgui("disk", "header", "restore", other, ours, secret=SECRET, status=1)
    assert "belongs to another disk" in refused.stderr


def test_a_damaged_first_header_is_survived_told_and_repaired(tmp_path):
    path = create(tmp_path / "x.img")
    write_served(path, tmp_path)
    with open(path, "r+b") as file:
        file.write(bytes(4096))
    told = vmgui("disk", "info", path)
    assert "first copy of the header is damaged" in told.stderr
    with serving(path, tmp_path / "s", read_only=True) as backend:
        assert any("damaged" in warning for warning in backend.ready["warnings"])
    assert read_served(path, tmp_path) == PLAIN
    vmgui("disk", "header", "repair", path, secret=SECRET)
    assert info(path)["warnings"] == []
    opens(path)


def test_a_file_cut_short(tmp_path):
    path = create(tmp_path / "x.img")
    for size in (HEAD, HEAD - 1, 40000, 4096, 100):
        os.truncate(path, size)
        for verb in ("info", "verify"):
            refused = vmgui("disk", verb, path, status=1)
            assert str(path) in refused.stderr


# Cut short.


def nothing() -> None:
    """What is called while something takes long."""


class Recorded(FileStorage):
    """A file whose writes are remembered, in order."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.writes: list[tuple[int, bytes]] = []

    def write(self, offset: int, data: memoryview) -> None:
        self.writes.append((offset, bytes(data)))
        super().write(offset, data)


@pytest.mark.parametrize(("kind", "damaged"), [("luks1", False), ("luks2", False), ("luks2", True)])
def test_a_power_cut_while_keys_change_locks_nobody_out(tmp_path, kind, damaged):
    """After each single write the disk opens with what opened it before and stays open."""
    path = formatted(tmp_path / "x.img", kind=kind, size=17 * MIB)
    plugin, keep = Luks(), memoryview(bytearray(SECRET))
    if damaged:
        with open(path, "r+b") as file:
            file.write(bytes(100))
    for change in (
        lambda medium: plugin.add_key(medium, keep, memoryview(b"new"), 0, nothing),
        lambda medium: plugin.remove_key(medium, 1),
        plugin.repair,
    ):
        image = path.read_bytes()
        medium = Recorded(path)
        change(medium)
        medium.close()
        cut = MemoryStorage(len(image))
        cut.write(0, memoryview(image))
        for offset, data in [(0, b""), *medium.writes]:
            cut.write(offset, memoryview(data))
            container = plugin.read(cut)
            key = memoryview(bytearray(container.description.key_size))
            assert container.unlock(keep, key, nothing) == 0
        assert cut.data == path.read_bytes()
    opens(path)
    opens(path, b"new", status=2)


def test_cancelling_leaves_nothing(tmp_path):
    """Also in the moment in which cryptsetup measures what a guess may cost."""
    params = {"path": str(tmp_path / "x.img"), "size": 4 * MIB, "plugin": "luks2"}
    job = JobProcess("create", {**params, "unlock_seconds": 30.0}, [bytearray(SECRET)])
    events: list[dict] = []
    while not any(event.get("text") == "Preparing the key" for event in events):
        select.select([job], [], [])
        events += job.poll()
        assert not job.finished, events
    assert [each.name for each in tmp_path.iterdir()] != ["x.img"]
    job.cancel()
    with pytest.raises(VmguiError, match="Cancelled"):
        job.wait()
    assert list(tmp_path.iterdir()) == []
