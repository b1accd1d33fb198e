"""LUKS both ways: what others made opens here, what is made here opens there, bytes and all."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests import luks_images
from tests.real.backends import SECRET, as_root, run, serving, uri
from tests.real.cli import vmgui
from tests.real.luks import (
    FAST,
    HEAD,
    MIB,
    PLAIN,
    create,
    cryptsetup,
    formatted,
    info,
    made_by_qemu,
    opens,
    qemu_luks,
    read_served,
    volume_key,
    write_served,
)

# Made there, opened here.


@pytest.mark.parametrize("kdf", ["pbkdf2", "argon2id", "argon2i"])
@pytest.mark.parametrize("sector_size", ["512", "4096"])
def test_what_cryptsetup_made_is_told_and_verified(tmp_path, kdf, sector_size):
    path = formatted(tmp_path / "x.img", "--sector-size", sector_size, kdf=kdf)
    told = info(path)
    assert told["format"] == "LUKS2"
    assert told["plugin"] == "luks2"
    assert told["disk_uuid"] == cryptsetup("luksUUID", path).strip()
    assert (told["size"], told["sector_size"]) == (4 * MIB, int(sector_size))
    assert told["generation"] > 1
    assert told["options"] == {"cipher": "aes-xts-plain64", "version": 2}
    vmgui("disk", "verify", path, secret=SECRET)
    wrong = vmgui("disk", "verify", path, secret=SECRET + b"x", status=1)
    assert "doesn't open the disk" in wrong.stderr


@pytest.mark.parametrize("bits", ["256", "512"])
@pytest.mark.parametrize("sector_size", ["512", "4096"])
def test_payload_that_cryptsetup_enciphered(tmp_path, sector_size, bits):
    """Its offline re-encryption enciphers a plain file; a new header takes over the key."""
    data, header, key = tmp_path / "data", tmp_path / "header", tmp_path / "header.key"
    data.write_bytes(PLAIN)
    form = ("--sector-size", sector_size, "--key-size", bits, "--cipher", "aes-xts-plain64")
    kdf = ("--pbkdf", "pbkdf2", "--pbkdf-force-iterations", "1000")
    encrypt = ("reencrypt", "--encrypt", "--type", "luks2", "--header", header, *form, *kdf, data)
    as_root_cryptsetup(*encrypt)
    assert data.read_bytes() != PLAIN
    volume_key(header)
    disk = formatted(tmp_path / "x.img", *form, "--volume-key-file", key)
    with open(disk, "r+b") as file:
        file.seek(HEAD)
        file.write(data.read_bytes())
    assert read_served(disk, tmp_path) == PLAIN


def test_several_slots_and_a_key_file(tmp_path):
    path = formatted(tmp_path / "x.img", kdf="argon2id")
    key_file, passphrase = tmp_path / "key", tmp_path / "words"
    key_file.write_bytes(bytes(range(256)) * 40)
    passphrase.write_bytes("Straße".encode())
    for new in (key_file, passphrase):
        cryptsetup("luksAddKey", "--pbkdf-force-iterations", "4", path, new)
    assert [slot["id"] for slot in info(path)["key_slots"]] == [0, 1, 2]
    vmgui("disk", "verify", path, "--key-file", key_file)
    vmgui("disk", "verify", path, secret="Straße".encode())
    vmgui("disk", "verify", path, secret=SECRET)


# Made here, opened there.


@pytest.mark.parametrize("kdf", ["pbkdf2", "argon2id", "argon2i"])
@pytest.mark.parametrize("sector_size", ["512", "4096"])
def test_what_is_made_here_opens_with_cryptsetup(tmp_path, sector_size, kdf):
    path = create(tmp_path / "x.img", "--sector-size", sector_size, "--option", f"kdf={kdf}")
    opens(path)
    opens(path, SECRET + b"x", status=2)
    dump = json.loads(cryptsetup("luksDump", "--dump-json-metadata", path))
    assert dump["segments"]["0"]["sector_size"] == int(sector_size)
    assert dump["segments"]["0"]["encryption"] == "aes-xts-plain64"
    assert dump["keyslots"]["0"]["kdf"]["type"] == kdf
    assert len(volume_key(path)) == 64
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.stat().st_size == HEAD + 4 * MIB
    assert [each.name for each in tmp_path.iterdir() if "partial" in each.name] == []


@pytest.mark.parametrize("bits", ["128", "256"])
@pytest.mark.parametrize("sector_size", ["512", "4096"])
def test_cryptsetup_deciphers_what_was_written_here(tmp_path, sector_size, bits):
    path = create(tmp_path / "x.img", "--sector-size", sector_size, "--option", f"key_bits={bits}")
    write_served(path, tmp_path)
    volume_key(path)
    data, header = tmp_path / "data", tmp_path / "header"
    data.write_bytes(path.read_bytes()[HEAD:])
    form = ("--sector-size", sector_size, "--key-size", str(2 * int(bits)))
    kdf = ("--pbkdf", "pbkdf2", "--pbkdf-force-iterations", "1000")
    key = ("--volume-key-file", tmp_path / "x.img.key")
    cryptsetup("luksFormat", "--type", "luks2", "--header", header, *form, *kdf, *key, data)
    force = "--force-offline-reencrypt"
    as_root_cryptsetup("reencrypt", "--decrypt", force, "--header", header, data)
    assert data.read_bytes() == PLAIN


def as_root_cryptsetup(*words: str | Path) -> None:
    """``reencrypt`` is root's alone."""
    if os.geteuid() == 0:
        cryptsetup(*words)
    else:
        password = Path(words[-1]).with_name("root.secret")
        password.write_bytes(SECRET)
        run(*as_root(), "cryptsetup", "--batch-mode", *words, "--key-file", password)


