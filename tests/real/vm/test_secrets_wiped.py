"""A machine that stops is locked: what opened its disks is wiped, and so is what came too late."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.real.backends import SECRET, make_disk
from vmgui.errors import VmguiError
from vmgui.memory import LockedBuffer
from vmgui.vm.definition import Disk
from vmgui.vm.places import Places
from vmgui.vm.supervisor.disks import Disks


def locked(secret: bytes = SECRET) -> LockedBuffer:
    buffer = LockedBuffer(len(secret))
    buffer.view[:] = secret
    return buffer


def is_wiped(buffer: LockedBuffer) -> bool:
    try:
        return not any(buffer.view)
    except ValueError:  # the memory is given back
        return True


@pytest.fixture
def places(home: Path) -> Places:
    made = Places.of("0b8e2f61-40f7-4c5e-9d57-7f3a51c7a0de", home)
    made.make()
    return made


def test_all_secrets_are_wiped_at_the_end(places, tmp_path):
    secrets = {0: locked(), 1: locked()}
    hot = locked()
    paths = [make_disk(tmp_path / f"{name}.vmg", size=1 << 20) for name in "abc"]

    async def life() -> None:
        defined = tuple(Disk(path=str(path)) for path in paths[:2])
        disks = Disks("m", defined, secrets, places, print, lambda: None)
        try:
            await disks.open(print)
            await disks.add(Disk(path=str(paths[2])), hot)
            assert not any(map(is_wiped, (*secrets.values(), hot)))
        finally:
            await disks.close(60)

    asyncio.run(life())
    assert all(map(is_wiped, (*secrets.values(), hot)))


def test_the_secret_of_a_disk_that_goes_or_does_not_open_is_wiped(places, tmp_path):
    stays, goes, wrong, late = locked(), locked(), locked(b"a wrong one"), locked()
    paths = [str(make_disk(tmp_path / f"{name}.vmg", size=1 << 20)) for name in "abc"]

    async def life() -> None:
        disks = Disks("m", (Disk(path=paths[0]),), {0: stays}, places, print, lambda: None)
        try:
            await disks.open(print)
            await disks.add(Disk(path=paths[1]), goes)
            await disks.remove(paths[1], 60)
            assert is_wiped(goes)
            with pytest.raises(VmguiError, match="doesn't open"):
                await disks.add(Disk(path=paths[2]), wrong)
            assert is_wiped(wrong)
            assert [each["path"] for each in disks.report()] == [paths[0]]
            assert not is_wiped(stays)
        finally:
            await disks.close(60)
        with pytest.raises(VmguiError):
            await disks.add(Disk(path=paths[1]), late)

    asyncio.run(life())
    assert is_wiped(stays)
    assert is_wiped(late)
