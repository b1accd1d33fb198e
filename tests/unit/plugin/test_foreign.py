"""Disks of other formats: told by marks, opened by their plug-in, pinned as ours are."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from tests import luks_images as images
from tests.luks_images import ARGON2ID, KEY, PBKDF2, SECRET, luks1, luks2
from vmgui.api import ContainerError, ContainerPlugin, ManifestError
from vmgui.api.manifest import Manifest
from vmgui.disk import pin as pins
from vmgui.disk.create import NewDisk, create_disk
from vmgui.disk.errors import DiskError, NotADisk, PinMismatch, SecretWanted, Truncated
from vmgui.disk.foreign.format import Format
from vmgui.plugin import opening
from vmgui.plugin.found import by_name, drop_in_dir
from vmgui.plugin.load import load
from vmgui.plugin.marks import recognise
from vmgui.storage.memory import MemoryStorage

PLAIN = bytes(range(256)) * 32


@pytest.fixture
def write(tmp_path):
    """``write(image)``: a file that holds it."""

    def do(image: bytes, name: str = "x.img") -> Path:
        path = tmp_path / name
        path.write_bytes(image)
        return path

    return do


@pytest.fixture
def ours(tmp_path) -> Path:
    """A disk of ours that is not encrypted: its guest decides what lies from 1 MiB on."""
    found = by_name("unencrypted")
    path = tmp_path / "ours.vmg"
    create_disk(NewDisk(path, 16 << 20, {}), found.manifest, load(found), None)
    return path


def overwrite(path: Path, at: int, content: bytes) -> None:
    with open(path, "r+b") as file:
        file.seek(at)
        file.write(content)


def name_of(path: Path) -> str:
    plugin = recognise(path)
    return plugin.manifest.name if plugin else ""


# Recognising.


def test_each_mark_is_recognised(write):
    image = luks2()
    assert name_of(write(luks1())) == "luks2"
    assert name_of(write(image)) == "luks2"
    assert name_of(write(bytes(4096) + image[4096:])) == "luks2"
    assert name_of(write(bytes(1 << 20))) == ""
    assert name_of(write(b"LUK")) == ""
    assert name_of(Path("/nowhere")) == ""


def test_a_guest_cannot_make_our_disk_another_ones(ours):
    """Even with the first copy of our header gone, what a guest wrote lies behind the second."""
    for at in (1 << 20, 2 << 20, 4 << 20):
        overwrite(ours, at, b"SKUL\xba\xbe")
    assert name_of(ours) == ""
    overwrite(ours, 0, bytes(65536))
    assert name_of(ours) == ""
    assert opening.read_header(ours).damaged


def test_the_mark_nearest_the_start_counts(ours):
    overwrite(ours, 0, luks2()[:32768])
    assert name_of(ours) == "luks2"


def stranger(name: str, mark: str) -> None:
    """A container plug-in that nobody approved."""
    luks = by_name("luks2")
    folder = drop_in_dir() / name
    shutil.copytree(luks.folder, folder, ignore=shutil.ignore_patterns("__pycache__"))
    text = (folder / "plugin.toml").read_text()
    text = text.replace(str(luks.manifest.id), str(uuid4())).replace('"luks2"', f'"{name}"')
    text = text.replace("vmgui_luks2:", f"{name}:").replace("4c554b53babe", mark)
    (folder / "plugin.toml").write_text(text)


def test_a_plugin_without_approval_takes_no_disk_from_another(write, ours):
    stranger("aaa", "4c554b53babe")
    stranger("aab", "93564d4755490d0a")
    assert name_of(write(luks2())) == "luks2"
    assert name_of(ours) == ""


def test_a_plugin_without_approval_does_not_run(write):
    stranger("aaa", "0102030405")
    path = write(b"\1\2\3\4\5" + bytes(100))
    with pytest.raises(Exception, match="vmgui plugin approve aaa"):
        opening.open_disk(path, secret=SECRET)


# Opening.


@pytest.mark.parametrize("image", [luks1(PLAIN), luks2(PLAIN)], ids=["luks1", "luks2"])
def test_opening_and_writing_leaves_the_header_alone(write, image):
    path = write(image)
    disk = opening.open_disk(path, secret=SECRET)
    out = bytearray(len(PLAIN))
    disk.device.read(0, memoryview(out))
    assert out == PLAIN
    disk.device.write(100, memoryview(bytearray(b"changed")))
    disk.device.read(0, memoryview(out))
    generation, offset = disk.generation, disk.header.body.segments[0].offset
    disk.close()
    assert out == PLAIN[:100] + b"changed" + PLAIN[107:]
    assert path.read_bytes()[:offset] == image[:offset]
    assert path.read_bytes()[offset:] != image[offset:]
    assert opening.read_header(path).header.generation == generation


def test_nothing_is_a_hole(write):
    """Zeros that were never written decipher to garbage, here as elsewhere."""
    path = write(luks2(PLAIN) + bytes(8192))
    disk = opening.open_disk(path, secret=SECRET, read_only=True)
    assert disk.device.extents(0, disk.device.size) == [(disk.device.size, True)]
    out = bytearray(512)
    disk.device.read(len(PLAIN), memoryview(out))
    disk.close()
    assert any(out)


def test_discards_are_ignored_unless_the_header_allows_them(write):
    def allow(metadata):
        metadata["config"]["flags"] = ["allow-discards"]

    for change, kept in ((lambda metadata: None, True), (allow, False)):
        path = write(luks2(PLAIN, change=change))
        disk = opening.open_disk(path, secret=SECRET)
        disk.device.trim(0, len(PLAIN))
        out = bytearray(len(PLAIN))
        disk.device.read(0, memoryview(out))
        disk.close()
        assert (out == PLAIN) is kept


def test_refusals(write):
    path = write(luks2(PLAIN))
    with pytest.raises(SecretWanted):
        opening.open_disk(path, secret=None)
    with pytest.raises(DiskError) as caught:
        opening.open_disk(path, secret=b"wrong")
    assert caught.value.code == "wrong-secret"
    path = write(luks2()[: images.OFFSET])
    with pytest.raises(Truncated):
        opening.open_disk(path, secret=SECRET)

    def fixed(metadata):
        metadata["segments"]["0"]["size"] = str(1 << 20)

    path = write(luks2(PLAIN, change=fixed))
    with pytest.raises(Truncated, match=str(images.OFFSET + (1 << 20))):
        opening.read_header(path)
    path = write(luks2()[:16384])
    with pytest.raises(DiskError) as caught:
        opening.read_header(path)


def test_a_foreign_header_is_never_written_as_ours(write):
    header = opening.read_header(write(luks2(PLAIN))).header
    with pytest.raises(ValueError, match="no header of ours"):
        header.encode(0)


# Pins.


def pin_and_key(path: Path) -> pins.Pin:
    disk = opening.open_disk(path, secret=SECRET)
    disk.close()
    return pins.pin_of(disk.header, disk.fingerprint)


def refusal(path: Path, pin: pins.Pin) -> str:
    with pytest.raises(PinMismatch) as caught:
        opening.open_disk(path, secret=SECRET, pin=pin)
    return caught.value.why


def test_pins(write):
    path = write(luks2(PLAIN))
    pin = pin_and_key(path)
    assert pin.encrypted
    assert pin.encryption_id == str(by_name("luks2").manifest.id)
    assert pin.cipher == {
        "sector_size": 512,
        "key_size": 64,
        "tag_size": 0,
        "option.cipher": "aes-xts-plain64",
        "option.version": 2,
    }
    opening.open_disk(path, secret=SECRET, pin=pin).close()
    assert "sector_size is 4096" in refusal(write(luks2(PLAIN, sector_size=4096)), pin)
    assert "option.version is 1" in refusal(write(luks1(PLAIN)), pin)
    assert "volume key is another" in refusal(write(luks2(PLAIN, key=KEY[::-1])), pin)
    assert "generation 2" in refusal(write(luks2(PLAIN, sequences=(2, 2))), pin)
    newer = write(luks2(PLAIN, sequences=(9, 9), slots=[(SECRET, ARGON2ID), (b"x", PBKDF2)]))
    opening.open_disk(newer, secret=SECRET, pin=pin).close()


def test_a_disk_pinned_to_another_plugin_is_refused_before_code_runs(write, ours, monkeypatch):
    path = write(luks2(PLAIN))
    pin = pin_and_key(path)
    ours_pin = pins.pin_of(opening.read_header(ours).header)
    assert "another encryption plug-in" in refusal(ours, pin)

    def never(plugin):
        raise AssertionError("The plug-in's code was about to run.")

    monkeypatch.setattr(opening, "container_format", never)
    assert "another encryption plug-in" in refusal(path, ours_pin)


# What a plug-in may do wrong.


class Broken(ContainerPlugin):
    """Raises what it was made with."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def read(self, medium):
        raise self.error

    def create(self, medium, new, secret, tick):
        raise self.error


