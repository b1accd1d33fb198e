"""Whose code is given a guest's memory."""

from __future__ import annotations

import msgspec
import pytest

from tests.stranger import plant
from vmgui.disk.pin import Pin
from vmgui.plugin.found import by_name
from vmgui.vm.definition import Disk, new
from vmgui.vm.trusted import settled


def pin(encryption_id: object) -> Pin:
    return Pin(
        disk_uuid="6f1c2d3e-4b5a-4697-8899-aabbccddeeff",
        encrypted=True,
        encryption_id=str(encryption_id),
        generation=1,
        fingerprint="f19e7f19e7f19e7f19e7f19e7f19e7f1",
        cipher={},
    )


def transport(disk: Disk) -> str:
    (only,) = settled(new("x", disks=(disk,))).disks
    assert msgspec.structs.replace(only, transport=disk.transport) == disk
    return only.transport


@pytest.mark.parametrize("name", ["aes-xts", "aes-gcm", "luks2", "unencrypted"])
def test_what_came_with_vmgui(name):
    assert transport(Disk("/d", pin=pin(by_name(name).manifest.id))) == "auto"


def test_a_strangers_plug_in_gets_it_only_where_somebody_says_so(home):
    stranger = plant("acme")
    assert not stranger.bundled
    disk = Disk("/d", pin=pin(stranger.manifest.id))
    assert transport(disk) == "nbd"
    for chosen in ("vhost-user", "nbd"):
        assert transport(msgspec.structs.replace(disk, transport=chosen)) == chosen


def test_a_disk_that_nobody_has_looked_at():
    assert transport(Disk("/d")) == "nbd"
    assert transport(Disk("/d", pin=pin("00000000-0000-4000-8000-000000000000"))) == "nbd"
