"""Who can open a disk: passphrases, key files, recovery keys; never nobody."""

from __future__ import annotations

import os
import stat

import pytest
from msgspec.structs import replace

from vmgui.disk import backup, kdf, keyslot
from vmgui.disk.body import FLOOR_MEMORY, Kdf, canonical, parse
from vmgui.disk.container import open_disk, read_header, unlock
from vmgui.disk.edit import editing
from vmgui.disk.errors import DiskError, HeaderDamaged, SecretWanted, WrongSecret
from vmgui.disk.header import BACKUP_OFFSET, COPY_SIZE
from vmgui.plugin.load import for_header

SECRET = b"correct horse"
WORDS = b" ".join([b"abandon"] * 23 + [b"art"])


def slots(path):
    return [(slot.id, slot.kind) for slot in read_header(path).header.body.key_slots]


def opens(path, secret) -> bool:
    try:
        unlock(read_header(path).header, secret)
    except WrongSecret:
        return False
    return True


def test_add_change_remove(make_disk):
    path = make_disk()
    with editing(path, SECRET) as editor:
        editor.add(b"key file \0\xff bytes", "key-file", 0)
        editor.add(WORDS, "recovery", 0)
    assert slots(path) == [(0, "passphrase"), (1, "key-file"), (2, "recovery")]
    with editing(path, WORDS) as editor:
        editor.change(editor.opened_by(SECRET).id, b"another", "passphrase", 0)
    assert not opens(path, SECRET)
    assert opens(path, b"another")
    with editing(path, b"another") as editor:
        editor.remove(1)
        with pytest.raises(DiskError, match="no key slot 1"):
            editor.remove(1)
    assert not opens(path, b"key file \0\xff bytes")
    assert opens(path, WORDS)


def test_the_last_slot_stays(make_disk):
    path = make_disk()
    with editing(path, SECRET) as editor, pytest.raises(DiskError, match="last key slot"):
        editor.remove(0)
    assert opens(path, SECRET)


def test_every_update_counts_up_and_is_signed(make_disk):
    path = make_disk()
    before = read_header(path).header
    with editing(path, SECRET) as editor:
        editor.add(b"two", "passphrase", 0)
        volume_key = bytes(editor.volume_key)
    after = read_header(path).header
    assert after.generation == before.generation + 1
    after.verify(volume_key)


def test_changing_a_passphrase_never_leaves_none(make_disk, monkeypatch):
    """Between adding the new and removing the old one, both open."""
    path = make_disk()
    seen = []
    with editing(path, SECRET) as editor:
        monkeypatch.setattr(editor, "remove", lambda number: seen.append(slots(path)))
        editor.change(0, b"new", "passphrase", 0)
    assert seen == [[(0, "passphrase"), (1, "passphrase")]]
    assert opens(path, SECRET)
    assert opens(path, b"new")


def test_thirty_two_slots_and_no_more(make_disk):
    path = make_disk()
    with editing(path, SECRET) as editor:
        template = editor.header.body.key_slots[0]
        import msgspec

        editor._save([msgspec.structs.replace(template, id=number) for number in range(32)])
        with pytest.raises(DiskError, match="All 32"):
            editor.add(b"one more", "passphrase", 0)
    assert len(slots(path)) == 32


def test_wrong_or_missing_secret(make_disk):
    path = make_disk()
    with pytest.raises(WrongSecret, match="nothing was changed"):
        open_disk(path, secret=b"wrong", plugin=for_header)
    with pytest.raises(SecretWanted):
        open_disk(path, secret=None, plugin=for_header)
    assert read_header(path).header.generation == 1


def test_a_slot_is_bound_to_its_place(make_disk):
    """Neither number, kind nor parameters of a slot can be exchanged."""
    import msgspec

    path = make_disk()
    header = read_header(path).header
    slot = header.body.key_slots[0]
    assert keyslot.unseal(slot, SECRET, header.disk)
    for change in (
        {"id": 1},
        {"kind": "key-file"},
        {"kdf": msgspec.structs.replace(slot.kdf, lanes=8)},
    ):
        assert keyslot.unseal(msgspec.structs.replace(slot, **change), SECRET, header.disk) is None
    assert keyslot.unseal(slot, SECRET, type(header.disk)(int=1)) is None


