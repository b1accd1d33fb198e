"""The header: what is damaged is noticed, what is forged is refused, what is torn still opens."""

from __future__ import annotations

import hashlib
import struct
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vmgui.disk import header as header_area
from vmgui.disk.body import Body, Cipher, Integrity, Kdf, KeySlot, Segment, Wrap
from vmgui.disk.container import read_header
from vmgui.disk.edit import editing
from vmgui.disk.errors import DiskError, HeaderDamaged, HeaderForged, NotADisk, NotSupported
from vmgui.disk.header import BACKUP_OFFSET, COPY_SIZE, PRIMARY_OFFSET, decode
from vmgui.disk.integrity.layout import Layout
from vmgui.plugin.found import by_name
from vmgui.storage.memory import MemoryStorage

KEY = bytes(range(32))
_JSON = 512


def made(slots: int = 1) -> header_area.Header:
    """A header with some slots, signed with KEY."""
    kdf = Kdf("argon2id", 65536, 3, 4, bytes(32))
    wrap = Wrap("aes-256-gcm", bytes(12), bytes(48))
    body = Body(
        cipher=Cipher("aes-xts", 64, 4096, 0, {"key_bits": 256}),
        created="2026-01-31T12:00:00Z",
        discard="allow",
        key_slots=[
            KeySlot(n, "passphrase", "2026-01-31T12:00:00Z", kdf, wrap) for n in range(slots)
        ],
        requires=[],
        segments=[Segment("linear", 0, 256, 1 << 20)],
        size=1 << 20,
    )
    manifest = by_name("aes-xts").manifest
    disk = msgspec.convert("f9168c5e-ceb2-4faa-b6bf-329bf39fa1e4", type=type(manifest.id))
    return header_area.Header(True, manifest.id, disk, 7, body).signed(KEY)


def with_checksum(copy: bytearray) -> bytes:
    """What an attacker does after a change: mend the checksum."""
    copy[480:512] = bytes(32)
    copy[480:512] = hashlib.sha256(copy).digest()
    return bytes(copy)


def medium(primary: bytes, backup: bytes) -> MemoryStorage:
    storage = MemoryStorage(2 << 20)
    storage.data[:COPY_SIZE] = primary
    storage.data[BACKUP_OFFSET : BACKUP_OFFSET + COPY_SIZE] = backup
    return storage


def test_what_is_written_is_read():
    for offset in (PRIMARY_OFFSET, BACKUP_OFFSET):
        assert decode(made(32).encode(offset), offset) == made(32)


@pytest.mark.parametrize("offset", [PRIMARY_OFFSET, BACKUP_OFFSET])
def test_each_flipped_byte_spoils_its_copy(offset):
    copy = bytearray(made().encode(offset))
    for index in range(COPY_SIZE):
        copy[index] ^= 0x40
        with pytest.raises((HeaderDamaged, NotADisk)):
            decode(bytes(copy), offset)
        copy[index] ^= 0x40


def test_each_flipped_byte_with_a_mended_checksum_is_forged_or_refused():
    """An attacker can compute checksums, but no MAC."""
    good = made().encode(PRIMARY_OFFSET)
    used = _JSON + struct.unpack_from(">I", good, 68)[0]
    for index in range(used + 16):
        if 480 <= index < 512:
            continue  # the checksum itself: the test above
        for flip in (0x01, 0x80):
            copy = bytearray(good)
            copy[index] ^= flip
            with pytest.raises(DiskError) as caught:
                decode(with_checksum(copy), PRIMARY_OFFSET).verify(KEY)
            assert str(caught.value)


def test_one_destroyed_copy_is_told_and_the_other_used():
    copies = [made().encode(offset) for offset in (PRIMARY_OFFSET, BACKUP_OFFSET)]
    assert not header_area.read(medium(*copies)).damaged
    for index, name in enumerate(("first", "second")):
        spoiled = list(copies)
        spoiled[index] = bytes(COPY_SIZE)
        found = header_area.read(medium(*spoiled))
        assert found.header == made()
        assert name in found.damaged


