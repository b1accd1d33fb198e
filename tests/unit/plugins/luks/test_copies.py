"""LUKS2's two copies of its header, and what is made of bytes that are no header."""

from __future__ import annotations

import json
import struct
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import luks_images as images
from tests.luks_images import COPY, KEY, copy_of, luks1, luks2, summed
from tests.unit.plugins.luks.conftest import key_of, read
from vmgui.api import ContainerError

IMAGE = luks2(bytes(4096))
TEXT = IMAGE[4096:COPY].rstrip(b"\0")


def with_copies(first: bytes, second: bytes) -> bytes:
    return first + second + IMAGE[2 * COPY :]


def test_the_higher_sequence_number_counts():
    for sequences, wanted in (((3, 3), 3), ((3, 4), 4), ((9, 4), 9)):
        told = read(luks2(sequences=sequences)).description
        assert (told.generation, told.damaged) == (wanted, "")


@pytest.mark.parametrize("at", [0, 7, 15, 448, 4096, COPY - 1])
@pytest.mark.parametrize("place", [0, 1])
def test_one_damaged_copy_is_survived_and_told(at, place):
    image = bytearray(IMAGE)
    image[place * COPY + at] ^= 1
    told = read(bytes(image)).description
    assert told.damaged == f"The {('first', 'second')[place]} copy of the header is damaged."
    assert key_of(bytes(image)) == (KEY, 0)


def test_the_second_copy_is_found_wherever_it_may_lie():
    for power in range(9):
        size = 16 << 10 << power
        old = json.loads(TEXT)
        old["config"] = {"json_size": str(size - 4096), "keyslots_size": str(1 << 20)}
        old["segments"]["0"]["offset"] = str(2 * size + (1 << 20))
        old["keyslots"]["0"]["area"]["offset"] = str(2 * size)
        text = json.dumps(old).encode()
        head = bytearray(copy_of(text, 1, 5)[:4096])
        head[8:16] = struct.pack(">Q", size)
        head[256:264] = struct.pack(">Q", size)
        copy = summed(bytes(head) + text.ljust(size - 4096, b"\0"))
        told = read(bytes(size) + copy + bytes(1 << 20)).description
        assert (told.generation, told.damaged[:9]) == (5, "The first")


def test_both_damaged(refused):
    image = bytearray(IMAGE)
    image[100] ^= 1
    image[COPY + 100] ^= 1
    error = refused(bytes(image), "header-damaged")
    assert "checksum" in error.why


def test_an_unsupported_copy_is_not_a_damaged_one(refused):
    """An older, simpler copy must not be used instead of one that needs more than we know."""
    newer = json.loads(TEXT)
    newer["config"]["requirements"] = {"mandatory": ["online-reencrypt-v2"]}
    text = json.dumps(newer).encode()
    refused(with_copies(IMAGE[:COPY], copy_of(text, 1, 4)), "not-supported")
    refused(with_copies(copy_of(text, 0, 4), IMAGE[COPY : 2 * COPY]), "not-supported")


def test_copies_of_two_disks(refused):
    other = "00000000-1111-4222-8333-444444444444"
    refused(with_copies(IMAGE[:COPY], copy_of(TEXT, 1, 4, uuid=other)), "header-damaged")


def test_a_file_that_ends_early():
    for size in (0, 6, 8, 100, 592, 4095, 4096, COPY - 1):
        with pytest.raises(ContainerError):
            read(IMAGE[:size])
        with pytest.raises(ContainerError):
            read(luks1()[: min(size, 591)])
    # The header is all there: how much data is missing is for the caller to see.
    assert read(IMAGE[: images.OFFSET]).description.sectors == 0


def never_worse(image: bytes) -> None:
    """Either it is a container, or there is an error for a person."""
    try:
        container = read(image)
    except ContainerError:
        return
    told = container.description
    assert told.sector_size in (512, 4096)
    assert told.head <= told.offset


@given(st.binary(max_size=8192), st.sampled_from([b"\0\1", b"\0\2"]))
def test_any_bytes(content, version):
    never_worse(content)
    never_worse((b"LUKS\xba\xbe" + version + content).ljust(COPY, b"\0"))


@given(st.data())
def test_any_luks1(data):
    image = bytearray(luks1()[:592])
    for _ in range(data.draw(st.integers(1, 8))):
        image[data.draw(st.integers(8, 591))] = data.draw(st.integers(0, 255))
    never_worse(bytes(image))


@given(st.binary(max_size=COPY - 4096))
def test_any_text(text):
    never_worse(with_copies(copy_of(text, 0, 1), copy_of(text, 1, 1)))


@given(st.data())
def test_any_prefix(data):
    """The 4 KiB before the JSON, its checksum being right."""
    copy = bytearray(IMAGE[:COPY])
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.sampled_from([6, 8, 16, 72, 168, 256]))
        new = data.draw(st.binary(min_size=1, max_size=16))
        copy[start : start + len(new)] = new
    never_worse(with_copies(summed(bytes(copy)), bytes(COPY)))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["0", "1", "type", "mandatory"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.data())
def test_any_metadata(data):
    """A value somewhere in the JSON is another one, or gone."""

    def change(metadata: dict[str, Any]) -> None:
        place: Any = metadata
        while True:
            key = data.draw(st.sampled_from(sorted(place)))
            if not isinstance(place[key], dict) or not place[key] or data.draw(st.booleans()):
                break
            place = place[key]
        if data.draw(st.booleans()):
            place[key] = data.draw(VALUES)
        else:
            del place[key]

    metadata = json.loads(TEXT)
    change(metadata)
    text = json.dumps(metadata).encode()
    if len(text) <= COPY - 4096:
        never_worse(with_copies(copy_of(text, 0, 1), copy_of(text, 1, 1)))


@given(st.integers(1, 3000))
def test_deep_nesting(depth):
    text = b'{"keyslots":' + b"[" * depth
    never_worse(with_copies(copy_of(text, 0, 1), copy_of(text, 1, 1)))
