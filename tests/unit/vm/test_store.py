"""The user's machines as files."""

from __future__ import annotations

import os
import stat

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmgui.errors import VmguiError
from vmgui.paths import vms_dir
from vmgui.vm import lock, store
from vmgui.vm.definition import DefinitionError, Disk, encode, new
from vmgui.vm.qemu.network import mac_address


def test_what_is_kept_comes_back():
    vm = new("Debian 12 ü")
    store.create(vm)
    assert store.load("Debian 12 ü") == vm
    assert [entry.definition for entry in store.entries()] == [vm]
    file = store.folder(vm.name) / store.FILE
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_no_machines_at_first():
    assert store.entries() == []


def test_the_list_is_in_order_whatever_the_case():
    for name in ("b", "A", "c", "B2"):
        store.create(new(name))
    assert [entry.name for entry in store.entries()] == ["A", "b", "B2", "c"]


def test_a_name_is_taken_once():
    store.create(new("a"))
    with pytest.raises(store.VmExists):
        store.create(new("a"))


@pytest.mark.parametrize("name", ["a/b", "", "..\n"])
def test_bad_names_reach_no_file(name):
    with pytest.raises(DefinitionError):
        store.load(name)


names = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="/"), min_size=1)


@given(st.lists(names.map(lambda name: name[:64]), min_size=2, max_size=2, unique=True))
def test_folders_are_safe_and_differ(pair):
    import unicodedata

    folders = [store.folder_name(name) for name in pair]
    for folder in folders:
        assert "/" not in folder
        assert not folder.startswith(".")
        assert len(os.fsencode(folder)) <= 255
    if unicodedata.normalize("NFC", pair[0]) != unicodedata.normalize("NFC", pair[1]):
        assert folders[0] != folders[1]


def test_the_folder_of_an_ordinary_name_is_the_name():
    assert store.folder_name("Debian 12 (müde)") == "Debian 12 (müde)"


def test_an_unknown_name():
    with pytest.raises(store.NoSuchVm, match="vmgui vm list"):
        store.load("nobody")


def test_a_broken_definition_stands_in_the_list_with_its_problem():
    store.create(new("good"))
    store.create(new("bad"))
    (store.folder("bad") / store.FILE).write_text("cpus = \n")
    bad, good = store.entries()
    assert (bad.name, bad.definition) == ("bad", None)
    assert "line 1" in str(bad.problem)
    assert good.definition is not None


@pytest.mark.parametrize("content", [b"\xff", b""])
def test_unreadable_definitions(content):
    store.create(new("a"))
    (store.folder("a") / store.FILE).write_bytes(content)
    with pytest.raises(DefinitionError) as caught:
        store.load("a")
    assert str(store.folder("a")) in caught.value.what


def test_a_definition_in_the_wrong_folder_is_refused():
    store.create(new("a"))
    (store.folder("a") / store.FILE).write_text(encode(new("b")))
    with pytest.raises(DefinitionError, match="another machine, “b”"):
        store.load("a")


def test_update_changes_what_is_there_now():
    store.create(new("a", cpus=1))
    result = store.update("a", lambda vm: msgspec.structs.replace(vm, cpus=vm.cpus + 1))
    assert result.cpus == store.load("a").cpus == 2


def test_update_does_not_touch_an_unchanged_file():
    store.create(new("a"))
    file = store.folder("a") / store.FILE
    file.write_text(file.read_text() + "# mine\n")
    store.update("a", lambda vm: vm)
    assert "# mine" in file.read_text()


def test_a_bad_update_changes_nothing():
    store.create(new("a"))
    before = (store.folder("a") / store.FILE).read_bytes()
    with pytest.raises(DefinitionError):
        store.update("a", lambda vm: msgspec.structs.replace(vm, memory="lots"))
    assert (store.folder("a") / store.FILE).read_bytes() == before


def test_a_full_drive_leaves_the_old_definition(monkeypatch):
    store.create(new("a", cpus=1))

    def full(fd):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(VmguiError, match="No space left"):
        store.update("a", lambda vm: msgspec.structs.replace(vm, cpus=2))
    assert store.load("a").cpus == 1
    assert {each.name for each in store.folder("a").iterdir()} == {store.FILE}