def test_a_large_disk_is_sparse(tmp_path):
    path = create(tmp_path / "x.img", size="50G")
    assert path.stat().st_size == HEAD + (50 << 30)
    assert path.stat().st_blocks * 512 < 20 * MIB
    opens(path)


def test_filled_with_random_bytes(tmp_path):
    path = create(tmp_path / "x.img", "--fill")
    data = path.read_bytes()[HEAD:]
    assert len(set(data)) == 256
    assert all(any(data[at : at + 512]) for at in range(0, len(data), 512))
    opens(path)


# LUKS1, with QEMU's own driver.


@pytest.fixture
def luks1(tmp_path) -> Path:
    return made_by_qemu(tmp_path / "one.img")


def test_luks1_of_qemu_is_read_here(luks1, tmp_path):
    (tmp_path / "plain").write_bytes(PLAIN)
    with qemu_luks(luks1) as words:
        run("qemu-img", "convert", "-n", "-f", "raw", tmp_path / "plain", "--target-image-opts",
            *words[:2], words[3])  # fmt: skip
    assert info(luks1)["format"] == "LUKS1"
    assert read_served(luks1, tmp_path) == PLAIN
    vmgui("disk", "verify", luks1, secret=SECRET)


def test_luks1_written_here_is_read_by_qemu(luks1, tmp_path):
    write_served(luks1, tmp_path)
    with qemu_luks(luks1) as words:
        run("qemu-img", "convert", *words, "-O", "raw", tmp_path / "back")
    assert (tmp_path / "back").read_bytes() == PLAIN
    opens(luks1)


def test_luks1_of_cryptsetup_and_its_keys(tmp_path):
    path = formatted(tmp_path / "x.img", kind="luks1", size=8 * MIB)
    write_served(path, tmp_path)
    vmgui("disk", "key", "add", path, *FAST, secret=SECRET, new_secret=b"second")
    opens(path, b"second")
    vmgui("disk", "key", "remove", path, secret=SECRET)
    opens(path, status=2)
    assert info(path)["generation"] == 0
    assert read_served(path, tmp_path, secret=b"second")[: len(PLAIN)] == PLAIN