def test_the_higher_generation_counts():
    old, new = made(), replace(made(), generation=8).signed(KEY)
    for first, second in ((old, new), (new, old)):
        storage = medium(first.encode(PRIMARY_OFFSET), second.encode(BACKUP_OFFSET))
        found = header_area.read(storage)
        assert found.header == new
        assert not found.damaged
        assert found.stale_offset == (PRIMARY_OFFSET if first is old else BACKUP_OFFSET)


def test_the_first_copy_counts_where_two_of_a_generation_differ():
    other = made(2)
    storage = medium(other.encode(PRIMARY_OFFSET), made().encode(BACKUP_OFFSET))
    found = header_area.read(storage)
    assert (found.header, found.stale_offset) == (other, BACKUP_OFFSET)


def too_new(offset: int, how: str) -> bytes:
    """A good copy in every other way, with a mended checksum."""
    copy = bytearray(made().encode(offset))
    if how == "version":
        struct.pack_into(">I", copy, 8, 2)
    elif how == "flags":
        struct.pack_into(">I", copy, 12, 3)
    else:
        size = struct.unpack_from(">I", copy, 68)[0]
        text = bytes(copy[_JSON : _JSON + size])
        newer = text.replace(b'"requires":[]', b'"requires":["journal"]')
        copy[_JSON:] = newer.ljust(COPY_SIZE - _JSON, b"\0")
        struct.pack_into(">I", copy, 68, len(newer))
    return with_checksum(copy)


@pytest.mark.parametrize("how", ["version", "flags", "requires"])
@pytest.mark.parametrize("offset", [PRIMARY_OFFSET, BACKUP_OFFSET])
def test_one_copy_too_new_refuses_the_disk(how, offset):
    copies = {at: made().encode(at) for at in (PRIMARY_OFFSET, BACKUP_OFFSET)}
    copies[offset] = too_new(offset, how)
    with pytest.raises(NotSupported, match="newer version"):
        header_area.read(medium(*copies.values()))


def test_the_last_generation_is_not_counted_up():
    last = replace(made(), generation=header_area.MAX_GENERATION)
    assert decode(last.encode(PRIMARY_OFFSET), PRIMARY_OFFSET) == last
    with pytest.raises(DiskError, match="highest number"):
        last.counted_up()


def test_both_copies_destroyed_says_how_to_go_on():
    with pytest.raises(HeaderDamaged, match="header restore"):
        header_area.read(medium(with_bad_byte(PRIMARY_OFFSET), with_bad_byte(BACKUP_OFFSET)))
    with pytest.raises(NotADisk, match="header restore"):
        header_area.read(medium(bytes(COPY_SIZE), bytes(COPY_SIZE)))


def with_bad_byte(offset: int) -> bytes:
    copy = bytearray(made().encode(offset))
    copy[600] ^= 1
    return bytes(copy)


class Torn(OSError):
    """The power went."""


class PowerCut(MemoryStorage):
    """Loses everything after ``blocks`` blocks of 512 bytes were written."""

    def __init__(self, size: int, blocks: int) -> None:
        super().__init__(size)
        self.blocks = blocks

    def write(self, offset: int, data: memoryview) -> None:
        keep = min(len(data), 512 * self.blocks)
        super().write(offset, data[:keep])
        self.blocks -= keep // 512
        if keep < len(data):
            raise Torn


