"""A Linux gets a disk while it runs, and gives it back."""

from __future__ import annotations

import hashlib
import os
import re
import signal
import time
from pathlib import Path

import pytest

from tests.guest.conftest import SECRET, Machine
from tests.guest.test_backend_death import backend_of
from vmgui import job
from vmgui.demo import evidence
from vmgui.demo.plain import PlainDisk
from vmgui.paths import disks_dir, private_directory, runtime_dir
from vmgui.vm import changes, client, pinning, store

MIB = 1 << 20
REPORT = b"".join(b"Line %d of what only the Linux guest may read.\n" % n for n in range(1, 40001))


def new_disk(size: int) -> Path:
    path = private_directory(disks_dir()) / "hot.vmg"
    params = {"path": str(path), "size": size, "plugin": "aes-gcm", "options": {}}
    job.run("create", {**params, "unlock_seconds": 0}, [SECRET])
    return path


def plug(machine: Machine, disk: Path) -> None:
    new = pinning.attach(store.load(machine.name), disk)
    changes.apply(machine.name, new, {str(disk): SECRET})


def unplug(machine: Machine, disk: Path) -> None:
    changes.apply(machine.name, pinning.detach(store.load(machine.name), disk))
    assert str(disk) not in [each["path"] for each in client.status(machine.name).disks]


@pytest.mark.parametrize(
    ("board", "transport"), [("q35", "vhost-user"), ("pc", "vhost-user"), ("pc", "nbd")]
)
def test_a_disk_comes_and_goes(make_machine, linux, board, transport):
    """By vhost-user only a machine takes one whose memory was shared from the start."""
    shared = transport == "vhost-user"
    script = linux.running("hotplug", *(["vda"] * shared), disk="vdb" if shared else "vda")
    machine = make_machine(memory="512M", cpus=2, machine=board, **script)
    if shared:
        machine.add_disk(MIB)
    disk = new_disk(64 * MIB)
    machine.start()
    machine.wait_for("guest: waiting")
    plug(machine, disk)
    assert client.status(machine.name).disks[-1]["transport"] == transport
    machine.wait_for(f"guest: a disk of {64 * MIB // 512} sectors has come")
    machine.wait_for("guest: written")
    before = client.figures(machine.name).disks[-1]
    assert before.path == str(disk)
    assert before.written_bytes > len(REPORT)
    assert before.cpu > 0
    unplug(machine, disk)
    machine.wait_for("guest: the disk has gone")

    # The machine runs on; the disk is closed, complete, and shows nothing of what it holds.
    with PlainDisk(disk, runtime_dir(), SECRET, read_only=True) as opened:
        plain = opened.read(0, opened.size)
    windows = evidence.telling_windows(REPORT)
    assert evidence.find_any(windows, plain) >= 0, "the search finds nothing where it is"
    assert b"confidential-report.txt" in plain
    stored = disk.read_bytes()
    assert evidence.find_any(windows, stored) == -1
    assert b"confidential-report.txt" not in stored

    plug(machine, disk)
    machine.wait_for("guest: in use")
    unplug(machine, disk)
    machine.wait_for("guest: pulled while in use")
    with PlainDisk(disk, runtime_dir(), SECRET, read_only=True) as opened:
        plain = opened.read(0, opened.size)
    assert b"private-copy.txt" in plain, "what was synced before is there"

    plug(machine, disk)
    for restarts, round_ in enumerate((3, 7), start=1):
        machine.wait_for(f"guest: round {round_} ")
        os.kill(backend_of(disk), signal.SIGKILL)
        while (status := client.status(machine.name)).active and (
            sum(each["restarts"] for each in status.disks) < restarts
        ):
            time.sleep(0.05)
    said = machine.wait_off()
    assert "guest: hotplug done" in said
    report = hashlib.sha256(REPORT).hexdigest()
    assert said.count(report) == 2, "the guest read what it wrote, before and after"
    sums = dict(re.findall(r"guest: round (\d+) ([0-9a-f]{64})", said))
    assert len(sums) == 12
    with machine.plain(disk) as opened:
        for number, told in sums.items():
            assert hashlib.sha256(opened.read(int(number) * MIB, MIB)).hexdigest() == told


def test_a_disk_from_the_start_goes(make_machine, linux):
    machine = make_machine(memory="512M", cpus=2, **linux.running("give-back", "vda", "vdb"))
    machine.add_disk(16 * MIB)
    data = machine.add_disk(64 * MIB)
    machine.start()
    machine.wait_for("guest: both disks")
    changes.apply(machine.name, pinning.detach(store.load(machine.name), data))
    assert len(client.status(machine.name).disks) == 1
    with PlainDisk(data, runtime_dir(), SECRET, read_only=True) as opened:
        assert b"what was written before it went" in opened.read(0, opened.size)
    machine.go_on()
    said = machine.wait_off()
    assert "guest: one disk is left" in said
    assert "guest: give-back done" in said