@pytest.mark.parametrize(
    "error", [ValueError("hunter2"), RuntimeError("hunter2"), KeyError("hunter2")]
)
def test_the_text_of_a_broken_plugin_is_never_shown(error):
    form = Format(by_name("luks2").manifest, Broken(error))
    with pytest.raises(DiskError) as caught:
        form.find(MemoryStorage(10), Path("x"))
    assert caught.value.code == "plugin-failed"
    assert type(error).__name__ in str(caught.value)
    assert "hunter2" not in str(caught.value)


def test_an_error_for_a_person_is_shown_with_the_path():
    said = ContainerError("header-damaged", "It is broken.", why="Rust.", remedy="Oil it.")
    with pytest.raises(DiskError) as caught:
        Format(by_name("luks2").manifest, Broken(said)).find(MemoryStorage(10), Path("/a/b"))
    assert str(caught.value) == "/a/b: it is broken. Rust. Oil it."


@pytest.mark.parametrize(
    "nonsense",
    [
        {"sector_size": 1024},
        {"key_size": 16},
        {"head": 0},
        {"head": 1 << 40, "offset": 1 << 41},
        {"offset": 1000},
        {"sectors": -1},
        {"sectors": 1 << 60},
        {"generation": -1},
        {"slots": ()},
    ],
    ids=str,
)
def test_what_cannot_be_is_not_believed(write, nonsense):
    good = by_name("luks2")
    plugin = load_luks()
    storage = MemoryStorage(4 << 20)
    storage.write(0, memoryview(luks2(PLAIN)))
    container = plugin.read(storage)
    container.description = replace(container.description, **nonsense)

    class Liar(Broken):
        def read(self, medium):
            return container

    with pytest.raises(DiskError, match="made a mistake"):
        Format(good.manifest, Liar(ValueError())).find(storage, Path("x"))


