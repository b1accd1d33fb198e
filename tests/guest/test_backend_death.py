"""A backend that dies is a pause for the guest, not an error, and costs no data."""

from __future__ import annotations

import hashlib
import os
import re
import signal
import time
from pathlib import Path

import pytest

from vmgui.vm import client

MIB = 1 << 20


def backend_of(disk: Path) -> int:
    """The process that serves a disk."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue  # it has ended
        if b"vmgui.backend" in words and os.fsencode(disk) in words:
            return int(process.name)
    raise AssertionError(f"nobody serves {disk}")


@pytest.mark.parametrize(
    ("plugin", "transport"),
    [("aes-xts", "vhost-user"), ("aes-gcm", "vhost-user"), ("aes-xts", "nbd")],
)
def test_killed_backends_in_the_middle_of_a_guests_work(make_machine, linux, plugin, transport):
    machine = make_machine(memory="512M", cpus=2, **linux.running("busy", "vda"))
    disk = machine.add_disk(64 * MIB, plugin=plugin, transport=transport)
    machine.start()
    (served,) = client.status(machine.name).disks
    assert served["transport"] == transport
    for restarts, round_ in enumerate((3, 11, 25), start=1):
        machine.wait_for(f"guest: round {round_} ")
        os.kill(backend_of(disk), signal.SIGKILL)
        while (status := client.status(machine.name)).active and (
            sum(each["restarts"] for each in status.disks) < restarts
        ):
            time.sleep(0.05)
    said = machine.wait_off()
    assert "guest: busy done" in said
    sums = dict(re.findall(r"guest: round (\d+) ([0-9a-f]{64})", said))
    assert len(sums) == 40
    with machine.plain(disk) as opened:
        for round_, told in sums.items():
            read = opened.read(int(round_) * MIB, MIB)
            assert hashlib.sha256(read).hexdigest() == told, round_
