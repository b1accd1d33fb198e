"""Creating and opening a disk, the lock, the pin, and what is said when it can't be."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from uuid import uuid4

import msgspec
import pytest

from vmgui.api import Manifest
from vmgui.disk import backup
from vmgui.disk import header as header_area
from vmgui.disk import pin as pins
from vmgui.disk.container import open_disk, read_header
from vmgui.disk.create import NewDisk, create_disk
from vmgui.disk.edit import editing
from vmgui.disk.errors import DiskError, DiskInUse, PinMismatch, Truncated
from vmgui.disk.header import BACKUP_OFFSET, COPY_SIZE, PRIMARY_OFFSET
from vmgui.errors import VmguiError
from vmgui.plugin.found import PluginMissing, by_name
from vmgui.plugin.load import for_header, load
from vmgui.storage.file import FileStorage

SECRET = b"correct horse"


@pytest.mark.parametrize("plugin", ["aes-xts", "aes-gcm", "chacha20-poly1305", "unencrypted"])
def test_what_is_written_is_found_again(make_disk, opened, plugin):
    path = make_disk(plugin=plugin)
    secret = None if plugin == "unencrypted" else SECRET
    with_data = opened(path, secret)
    with_data.device.write(12345, memoryview(b"hello"))
    with_data.close()
    again = opened(path, secret, read_only=True)
    out = bytearray(5)
    again.device.read(12345, memoryview(out))
    again.close()
    assert out == b"hello"
    assert (b"hello" in path.read_bytes()) == (plugin == "unencrypted")


def test_a_large_disk_takes_little_room(make_disk):
    path = make_disk(size=1 << 40)
    assert path.stat().st_size > 1 << 40
    assert path.stat().st_blocks * 512 < 1 << 20


def test_a_large_authenticated_disk_takes_little_room(make_disk, opened):
    path = make_disk(size=1 << 40, plugin="aes-gcm")
    disk = opened(path)
    disk.device.write((1 << 40) - 4096, memoryview(bytearray(b"end!" * 1024)))
    disk.close()
    out = bytearray(4096)
    disk = opened(path, read_only=True)
    disk.device.read((1 << 40) - 4096, memoryview(out))
    disk.close()
    assert out == b"end!" * 1024
    assert path.stat().st_blocks * 512 < 1 << 20


def test_a_killed_authenticated_disk_has_all_that_was_written(make_disk, opened):
    path = make_disk(plugin="aes-gcm")
    disk = opened(path)
    for version in range(3):
        disk.device.write(4096, memoryview(bytearray(b"%d" % version * 4096)))
    disk.storage.close()  # nothing else: as after kill -9
    for read_only in (True, False):
        out = bytearray(4096)
        disk = opened(path, read_only=read_only)
        disk.device.read(4096, memoryview(out))
        disk.device.flush()
        disk.close()
        assert out == b"2" * 4096


def test_a_crash_and_a_damaged_record_of_the_state_are_told(make_disk, opened):
    path = make_disk(plugin="aes-gcm")
    disk = opened(path)
    disk.device.write(0, memoryview(bytearray(4096)))
    disk.close()
    disk = opened(path)
    disk.device.write(4096, memoryview(bytearray(4096)))
    disk.storage.close()
    with open(path, "r+b") as file:
        file.seek(read_header(path).header.body.layout().stamps + 4000)
        file.write(b"changed")
    with pytest.raises(DiskError, match=r"record of sectors 0 to 255 was changed.*backup"):
        opened(path)


def test_an_authenticated_disk_can_not_be_filled(tmp_path, make_disk):
    with pytest.raises(DiskError, match="random"):
        make_disk(plugin="aes-gcm", fill=True)
    assert list(tmp_path.iterdir()) == []


def test_an_older_header_does_not_bring_an_older_disk_back(make_disk, opened, tmp_path):
    """Restoring a header backup is allowed: the data's own record says how new the data is."""
    path, saved = make_disk(plugin="aes-gcm"), tmp_path / "saved"
    backup.backup(path, saved)
    disk = opened(path)
    disk.device.write(0, memoryview(bytearray(b"new!" * 1024)))
    disk.close()
    backup.restore(path, saved, SECRET)
    out = bytearray(4096)
    disk = opened(path)
    disk.device.read(0, memoryview(out))
    disk.close()
    assert out == b"new!" * 1024


def test_odd_sizes_are_rounded_up(make_disk):
    assert read_header(make_disk("a", size=1)).header.body.size == 4096
    assert read_header(make_disk("b", size=4097)).header.body.size == 8192
    with pytest.raises(DiskError, match="can't have 0 bytes"):
        make_disk("c", size=0)


def test_only_the_owner_can_read_it(make_disk):
    os.umask(0)
    assert make_disk().stat().st_mode & 0o777 == 0o600