def test_argon2id_vector():
    """The tag was computed with another program, the reference implementation's `argon2`:
    printf password | argon2 somesaltsomesaltsomesaltsomesalt -id -t 3 -m 16 -p 4 -l 32 -r"""
    made = Kdf("argon2id", 65536, 3, 4, b"somesaltsomesaltsomesaltsomesalt")
    assert kdf.derive(b"password", made).hex() == (
        "f13236b43df54b139157ceb75984e72267e4291e4f522882325c27dfff3d1ed2"
    )


@pytest.mark.parametrize(
    "values",
    [
        {"memory": 65535},
        {"memory": 0},
        {"passes": 0},
        {"passes": 1001},
        {"passes": 2},
        {"lanes": 0},
        {"lanes": 65},
        {"passes": -3},
    ],
)
def test_a_header_with_a_hostile_kdf_is_refused(make_disk, values):
    body = read_header(make_disk()).header.body
    slot = body.key_slots[0]
    cheap = replace(slot, kdf=replace(slot.kdf, **values))
    with pytest.raises(HeaderDamaged, match="slot's cost"):
        parse(canonical(replace(body, key_slots=[cheap])))


@pytest.mark.parametrize("memory", [1 << 40, kdf.max_memory() + 1])
def test_too_much_memory_is_refused_before_it_is_taken(memory, monkeypatch):
    monkeypatch.setattr(kdf, "Argon2id", None)
    with pytest.raises(kdf.TooMuchMemory, match="more memory than this computer"):
        kdf.derive(b"x", Kdf("argon2id", memory, 3, 4, bytes(32)))


def test_a_slot_too_large_for_this_computer_is_passed_over(make_disk, monkeypatch):
    path = make_disk()
    with editing(path, SECRET) as editor:
        editor.add(b"other", "passphrase", 0)
    first, second = read_header(path).header.body.key_slots
    disk = read_header(path).header.disk
    slots = [replace(first, kdf=replace(first.kdf, memory=kdf.max_memory() + 1)), second]
    assert keyslot.unlock(slots, b"other", disk)[0].id == second.id
    with pytest.raises(kdf.TooMuchMemory):
        keyslot.unlock(slots, SECRET, disk)


def test_calibration_stays_within_its_limits():
    for seconds in (0, 0.01, 0.5):
        made = kdf.calibrated(seconds)
        kdf.check(made)
        assert FLOOR_MEMORY <= made.memory <= kdf.CEILING_MEMORY
    assert kdf.calibrated(0).salt != kdf.calibrated(0).salt


def test_a_backup_brings_a_lost_header_back(make_disk, opened, tmp_path):
    path, saved = make_disk(), tmp_path / "saved"
    disk = opened(path)
    disk.device.write(0, memoryview(b"precious"))
    disk.close()
    backup.backup(path, saved)
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600
    generation = read_header(path).header.generation
    with open(path, "r+b") as file:
        file.write(bytes(1 << 20))
    with pytest.raises(DiskError):
        read_header(path)
    with pytest.raises(WrongSecret):
        backup.restore(path, saved, b"wrong")
    backup.restore(path, saved, SECRET)
    assert read_header(path).header.generation > generation
    assert not read_header(path).damaged
    disk = opened(path)
    out = bytearray(8)
    disk.device.read(0, memoryview(out))
    disk.close()
    assert out == b"precious"


def test_a_backup_of_another_disk_is_refused(make_disk, tmp_path):
    first, second, saved = make_disk("a"), make_disk("b"), tmp_path / "saved"
    backup.backup(first, saved)
    before = second.read_bytes()
    with pytest.raises(DiskError, match="another disk"):
        backup.restore(second, saved, SECRET)
    assert second.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"x", os.urandom(COPY_SIZE), bytes(COPY_SIZE + 1)])
def test_what_is_no_backup_is_refused(make_disk, tmp_path, content):
    path, saved = make_disk(), tmp_path / "saved"
    saved.write_bytes(content)
    before = path.read_bytes()
    with pytest.raises(DiskError, match="not a usable header backup"):
        backup.restore(path, saved, SECRET)
    assert path.read_bytes() == before


def test_a_backup_overwrites_nothing(make_disk, tmp_path):
    path, saved = make_disk(), tmp_path / "saved"
    saved.write_bytes(b"mine")
    with pytest.raises(DiskError, match="never overwritten"):
        backup.backup(path, saved)
    assert saved.read_bytes() == b"mine"


def test_the_second_copy_is_a_copy_of_the_first(make_disk):
    content = make_disk().read_bytes()
    assert content[512:COPY_SIZE] == content[BACKUP_OFFSET + 512 : BACKUP_OFFSET + COPY_SIZE]
