"""A disk seen from both sides by a worker: what its guest reads, and what lies in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from vmgui.disk.container import open_storage
from vmgui.errors import VmguiError
from vmgui.job import run
from vmgui.job.header import read_header
from vmgui.plugin.opening import open_disk

SECRET = b"correct horse"
NAME = b"Holiday plans 2031.odt"
LENGTH = 16 << 10
AT = 3 << 20
PLUGINS = ("aes-xts", "aes-gcm", "chacha20-poly1305", "luks2", "unencrypted")


def content(length: int = LENGTH) -> bytes:
    return (b"The guest wrote this. " * (length // 20 + 1))[:length]


def make(folder: Path, plugin: str) -> Path:
    path = folder / f"{plugin}.vmg"
    secrets = [] if plugin == "unencrypted" else [SECRET]
    params = {"path": str(path), "size": 8 << 20, "plugin": plugin, "unlock_seconds": 0.0}
    run("create", params, secrets)
    return path


def write(path: Path, at: int, data: bytes) -> None:
    disk = open_disk(path, secret=SECRET)
    disk.device.write(at, memoryview(bytearray(data)))
    disk.device.flush()
    disk.close()


def secrets_of(path: Path) -> list[bytes]:
    return [SECRET] if read_header(path).header.encrypted else []


def peek(path: Path, **params: object) -> dict[str, object]:
    return run("peek", {"path": str(path), "length": LENGTH, **params}, secrets_of(path))


@pytest.mark.parametrize("plugin", PLUGINS)
def test_both_sides(home: Path, tmp_path: Path, plugin: str) -> None:
    path = make(tmp_path, plugin)
    write(path, AT, content())
    result = peek(path, start=AT)
    private, offset = result["private"], result["file_offset"]
    assert isinstance(private, bytearray)
    assert isinstance(offset, int)
    assert private[:LENGTH] == content()
    with path.open("rb") as file:
        head = file.read(512)
        file.seek(offset)
        assert private[LENGTH:] == file.read(LENGTH)
    assert result["head"] == head.hex()
    assert (private[LENGTH:] == content()) is (plugin == "unencrypted")
    assert result["start"] == AT
    assert result["size"] == 8 << 20
    assert result["busy"] == ""
    assert result["bad"] == []


@pytest.mark.parametrize("plugin", ["aes-xts", "aes-gcm", "unencrypted"])
def test_the_first_written_stretch_is_found(home: Path, tmp_path: Path, plugin: str) -> None:
    path = make(tmp_path, plugin)
    assert peek(path)["start"] == 0
    write(path, AT, content())
    assert peek(path)["start"] == AT


def test_the_end_of_the_disk_is_a_whole_stretch(home: Path, tmp_path: Path) -> None:
    path = make(tmp_path, "aes-xts")
    for start in ((8 << 20) - 1, 1 << 60):
        assert peek(path, start=start)["start"] == (8 << 20) - LENGTH
    assert peek(path, start=-5)["start"] == 0
    assert peek(path, start=5000)["start"] == 4096


def test_while_the_disk_is_in_use_only_the_file_is_seen(home: Path, tmp_path: Path) -> None:
    path = make(tmp_path, "aes-gcm")
    write(path, AT, content())
    storage = open_storage(path, read_only=False)
    result = peek(path, start=AT)
    storage.close()
    assert "process" in str(result["busy"])
    offset = result["file_offset"]
    assert isinstance(offset, int)
    with path.open("rb") as file:
        file.seek(offset)
        assert result["private"] == file.read(LENGTH)


def test_a_damaged_sector_is_named(home: Path, tmp_path: Path) -> None:
    path = make(tmp_path, "aes-gcm")
    write(path, AT, content())
    offset = peek(path, start=AT)["file_offset"]
    assert isinstance(offset, int)
    with path.open("r+b") as file:
        file.seek(offset + 4096)
        file.write(b"tampered")
    result = peek(path, start=AT)
    assert result["bad"] == [AT // 4096 + 1]
    private = result["private"]
    assert isinstance(private, bytearray)
    assert private[4096:8192] == bytes(4096)
    assert private[:4096] == content()[:4096]
    assert private[8192:LENGTH] == content()[8192:]


def test_a_wrong_passphrase_shows_nothing(home: Path, tmp_path: Path) -> None:
    path = make(tmp_path, "aes-xts")
    with pytest.raises(VmguiError) as caught:
        run("peek", {"path": str(path), "length": LENGTH}, [b"wrong"])
    assert caught.value.code == "wrong-secret"


def find(path: Path, words: bytes, **params: object) -> dict[str, object]:
    return run("find-text", {"path": str(path), **params}, [*secrets_of(path), words])


@pytest.mark.parametrize("plugin", PLUGINS)
def test_a_name_is_in_the_disk_and_not_in_the_file(home: Path, tmp_path: Path, plugin: str) -> None:
    path = make(tmp_path, plugin)
    for at in ((5 << 20) - 7, (4 << 20) + 100):
        write(path, at, NAME)
        result = find(path, b"holiday PLANS 2031.odt")
        assert result["found"] == at
        in_file = (1 << 20) + at if plugin == "unencrypted" else -1
        assert result["in_file"] == in_file
        assert result["whole"]
        assert result["file_whole"]


@pytest.mark.parametrize("plugin", ["aes-gcm", "unencrypted"])
def test_what_spans_two_steps_is_found(home: Path, tmp_path: Path, plugin: str) -> None:
    path, at = make(tmp_path, plugin), (1 << 20) - 7
    write(path, 0, bytes([255]) * (3 << 19))
    write(path, at, NAME)
    result = find(path, NAME)
    assert result["found"] == at
    assert result["in_file"] == ((1 << 20) + at if plugin == "unencrypted" else -1)


def test_the_header_s_own_words_are_no_data(home: Path, tmp_path: Path) -> None:
    path = make(tmp_path, "luks2")
    assert b'"encryption"' in path.read_bytes()[: 1 << 20]
    write(path, AT, b"about encryption")
    result = find(path, b"encryption")
    assert (result["found"], result["in_file"]) == (AT + 6, -1)


def test_utf_16_is_found(home: Path, tmp_path: Path) -> None:
    path = make(tmp_path, "aes-xts")
    write(path, AT, "Übung.docx".encode("utf-16-le"))
    assert find(path, "Übung.DOCX".encode())["found"] == AT
    assert find(path, b"nowhere")["found"] == -1


def test_no_more_is_read_than_was_asked_for(home: Path, tmp_path: Path) -> None:
    path = make(tmp_path, "unencrypted")
    write(path, 0, b"first".ljust(4096, b"."))
    write(path, AT, NAME)
    result = find(path, NAME, limit=4096)
    assert (result["found"], result["read"], result["whole"]) == (-1, 4096, False)
    assert (result["in_file"], result["file_whole"]) == (-1, False)
    with pytest.raises(VmguiError, match="can't be looked for"):
        find(path, b"ab")


def test_another_slot_than_the_secret_s_own_is_changed(home: Path, tmp_path: Path) -> None:
    path = make(tmp_path, "aes-xts")
    params = {"path": str(path), "unlock_seconds": 0.0}
    run("key-add", params, [SECRET, b"second"])
    assert run("key-change", {**params, "slot": 1}, [SECRET, b"third"])["slot"] == 2
    for secret in (SECRET, b"third"):
        run("unlock-test", {"path": str(path)}, [secret])
    with pytest.raises(VmguiError):
        run("unlock-test", {"path": str(path)}, [b"second"])