def test_an_existing_file_is_never_overwritten(make_disk, tmp_path):
    (tmp_path / "disk.vmg").write_bytes(b"mine")
    with pytest.raises(DiskError, match="already a file"):
        make_disk()
    assert (tmp_path / "disk.vmg").read_bytes() == b"mine"
    assert [each.name for each in tmp_path.iterdir()] == ["disk.vmg"]


class Stop(Exception):
    """A cancel."""


def test_a_cancel_leaves_nothing(tmp_path):
    plugin = by_name("aes-xts")
    new = NewDisk(tmp_path / "d", 8 << 20, {"key_bits": 256}, unlock_seconds=0, fill=True)

    def progress(done, total, text):
        if done > 2 << 20:
            raise Stop

    with pytest.raises(Stop):
        create_disk(new, plugin.manifest, load(plugin), SECRET, progress)
    assert not list(tmp_path.iterdir())


def test_a_filled_disk_hides_what_is_in_use(make_disk, opened):
    path = make_disk(size=4 << 20, fill=True)
    assert path.stat().st_blocks * 512 >= 4 << 20
    assert path.read_bytes()[1 << 20 :].count(0) < (4 << 20) // 200
    disk = opened(path)
    before = path.read_bytes()[1 << 20 :]
    disk.device.trim(0, 1 << 20)
    disk.device.write(0, memoryview(b"hello"))
    assert path.read_bytes()[1 << 20 :][4096:] == before[4096:]
    disk.close()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"path": "missing/dir/d"}, "Make the folder"),
        ({"size": 1 << 62}, "can't"),
        ({"sector_size": 1024}, "no sectors of 1024"),
    ],
)
def test_creating_says_why_it_can_not(tmp_path, change, words):
    plugin = by_name("aes-xts")
    if "path" in change:
        change = {"path": tmp_path / change["path"]}
    wanted = {"path": tmp_path / "d", "size": 4096, "options": {"key_bits": 256}, **change}
    with pytest.raises(DiskError, match=words):
        create_disk(NewDisk(**wanted, unlock_seconds=0), plugin.manifest, load(plugin), SECRET)
    assert not list(tmp_path.iterdir())


def test_encrypted_needs_a_secret_and_unencrypted_none(tmp_path):
    new = NewDisk(tmp_path / "d", 4096, {}, unlock_seconds=0)
    for name, secret in (("aes-xts", None), ("aes-xts", b""), ("unencrypted", b"x")):
        plugin = by_name(name)
        options = plugin.manifest.options_with({})
        with pytest.raises(DiskError, match="passphrase"):
            create_disk(replace(new, options=options), plugin.manifest, load(plugin), secret)


def test_only_one_plugin_may_not_encrypt(tmp_path):
    """A stranger's null cipher is refused, and the flag can't be had for ours."""
    import msgspec

    plugin = by_name("unencrypted")
    assert plugin.manifest.id == header_area.UNENCRYPTED
    other: Manifest = msgspec.structs.replace(plugin.manifest, id=uuid4())
    with pytest.raises(DiskError, match="claims not to encrypt"):
        create_disk(NewDisk(tmp_path / "d", 4096, {}), other, load(plugin), None)


def test_one_writer_or_many_readers(make_disk, opened):
    path = make_disk()
    writer = opened(path)
    for read_only in (False, True):
        with pytest.raises(DiskInUse, match=f"process {os.getpid()}"):
            opened(path, read_only=read_only)
    writer.close()
    readers = [opened(path, read_only=True) for _ in range(2)]
    with pytest.raises(DiskInUse):
        opened(path)
    for reader in readers:
        reader.close()
    opened(path).close()