def load_luks() -> ContainerPlugin:
    from vmgui_luks2 import Luks

    return Luks()


def test_without_its_plugin_the_error_says_what_it_is(write, monkeypatch):
    monkeypatch.setattr("vmgui.plugin.marks.scan", lambda: ([], []))
    with pytest.raises(NotADisk, match="LUKS") as caught:
        opening.open_disk(write(luks2(PLAIN)), secret=SECRET)
    assert "plug-in" in caught.value.remedy


# The manifest.


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('kind = "container"', 'kind = "cipher"'),
        ("head = 16777216", "head = 0"),
        ("head = 16777216", "head = 4097"),
        ("key_sizes = [64, 32]", "key_sizes = [64, 32]\ntag_size = 16"),
        ("4c554b53babe", "4c55"),
        ("4c554b53babe", "4C554B53BABE"),
        ("4c554b53babe", "000000000000"),
        ("at = 16384", "at = -1"),
    ],
)
def test_a_bad_manifest(old, new):
    text = (by_name("luks2").folder / "plugin.toml").read_text()
    Manifest.parse(text.encode())
    with pytest.raises(ManifestError):
        Manifest.parse(text.replace(old, new, 1).encode())


def test_a_container_needs_its_table():
    text = (by_name("luks2").folder / "plugin.toml").read_text()
    start, rest = text.split("[container]")
    with pytest.raises(ManifestError, match="container"):
        Manifest.parse((start + rest[rest.index("[options") :]).encode())
