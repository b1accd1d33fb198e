"""What a LUKS header says, and which ones are refused."""

from __future__ import annotations

import pytest

from tests import luks_images as images
from tests.luks_images import ARGON2I, ARGON2ID, KEY, OFFSET, PBKDF2, SECRET, luks1, luks2
from tests.unit.plugins.luks.conftest import key_of, nothing, read
from vmgui.api import ContainerError


def test_luks2_is_described():
    told = read(luks2(bytes(8192), sector_size=4096, slots=[(SECRET, ARGON2ID)])).description
    assert (told.format, str(told.disk), told.generation) == ("LUKS2", images.UUID, 3)
    assert (told.offset, told.head, told.sectors, told.sector_size) == (OFFSET, OFFSET, 2, 4096)
    assert told.key_size == 64
    assert told.parameters == {"cipher": "aes-xts-plain64", "version": 2}
    assert [slot.summary for slot in told.slots] == ["Argon2id, 0 MiB, 4 passes"]
    assert told.damaged == ""
    assert not told.discards


def test_luks1_is_described():
    told = read(luks1(bytes(1536), slot=5)).description
    assert (told.format, str(told.disk), told.generation) == ("LUKS1", images.UUID, 0)
    assert (told.offset, told.sectors, told.sector_size) == (4096 * 512, 3, 512)
    # All eight areas belong to a backup, used or not.
    assert told.head == (8 + 8 * 504 - 4) * 512
    assert [slot.id for slot in told.slots] == [5]
    assert told.parameters == {"cipher": "aes-xts-plain64", "version": 1}


def test_a_fixed_size_counts():
    def fixed(metadata):
        metadata["segments"]["0"]["size"] = "1024"

    assert read(luks2(bytes(4096), change=fixed)).description.sectors == 2


def test_discards_are_allowed_where_the_header_says_so():
    def allow(metadata):
        metadata["config"]["flags"] = ["allow-discards"]

    assert read(luks2(change=allow)).description.discards


@pytest.mark.parametrize("kdf", [PBKDF2, ARGON2ID, ARGON2I, {**PBKDF2, "hash": "sha512"}])
@pytest.mark.parametrize("size", [32, 64])
def test_luks2_opens(kdf, size):
    assert key_of(luks2(slots=[(SECRET, kdf)], key=KEY[:size])) == (KEY[:size], 0)


@pytest.mark.parametrize("hash_name", ["sha1", "sha256", "sha512"])
@pytest.mark.parametrize("size", [32, 64])
def test_luks1_opens(hash_name, size):
    image = luks1(hash_name=hash_name, key=KEY[:size], slot=7)
    assert key_of(image) == (KEY[:size], 7)


def test_each_slot_opens():
    image = luks2(slots=[(b"one", PBKDF2), (b"two\0\n", ARGON2ID), (b"three" * 1000, PBKDF2)])
    for slot, secret in enumerate((b"one", b"two\0\n", b"three" * 1000)):
        assert key_of(image, secret) == (KEY, slot)


def test_preferred_slots_come_first_and_ignored_ones_never():
    def prefer(metadata):
        metadata["keyslots"]["0"]["priority"] = 0
        metadata["keyslots"]["2"]["priority"] = 2

    image = luks2(slots=[(SECRET, PBKDF2)] * 3, change=prefer)
    assert [slot.id for slot in read(image).description.slots] == [2, 1]
    assert key_of(image) == (KEY, 2)


@pytest.mark.parametrize("image", [luks1(), luks2()], ids=["luks1", "luks2"])
def test_a_wrong_passphrase_opens_nothing(image):
    container = read(image)
    key = memoryview(bytearray(64))
    for secret in (b"", SECRET + b"\n", SECRET.upper()):
        with pytest.raises(ContainerError) as caught:
            container.unlock(memoryview(bytearray(secret)), key, nothing)
        assert caught.value.problem == "wrong-secret"
    assert key == bytes(64)


def test_a_key_that_the_digest_does_not_know_is_none():
    def other(metadata):
        metadata["digests"]["0"]["digest"] = "A" * 43 + "="

    with pytest.raises(ContainerError, match="doesn't open"):
        key_of(luks2(change=other))


def edit(path: str, value: object):
    """A change of the metadata at a dotted path."""

    def change(metadata):
        *way, last = path.split(".")
        for step in way:
            metadata = metadata[step]
        metadata[last] = value

    return change


def drop(path: str):
    def change(metadata):
        *way, last = path.split(".")
        for step in way:
            metadata = metadata[step]
        del metadata[last]

    return change


def second_segment(metadata):
    metadata["segments"]["1"] = metadata["segments"]["0"]


def second_digest(metadata):
    metadata["digests"]["1"] = metadata["digests"]["0"]