@pytest.mark.parametrize("stale", ["none", "first", "second"])
def test_a_torn_update_leaves_the_old_or_the_new_header(stale):
    old = made()
    new = replace(old, generation=8).with_slots(made(3).body.key_slots).signed(KEY)
    primary, backup = old.encode(PRIMARY_OFFSET), old.encode(BACKUP_OFFSET)
    if stale == "first":
        primary = bytes(COPY_SIZE)
    if stale == "second":
        backup = bytes(COPY_SIZE)
    outcomes = set()
    for blocks in range(2 * COPY_SIZE // 512 + 1):
        storage = PowerCut(2 << 20, blocks)
        storage.data[:] = medium(primary, backup).data
        try:
            header_area.write(storage, new, first=header_area.read(storage).stale_offset)
        except Torn:
            pass
        found = header_area.read(storage).header
        assert found in (old, new)
        outcomes.add(found.generation)
    assert outcomes == {7, 8}


def _json_header(text: bytes) -> bytes:
    """A header copy around any JSON area, with a right checksum."""
    copy = bytearray(made().encode(PRIMARY_OFFSET))
    copy[_JSON:] = text.ljust(COPY_SIZE - _JSON, b"\0")
    struct.pack_into(">I", copy, 68, len(text))
    return with_checksum(copy)


def _good_json() -> bytes:
    return msgspec.json.encode(made().body, order="sorted")


@pytest.mark.parametrize(
    ("old", "new", "error", "words"),
    [
        (b'"requires":[]', b'"requires":["journal"]', NotSupported, "journal"),
        (b'"requires":[]', b'"requires":["sector-tags","x"]', NotSupported, "do: x"),
        (b'"tag_size":0', b'"tag_size":16', HeaderDamaged, "sector tags"),
        (b'"size":', b'"extra":1,"size":', HeaderDamaged, "extra"),
        (b'"discard":"allow"', b'"discard":"maybe"', HeaderDamaged, "discard"),
        (b'"discard":"allow"', b'"discard": "allow"', HeaderDamaged, "canonical"),
        (b'"sectors":256', b'"sectors":257', HeaderDamaged, "size"),
        (b'"sectors":256', b'"sectors":-256', HeaderDamaged, "sectors"),
        (b'"sector_size":4096', b'"sector_size":4095', HeaderDamaged, "sector size"),
        (b'"offset":1048576', b'"offset":2097152', HeaderDamaged, "offset"),
        (b'"offset":1048576', b'"offset":0', HeaderDamaged, "offset"),
        (b'"created":"2026', b'"created":"26', HeaderDamaged, "time"),
        (b'"key_bits":256', b'"key_bits":9223372036854775808', HeaderDamaged, "an option"),
        (b'"id":0', b'"id":32', HeaderDamaged, "slot's number"),
        (b'"argon2id"', b'"pbkdf2"', HeaderDamaged, "type"),
        (b'"linear"', b'"mirror"', HeaderDamaged, "type"),
        (b'"size":1048576', b'"size":1e6', HeaderDamaged, "canonical|size"),
    ],
)
def test_json_that_is_not_as_specified_is_refused_by_name(old, new, error, words):
    text = _good_json()
    assert old in text
    with pytest.raises(error, match=words):
        decode(_json_header(text.replace(old, new, 1)), PRIMARY_OFFSET)


def _tagged_json() -> bytes:
    body = made().body
    layout = Layout(256, 4096, 32, 1 << 20)
    body = msgspec.structs.replace(
        body,
        cipher=Cipher("aes-gcm", 32, 4096, 32, {}),
        requires=["sector-tags"],
        integrity=Integrity.of(layout, 1),
    )
    return msgspec.json.encode(body, order="sorted")


def test_an_authenticated_disks_header_is_read():
    header = decode(_json_header(_tagged_json()), PRIMARY_OFFSET)
    assert header.body.layout().end == 4 << 20 == header.body.end


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (b'["sector-tags"]', b"[]", "two things"),
        (b'["sector-tags"]', b'["sector-tags","sector-tags"]', "two things"),
        (b'"tag_size":32', b'"tag_size":0', "two things"),
        (b'"tag_size":32', b'"tag_size":257', "tag size"),
        (b'"tag_size":32', b'"tag_size":8', "tag size"),
        (b'"tag_size":32', b'"tag_size":40', "place"),
        (b'"epoch":1', b'"epoch":0', "epoch"),
        (b'"epoch":1', b'"epoch":-1', "epoch"),
        (b'"size":1048576},"roots"', b'"size":0},"roots"', "journal's size"),
        (b'"size":1048576},"roots"', b'"size":1048577},"roots"', "journal's size"),
        (b'"size":1048576},"roots"', b'"size":2097152},"roots"', None),
        (b'"roots":{"offset":', b'"roots":{"offset":1', "place"),
        (b'"discard":"allow"', b'"discard":"ignore"', "discards"),
        (b'"epoch":1', b'"epoch":1,"extra":1', "extra"),
    ],
)
def test_an_authenticated_disks_header_is_checked(old, new, words):
    text = _tagged_json()
    assert text.count(old) == 1
    copy = _json_header(text.replace(old, new))
    if words is None:  # a larger journal is as good
        assert decode(copy, PRIMARY_OFFSET).body.end == 5 << 20
        return
    with pytest.raises(HeaderDamaged, match=words):
        decode(copy, PRIMARY_OFFSET)


