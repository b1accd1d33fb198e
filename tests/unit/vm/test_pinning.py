"""Pins and their seals: nobody exchanges a disk or its pin unseen."""

from __future__ import annotations

import shutil
from pathlib import Path
from uuid import UUID

import msgspec
import pytest

from tests.real.backends import SECRET, make_disk
from vmgui.disk.container import open_disk
from vmgui.disk.errors import DiskError, PinMismatch
from vmgui.errors import VmguiError
from vmgui.plugin.load import for_header
from vmgui.secret.keyring_state import State
from vmgui.vm import pinning, store
from vmgui.vm.definition import Definition, DefinitionError, new


def open_once(path: Path) -> None:
    """Use the disk: its generation grows."""
    open_disk(path, secret=bytearray(SECRET), plugin=for_header).close()


@pytest.fixture
def disk(tmp_path):
    return make_disk(tmp_path / "a.vmg", size=1 << 20)


@pytest.fixture
def vm(disk, keyring):
    vm = pinning.attach(new("x"), disk)
    store.create(vm)
    return vm


def with_disk(vm: Definition, **fields: object) -> Definition:
    """The machine with its first disk changed."""
    changed = msgspec.structs.replace(vm.disks[0], **fields)
    return msgspec.structs.replace(vm, disks=(changed, *vm.disks[1:]))


def refusal(vm: Definition) -> str:
    with pytest.raises(PinMismatch) as caught:
        pinning.check(vm)
    assert "vmgui vm accept x" in caught.value.remedy
    return caught.value.why


def test_attaching_pins_and_seals(vm, disk):
    attached = vm.disks[0]
    assert attached.path == str(disk)
    assert attached.pin.encrypted
    assert len(attached.seal) == 64
    assert pinning.check(vm) == []
    assert pinning.changes(vm) == {}


def test_a_relative_path_is_made_absolute(disk, keyring, monkeypatch):
    monkeypatch.chdir(disk.parent)
    assert pinning.attach(new("x"), Path("a.vmg")).disks[0].path == str(disk)


def test_what_is_no_disk_is_not_attached(tmp_path, keyring):
    with pytest.raises(DiskError):
        pinning.attach(new("x"), tmp_path / "none.vmg")
    (tmp_path / "text").write_text("hello")
    with pytest.raises(DiskError):
        pinning.attach(new("x"), tmp_path / "text")


def test_a_disk_is_attached_once(vm, disk, tmp_path):
    with pytest.raises(DefinitionError, match="twice"):
        pinning.attach(vm, disk)
    copy = shutil.copy(disk, tmp_path / "copy.vmg")
    with pytest.raises(DefinitionError, match="same disk"):
        pinning.attach(vm, Path(copy))


def test_detach(vm, disk):
    assert pinning.detach(vm, disk).disks == ()
    with pytest.raises(VmguiError, match="no disk"):
        pinning.detach(vm, Path("/other"))


def test_which_disks_need_a_secret(vm, tmp_path):
    plain = make_disk(tmp_path / "plain.vmg", plugin="unencrypted", size=1 << 20)
    assert pinning.locked_disks(pinning.attach(vm, plain)) == [0]


def other_plugin(vm: Definition) -> object:
    """The pin, as if another plug-in had been chosen."""
    return msgspec.structs.replace(vm.disks[0].pin, encryption_id=str(UUID(int=7)))


def test_the_side_that_changed_is_named(vm, disk, tmp_path):
    """A disk and a definition that name different plug-ins: the seal tells who was changed."""
    changed_definition = refusal(with_disk(vm, pin=other_plugin(vm)))
    assert "another encryption plug-in than the one that it was chosen for" in changed_definition
    assert "So the definition was changed" in changed_definition
    plain = make_disk(tmp_path / "p.vmg", plugin="unencrypted", size=1 << 20)
    shutil.copy(plain, disk)
    changed_disk = refusal(vm)
    assert "another encryption plug-in than the one that it was chosen for" in changed_disk
    assert "it is the disk that changed and not the definition" in changed_disk


def test_a_definition_whose_seal_alone_is_wrong_is_the_side_that_changed(vm):
    assert "The disk agrees with it, so the definition" in refusal(with_disk(vm, seal="0" * 64))