def test_rename_moves_everything():
    store.create(new("a"))
    (store.folder("a") / "vars.fd").write_bytes(b"variables")
    renamed = store.rename("a", "b")
    assert store.load("b") == renamed
    assert (store.folder("b") / "vars.fd").read_bytes() == b"variables"
    assert not store.exists("a")


def test_rename_to_a_name_that_is_taken():
    store.create(new("a"))
    store.create(new("b"))
    with pytest.raises(store.VmExists):
        store.rename("a", "b")
    assert store.exists("a")


def test_delete_removes_what_is_ours_and_nothing_else():
    vm = new("a")
    store.create(vm)
    folder, places = store.folder("a"), store.places(vm)
    places.make()
    places.log.write_text("log")
    (folder / "vars.fd").touch()
    (folder / "precious.vmg").touch()
    store.delete("a")
    assert [each.name for each in folder.iterdir()] == ["precious.vmg"]
    assert not places.state.exists()
    assert store.entries() == []
    store.create(new("a"))  # the name is free again


def test_delete_of_a_broken_definition():
    store.create(new("a"))
    (store.folder("a") / store.FILE).write_text("?")
    store.delete("a")
    assert not store.folder("a").exists()


def test_a_running_machine_is_neither_renamed_nor_deleted():
    vm = new("a")
    store.create(vm)
    fd = lock.acquire(store.places(vm), "a")
    try:
        for attempt in (lambda: store.rename("a", "b"), lambda: store.delete("a")):
            with pytest.raises(lock.VmRunning, match="vmgui vm stop a"):
                attempt()
    finally:
        os.close(fd)
    assert store.load("a") == vm
    store.delete("a")


def test_the_lock_is_seen():
    vm = new("a")
    places = store.places(vm)
    assert not lock.is_held(places)
    fd = lock.acquire(places, "a")
    assert lock.is_held(places)
    os.close(fd)
    assert not lock.is_held(places)


def test_nothing_but_folders_with_definitions_is_a_machine():
    store.create(new("a"))
    (vms_dir() / "empty").mkdir()
    (vms_dir() / "file").touch()
    assert [entry.name for entry in store.entries()] == ["a"]


def test_who_keeps_what_is_known_sees_every_change(home):
    known: store.Known = {}
    assert store.entries(known) == []
    store.create(new("a"))
    store.create(new("b"))
    first = store.entries(known)
    assert [each.name for each in first] == ["a", "b"]
    again = store.entries(known)
    assert all(now is old for now, old in zip(again, first, strict=True))
    store.update("a", lambda old: msgspec.structs.replace(old, memory="1G"))
    store.rename("b", "c")
    changed = store.entries(known)
    assert changed == store.entries()
    assert [each.name for each in changed] == ["a", "c"]
    assert changed[0].definition.memory == "1G"
    store.folder("a").joinpath(store.FILE).write_text("nonsense")
    assert store.entries(known)[0].definition is None
    store.delete("c")
    assert len(store.entries(known)) == 1


def test_a_copy_is_a_machine_of_its_own_without_disks():
    old = new("a", memory="3G", disks=(Disk("/disks/a.vmg"),), tpm=True)
    store.create(old)
    (store.folder("a") / "vars.fd").write_bytes(b"what a's firmware keeps")
    made = store.copy("a", "b")
    assert store.load("b") == made
    assert msgspec.structs.replace(made, id=old.id, name="a", disks=old.disks) == old
    assert made.id != old.id
    assert mac_address(made.id) != mac_address(old.id)
    assert [each.name for each in store.folder("b").iterdir()] == [store.FILE]
    assert store.load("a") == old


def test_a_copy_takes_no_name_that_is_taken_or_can_t_be():
    store.create(new("a"))
    store.create(new("b"))
    with pytest.raises(store.VmExists):
        store.copy("a", "b")
    with pytest.raises(DefinitionError):
        store.copy("a", "x/y")
    with pytest.raises(store.NoSuchVm):
        store.copy("c", "d")
    assert [entry.name for entry in store.entries()] == ["a", "b"]