@pytest.mark.parametrize(
    "text", [b"", b"[]", b"{", b"[" * 60000, b'{"requires":1}', b"\xff\xfe", b"null", b"{}"]
)
def test_nonsense_json_is_refused(text):
    with pytest.raises((HeaderDamaged, NotADisk)):
        decode(_json_header(text), PRIMARY_OFFSET)


@given(st.binary(max_size=2000))
@settings(max_examples=300)
def test_any_bytes_as_json_are_refused(text):
    with pytest.raises(DiskError):
        decode(_json_header(text), PRIMARY_OFFSET)


@pytest.mark.parametrize(
    ("encrypted", "key_size", "slots"),
    [(True, 0, 1), (True, 64, 0), (False, 64, 0), (False, 0, 1)],
)
def test_flag_and_key_must_agree(encrypted, key_size, slots):
    """No header can name a cipher that only pretends."""
    body = made(slots).body
    body = msgspec.structs.replace(body, cipher=Cipher("x", key_size, 4096, 0, {}))
    header = replace(made(), encrypted=encrypted, body=body, mac=bytes(32))
    if not encrypted:
        header = replace(header, encryption_id=header_area.UNENCRYPTED)
    with pytest.raises(HeaderDamaged, match="says"):
        decode(header.encode(PRIMARY_OFFSET), PRIMARY_OFFSET)


def test_the_flag_and_the_encryption_id_must_agree():
    """Not even the key's owner can sign a null cipher as encrypted, or the reverse."""
    null = replace(made(), encryption_id=header_area.UNENCRYPTED).signed(KEY)
    body = msgspec.structs.replace(made(0).body, cipher=Cipher("x", 0, 4096, 0, {}))
    bare = replace(made(), encrypted=False, body=body, mac=bytes(32))
    for header in (null, bare):
        with pytest.raises(HeaderDamaged, match="encryptionID"):
            decode(header.encode(PRIMARY_OFFSET), PRIMARY_OFFSET)


def test_unknown_flags_and_versions_are_refused_by_name():
    for offset, value, words in ((12, 2, "flags"), (8, 2, "version 2")):
        copy = bytearray(made().encode(PRIMARY_OFFSET))
        struct.pack_into(">I", copy, offset, value)
        with pytest.raises(NotSupported, match=words):
            decode(with_checksum(copy), PRIMARY_OFFSET)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"QFI\xfb", "qcow2"),
        (b"LUKS\xba\xbe", "LUKS"),
        (bytes(510) + b"\x55\xaa", "raw disk"),
        (b"", "not a vmgui disk"),
    ],
)
def test_other_formats_are_named(tmp_path, content, words):
    path = tmp_path / "other.img"
    path.write_bytes(content.ljust(2 << 20, b"\0"))
    with pytest.raises(NotADisk, match=words):
        read_header(path)


def test_repair_writes_both_copies(make_disk, tmp_path):
    path = make_disk()
    with open(path, "r+b") as file:
        file.write(bytes(COPY_SIZE))
    assert read_header(path).damaged
    with editing(path, b"correct horse") as editor:
        editor.repair()
    assert not read_header(path).damaged


def test_a_foreign_signature_is_forged():
    copy = made().signed(bytes(32)).encode(PRIMARY_OFFSET)
    with pytest.raises(HeaderForged):
        decode(copy, PRIMARY_OFFSET).verify(KEY)
