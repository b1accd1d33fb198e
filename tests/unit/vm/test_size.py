"""Sizes as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmgui.errors import VmguiError
from vmgui.vm.size import format_size, parse_size, short_size


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("0", 0),
        ("4096", 4096),
        ("512M", 512 << 20),
        ("512m", 512 << 20),
        (" 2 GiB ", 2 << 30),
        ("1.5T", 3 << 39),
        ("1TiB", 1 << 40),
        ("7B", 7),
        ("0.5k", 512),
    ],
)
def test_parse(text, size):
    assert parse_size(text) == size


@pytest.mark.parametrize(
    "text",
    ["", "G", "2GB", "2kb", "-1", "1,5G", "1e9", "1.0001", "2 G G", "2iB", "²G", "٢G", "0x10"],
)
def test_what_is_no_size_is_refused_with_a_remedy(text):
    with pytest.raises(VmguiError) as caught:
        parse_size(text)
    assert caught.value.why
    assert "20G" in caught.value.remedy


@given(st.integers(0, 1 << 60))
def test_the_short_form_says_it_exactly(size):
    assert parse_size(short_size(size)) == size


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 bytes"),
        (1023, "1023 bytes"),
        (1 << 30, "1 GiB"),
        (3 << 29, "1.5 GiB"),
        (5 << 50, "5 PiB"),
    ],
)
def test_for_people(size, text):
    assert format_size(size) == text


@given(st.integers(0, 1 << 60))
def test_what_people_read_is_near(size):
    number, unit = format_size(size).split()
    factor = 1 if unit == "bytes" else parse_size(f"1{unit}")
    assert abs(float(number) * factor - size) <= 0.05 * factor