REFUSED = {
    "a null cipher": edit("segments.0.encryption", "cipher_null-ecb"),
    "another cipher": edit("segments.0.encryption", "serpent-xts-plain64"),
    "a cipher with another tweak": edit("segments.0.encryption", "aes-xts-plain"),
    "a null cipher for the key": edit("keyslots.0.area.encryption", "cipher_null-ecb"),
    "a re-encryption under way": edit(
        "config.requirements", {"mandatory": ["online-reencrypt-v2"]}
    ),
    "requirements of a kind unknown": edit("config.requirements", {"else": ["x"]}),
    "requirements that are no list": edit("config.requirements", {"mandatory": "x"}),
    "two segments": second_segment,
    "no segment": edit("segments", {}),
    "integrity tags": edit(
        "segments.0.integrity", {"type": "hmac(sha256)", "journal_encryption": "none"}
    ),
    "a segment in flight": edit("segments.0.flags", ["in-reencryption"]),
    "hardware encryption": edit("segments.0.type", "hw-opal"),
    "a linear segment": edit("segments.0.type", "linear"),
    "a field unknown in the segment": edit("segments.0.more", 1),
    "a shifted tweak": edit("segments.0.iv_tweak", "8"),
    "other sectors": edit("segments.0.sector_size", 2048),
    "a detached header": edit("segments.0.offset", "0"),
    "data in the header": edit("segments.0.offset", str(OFFSET - 512)),
    "data off its sector": edit("segments.0.offset", str(OFFSET + 1)),
    "a number that is none": edit("segments.0.offset", "-1"),
    "a number too long": edit("segments.0.size", "9" * 20),
    "a key too short": edit("keyslots.0.key_size", 16),
    "an area key too short": edit("keyslots.0.area.key_size", 0),
    "an area in the metadata": edit("keyslots.0.area.offset", "16384"),
    "an area in the data": edit("keyslots.0.area.offset", str(OFFSET - 4096)),
    "an area too small": edit("keyslots.0.area.size", "4096"),
    "few stripes": edit("keyslots.0.af.stripes", 1),
    "another splitter's hash": edit("keyslots.0.af.hash", "md5"),
    "another KDF": edit("keyslots.0.kdf.type", "scrypt"),
    "another KDF's hash": edit("keyslots.0.kdf.hash", "md5"),
    "no iterations": edit("keyslots.0.kdf.iterations", 0),
    "no salt": edit("keyslots.0.kdf.salt", ""),
    "no slot": edit("digests.0.keyslots", []),
    "a slot that is not there": edit("digests.0.keyslots", ["1"]),
    "a slot without a number": edit("digests.0.keyslots", ["٣"]),
    "only slots to ignore": edit("keyslots.0.priority", 0),
    "two digests": second_digest,
    "no digest": edit("digests", {}),
    "a digest of nothing": edit("digests.0.digest", ""),
    "no config": drop("config"),
    "another size of the JSON": edit("config.json_size", "16384"),
    "a huge area for slots": edit("config.keyslots_size", str(1 << 50)),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name, refused):
    image = luks2(bytes(4096), change=REFUSED[name])
    assert refused(image).problem in ("header-damaged", "not-supported")


@pytest.mark.parametrize(
    "why",
    [
        {"cipher": (b"cipher_null", b"ecb")},
        {"cipher": (b"aes", b"cbc-essiv:sha256")},
        {"cipher": (b"\xff", b"xts-plain64")},
        {"stripes": 1},
        {"payload_sector": 0},
        {"payload_sector": 100},
    ],
    ids=str,
)
def test_refused_luks1(why, refused):
    refused(luks1(**why) + bytes(2 << 20))


def test_a_later_version_is_refused(refused):
    refused(b"LUKS\xba\xbe\0\3".ljust(1 << 20, b"\0"), "not-supported")


def test_a_slot_that_costs_too_much_is_passed_over(monkeypatch):
    spent = []
    monkeypatch.setattr("vmgui_luks2.kdf.Argon2id", lambda **cost: spent.append(cost))
    monkeypatch.setattr("vmgui_luks2.kdf.PBKDF2HMAC", lambda *cost: spent.append(cost))
    costs = [
        edit("keyslots.0.kdf.memory", (4 << 20) + 1),
        edit("keyslots.0.kdf.memory", (1 << 32) - 1),
        edit("keyslots.0.kdf.time", 1001),
    ]
    for change in costs:
        container = read(luks2(slots=[(SECRET, PBKDF2)], change=as_argon2(change)))
        with pytest.raises(ContainerError, match="was not tried"):
            container.unlock(memoryview(bytearray(SECRET)), memoryview(bytearray(64)), nothing)
    container = read(luks2(change=edit("keyslots.0.kdf.iterations", (1 << 32) - 1)))
    with pytest.raises(ContainerError, match="was not tried"):
        container.unlock(memoryview(bytearray(SECRET)), memoryview(bytearray(64)), nothing)
    assert not spent


def as_argon2(change):
    def both(metadata):
        metadata["keyslots"]["0"]["kdf"] = {**ARGON2ID, "salt": "A" * 43 + "="}
        change(metadata)

    return both


def test_half_of_the_memory_is_the_limit(monkeypatch):
    monkeypatch.setattr("vmgui_luks2.kdf._installed_memory", lambda: 63)
    with pytest.raises(ContainerError, match="was not tried"):
        key_of(luks2(slots=[(SECRET, ARGON2ID)]))
    monkeypatch.setattr("vmgui_luks2.kdf._installed_memory", lambda: 64)
    assert key_of(luks2(slots=[(SECRET, ARGON2ID)]))[0] == KEY
    # Another slot still opens.
    monkeypatch.setattr("vmgui_luks2.kdf._installed_memory", lambda: 0)
    assert key_of(luks2(slots=[(SECRET, ARGON2ID), (SECRET, PBKDF2)])) == (KEY, 1)