def test_the_holder_is_named_by_its_label(make_disk, opened):
    path = make_disk()
    code = (
        "import sys; from vmgui.disk.container import open_storage; from pathlib import Path\n"
        "open_storage(Path(sys.argv[1]), read_only=False); print('locked', flush=True)\n"
        "sys.stdin.read()"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code, str(path), "--label", "VM debian"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with child:
        assert child.stdout.readline() == b"locked\n"
        with pytest.raises(DiskInUse, match=rf"process {child.pid} \(VM debian\)"):
            opened(path)
        child.stdin.close()
        child.stdout.close()
    opened(path).close()


def test_a_file_that_was_cut_short_is_refused(make_disk, opened):
    path = make_disk()
    with open(path, "r+b") as file:
        file.truncate(path.stat().st_size - 1)
    with pytest.raises(Truncated, match="truncate -s"):
        opened(path)


def test_missing_files_and_folders_are_explained(tmp_path, opened):
    with pytest.raises(DiskError, match="Check the path"):
        opened(tmp_path / "nothing")
    with pytest.raises(DiskError, match="can't be opened"):
        opened(tmp_path)


def test_an_unknown_plugin_is_named_and_nothing_is_changed(make_disk, opened):
    path = make_disk()
    storage = FileStorage(path)
    header = replace(read_header(path).header, encryption_id=uuid4())
    header_area.write(storage, header)
    storage.close()
    before = path.read_bytes()
    with pytest.raises(PluginMissing, match=f"{header.encryption_id}"):
        opened(path)
    assert path.read_bytes() == before


def test_opening_for_writing_counts_up(make_disk, opened):
    path = make_disk()
    for wanted in (2, 3):
        opened(path).close()
        assert read_header(path).header.generation == wanted
    opened(path, read_only=True).close()
    assert read_header(path).header.generation == 3


def test_with_a_damaged_copy_it_opens_warns_and_leaves_the_header_alone(make_disk, opened):
    path = make_disk()
    with open(path, "r+b") as file:
        file.seek(600)
        file.write(b"\0")
    before = path.read_bytes()
    disk = opened(path)
    disk.close()
    assert "vmgui disk header repair" in disk.warnings[0]
    assert path.read_bytes() == before


@pytest.mark.parametrize("stale", [PRIMARY_OFFSET, BACKUP_OFFSET])
def test_an_update_cut_short_is_made_good_at_the_next_opening(make_disk, opened, stale):
    path = make_disk()
    older = path.read_bytes()[stale : stale + COPY_SIZE]
    opened(path).close()
    with open(path, "r+b") as file:
        file.seek(stale)
        file.write(older)
    assert read_header(path).stale_offset == stale
    disk = opened(path)
    disk.close()
    found = read_header(path)
    assert (disk.warnings, found.stale_offset, found.header.generation) == ([], -1, 3)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"options": {"key_bits": 128}}, "64 bytes"),
        ({"key_size": 48}, "keys of 48 bytes"),
        ({"options": {"key_bits": 192}}, "192"),
        ({"options": {}}, "no value"),
        ({"options": {"key_bits": 256, "x": 1}}, "“x”"),
    ],
)
def test_parameters_that_the_plugin_does_not_offer_are_refused(make_disk, opened, change, words):
    """Signed by the owner's key or not: 64 bytes of key for 128 bits is no cipher we know."""
    path = make_disk()
    with editing(path, b"correct horse") as editor:
        cipher = msgspec.structs.replace(editor.header.body.cipher, **change)
        body = msgspec.structs.replace(editor.header.body, cipher=cipher)
        editor.header = replace(editor.header, body=body)
        editor.repair()
    with pytest.raises(VmguiError, match=words):
        opened(path)


def test_a_pin_accepts_its_disk_and_newer_generations(make_disk, opened):
    path = make_disk()
    first = opened(path)
    pin = pins.pin_of(first.header, first.fingerprint)
    first.close()
    opened(path, pin=pin).close()
    assert pin.generation == 2


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("disk_uuid", str(uuid4()), "another disk"),
        ("encrypted", False, "says that it is encrypted"),
        ("encryption_id", str(uuid4()), "another encryption plug-in"),
        ("cipher", {"sector_size": 512, "key_size": 64, "tag_size": 0}, "sector_size"),
        ("fingerprint", "00" * 16, "volume key"),
        ("generation", 99, "older copy"),
    ],
)
def test_a_disk_that_differs_from_its_pin_is_refused(make_disk, opened, field, value, words):
    import msgspec

    path = make_disk()
    first = opened(path)
    pin = pins.pin_of(first.header, first.fingerprint)
    first.close()
    before = path.read_bytes()
    with pytest.raises(PinMismatch, match=words) as caught:
        opened(path, pin=msgspec.structs.replace(pin, **{field: value}))
    assert "vmgui vm accept" in str(caught.value)
    assert path.read_bytes() == before


def test_an_unencrypted_look_alike_is_refused(make_disk, opened):
    """Somebody puts a plain disk in the place of the encrypted one, same UUID and all."""
    path = make_disk()
    first = opened(path)
    pin = pins.pin_of(first.header, first.fingerprint)
    first.close()
    fake = make_disk("fake", plugin="unencrypted")
    storage = FileStorage(fake)
    header_area.write(
        storage, replace(read_header(fake).header, disk=first.header.disk, generation=50)
    )
    storage.close()
    with pytest.raises(PinMismatch, match="says that it is not encrypted; it was encrypted"):
        open_disk(fake, secret=SECRET, plugin=for_header, pin=pin)


def test_a_pin_is_checked_before_the_secret_is_used_and_the_plugin_runs(make_disk):
    path = make_disk()
    pin = pins.pin_of(read_header(path).header)
    wrong = {"encryption_id": str(uuid4())}

    def never(header):
        raise AssertionError("the plug-in must not be looked for")

    with pytest.raises(PinMismatch):
        open_disk(path, secret=b"wrong", plugin=never, pin=pins.Pin(**{**vars_of(pin), **wrong}))


def vars_of(pin: pins.Pin) -> dict:
    return {name: getattr(pin, name) for name in pin.__struct_fields__}
