"""What somebody changed on the host is an error in the guest, for exactly the sectors changed."""

from __future__ import annotations

import os
import re

import pytest

from vmgui.disk.container import read_header
from vmgui.vm import client, store

SECTORS = 256
CHANGED, SWAPPED = 17, (40, 41)


@pytest.mark.parametrize("plugin", ["aes-gcm", "chacha20-poly1305"])
def test_changed_and_swapped_sectors_are_errors(make_machine, linux, plugin):
    machine = make_machine(memory="512M", **linux.running("scan", "vda"))
    disk = machine.add_disk(SECTORS * 4096, plugin=plugin)
    with machine.plain(disk, read_only=False) as opened:
        opened.write(0, os.urandom(SECTORS * 4096))
    layout = read_header(disk).header.body.layout()
    with open(disk, "r+b") as file:
        content = bytearray(file.read())
        content[layout.data + CHANGED * 4096 + 99] ^= 4
        for start, size in ((layout.data, 4096), (layout.tags, layout.tag_size)):
            one, other = (
                slice(start + number * size, start + (number + 1) * size) for number in SWAPPED
            )
            content[one], content[other] = content[other], content[one]
        file.seek(0)
        file.write(content)

    machine.start()
    said = machine.wait_off()
    assert "guest: scan done" in said
    found = [int(number) for number in re.findall(r"sector (\d+) can't be read", said)]
    assert found == [CHANGED, *SWAPPED]
    log = store.places(store.load(machine.name)).log.read_text()
    for sector in found:
        assert f"{disk}: Sector {sector} is not what was last written there." in log
    assert client.status(machine.name).state == "stopped"