# The images that the unit tests take for right.


@pytest.mark.parametrize(
    "image",
    [
        luks_images.luks2(slots=[(b"x", luks_images.PBKDF2), (SECRET, luks_images.ARGON2ID)]),
        luks_images.luks2(slots=[(SECRET, luks_images.ARGON2I)], sector_size=4096),
        luks_images.luks2(slots=[(SECRET, luks_images.PBKDF2)], key=luks_images.KEY[:32]),
        luks_images.luks1(secret=SECRET),
        luks_images.luks1(secret=SECRET, hash_name="sha512", slot=3, key=luks_images.KEY[:32]),
    ],
    ids=["luks2", "luks2-4096", "luks2-128", "luks1", "luks1-128"],
)
def test_our_own_images_are_right(tmp_path, image):
    path = tmp_path / "x.img"
    path.write_bytes(image + bytes(MIB))
    opens(path)
    assert volume_key(path) in (luks_images.KEY, luks_images.KEY[:32])


# Use.


def test_serving_writes_nothing_into_the_header(tmp_path):
    path = create(tmp_path / "x.img")
    before = path.read_bytes()[:HEAD]
    write_served(path, tmp_path)
    assert path.read_bytes()[:HEAD] == before
    assert path.read_bytes()[HEAD:] != PLAIN


def test_zeros_are_written_as_ciphertext(tmp_path):
    """Others see zeros, too: a hole would decipher to garbage there."""
    path = create(tmp_path / "x.img")
    write_served(path, tmp_path)
    with serving(path, tmp_path / "s"):
        run("qemu-io", "-f", "raw", uri(tmp_path / "s"), "-c", "write -z -u 64k 128k",
            "-c", "discard 1M 1M")  # fmt: skip
    wanted = bytearray(PLAIN)
    wanted[64 << 10 : 192 << 10] = bytes(128 << 10)
    assert read_served(path, tmp_path) == wanted
    assert any(path.read_bytes()[HEAD + (64 << 10) : HEAD + (65 << 10)])


def test_a_slot_may_take_more_memory_than_a_plugin_otherwise_gets(tmp_path):
    """Argon2id's memory comes on top of what a backend or worker may take at all."""
    path = tmp_path / "x.img"
    path.write_bytes(bytes(20 * MIB))
    cost = ("--pbkdf-force-iterations", "4", "--pbkdf-memory", "1200000")
    cryptsetup("luksFormat", "--type", "luks2", "--pbkdf", "argon2id", *cost, path)
    with serving(path, tmp_path / "s"):
        pass
    # So may cryptsetup, which a worker starts.
    add = ("disk", "key", "add", path, "--unlock-time", "3")
    vmgui(*add, secret=SECRET, new_secret=b"second")
    told = info(path)["key_slots"]
    assert [slot["id"] for slot in told] == [0, 1]
    assert told[0]["summary"] == "Argon2id, 1171 MiB, 4 passes"


def test_one_writer(tmp_path):
    path = create(tmp_path / "x.img")
    with serving(path, tmp_path / "s"):
        refused = vmgui("disk", "verify", path, secret=SECRET, status=1)
        assert "is in use" in refused.stderr
        changed = vmgui("disk", "key", "add", path, *FAST, secret=SECRET, new_secret=b"x", status=1)
        assert "is in use" in changed.stderr


def test_without_cryptsetup_the_error_names_its_package(tmp_path, monkeypatch):
    """The program is looked for in PATH and two more places: a box without them."""
    box = ("unshare", "--mount", "--map-root-user", "sh", "-c")
    script = 'mount --bind /dev/null /usr/sbin/cryptsetup; exec "$0" "$@"'
    refused = vmgui(
        *("disk", "create", tmp_path / "x.img", "--size", "4M", "--plugin", "luks2"),
        secret=SECRET,
        status=1,
        prefix=(*box, script),
    )
    assert "cryptsetup-bin" in refused.stderr
    assert list(tmp_path.iterdir()) == []