@pytest.mark.parametrize("state", [State.LOCKED, State.ABSENT, State.NOTHING_STORED])
def test_without_the_keyring_the_side_is_not_guessed(vm, keyring, state):
    if state is State.NOTHING_STORED:
        keyring.content.clear()
    else:
        keyring.state = state
    assert "can't be told" in refusal(with_disk(vm, pin=other_plugin(vm)))


def test_another_disk_in_the_same_place_is_refused(vm, disk, tmp_path):
    shutil.copy(make_disk(tmp_path / "other.vmg", size=1 << 20), disk)
    assert "another disk" in refusal(vm)


def test_a_disk_turned_into_plaintext_is_refused(vm, disk, tmp_path):
    plain = make_disk(tmp_path / "p.vmg", plugin="unencrypted", size=1 << 20)
    shutil.copy(plain, disk)
    assert "not encrypted" in refusal(vm)


def test_an_older_copy_is_refused_once_a_newer_one_was_seen(vm, disk, tmp_path):
    old = shutil.copy(disk, tmp_path / "old.vmg")
    open_once(disk)
    assert vm.disks[0].pin is not None
    seen = msgspec.structs.replace(vm.disks[0].pin, generation=vm.disks[0].pin.generation + 1)
    pinning.renew("x", {seen.disk_uuid: seen})
    renewed = store.load("x")
    assert renewed.disks[0].pin == seen
    assert pinning.check(renewed) == []
    shutil.copy(old, disk)
    assert "older copy" in refusal(renewed)


def test_a_pin_changed_by_hand_is_refused(vm):
    pin = msgspec.structs.replace(vm.disks[0].pin, generation=0)
    assert "seal" in refusal(with_disk(vm, pin=pin))


def test_a_seal_that_was_taken_away_is_refused(vm):
    assert "not sealed" in refusal(with_disk(vm, seal=""))


def test_a_pin_that_was_taken_away_is_refused(vm):
    assert "never accepted" in refusal(with_disk(vm, pin=None, seal=""))


def test_the_sealed_disk_of_another_machine_is_refused(vm, keyring):
    other = msgspec.structs.replace(new("x"), disks=vm.disks)
    assert "seal" in refusal(other)


def test_accepting_makes_it_right(vm, disk, tmp_path):
    shutil.copy(make_disk(tmp_path / "other.vmg", size=1 << 20), disk)
    refusal(vm)
    accepted = pinning.accept(vm)
    assert pinning.check(accepted) == []
    assert accepted.disks[0].pin is not None
    assert accepted.disks[0].pin.fingerprint == ""


def test_without_a_keyring_pins_are_as_good_as_the_file(disk, keyring):
    keyring.state = State.ABSENT
    vm = pinning.attach(new("x"), disk)
    assert vm.disks[0].seal == ""
    (doubt,) = pinning.check(vm)
    assert "no keyring" in doubt


@pytest.mark.parametrize("state", [State.LOCKED, State.ABSENT, State.REFUSED])
def test_while_the_keyring_is_away_a_sealed_pin_stays_as_it_is(vm, keyring, state):
    keyring.state = state
    (doubt,) = pinning.check(vm)
    assert "not checked" in doubt
    seen = msgspec.structs.replace(vm.disks[0].pin, generation=99)
    pinning.renew("x", {seen.disk_uuid: seen})
    assert store.load("x") == vm


def test_a_keyring_that_comes_later_seals_all_disks_at_the_next_start(tmp_path, keyring):
    keyring.state = State.ABSENT
    vm = new("x")
    for name in ("a", "b"):
        vm = pinning.attach(vm, make_disk(tmp_path / name, size=1 << 20))
    store.create(vm)
    keyring.state = State.AVAILABLE
    assert len(pinning.check(vm)) == 1
    pinning.renew("x", {disk.pin.disk_uuid: disk.pin for disk in vm.disks if disk.pin})
    sealed = store.load("x")
    assert all(disk.seal for disk in sealed.disks)
    assert pinning.check(sealed) == []


def test_a_changed_pin_is_not_vouched_for_by_renewing(vm):
    forged = msgspec.structs.replace(vm.disks[0].pin, generation=0)
    store.update("x", lambda old: with_disk(old, pin=forged))
    seen = msgspec.structs.replace(forged, generation=5)
    pinning.renew("x", {seen.disk_uuid: seen})
    assert store.load("x").disks[0].pin == forged
    refusal(store.load("x"))
