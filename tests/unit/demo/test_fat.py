"""The FAT builder's limits; that others read its volumes is in tests/guest/test_fat_readers.py."""

from __future__ import annotations

import pytest

from vmgui.demo.fat import fat16

MIB = 1 << 20


@pytest.mark.parametrize("size", [0, MIB, 5 << 30])
def test_sizes_that_are_not_fat16(size):
    with pytest.raises(ValueError, match="no FAT16 volume"):
        fat16(size, "X", {})


@pytest.mark.parametrize("name", ["", "lower.txt", "LONGERTHAN8.TXT", "A.LONG", "A B", "A.B.C"])
def test_names_that_are_not_8_3(name):
    with pytest.raises(ValueError, match=r"not a name of the form NAME\.EXT"):
        fat16(16 * MIB, "X", {name: b""})


def test_a_label_that_is_too_long():
    with pytest.raises(ValueError, match="longer than 11"):
        fat16(16 * MIB, "TWELVE CHARS", {})


def test_files_that_do_not_fit():
    with pytest.raises(ValueError, match="do not fit"):
        fat16(16 * MIB, "X", {"BIG": bytes(16 * MIB)})
    with pytest.raises(ValueError, match="do not fit"):
        fat16(16 * MIB, "X", {f"F{number}": b"" for number in range(512)})


def test_the_same_files_make_the_same_bytes():
    assert fat16(16 * MIB, "X", {"A.TXT": b"a"}) == fat16(16 * MIB, "X", {"A.TXT": b"a"})
